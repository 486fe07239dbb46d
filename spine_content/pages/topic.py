import re
from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Case, Count, Q, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import MultiFieldPanel
from wagtail.api import APIField
from wagtail.search import index

from spine_content import jsonld
from spine_content.clinic.review_intervals import ReviewTier
from spine_content.fields import ContentStreamField
from spine_content.page_types import page_models, page_type_of
from spine_content.pages.api_fields import (
    computed_api_fields,
    content_api_fields,
)
from spine_content.pages.clinical import (
    ClinicalPageMixin,
    OpeningImageMixin,
    WarningSignsMixin,
    warning_signs_field,
)
from spine_content.pages.feed import FeedMixin
from spine_content.pages.fields import (
    snippet_stream,
)
from spine_content.pages.listings import (
    LINKS_PER_TYPE,
    first_of_each_type,
    visible_pages,
)
from spine_content.pages.seo import page_url

#: Headings of the groups in page order. Stories come last, so that numbers are read
#: before anybody's luck; nothing is ever ordered by popularity.
GROUPS = {
    "comparison": _("Compare your choices"),
    "procedure": _("Procedures"),
    "recovery": _("Recovery guides"),
    "topic": _("Related topics"),
    "story": _("Patient stories"),
}
#: What a reader comes with, and the group that answers it.
NEEDS = {
    "comparison": _("I have to choose"),
    "procedure": _("I want to know about a procedure"),
    "recovery": _("I am getting over one"),
}
RESULTS_PER_PAGE = 20
LONGEST_QUERY = 200


@dataclass
class Group:
    """Pages of one kind: the first few of them, and how many there are."""

    type: str
    heading: Any
    pages: list[Any]
    total: int
    empty_text: str = ""

    @property
    def need(self) -> Any:
        """What a reader might say who needs this group, or an empty string."""
        return NEEDS.get(self.type, "")


class EmptyTextBlock(blocks.StructBlock):
    """What a group says while it has no pages."""

    group = blocks.ChoiceBlock(
        label=_("Group"),
        choices=list(GROUPS.items()),
        help_text=_("The group that has no pages yet."),
    )
    text = blocks.CharBlock(
        label=_("Text"),
        max_length=200,
        help_text=_("Say what will be here, or where to look meanwhile."),
    )

    class Meta:
        icon = "doc-empty"
        label = _("Text")
        label_format = "{group}: {text}"


