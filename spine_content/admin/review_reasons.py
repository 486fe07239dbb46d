"""Why something wants a reviewer, in sentences."""

from typing import Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spine_content.blocks.facts import fact_from_raw
from spine_content.models import Measure, Source, Treatment
from spine_content.pages.attention import about_source
from spine_content.review import State, Status


class Concern(TextChoices):
    """Why something is on the report, the most pressing first."""

    OVERDUE = State.OVERDUE.value, State.OVERDUE.label
    CHANGED = State.CHANGED.value, State.CHANGED.label
    SOURCES = "sources", gettext_lazy("Source retracted or replaced")
    FACTS = "facts", gettext_lazy("Facts to check")
    DUE_SOON = State.DUE_SOON.value, State.DUE_SOON.label
    NEVER = State.NEVER.value, State.NEVER.label


def about_status(status: Status) -> dict[Concern, list[str]]:
    review = status.review
    if review is None:
        return {Concern.NEVER: [_("Nobody has reviewed it yet.")]}
    day = {"day": date_format(review.due_on)}
    told = {}
    if status.is_overdue:
        told[Concern.OVERDUE] = [_("It was due for review on %(day)s.") % day]
    elif status.is_due_soon:
        told[Concern.DUE_SOON] = [_("It is due for review by %(day)s.") % day]
    told[Concern.CHANGED] = _about_changes(status)
    return told


def _about_changes(status: Status) -> list[str]:
    told = [_("The text was changed after it was reviewed.")] * status.text_changed
    if at := status.number_changed_at:
        day = date_format(timezone.localdate(at))
        words = _(
            "A number of its treatments was changed on %(day)s, after the review."
        )
        told.append(words % {"day": day})
    return told


def facts(treatment: Treatment) -> list[Any]:
    return [fact_from_raw(raw) for raw in treatment.facts.raw_data]


def about_sources(facts: list[Any], sources: dict[int, Source]) -> list[str]:
    cited = {each.source for fact in facts for each in fact.citations}
    return [about_source(sources[pk]) for pk in sorted(cited & sources.keys())]


def about_facts(facts: list[Any], questions: dict[int, Measure]) -> list[str]:
    today = timezone.localdate()
    return [
        _("“%(question)s” was to be checked by %(day)s.")
        % {"question": questions[fact.question], "day": date_format(fact.check_by)}
        for fact in facts
        if fact.check_by and fact.check_by <= today and fact.question in questions
    ]
