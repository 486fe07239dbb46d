"""Where a treatment, question or source is used, indirectly too."""

from collections.abc import Collection, Sequence
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import ReferenceIndex

from spine_content.facts.changes import FactChange
from spine_content.facts.models import Treatment
from spine_content.facts.queries import with_translations


def references_to(model: Any, keys: Collection[int]) -> Any:
    """
    Everything that refers to some snippets, directly or by way of a treatment.

    A page about a treatment uses the questions and sources of its facts too. Rows of
    Wagtail's reference index: it knows what is saved, not what is in a draft.
    """
    direct = _references(model, keys)
    treatments = [*keys] if model is Treatment else _objects(direct, Treatment)
    translations = with_translations(Treatment, treatments).values_list("pk", flat=True)
    return direct | _references(Treatment, [*translations])


def pages_using(model: Any, keys: Collection[int]) -> Any:
    """All pages that show something of these snippets, drafts included."""
    page_model = swapper.load_model("wagtailcore", "Page")
    pages = _objects(references_to(model, keys), page_model)
    return page_model.objects.filter(pk__in=pages)


def last_number_changes(pages: Sequence[Any]) -> dict[int, Any]:
    """By key of each page, when a number of its treatments changed last, if ever."""
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


def _references(model: Any, keys: Collection[int]) -> Any:
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=[str(key) for key in keys],
    )


def _objects(references: Any, model: Any) -> set[int]:
    """Keys of the objects of one model that these references come from."""
    own = references.filter(base_content_type=ContentType.objects.get_for_model(model))
    return {int(pk) for pk in own.values_list("object_id", flat=True)}