class TopicPageMixin(
    OpeningImageMixin, WarningSignsMixin, FeedMixin, ClinicalPageMixin
):
    """A condition or theme: introduces it, and gathers the pages about it."""

    page_type = "topic"
    schema_type = ("MedicalWebPage", "CollectionPage")
    open_graph_type = "website"
    review_tier = ReviewTier.LOW
    packaged_template = "spine_content/pages/topic_page.html"
    select_related_fields = ("image",)
    page_description = _("Introduces a condition and lists the pages below it.")

    condition = models.CharField(
        _("condition"),
        max_length=120,
        help_text=_("In plain words, such as “broken bones in the spine”."),
    )
    sources = snippet_stream(
        "source",
        "spine_content.Source",
        verbose_name=_("sources"),
        blank=True,
        help_text=_("Needed where the introduction gives numbers."),
    )
    warning_signs = warning_signs_field(_("Emergency signs open the page."), blank=True)
    featured_comparison = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("comparison to begin with"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Offered first to readers who have to decide."),
    )
    pinned = ContentStreamField(
        [("page", blocks.PageChooserBlock())],
        verbose_name=_("pinned pages"),
        blank=True,
        help_text=_(
            "They come first in their group. Pages from elsewhere on the site may be "
            "pinned too."
        ),
    )
    empty_texts = ContentStreamField(
        [("text", EmptyTextBlock())],
        verbose_name=_("texts for empty groups"),
        blank=True,
        help_text=_("A group without pages and without a text is left out."),
    )

    api_fields = [
        *ClinicalPageMixin.api_fields,
        *content_api_fields("condition", "image_alt", "pinned", "empty_texts"),
        APIField("image"),
        *WarningSignsMixin.warning_signs_api_fields,
        # Its key alone: whoever asks for that page is told what the public may see.
        *computed_api_fields(featured_comparison=attrgetter("featured_comparison_id")),
    ]

    topic_panels = [
        *ClinicalPageMixin.opening_panels,
        MultiFieldPanel(
            ["condition", "image", "image_alt", "body"],
            heading=_("The condition in brief"),
        ),
        MultiFieldPanel(["warning_signs"], heading=_("Warning signs")),
        MultiFieldPanel(
            ["featured_comparison", "pinned", "empty_texts"],
            heading=_("Pages about it"),
        ),
        *ClinicalPageMixin.about_panels,
    ]
    topic_search_fields = [
        *ClinicalPageMixin.spine_search_fields,
        index.SearchField("condition"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def about(cls, treatment_id: int) -> Any:
        return cls.objects.none()

    def related(self) -> Q | None:
        return Q(pk=self.featured_comparison_id)

    def completed_items(self) -> dict[str, bool]:
        leads_on = bool(self.featured_comparison_id or self.pinned)
        return {**super().completed_items(), "alternatives": leads_on}

    def listed_pages(self) -> Any:
        """Every visible page of ours below this one, and those pinned to it."""
        types = ContentType.objects.get_for_models(*page_models(*GROUPS)).values()
        below = Q(path__startswith=self.path, depth__gt=self.depth)
        return visible_pages().filter(
            below | Q(pk__in=self._pinned_ids()),
            content_type__in=[content_type.pk for content_type in types],
        )

    def _pinned_ids(self) -> list[int]:
        ids = [block["value"] for block in self.pinned.raw_data]
        return [pk for pk in ids if pk and pk != self.pk]

    def _order(self) -> list[Any]:
        # The editor's own order in the page tree, pinned pages first.
        pinned = When(pk__in=self._pinned_ids(), then=Value(0))
        return [Case(pinned, default=Value(1)), "path"]

    def groups(self) -> list[Group]:
        """The groups to show, each with its first pages and its full number."""
        listed = self.listed_pages()
        counts = Counter[str]()
        for type_id, number in listed.order_by().values_list(
            "content_type", Count("pk")
        ):
            model: Any = ContentType.objects.get_for_id(type_id).model_class()
            counts[model.page_type] += number
        firsts: dict[str, list[Any]] = {}
        for page in first_of_each_type(
            listed, LINKS_PER_TYPE, *self._order()
        ).specific():
            firsts.setdefault(page_type_of(page), []).append(page)
        texts = {b.value["group"]: b.value["text"] for b in self.empty_texts}
        every = [
            Group(
                kind, heading, firsts.get(kind, []), counts[kind], texts.get(kind, "")
            )
            for kind, heading in GROUPS.items()
        ]
        return [group for group in every if group.pages or group.empty_text]

    def results(self, query: str, kind: str) -> Any:
        """Pages that match a search, or all of one kind, as a sliceable list."""
        listed = self.listed_pages()
        if kind:
            listed = listed.filter(
                content_type__in=[
                    ContentType.objects.get_for_model(model).pk
                    for model in page_models(kind)
                ]
            )
        if not query:
            return listed.order_by(*self._order()).specific()
        page_model = swapper.load_model("wagtailcore", "Page")
        # Search backends accept few filters, so they are handed plain numbers.
        found = page_model.objects.filter(pk__in=listed.order_by().values("pk"))
        # Some backends read quotes and signs as a syntax of their own, and fail on it.
        words = " ".join(re.findall(r"\w+", query))
        return found.specific().search(words) if words else found.none()

    def schema_properties(self, context: Any) -> dict[str, Any]:
        # Without stories: those are not for taking away.
        parts = [
            jsonld.node("WebPage", name=page.title, url=page_url(page, context))
            for group in context.get("groups") or ()
            for page in group.pages
            if group.type != "story"
        ]
        return {**super().schema_properties(context), "hasPart": parts}

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        query, kind = _search_parameters(request.GET)
        context.update(query=query, kind=kind, kinds=GROUPS)
        if query or kind:
            paginator = Paginator(self.results(query, kind), RESULTS_PER_PAGE)
            context["results"] = paginator.get_page(request.GET.get("page"))
            context["heading"] = GROUPS.get(kind)
        else:
            context["groups"] = context["page"].groups()
        return context


def _search_parameters(parameters: Any) -> tuple[str, str]:
    """The words that a visitor searches for, and the type of page."""
    # PostgreSQL refuses a NUL character, and nobody searches for a whole book.
    query = parameters.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    kind = parameters.get("type", "")
    return query, kind if kind in GROUPS else ""
