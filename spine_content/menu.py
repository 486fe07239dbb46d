"""
The two menus of the admin, made of what the rooms have. Imported from ``wagtail_hooks``
only, as wagtail_modeladmin asks for the site's base page when it is imported.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail_modeladmin.options import ModelAdminGroup

from spine_content.clinic.admin import PersonViewSet, WarningSignViewSet
from spine_content.consent.admin import ConsentAdmin, ConsentFormAdmin
from spine_content.facts.admin import MeasureViewSet, SourceViewSet, TreatmentViewSet
from spine_content.glossary.editor import GlossaryTermViewSet
from spine_content.importing.admin import ImportRunAdmin, ImportViewSet
from spine_content.pages.admin import page_listings
from spine_content.reviews.admin import ReviewAdmin
from spine_content.reviews.panels import ReviewPanel


class ClinicRegisters(ModelAdminGroup):
    """The menu of records that are kept, filtered and inspected, never published."""

    menu_label = _("Clinic registers")
    menu_item_name = "clinic-registers"
    menu_icon = "folder-inverse"
    menu_order = 160
    items = (ConsentAdmin, ConsentFormAdmin, ReviewAdmin, ImportRunAdmin)


class ReviewedTreatmentViewSet(TreatmentViewSet):
    """Treatments, with what whoever signs off their facts has to know."""

    more_panels = (ReviewPanel(),)


class ClinicContentGroup(ViewSetGroup):
    """The menu of what editors write: the page types first, then what pages share."""

    menu_label = _("Clinic content")
    menu_name = "clinic-content"
    menu_icon = "clipboard-list"
    menu_order = 150
    items = (
        ReviewedTreatmentViewSet,
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
