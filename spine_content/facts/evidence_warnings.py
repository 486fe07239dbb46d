"""What the numbers and sources of a page want an editor to look at."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spine_content.facts.changelog import told_changes
from spine_content.facts.models import Treatment
from spine_content.facts.queries import FactBook
from spine_content.facts.sources import Source


def attention(page: Any) -> list[str]:
    """A sentence for everything about the evidence of a page that needs a look."""
    shown = {row.question.pk for row in page.every_row()}
    found = [
        *_missing_choices(page.shown_treatments(), page.book),
        *(about_source(each) for each in page.own_sources() if each.is_doubtful),
        *about_facts(page.book, shown),
        *_changed_numbers(page),
    ]
    return [sentence for sentence in dict.fromkeys(found) if sentence]


def about_facts(book: FactBook, shown: Iterable[int] | None = None) -> Iterator[str]:
    """A sentence for each fact whose source is in doubt, or that is due for a check."""
    questions = {q.pk: q for q in book.questions if shown is None or q.pk in shown}
    for treatment in book.treatments:
        for fact in book.facts[treatment.pk]:
            question = questions.get(fact.question or 0)
            if question is None:
                continue
            about = {"question": question.text, "treatment": treatment.label}
            for citation in fact.citations:
                source = book.sources.get(citation.source)
                if source is None:
                    yield (
                        _(
                            "“%(question)s” (%(treatment)s) names a source that is not "
                            "published: readers see the number without it."
                        )
                        % about
                    )
                elif source.is_doubtful:
                    yield _("“%(question)s” (%(treatment)s): %(why)s") % {
                        **about,
                        "why": about_source(source),
                    }
            if fact.check_by and fact.check_by <= timezone.localdate():
                yield _(
                    "“%(question)s” (%(treatment)s) was to be checked by %(day)s."
                ) % {**about, "day": date_format(fact.check_by)}


def about_source(source: Source) -> str:
    if source.retracted:
        return _("The source “%(source)s” was retracted.") % {"source": source}
    return _("The source “%(source)s” was replaced by “%(newer)s”.") % {
        "source": source,
        "newer": source.superseded_by,
    }


def _missing_choices(treatment_ids: list[int], book: FactBook) -> Iterator[str]:
    shown = {treatment.pk for treatment in book.treatments}
    missing = [pk for pk in treatment_ids if pk not in shown]
    drafts = Treatment.objects.in_bulk(missing) if missing else {}
    for pk in missing:
        if pk in drafts:
            yield _("“%(treatment)s” is not published, so readers do not see it.") % {
                "treatment": drafts[pk]
            }
        else:
            yield _("A treatment of this page was deleted. Choose another one.")


def _changed_numbers(page: Any) -> Iterator[str]:
    """What changed since the page was signed off, or published if it never was."""
    ask = getattr(page, "review_status", None)
    review = ask().review if ask else None
    since = review.decided_at if review else page.last_published_at
    words = (
        _("Changed since review, on %(day)s: %(change)s")
        if review
        else _("Changed since it was published, on %(day)s: %(change)s")
    )
    for time, sentence in told_changes(page.book, page.every_row(), since):
        yield words % {
            "day": date_format(timezone.localdate(time)),
            "change": sentence,
        }
