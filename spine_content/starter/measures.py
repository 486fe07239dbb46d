"""
Questions that patients ask of every treatment, spinal fractures first.

The key of a question says for ever which one it is, whatever an editor makes of its
words: rename none, and give none to another question.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy
from wagtail.models import Locale

from spine_content.facts.choices import Group, Kind
from spine_content.facts.models import Measure

#: Never change it: by it a question is known again after an editor has renamed it.
NAMESPACE = UUID("59759d2e-0cb7-4f89-a578-dcb9a4dc637d")

MINUTES = pgettext_lazy("unit", "minutes")
HOURS = pgettext_lazy("unit", "hours")
DAYS = pgettext_lazy("unit", "days")
WEEKS = pgettext_lazy("unit", "weeks")


@dataclass(frozen=True)
class Question:
    """A measure as it is first loaded; its words are translated when they are read."""

    group: Group
    key: str
    question: Any
    kind: Kind
    unit: Any = ""
    base: int = 100


#: In the order in which pages show them.
MEASURES = [
    Question(Group.INVOLVES, "time", _("How long does it take?"), Kind.RANGE, MINUTES),
    Question(
        Group.INVOLVES, "anaesthetic", _("Am I awake, or do I sleep?"), Kind.ANSWER
    ),
    Question(
        Group.INVOLVES,
        "fasting",
        _("How long must I go without food before it?"),
        Kind.RANGE,
        HOURS,
    ),
    Question(
        Group.INVOLVES,
        "flat",
        _("How long do I have to lie flat afterwards?"),
        Kind.RANGE,
        HOURS,
    ),
    Question(
        Group.INVOLVES,
        "stay",
        _("Do I have to stay in hospital overnight?"),
        Kind.ANSWER,
    ),
    Question(
        Group.BENEFITS,
        "waiting",
        _("How many people get much better while they wait?"),
        Kind.FREQUENCY,
    ),
    Question(
        Group.BENEFITS, "by_itself", _("Does the pain go away by itself?"), Kind.ANSWER
    ),
    Question(
        Group.BENEFITS,
        "mild_pain",
        _("How many people have only mild pain after two weeks?"),
        Kind.FREQUENCY,
    ),
    Question(
        Group.BENEFITS,
        "pain_month",
        _("How much less pain is there after one month?"),
        Kind.SCALE,
    ),
    Question(
        Group.BENEFITS,
        "pain_quarter",
        _("How much less pain is there after three months?"),
        Kind.SCALE,
    ),
    Question(
        Group.BENEFITS,
        "pain_year",
        _("How much less pain is there after one year?"),
        Kind.SCALE,
    ),
    Question(
        Group.BENEFITS,
        "health_month",
        _("How much better is physical health after one month?"),
        Kind.SCALE,
    ),
    Question(Group.BENEFITS, "exercise", _("Does exercise help?"), Kind.ANSWER),
    Question(Group.BENEFITS, "brace", _("Does a brace help?"), Kind.ANSWER),
    Question(
        Group.HARMS,
        "leak",
        _("How often does a scan show cement outside the bone?"),
        Kind.FREQUENCY,
    ),
    Question(
        Group.HARMS,
        "leak_canal",
        _("How often does cement get near the main nerves?"),
        Kind.FREQUENCY,
        base=1_000,
    ),
    Question(
        Group.HARMS,
        "leak_surgery",
        _("How many people need surgery because cement has leaked?"),
        Kind.FREQUENCY,
        base=1_000,
    ),
    Question(
        Group.HARMS,
        "lungs",
        _("How often does a scan show cement in the lungs?"),
        Kind.FREQUENCY,
    ),
    Question(
        Group.HARMS,
        "new_break",
        _("How many people have a new break in the spine within a year?"),
        Kind.FREQUENCY,
    ),
    Question(
        Group.HARMS,
        "new_break_decade",
        _("How many people have a new break in the spine in ten years?"),
        Kind.FREQUENCY,
    ),
    Question(Group.HARMS, "serious_harm", _("Can it do serious harm?"), Kind.ANSWER),
    Question(
        Group.RECOVERY, "healing", _("How long does healing take?"), Kind.RANGE, WEEKS
    ),
    Question(
        Group.RECOVERY, "washing", _("When can I have a shower?"), Kind.RANGE, DAYS
    ),
    Question(Group.RECOVERY, "driving", _("When can I drive again?"), Kind.RANGE, DAYS),
    Question(
        Group.RECOVERY, "work", _("When can I do light work again?"), Kind.RANGE, WEEKS
    ),
    Question(
        Group.RECOVERY,
        "lifting",
        _("When can I lift heavy things again?"),
        Kind.RANGE,
        WEEKS,
    ),
    Question(
        Group.RECOVERY, "sport", _("When can I do sport again?"), Kind.RANGE, WEEKS
    ),
    Question(Group.COST, "cost", _("What does it cost me?"), Kind.MONEY),
]


@dataclass(frozen=True)
class LoadedMeasures:
    """The measures of one language by their key: new ones, and those already there."""

    created: dict[str, Measure]
    existing: dict[str, Measure]


def translation_key(key: str) -> UUID:
    """The same in every language, so that the measures are translations."""
    return uuid5(NAMESPACE, key)


@transaction.atomic
def load_measures(locale: Locale) -> LoadedMeasures:
    """Make the measures that are not there yet, and leave all others as they are."""
    loaded = LoadedMeasures({}, {})
    with override(locale.language_code):
        for key, measure in _measures(locale):
            if found := _existing(measure):
                loaded.existing[key] = found
            else:
                measure.save()
                measure.save_revision().publish()
                loaded.created[key] = measure
    return loaded


def _measures(locale: Locale) -> Iterator[tuple[str, Measure]]:
    """Every measure by its key, not saved yet, in the language that is active."""
    positions: Counter[Group] = Counter()
    for each in MEASURES:
        positions[each.group] += 1
        yield (
            each.key,
            Measure(
                translation_key=translation_key(each.key),
                locale=locale,
                question=str(each.question),
                kind=each.kind,
                group=each.group,
                unit=str(each.unit),
                base=each.base,
                # Ten apart, so that there is room for an editor's own.
                order=10 * positions[each.group],
            ),
        )


def _existing(measure: Measure) -> Measure | None:
    """The same question in that language, or one that an editor wrote alike."""
    there = Measure.objects.filter(locale=measure.locale)
    return (
        there.filter(translation_key=measure.translation_key).first()
        or there.filter(question=measure.question).first()
    )
