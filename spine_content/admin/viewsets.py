from typing import Any

from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import LiveStatusTagColumn, StatusFlagColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.permissions import page_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet

from spine_content.admin.facts.chooser import MeasureChooserViewSet
from spine_content.admin.facts.form import TreatmentForm
from spine_content.admin.facts.panel import treatment_panels
from spine_content.admin.resting_usage import RestingUsageView
from spine_content.models import (
    GlossaryTerm,
    Measure,
    Person,
    Source,
    Treatment,
    WarningSign,
)
from spine_content.pages.listing import page_models
from spine_content.pages.review_states import review_statuses

#: Icon of each kind of page, in the order of the menu.
PAGE_ICONS = {
    "topic": "folder-open-inverse",
    "procedure": "clipboard-list",
    "comparison": "table",
    "story": "openquote",
    "recovery": "calendar-check",
}


class PageListingMenuItem(MenuItem):
    """A menu item for those who may do something with pages."""

    def is_shown(self, request: Any) -> bool:
        needed = {"add", "change", "publish", "bulk_delete"}
        return bool(
            page_permission_policy.user_has_any_permission(request.user, needed)
        )


class SpinePageIndexView(IndexView):
    """Marks the pages that changed after somebody had signed them off."""

    def get_table(self, object_list: Any, **kwargs: Any) -> Any:
        object_list = list(object_list)
        found = review_statuses(object_list)
        for page in object_list:
            page.changed_since_review = found[page.pk].is_changed
        return super().get_table(object_list, **kwargs)


class SpinePageListing(PageListingViewSet):
    """Every page of one type in a flat list, wherever it is in the tree."""

    index_view_class = SpinePageIndexView
    columns = [
        *PageListingViewSet.columns,
        StatusFlagColumn(
            "changed_since_review",
            label=_("Review"),
            true_label=_("Changed since review"),
        ),
    ]
    menu_item_class = PageListingMenuItem

    @cached_property
    def menu_label(self) -> Any:
        return capfirst(self.model._meta.verbose_name_plural)


def page_listings() -> list[SpinePageListing]:
    """A listing for each installed page type of ours, a site's own included."""
    return [
        SpinePageListing(
            f"clinic-pages/{model._meta.label_lower.replace('.', '-')}",
            model=model,
            icon=icon,
            url_namespace=f"spine_{model._meta.label_lower.replace('.', '_')}",
        )
        for kind, icon in PAGE_ICONS.items()
        for model in page_models(kind)
    ]


class ClinicSnippetViewSet(SnippetViewSet):
    """Snippets of ours stand in the clinic menu, not under “Snippets”."""

    menu_item_is_registered = True


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
    )

    def __init__(self) -> None:
        super().__init__()
        shared: list[Any] = self.registerables
        self.registerables: list[Any] = [*page_listings(), *shared]
