"""Sentences on numbers and sources that an editor should look at."""

from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spine_content.facts.models import Treatment
from spine_content.facts.pages import FactualPageMixin
from spine_content.facts.queries import FactSet
from spine_content.facts.sources import Source
from spine_content.facts.types import Fact


def evidence_warnings(page: FactualPageMixin) -> list[str]:
    """A sentence for each thing about the evidence of a page to look at."""
    shown = {row.question.pk for row in page.every_row()}
    found = [
        *_missing_treatments(page.shown_treatments(), page.fact_set),
        *(source_warning(each) for each in page.own_sources() if each.is_doubtful),
        *fact_warnings(page.fact_set, shown),
        *_changed_numbers(page),
    ]
    return [sentence for sentence in dict.fromkeys(found) if sentence]


def fact_warnings(
    fact_set: FactSet, shown: Iterable[int] | None = None
) -> Iterator[str]:
    """
    A sentence for each fact whose source is in doubt, or that is due for a check.

    ``shown`` are the keys of the questions that matter; without it, all do.
    """
    texts = {q.pk: q.text for q in fact_set.questions if shown is None or q.pk in shown}
    for treatment in fact_set.treatments:
        for fact in fact_set.facts[treatment.pk]:
            if fact.question in texts:
                about = {"question": texts[fact.question], "treatment": treatment.label}
                yield from _about_sources(fact, fact_set, about)
                yield from _about_check(fact, about)


def _about_sources(
    fact: Fact, fact_set: FactSet, about: dict[str, str]
) -> Iterator[str]:
    for citation in fact.citations:
        source = fact_set.sources.get(citation.source)
        if source is None:
            yield (
                _(
                    "“%(question)s” (%(treatment)s) names a source that is not "
                    "published: readers see the number without it."
                )
                % about
            )
        elif source.is_doubtful:
            why = source_warning(source)
            yield _("“%(question)s” (%(treatment)s): %(why)s") % {**about, "why": why}


def _about_check(fact: Fact, about: dict[str, str]) -> Iterator[str]:
    if fact.check_by and fact.check_by <= timezone.localdate():
        day = date_format(fact.check_by)
        yield _("“%(question)s” (%(treatment)s) was to be checked by %(day)s.") % {
            **about,
            "day": day,
        }


def source_warning(source: Source) -> str:
    """That a source was retracted or replaced, in a sentence."""
    if source.retracted:
        return _("The source “%(source)s” was retracted.") % {"source": source}
    return _("The source “%(source)s” was replaced by “%(newer)s”.") % {
        "source": source,
        "newer": source.superseded_by,
    }


def _missing_treatments(treatment_ids: list[int], fact_set: FactSet) -> Iterator[str]:
    shown = {treatment.pk for treatment in fact_set.treatments}
    missing = [pk for pk in treatment_ids if pk not in shown]
    drafts = Treatment.objects.in_bulk(missing) if missing else {}
    for pk in missing:
        if pk in drafts:
            yield _("“%(treatment)s” is not published, so readers do not see it.") % {
                "treatment": drafts[pk]
            }
        else:
            yield _("A treatment of this page was deleted. Choose another one.")


def _changed_numbers(page: FactualPageMixin) -> Iterator[str]:
    """What changed since the page was signed off, or published if it never was."""
    reviewed_at = page.reviewed_at()
    wording = (
        _("Changed since review, on %(day)s: %(change)s")
        if reviewed_at
        else _("Changed since it was published, on %(day)s: %(change)s")
    )
    for time, change in page.changed_numbers(reviewed_at or page.last_published_at):
        day = date_format(timezone.localdate(time))
        yield wording % {"day": day, "change": change}
