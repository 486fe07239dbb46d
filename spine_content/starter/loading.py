from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import override
from wagtail.models import Locale

from spine_content.facts.models import Measure
from spine_content.starter.measures import MEASURES

#: Never change it: by it a question is known again after an editor has renamed it.
NAMESPACE = UUID("59759d2e-0cb7-4f89-a578-dcb9a4dc637d")


@dataclass(frozen=True)
class LoadedMeasures:
    """The questions of one language by their key: new ones, and those already there."""

    made: dict[str, Measure]
    kept: dict[str, Measure]


def translation_key(key: str) -> UUID:
    """The same in every language, so that the questions are translations."""
    return uuid5(NAMESPACE, key)


@transaction.atomic
def load_measures(locale: Locale) -> LoadedMeasures:
    """Make the questions that are not there yet, and leave all others as they are."""
    loaded = LoadedMeasures({}, {})
    with override(locale.language_code):
        for row in MEASURES:
            key, measure = row["key"], _measure(row, locale)
            if found := _existing(measure):
                loaded.kept[key] = found
            else:
                measure.save()
                measure.save_revision().publish()
                loaded.made[key] = measure
    return loaded


def _measure(row: dict[str, Any], locale: Locale) -> Measure:
    return Measure(
        translation_key=translation_key(row["key"]),
        locale=locale,
        question=str(row["question"]),
        kind=row["kind"],
        group=row["group"],
        unit=str(row["unit"]),
        base=row["base"],
        order=row["order"],
    )


def _existing(measure: Measure) -> Measure | None:
    """The same question in that language, or one that an editor wrote alike."""
    there = Measure.objects.filter(locale=measure.locale)
    return (
        there.filter(translation_key=measure.translation_key).first()
        or there.filter(question=measure.question).first()
    )
