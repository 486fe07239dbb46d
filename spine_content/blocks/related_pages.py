from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


@dataclass(frozen=True)
class ExamplePage:
    """What the block picker shows: a site may not have a page yet."""

    title: str
    pk: None = None


class RelatedPagesBlock(blocks.StructBlock):
    """
    Pages that an editor chose to go on with.

    Only those are shown that the page hands over in ``chosen_pages`` (ids and pages),
    since not every page may be shown to everybody. A page type that is not based on
    ours takes them from ``spine_content.pages.listing.chosen_pages``; without them
    the block shows nothing.
    """

    heading = blocks.CharBlock(
        label=_("Heading"),
        max_length=120,
        required=False,
        help_text=_("For example “Read more about it”. It may be left empty."),
    )
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Page")),
        label=_("Pages"),
        help_text=_("Drafts, private pages and stories without consent are left out."),
    )

    @staticmethod
    def page_ids(raw_value: Any) -> list[Any]:
        """The ids of the pages named in the stored value of a block."""
        items = raw_value.get("pages") or []
        # Before Wagtail 2.16 the items of a list were stored without their ids.
        return [item.get("value") if isinstance(item, dict) else item for item in items]

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(
            value, parent_context=parent_context
        )
        allowed = context.get("chosen_pages") or {}
        pages = [allowed.get(page.pk) for page in value.get("pages") or [] if page]
        pages = [page for page in pages if page] or context.get("example_pages", [])
        context["pages"] = pages
        return context

    def get_preview_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_preview_context(value, parent_context=parent_context)
        titles = (_("Getting ready at home"), _("Strong bones"))
        return {**context, "example_pages": [ExamplePage(str(t)) for t in titles]}

    class Meta:
        icon = "link"
        label = _("Related pages")
        description = _("Links to other pages of this site.")
        label_format = "{heading}"
        template = "spine_content/blocks/related_pages.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {"heading": "Read more about it", "pages": []}
