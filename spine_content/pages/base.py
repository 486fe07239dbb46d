from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.db.models import Q
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from spine_content import conf
from spine_content.blocks.body import body_blocks
from spine_content.blocks.stream_text import map_text
from spine_content.clinic.placeholders import placeholder_errors, render_placeholders
from spine_content.clinic.settings import ClinicSettings
from spine_content.clinic.snippets import live_values
from spine_content.compat import InstanceCleaningForm
from spine_content.fields import ContentStreamField
from spine_content.glossary.explain import TermIndex, TermLinker, link_first_uses_in
from spine_content.html import Outline
from spine_content.page_types import PAGE_TYPES
from spine_content.pages.api_fields import shown
from spine_content.pages.cache_control import limit_age
from spine_content.pages.listings import chosen_pages, linked_pages
from spine_content.pages.publishing import PublishGuardMixin, guard_problems
from spine_content.pages.quality import page_text
from spine_content.pages.seo import DescribedPageMixin
from spine_content.quality.types import CheckedPage, PageText

#: Anchors that templates write themselves, so that no heading of an editor's has one.
TEMPLATE_ANCHORS = frozenset(
    {
        *("main", "about", "help", "questions", "results", "sources", "stories"),
        *("changes", "support", "typical", "words"),
        *("spine-contents", "spine-needs", "spine-search"),
        *(f"group-{kind}" for kind in PAGE_TYPES),
        *(f"source-{number}" for number in range(1, 100)),
    }
)


class SpinePageForm(InstanceCleaningForm, WagtailAdminPageForm):
    """Says next to each field what a page still needs before it can be published."""

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
    Pages that come with what every rendering of them needs.

    Whoever asks for fewer columns, or for a lock, gets the plain page.
    """

    def only(self, *fields: Any) -> Any:
        return super(SpinePageQuerySet, self._plain()).only(*fields)

    def defer(self, *fields: Any) -> Any:
        return super(SpinePageQuerySet, self._plain()).defer(*fields)

    def select_for_update(self, *args: Any, **kwargs: Any) -> Any:
        # PostgreSQL locks no row that an outer join may leave empty, and the page
        # tree locks rows to move and add pages.
        return super(SpinePageQuerySet, self._plain()).select_for_update(
            *args, **kwargs
        )

    def _plain(self) -> Any:
        ours: dict[str, Any] = {
            relation: {} for relation in self.model.every_joined_relation()
        }
        return self.select_related(None) if self.query.select_related == ours else self


class SpinePageManager(PageManager.from_queryset(SpinePageQuerySet)):  # type: ignore[misc]
    """Loads what every rendering of a page needs along with the page."""

    def get_queryset(self) -> Any:
        joined = self.model.every_joined_relation()
        return super().get_queryset().select_related(*joined)


class SpinePageMixin(PublishGuardMixin, DescribedPageMixin, CheckedPage):
    """What all page types share: a summary, a body, and the packaged template."""

    if TYPE_CHECKING:  # what every page brings along
        path: str
        depth: int
        locale: Any
        locale_id: int
        get_parent: Any

    page_type = ""
    packaged_template = ""
    joined_relations: tuple[str, ...] = ()
    #: Fields that hold somebody's own words: the checks of quality leave them alone.
    quoted_fields: tuple[str, ...] = ()
    base_form_class = SpinePageForm
    #: What only some types say. Templates ask every page for it, and asking for what is
    #: not there is slow: Django looks through all names that a page has.
    is_fictional: Any = False
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

    api_fields = shown("summary", "body")

    spine_search_fields = [
        index.SearchField("summary", boost=2),
        index.AutocompleteField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def every_joined_relation(cls) -> tuple[str, ...]:
        # Whatever the type, a page says in which language it is.
        return ("locale", *cls.joined_relations)

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
        limit_age(response)
        if hasattr(response, "add_post_render_callback"):
            response.add_post_render_callback(link_first_uses_in)
        return response

    def get_meta_description(self) -> str:
        """The description for search engines and shared links."""
        # A base page of a site's own need not have the field.
        return getattr(self, "search_description", "") or self.summary

    def publish_problems(self) -> list[tuple[str, Any]]:
        """Pairs of field name and message for what still forbids publishing."""
        # An editor that has not started yet sends an empty paragraph, which Wagtail
        # takes for a text.
        empty = [
            (field.name, _("This field is required."))
            for field in self._meta.get_fields()
            if isinstance(field, RichTextField) and not field.blank
            if not strip_tags(getattr(self, field.name) or "").strip()
        ]
        return [*empty, *placeholder_errors(self), *guard_problems(self)]

    def number_hints(self, clinic: ClinicSettings | None) -> list[Any]:
        """What the editor of this page should know about the numbers of the site."""
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

    @classmethod
    def about(cls, treatment_id: int) -> Any:
        """The pages of this type that are about one treatment."""
        return cls.objects.filter(treatment=treatment_id)

    def listed_sources(self) -> list[Any]:
        """The published sources in the order in which the page numbers them."""
        return live_values(getattr(self, "sources", ()))

    def related(self) -> Q | None:
        """Which other pages belong beside this one, as a filter on the base page."""
        return None

    def page_text(self) -> PageText:
        """The page as it is in memory, as the checks of quality read it."""
        return page_text(self)

    def sections(self) -> dict[str, Any]:
        """Anchor and heading of the sections its template writes, in page order."""
        return {}

    def streams(self) -> dict[str, Any]:
        """The streams on the page by the section they stand in (``""`` for none)."""
        return {"": self.body}

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
            sections=sections,
            outline=shown.outline(),
            breadcrumbs=links.pop("ancestors"),
            links=links,
            chosen_pages=chosen_pages(*self.streams().values()),
            words=linker.found,
        )
        return context

    def outline(self) -> Outline:
        """Every heading of the page with its anchor, for the table of contents."""
        sections = self.sections()
        streams = self.streams()
        outline = Outline(reserved=[*sections, *TEMPLATE_ANCHORS])
        for anchor, heading in sections.items():
            outline.add(2, str(heading), anchor)
            self._add_headings(outline, streams.pop(anchor, ()))
        for stream in streams.values():
            self._add_headings(outline, stream)
        return outline

    @staticmethod
    def _add_headings(outline: Outline, stream: Any) -> None:
        for block in stream:
            if block.block_type == "rich_text":
                outline.add_html(block.value.source)
