from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from spine_content import conf
from spine_content.blocks.body import body_blocks
from spine_content.blocks.stream_text import map_text
from spine_content.clinic.placeholders import render_placeholders
from spine_content.clinic.settings import ClinicSettings
from spine_content.compat import InstanceCleaningForm
from spine_content.fields import ContentStreamField
from spine_content.glossary.explain import TermIndex, TermLinker, link_first_uses_in
from spine_content.pages.api_fields import content_api_fields
from spine_content.pages.fields import Section, page_outline, shown_headings
from spine_content.pages.listings import (
    chosen_pages,
    limit_max_age,
    linked_pages,
    pages_about,
)
from spine_content.pages.publishing import PublishGuardMixin, guard_problems
from spine_content.pages.quality import page_text
from spine_content.pages.seo import SeoMixin
from spine_content.quality.types import CheckedPage, PageText


class SpinePageForm(InstanceCleaningForm, WagtailAdminPageForm):
    """The form of a page. It shows each publish problem next to its field."""

    def clean_instance(self) -> None:
        if self.is_deferred_validation:
            return
        self.instance.planned_parent = self.parent_page
        problems = self.instance.publish_problems()
        # Handing it in for review needs no review.
        if "action-publish" in self.data:
            problems += guard_problems(self.instance, needs_review=True)
        known = set(self.errors) - {NON_FIELD_ERRORS}
        for field, message in problems:
            if field not in known:
                self.add_error(field if field in self.fields else None, message)


class SpinePageQuerySet(PageQuerySet):
    """
    Pages joined with the relations that every rendering of them needs.

    Queries for fewer columns, or for a lock, have no joins.
    """

    def only(self, *fields: Any) -> Any:
        return super(SpinePageQuerySet, self._without_joins()).only(*fields)

    def defer(self, *fields: Any) -> Any:
        return super(SpinePageQuerySet, self._without_joins()).defer(*fields)

    def select_for_update(self, *args: Any, **kwargs: Any) -> Any:
        # PostgreSQL locks no row that an outer join may leave empty, and the page
        # tree locks rows to move and add pages.
        return super(SpinePageQuerySet, self._without_joins()).select_for_update(
            *args, **kwargs
        )

    def _without_joins(self) -> Any:
        default: dict[str, Any] = {
            relation: {} for relation in self.model.relations_to_select()
        }
        is_default = self.query.select_related == default
        return self.select_related(None) if is_default else self


class SpinePageManager(PageManager.from_queryset(SpinePageQuerySet)):  # type: ignore[misc]
    """Joins the relations of ``select_related_fields`` to every query for pages."""

    def get_queryset(self) -> Any:
        relations = self.model.relations_to_select()
        return super().get_queryset().select_related(*relations)


class SpinePageMixin(PublishGuardMixin, SeoMixin, CheckedPage):
    """What all page types share: a summary, a body, and the packaged template."""

    if TYPE_CHECKING:  # what every page brings along
        path: str
        depth: int
        locale: Any
        locale_id: int
        get_parent: Any

    page_type = ""
    packaged_template = ""
    #: Foreign keys of this type that every rendering of a page needs.
    select_related_fields: tuple[str, ...] = ()
    #: The types of other pages about its treatment that a page links to.
    related_types: tuple[str, ...] = ()
    treatment_id: int | None = None
    #: Fields that hold somebody's own words: the checks of quality leave them alone.
    quoted_fields: tuple[str, ...] = ()
    base_form_class = SpinePageForm
    #: Fields of some types that templates ask of every page. Without a default, a
    #: template looks through every name that a page has.
    is_fictional: Any = False
    consent_id: int | None = None
    audience = relationship = compensation = ""
    conflict_statement = funding_statement = ""
    #: Where a page that is not in the tree yet is going to stand.
    planned_parent: Any = None

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_(
            "The answer in two short sentences. It opens the page and stands in "
            "lists and search results."
        ),
    )
    body = ContentStreamField(
        body_blocks(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("Anything else the reader should know, block by block."),
    )

    objects = SpinePageManager()

    api_fields = content_api_fields("summary", "body")

    spine_search_fields = [
        index.SearchField("summary", boost=2),
        index.AutocompleteField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def relations_to_select(cls) -> tuple[str, ...]:
        # Whatever the type, a page says in which language it is.
        return ("locale", *cls.select_related_fields)

    @classmethod
    def can_create_at(cls, parent: Any) -> bool:
        hidden = cls.__name__ in conf.get("HIDDEN_PAGE_TYPES")
        return not hidden and super().can_create_at(parent)  # type: ignore[misc]

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        # Wagtail names a template anew for each class, so the site's own comes first
        # and the packaged one is there when it has none.
        own = super().get_template(request, *args, **kwargs)  # type: ignore[misc]
        return [own, self.packaged_template]

    def serve(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        limit_max_age(response)
        if hasattr(response, "add_post_render_callback"):
            response.add_post_render_callback(link_first_uses_in)
        return response

    def get_meta_description(self) -> str:
        """The description for search engines and shared links."""
        # A base page of a site's own need not have the field.
        return getattr(self, "search_description", "") or self.summary

    def number_hints(self, clinic: ClinicSettings | None) -> list[Any]:
        """What an editor of the page is told about the phone numbers of the site."""
        return []

    def clinic_settings(self) -> ClinicSettings | None:
        """The settings of the site where the page stands, in the page's language."""
        # A new page gets its address only when it is saved.
        placed: Any = self if self.pk else self.planned_parent
        placed = placed or (self.get_parent() if self.path else None)
        site = placed.get_site() if placed else None
        return self._in_own_language(ClinicSettings.for_site(site)) if site else None

    def _in_own_language(self, clinic: ClinicSettings) -> ClinicSettings:
        # Few sites have numbers for other languages: the rest need not ask for ours.
        if not clinic.contacts or not self.locale_id:
            return clinic
        return clinic.in_language(self.locale.language_code)

    @cached_property
    def rendered_copy(self) -> Any:
        """A copy of the page with phone numbers in place of their placeholders."""
        return render_placeholders(self, self.clinic_settings())

    @classmethod
    def about(cls, treatment_id: int) -> Any:
        """The pages of this type that are about one treatment."""
        return cls.objects.filter(treatment=treatment_id)

    def related(self) -> Q | None:
        """Which other pages this one links to, as a filter on the base page."""
        return pages_about(self.treatment_id, *self.related_types)

    def page_text(self) -> PageText:
        """The page as it is in memory, as the checks of quality read it."""
        return page_text(self)

    def completed_items(self) -> dict[str, bool]:
        """By key of a quality checklist item of this type, whether the page has it."""
        return {}

    def sections(self) -> list[Section]:
        """The sections of the page in order; each of its streams is in one of them."""
        return [Section("", "", self.body)]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(  # type: ignore[misc]
            request, *args, **kwargs
        )
        links = linked_pages(self, request, self.related())
        clinic = self._in_own_language(ClinicSettings.for_request(request))
        sections = self.sections()
        linker = TermLinker(TermIndex.published(self.locale_id))
        # After what is loaded once for a page, so that the copy has it too.
        shown = map_text(render_placeholders(self, clinic), linker.link_text)
        context.update(
            page=shown,
            self=shown,
            clinic=clinic,
            sections=shown_headings(sections),
            outline=page_outline(shown.sections()),
            breadcrumbs=links.pop("ancestors"),
            links=links,
            chosen_pages=chosen_pages(
                *(each.stream for each in sections if each.stream)
            ),
            words=linker.found,
        )
        return context
