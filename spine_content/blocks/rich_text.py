from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import expand_db_html

from spine_content.html import Outline

#: A word whose meaning the page explains (see ``glossary.py``).
GLOSSARY_FEATURE = "spine-glossary"
#: What rich text may hold in the body of a page …
BODY_FEATURES = [
    "h2",
    "h3",
    "bold",
    "italic",
    "ol",
    "ul",
    "link",
    "document-link",
    GLOSSARY_FEATURE,
]
#: … in a section that the page itself gives a heading …
SECTION_FEATURES = [feature for feature in BODY_FEATURES if feature != "h2"]
#: … and inside another block, whose template owns the headings.
NOTE_FEATURES = [feature for feature in SECTION_FEATURES if feature not in ("h2", "h3")]
#: One paragraph or list item.
LINE_FEATURES = ["bold", "italic", "link"]


class RichTextBlock(blocks.RichTextBlock):
    """Paragraphs, headings and lists. Each heading gets an anchor of its own."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Type / for a heading or a list."))
        super().__init__(**kwargs)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(
            value, parent_context=parent_context
        )
        # A host may render the block on a page of its own, without our outline.
        outline = context.get("outline") or Outline()
        html = expand_db_html(outline.anchored(value.source))
        context["html"] = mark_safe(html)  # noqa: S308 - Wagtail's own rich text
        return context

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, headings and lists.")
        template = "spine_content/blocks/rich_text.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = (
            "<h3>Getting up</h3><p>Roll onto your side first. Then push up with "
            "your <b>arms</b>.</p><ul><li>Take your time.</li>"
            "<li>Ask for help if you need it.</li></ul>"
        )
