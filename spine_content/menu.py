"""The clinic's registers. Imported from ``wagtail_hooks`` only, see the base."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import LiveStatusTagColumn, StatusFlagColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.snippets.views.snippets import IndexView as SnippetIndexView
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.options import ModelAdminGroup

from spine_content.admin.empty_states import SNIPPETS
from spine_content.admin.import_register import ImportRunAdmin
from spine_content.admin.importing.viewset import ImportViewSet
from spine_content.clinic.models import Person, WarningSign
from spine_content.consent.admin import ConsentAdmin, ConsentFormAdmin
from spine_content.facts.chooser import MeasureChooserViewSet
from spine_content.facts.forms import TreatmentForm
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.panels import treatment_panels
from spine_content.facts.sources import Source
from spine_content.facts.usage import RestingUsageView
from spine_content.glossary.models import GlossaryTerm
from spine_content.pages.admin import page_listings
from spine_content.reviews.admin import ReviewAdmin


class ClinicRegisters(ModelAdminGroup):
    """The menu of records that are kept, filtered and inspected, never published."""

    menu_label = _("Clinic registers")
    menu_item_name = "clinic-registers"
    menu_icon = "folder-inverse"
    menu_order = 160
    items = (ConsentAdmin, ConsentFormAdmin, ReviewAdmin, ImportRunAdmin)


class ClinicSnippetIndexView(SnippetIndexView):
    """An empty list says what it is for, and what to do first."""

    table_classname = "listing spine-list"

    def get_context_data(self, **kwargs: Any) -> Any:
        first_step = SNIPPETS[self.model._meta.model_name]
        return super().get_context_data(first_step=first_step, **kwargs)


class ClinicSnippetViewSet(SnippetViewSet):
    """Snippets of ours stand in the clinic menu, not under “Snippets”."""

    menu_item_is_registered = True
    index_view_class = ClinicSnippetIndexView
    index_results_template_name = "spine_content/admin/snippet_list_results.html"


class TreatmentViewSet(ClinicSnippetViewSet):
    model = Treatment
    usage_view_class = RestingUsageView
    icon = "crosshairs"
    edit_handler = ObjectList(treatment_panels(), base_form_class=TreatmentForm)
    list_display = [
        "name",
        "kind",
        "also_known_as",
        LiveStatusTagColumn(label=_("Status")),
    ]
    list_filter = ["kind"]


class MeasureViewSet(ClinicSnippetViewSet):
    model = Measure
    usage_view_class = RestingUsageView
    icon = "sliders"
    chooser_viewset_class = MeasureChooserViewSet
    list_display = [
        "question",
        "group",
        "kind",
        "order",
        LiveStatusTagColumn(label=_("Status")),
    ]
    list_filter = ["group", "kind"]


class SourceViewSet(ClinicSnippetViewSet):
    model = Source
    usage_view_class = RestingUsageView
    icon = "doc-full"
    list_display = [
        "title",
        "authors",
        "year",
        "kind",
        StatusFlagColumn("retracted", label="", true_label=_("Retracted")),
        StatusFlagColumn("is_replaced", label="", true_label=_("Replaced")),
        LiveStatusTagColumn(label=_("Status")),
    ]
    list_filter = ["kind", "retracted", "industry_funded"]


class WarningSignViewSet(ClinicSnippetViewSet):
    model = WarningSign
    icon = "warning"
    list_display = ["text", "urgency", LiveStatusTagColumn(label=_("Status"))]
    list_filter = ["urgency"]


class GlossaryTermViewSet(ClinicSnippetViewSet):
    model = GlossaryTerm
    icon = "comment"
    list_display = ["term", "meaning", LiveStatusTagColumn(label=_("Status"))]


class PersonViewSet(ClinicSnippetViewSet):
    model = Person
    icon = "user"
    list_display = [
        "name",
        "role",
        "credentials",
        LiveStatusTagColumn(label=_("Status")),
    ]


class ClinicContentGroup(ViewSetGroup):
    """The menu of what editors write: the page types first, then what pages share."""

    menu_label = _("Clinic content")
    menu_name = "clinic-content"
    menu_icon = "clipboard-list"
    menu_order = 150
    items = (
        TreatmentViewSet,
        MeasureViewSet,
        SourceViewSet,
        WarningSignViewSet,
        GlossaryTermViewSet,
        PersonViewSet,
        ImportViewSet,
    )

    def __init__(self) -> None:
        super().__init__()
        shared: list[Any] = self.registerables
        self.registerables: list[Any] = [*page_listings(), *shared]
