"""What rests on what: the pages and treatments behind which a snippet stands."""

from collections.abc import Collection, Sequence
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import UsageView

from spine_content.facts.changes import FactChange
from spine_content.facts.models import Treatment


def references_to(model: Any, keys: Collection[int]) -> Any:
    """
    Everything that refers to some snippets, straight or by way of a treatment.

    A page about a treatment rests on the questions and sources of its facts too. Rows
    of Wagtail's reference index: it knows what is saved, not what is in a draft.
    """
    treatments = [*keys] if model is Treatment else _treatments_resting_on(model, keys)
    family = Treatment.objects.filter(
        translation_key__in=Treatment.objects.filter(pk__in=treatments).values(
            "translation_key"
        )
    ).values_list("pk", flat=True)
    return _references(model, keys) | _references(Treatment, [*family])


def pages_resting_on(model: Any, keys: Collection[int]) -> Any:
    """All pages that show something of these snippets, drafts included."""
    page_model = swapper.load_model("wagtailcore", "Page")
    of_pages = references_to(model, keys).filter(
        base_content_type=ContentType.objects.get_for_model(page_model)
    )
    ids = {int(pk) for pk in of_pages.values_list("object_id", flat=True)}
    return page_model.objects.filter(pk__in=ids)


def last_number_changes(pages: Sequence[Any]) -> dict[int, Any]:
    """When a number of the treatments of each page changed last, in bulk, by key."""
    page_model = swapper.load_model("wagtailcore", "Page")
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(page_model),
        object_id__in=[str(page.pk) for page in pages],
        to_content_type=ContentType.objects.get_for_model(Treatment),
    ).values_list("object_id", "to_object_id")
    shown: dict[int, set[int]] = {}
    for page_id, treatment_id in references:
        shown.setdefault(int(page_id), set()).add(int(treatment_id))
    changed = _latest_changes({pk for keys in shown.values() for pk in keys})
    return {
        page_id: max(times)
        for page_id, keys in shown.items()
        if (times := [changed[pk] for pk in keys if pk in changed])
    }


def _latest_changes(treatment_ids: Collection[int]) -> dict[int, Any]:
    """When a number last changed of each treatment, or of its original."""
    treatments = Treatment.objects.filter(pk__in=treatment_ids).values_list(
        "pk", "translation_key"
    )
    families = [family for _pk, family in treatments]
    latest = dict(
        FactChange.objects.filter(treatment__translation_key__in=families)
        .order_by()
        .values_list("treatment__translation_key")
        .annotate(models.Max("changed_at"))
    )
    return {pk: latest[family] for pk, family in treatments if family in latest}


def _treatments_resting_on(model: Any, keys: Collection[int]) -> list[int]:
    of_treatments = _references(model, keys).filter(
        base_content_type=ContentType.objects.get_for_model(Treatment)
    )
    return [int(pk) for pk in of_treatments.values_list("object_id", flat=True)]


def _references(model: Any, keys: Collection[int]) -> Any:
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=[str(key) for key in keys],
    )


class RestingUsageView(UsageView):
    """Where a snippet is used, pages that show it by way of a treatment included."""

    def get_queryset(self) -> Any:
        if self.describe_on_delete:
            # Deleting it touches only what names it itself.
            return super().get_queryset()
        model = type(self.object)
        return references_to(model, [self.object.pk]).group_by_source_object()
