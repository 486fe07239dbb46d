"""
The two menus of the admin, made of what the rooms have. Imported from ``wagtail_hooks``
only, as wagtail_modeladmin asks for the site's base page when it is imported.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import LiveStatusTagColumn, StatusFlagColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail_modeladmin.options import ModelAdminGroup

from spine_content.admin.import_register import ImportRunAdmin
from spine_content.admin.importing.viewset import ImportViewSet
from spine_content.admin.viewsets import ClinicSnippetViewSet
from spine_content.clinic.admin import PersonViewSet, WarningSignViewSet
from spine_content.consent.admin import ConsentAdmin, ConsentFormAdmin
from spine_content.facts.chooser import MeasureChooserViewSet
from spine_content.facts.forms import TreatmentForm
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.panels import treatment_panels
from spine_content.facts.sources import Source
from spine_content.facts.usage import RestingUsageView
from spine_content.glossary.admin import GlossaryTermViewSet
from spine_content.pages.admin import page_listings
from spine_content.reviews.admin import ReviewAdmin


class ClinicRegisters(ModelAdminGroup):
    """The menu of records that are kept, filtered and inspected, never published."""

    menu_label = _("Clinic registers")
    menu_item_name = "clinic-registers"
    menu_icon = "folder-inverse"
    menu_order = 160
    items = (ConsentAdmin, ConsentFormAdmin, ReviewAdmin, ImportRunAdmin)


class TreatmentViewSet(ClinicSnippetViewSet):
    model = Treatment
    usage_view_class = RestingUsageView
    icon = "crosshairs"
    empty_state = _(
        "A treatment is anything that a patient can choose, doing nothing included. "
        "Its facts are entered here once, and every page shows them."
    )
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
    empty_state = _(
        "Measures are the questions that every treatment answers, such as “When can I "
        "drive again?”. A set to begin with is made by “manage.py load_measures”."
    )
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
    empty_state = _(
        "Sources are the studies, guidelines and policies that facts and pages rest "
        "on. Enter each once, then choose it wherever it is needed."
    )
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
