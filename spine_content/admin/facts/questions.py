import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from wagtail.admin.admin_url_finder import AdminURLFinder

from spine_content.models import Measure


@dataclass(frozen=True)
class Offered:
    """A question as a button. ``chosen`` is what the chooser would know of it."""

    measure: Measure
    chosen: str


@dataclass(frozen=True)
class OfferedGroup:
    """Questions under one heading."""

    label: str
    questions: list[Offered] = field(default_factory=list)


def offered_questions(locale_id: int) -> list[OfferedGroup]:
    """Every published question of a locale, in the groups and order of the pages."""
    groups = {value: OfferedGroup(str(label)) for value, label in Measure.Group.choices}
    for measure, chosen in _with_choices(locale_id):
        groups[measure.group].questions.append(Offered(measure, chosen))
    return [group for group in groups.values() if group.questions]


def _with_choices(locale_id: int) -> Iterator[tuple[Measure, str]]:
    addresses = AdminURLFinder()
    measures = Measure.objects.filter(live=True, locale=locale_id)
    for measure in measures.order_by("order", "question"):
        address = addresses.get_edit_url(measure)
        yield (
            measure,
            json.dumps({"id": measure.pk, "string": str(measure), "edit_url": address}),
        )
