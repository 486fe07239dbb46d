from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock


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
    ours takes them from ``spine_content.pages.listings.chosen_pages``; without them
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


@dataclass(frozen=True)
class Download:
    """What a reader wants to know of a file: address, title, type, size in bytes."""

    address: str
    title: str
    type: str
    size: int | None


def document_download(document: Any) -> Download | None:
    """A document as a download, or nothing where it has no address."""
    try:
        address = document.url
    except (NoReverseMatch, ValueError):  # no file, or a site that serves none
        return None
    kind = document.file_extension.upper()
    return Download(address, document.title, kind, _size(document))


def _size(document: Any) -> int | None:
    if document.file_size is not None:
        return int(document.file_size)
    # Wagtail notes the size of what is uploaded in its admin. Other files are asked,
    # without writing to the database while somebody reads.
    try:
        return int(document.file.size)
    except Exception:  # every storage has its own way to say that a file is missing
        return None


class DocumentBlock(blocks.StructBlock):
    """A file to take home, with its type and size."""

    document = DocumentChooserBlock(
        label=_("Document"),
        help_text=_("A file that can be read on a telephone and printed."),
    )
    title = blocks.CharBlock(
        label=_("Title"),
        max_length=120,
        required=False,
        help_text=_("If empty, the title of the document is shown."),
    )
    about = blocks.CharBlock(
        label=_("What is in it"),
        max_length=200,
        required=False,
        help_text=_("One line, so that nobody loads a file in vain."),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(
            value, parent_context=parent_context
        )
        document = value.get("document")
        if document:
            context["download"] = document_download(document)
        else:
            context["download"] = context.get("example_download")
        return context

    def get_preview_context(self, value: Any, parent_context: Any = None) -> Any:
        # The picker shows an example: a site may not own a document yet.
        context = super().get_preview_context(value, parent_context=parent_context)
        example = Download("#", str(_("The title of the document")), "PDF", 184_320)
        return {**context, "example_download": example}

    class Meta:
        icon = "download"
        label = _("Document")
        description = _("A file to load, with its type and size.")
        label_format = "{title}"
        template = "spine_content/blocks/document.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "document": None,
            "title": "",
            "about": "The leaflet to take along on the day.",
        }
