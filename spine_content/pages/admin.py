"""The lists of pages in the clinic menu."""

from typing import Any

import django_filters
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import permission_denied
from wagtail.admin.ui.tables import StatusTagColumn
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.permissions import page_permission_policy

from spine_content.admin.reports import PERMISSIONS, PagesMenuItem
from spine_content.consent.models import Consent, ConsentState
from spine_content.page_types import page_models
from spine_content.pages.empty_states import PAGES
from spine_content.reviews.status import ReviewState, page_review_statuses

#: Icon of each kind of page, in the order of the menu.
PAGE_ICONS = {
    "topic": "folder-open-inverse",
    "procedure": "clipboard-list",
    "comparison": "table",
    "story": "openquote",
    "recovery": "calendar-check",
}
#: What needs nothing from anybody stands out as done.
SETTLED = {ReviewState.REVIEWED, ConsentState.VALID}
NO_CONSENT = "none"


class PageListingMenuItem(PagesMenuItem):
    """A menu item for those who may do something with pages."""

    rights = {*PERMISSIONS, "bulk_delete"}


class SpinePageFilterSet(PageFilterSet):
    """Wagtail's filters of pages, and where a page stands with its reviewers."""

    review = django_filters.ChoiceFilter(
        label=_("Review"), choices=ReviewState.choices, method="by_review"
    )

    def by_review(self, pages: Any, name: str, value: str) -> Any:
        found = statuses(pages)
        return pages.filter(pk__in=[pk for pk in found if found[pk].state == value])


class StoryFilterSet(SpinePageFilterSet):
    consent = django_filters.ChoiceFilter(
        label=_("Consent"),
        choices=[*ConsentState.choices, (NO_CONSENT, _("No consent"))],
        method="by_consent",
    )

    def by_consent(self, stories: Any, name: str, value: str) -> Any:
        if value == NO_CONSENT:
            return stories.filter(consent=None)
        consents = Consent.objects.with_state().filter(state=value)
        return stories.filter(consent__in=consents.values("pk"))


class SpinePageIndexView(IndexView):
    """Says where pages stand with their reviewers, and stories with their consent."""

    results_template_name = "spine_content/admin/page_list_results.html"
    table_classname = "listing full-width spine-list"

    def get_table(self, object_list: Any, **kwargs: Any) -> Any:
        object_list = list(object_list)
        reviews = statuses(object_list)
        consents = consent_states(object_list)
        for page in object_list:
            page.review_state = reviews[page.pk].state
            page.consent_state = consents.get(getattr(page, "consent_id", None))
        return super().get_table(object_list, **kwargs)

    def get_context_data(self, **kwargs: Any) -> Any:
        empty_state = PAGES[self.model.page_type]
        return super().get_context_data(empty_state=empty_state, **kwargs)


def statuses(pages: Any) -> Any:
    """
    Where some pages stand with their reviewers.

    A list leaves out the streams of its pages, and asking each would be a query each.
    """
    keys = [page.pk for page in pages]
    whole = {
        pk: page
        for model in {type(page) for page in pages}
        for pk, page in model.objects.in_bulk(keys).items()
    }
    return page_review_statuses(list(whole.values()))


def consent_states(pages: Any) -> dict[int | None, Any]:
    """Where the consents of some stories stand, by key."""
    consents = (getattr(page, "consent_id", None) for page in pages)
    keys = [pk for pk in consents if pk]
    if not keys:
        return {None: ""}
    found = Consent.objects.filter(pk__in=keys).with_state().values_list("pk", "state")
    return {None: "", **{pk: ConsentState(state) for pk, state in found}}


class ChooseParent(ChooseParentView):
    """Where to write a new page, for those who may write one somewhere."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not page_permission_policy.user_has_permission(request.user, "add"):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)


def _label(name: str, without: Any) -> Any:
    def label(page: Any) -> Any:
        state = getattr(page, name)
        return state.label if state else without

    return label


def _primary(name: str) -> Any:
    return lambda page: getattr(page, name) in SETTLED


REVIEW = StatusTagColumn(
    "review",
    label=_("Review"),
    accessor=_label("review_state", _("Not yet reviewed")),
    primary=_primary("review_state"),
)
CONSENT = StatusTagColumn(
    "consent",
    label=_("Consent"),
    accessor=_label("consent_state", _("No consent")),
    primary=_primary("consent_state"),
)


class SpinePageListing(PageListingViewSet):
    """Every page of one type in a flat list, wherever it is in the tree."""

    index_view_class = SpinePageIndexView
    choose_parent_view_class = ChooseParent
    menu_item_class = PageListingMenuItem
    filterset_class = SpinePageFilterSet
    columns = [*PageListingViewSet.columns, REVIEW]

    @cached_property
    def menu_label(self) -> Any:
        return capfirst(self.model._meta.verbose_name_plural)


class StoryListing(SpinePageListing):
    filterset_class = StoryFilterSet
    columns = [*SpinePageListing.columns, CONSENT]


def page_listings() -> list[SpinePageListing]:
    """A listing for each installed page type of ours, a site's own included."""
    return [
        (StoryListing if kind == "story" else SpinePageListing)(
            f"clinic-pages/{model._meta.label_lower.replace('.', '-')}",
            model=model,
            icon=icon,
            url_namespace=f"spine_{model._meta.label_lower.replace('.', '_')}",
        )
        for kind, icon in PAGE_ICONS.items()
        for model in page_models(kind)
    ]
