"""Treatments, measures and sources in the admin. Needs Wagtail's apps to be ready."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy
from wagtail import blocks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList, Panel
from wagtail.admin.ui.tables import LiveStatusTagColumn, StatusFlagColumn
from wagtail.blocks.struct_block import StructBlockAdapter
from wagtail.snippets.views.snippets import UsageView

from spine_content.admin.viewsets import ClinicSnippetViewSet
from spine_content.facts.blocks import FactBlock
from spine_content.facts.chooser import MeasureChooserViewSet
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.panels import treatment_panels
from spine_content.facts.raw_data import TRANSLATED_FIELDS
from spine_content.facts.sources import Source
from spine_content.facts.usage import references_to

#: Fields that fit beside another one.
SHORT_BLOCKS = (
    blocks.IntegerBlock,
    blocks.DecimalBlock,
    blocks.DateBlock,
    blocks.ChoiceBlock,
)
SHORT_TEXT = 10


class IndirectUsageView(UsageView):
    """Where a snippet is used, pages that show it by way of a treatment included."""

    def get_queryset(self) -> Any:
        if self.describe_on_delete:
            # Deleting it touches only what names it itself.
            return super().get_queryset()
        model = type(self.object)
        return references_to(model, [self.object.pk]).group_by_source_object()


class TreatmentForm(WagtailAdminModelForm):
    """
    The form of a treatment.

    That of a translation offers its words only: whatever else was sent, or has changed
    since, the facts are those of the original.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance = kwargs.get("instance")
        self.original = instance.translation_of if instance else None
        if self.original:
            kwargs["instance"].sync_from_original(self.original)
        super().__init__(*args, **kwargs)

    def save(self, commit: bool = True) -> Any:
        if self.original:
            self.instance.sync_from_original(self.original)
        return super().save(commit)


class TreatmentViewSet(ClinicSnippetViewSet):
    model = Treatment
    usage_view_class = IndirectUsageView
    icon = "crosshairs"
    empty_state = gettext_lazy(
        "A treatment is anything that a patient can choose, doing nothing included. "
        "Its facts are entered here once, and every page shows them."
    )
    list_display = [
        "name",
        "kind",
        "also_known_as",
        LiveStatusTagColumn(label=gettext_lazy("Status")),
    ]
    list_filter = ["kind"]
    #: Panels of other rooms below those of a treatment itself.
    more_panels: tuple[Panel, ...] = ()

    def get_edit_handler(self) -> Any:
        panels = [*treatment_panels(), *self.more_panels]
        handler = ObjectList(panels, base_form_class=TreatmentForm)
        return handler.bind_to_model(self.model)


class MeasureViewSet(ClinicSnippetViewSet):
    model = Measure
    usage_view_class = IndirectUsageView
    icon = "sliders"
    empty_state = gettext_lazy(
        "Measures are the questions that every treatment answers, such as “When can I "
        "drive again?”. A set to begin with is made by “manage.py load_measures”."
    )
    chooser_viewset_class = MeasureChooserViewSet
    list_display = [
        "question",
        "group",
        "kind",
        "order",
        LiveStatusTagColumn(label=gettext_lazy("Status")),
    ]
    list_filter = ["group", "kind"]


class SourceViewSet(ClinicSnippetViewSet):
    model = Source
    usage_view_class = IndirectUsageView
    icon = "doc-full"
    empty_state = gettext_lazy(
        "Sources are the studies, guidelines and policies that facts and pages rest "
        "on. Enter each once, then choose it wherever it is needed."
    )
    list_display = [
        "title",
        "authors",
        "year",
        "kind",
        StatusFlagColumn("retracted", label="", true_label=gettext_lazy("Retracted")),
        StatusFlagColumn("is_replaced", label="", true_label=gettext_lazy("Replaced")),
        LiveStatusTagColumn(label=gettext_lazy("Status")),
    ]
    list_filter = ["kind", "retracted", "industry_funded"]


class FactBlockAdapter(StructBlockAdapter):
    """The form of a fact in the browser, which shows what visitors will read."""

    js_constructor = "spine_content.FactBlock"

    def js_args(self, block: FactBlock) -> list[Any]:
        name, children, meta = super().js_args(block)
        return [name, children, {**meta, "fact": form_options(block)}]

    @cached_property
    def media(self) -> Any:
        return super().media + forms.Media(
            js=["spine_content/js/facts.js"],
            css={"all": ["spine_content/css/admin/facts.css"]},
        )


def form_options(block: FactBlock) -> dict[str, Any]:
    """What ``facts.js`` needs to know about a kind of fact."""
    shared = {"measure", *FactBlock.base_blocks}
    children = block.child_blocks.items()
    return {
        "url": reverse("spine_fact_sentence"),
        "value": [name for name in block.child_blocks if name not in shared],
        "short": [n for n, child in children if n != "status" and _is_short(child)],
        "words": list(TRANSLATED_FIELDS),
        "texts": {
            "read": gettext("Visitors will read:"),
            "nothing": gettext("Nothing yet: enter the answer first."),
            "publish": gettext("Before you publish:"),
            "unavailable": gettext("It could not be worked out just now."),
        },
    }


def _is_short(block: Any) -> bool:
    if isinstance(block, blocks.CharBlock):
        longest = block.field.max_length
        return longest is not None and longest <= SHORT_TEXT
    return isinstance(block, SHORT_BLOCKS)
