"""Pages in the admin: listings in the clinic menu, and the hooks around them."""

from typing import Any

import django_filters
import swapper
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import permission_denied
from wagtail.admin.ui.tables import StatusTagColumn
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.permissions import page_permission_policy

from spine_content import consent
from spine_content.admin.reports import PERMISSIONS, PagesMenuItem
from spine_content.consent.models import Consent, ConsentState
from spine_content.page_types import page_models
from spine_content.pages.base import SpinePageMixin
from spine_content.pages.emergency_number import guides_below
from spine_content.pages.publishing import publish_errors
from spine_content.reviews.status import ReviewState, page_review_statuses

#: Icon of each kind of page, in the order of the menu.
PAGE_ICONS = {
    "topic": "folder-open-inverse",
    "procedure": "clipboard-list",
    "comparison": "table",
    "story": "openquote",
    "recovery": "calendar-check",
}
#: What an empty list of each kind says: what it is for, and what to do first. The
#: template makes the links.
EMPTY_STATES: dict[str, Any] = {
    "topic": _(
        "A topic introduces a condition and gathers the pages about it. It is a good "
        "first page: the others are written below it."
    ),
    "procedure": _(
        "A procedure page shows the facts of a treatment. Put down the treatment with "
        "its facts first, then write the page about it."
    ),
    "comparison": _(
        "A comparison sets two to four treatments side by side, from their facts. It "
        "needs two published treatments, one of them without a procedure."
    ),
    "story": _(
        "A story is public only while a consent covers it. Write the draft, and ask a "
        "consent officer to attach the consent."
    ),
    "recovery": _(
        "A recovery guide needs the telephone numbers of the clinic, a treatment and "
        "at least one warning sign for emergencies."
    ),
}
#: States in which nobody has to do anything: their tags stand out.
DONE_STATES = {ReviewState.REVIEWED, ConsentState.VALID}
NO_CONSENT = "none"


class PageListingMenuItem(PagesMenuItem):
    """A menu item for those who may do something with pages."""

    rights = {*PERMISSIONS, "bulk_delete"}


class SpinePageFilterSet(PageFilterSet):
    """Wagtail's filters of pages, and their review status."""

    review = django_filters.ChoiceFilter(
        label=_("Review"), choices=ReviewState.choices, method="by_review"
    )

    def by_review(self, pages: Any, name: str, value: str) -> Any:
        found = review_statuses(pages)
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
    """Shows the review status of each page, and the consent status of each story."""

    results_template_name = "spine_content/admin/page_list_results.html"
    table_classname = "listing full-width spine-list"

    def get_table(self, object_list: Any, **kwargs: Any) -> Any:
        object_list = list(object_list)
        reviews = review_statuses(object_list)
        consents = consent_states(object_list)
        for page in object_list:
            page.review_state = reviews[page.pk].state
            page.consent_state = consents.get(page.consent_id)
        return super().get_table(object_list, **kwargs)

    def get_context_data(self, **kwargs: Any) -> Any:
        empty_state = EMPTY_STATES[self.model.page_type]
        return super().get_context_data(empty_state=empty_state, **kwargs)


def review_statuses(pages: Any) -> Any:
    """
    The review status of each page, by key.

    A listing defers the streams of its pages, and loading each would be a query each.
    """
    keys = [page.pk for page in pages]
    loaded = {
        pk: page
        for model in {type(page) for page in pages}
        for pk, page in model.objects.in_bulk(keys).items()
    }
    return page_review_statuses(list(loaded.values()))


def consent_states(pages: Any) -> dict[int | None, Any]:
    """The status of the consents of some stories, by the key of the consent."""
    keys = [page.consent_id for page in pages if page.consent_id]
    if not keys:
        return {None: ""}
    found = Consent.objects.filter(pk__in=keys).with_state().values_list("pk", "state")
    return {None: "", **{pk: ConsentState(state) for pk, state in found}}


class PermittedChooseParentView(ChooseParentView):
    """The choice of a parent for a new page, for those who may add one somewhere."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not page_permission_policy.user_has_permission(request.user, "add"):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)


def _status_column(name: str, label: Any, attribute: str, without: Any) -> Any:
    """A column for a state that the listing sets; ``without`` where there is none."""

    def text(page: Any) -> Any:
        state = getattr(page, attribute)
        return state.label if state else without

    def is_primary(page: Any) -> bool:
        return getattr(page, attribute) in DONE_STATES

    return StatusTagColumn(name, label=label, accessor=text, primary=is_primary)


class SpinePageListingViewSet(PageListingViewSet):
    """Every page of one type in a flat list, wherever it is in the tree."""

    index_view_class = SpinePageIndexView
    choose_parent_view_class = PermittedChooseParentView
    menu_item_class = PageListingMenuItem
    filterset_class = SpinePageFilterSet
    columns = [
        *PageListingViewSet.columns,
        _status_column("review", _("Review"), "review_state", _("Not yet reviewed")),
    ]

    @cached_property
    def menu_label(self) -> Any:
        return capfirst(self.model._meta.verbose_name_plural)


class StoryListingViewSet(SpinePageListingViewSet):
    filterset_class = StoryFilterSet
    columns = [
        *SpinePageListingViewSet.columns,
        _status_column("consent", _("Consent"), "consent_state", _("No consent")),
    ]


def page_listings() -> list[SpinePageListingViewSet]:
    """A listing for each installed page type of ours, a site's own included."""
    return [
        (StoryListingViewSet if kind == "story" else SpinePageListingViewSet)(
            f"clinic-pages/{model._meta.label_lower.replace('.', '-')}",
            model=model,
            icon=icon,
            url_namespace=f"spine_{model._meta.label_lower.replace('.', '_')}",
        )
        for kind, icon in PAGE_ICONS.items()
        for model in page_models(kind)
    ]


def refuse_bulk_publish(request: Any, pages: Any, action: Any) -> HttpResponse | None:
    """
    Bulk publishing skips the form, so what the form would say is said here.

    Nothing is published unless every chosen page of ours may be.
    """
    refused = [
        (page, reasons)
        for page in _chosen_drafts(pages, action)
        if (reasons := publish_errors(page))
    ]
    for page, reasons in refused:
        title = page.get_admin_display_title()
        messages.error(request, f"{title}: {' '.join(reasons)}")
    return redirect(action.next_url) if refused else None


def _chosen_drafts(pages: Any, action: Any) -> list[Any]:
    # Wagtail asks before bulk actions on anything, not on pages alone.
    page_model = swapper.load_model("wagtailcore", "Page")
    chosen = [page.specific for page in pages if isinstance(page, page_model)]
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in list(chosen):
            chosen += page.get_descendants().not_live().specific()
    ours: list[Any] = [page for page in chosen if isinstance(page, SpinePageMixin)]
    return [page.get_latest_revision_as_object() for page in ours]


def warn_of_unpublished_guides(request: Any, *moved: Any) -> None:
    """Say which guides were unpublished by a move, and why."""
    drafts = guides_below(*moved).not_live().exclude(first_published_at=None)
    for guide in drafts:
        title = guide.get_admin_display_title()
        for problem in guide.emergency_number_errors(guide.clinic_settings()):
            message = gettext("“%(title)s” is not public there. %(problem)s")
            messages.warning(request, message % {"title": title, "problem": problem})


def exclude_hidden_stories(pages: Any, user: Any) -> Any:
    """
    The pages that ``user`` may choose from: Wagtail offers all of them to everybody.

    A story that may not be shown is only there for those who see it in the page tree.
    """
    page_model = swapper.load_model("wagtailcore", "Page")
    known = page_permission_policy.explorable_instances(user).values("pk")
    shown = consent.only_showable(page_model.objects.all()).values("pk")
    found = page_model.objects.filter(Q(pk__in=known) | Q(pk__in=shown))
    return pages.filter(pk__in=found.values("pk"))
