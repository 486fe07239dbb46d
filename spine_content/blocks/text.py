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


class CalloutBlock(blocks.StructBlock):
    """A short note that must not be overlooked, and is not about danger."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=80, help_text=_("A few words.")
    )
    text = blocks.RichTextBlock(
        label=_("Text"), features=NOTE_FEATURES, help_text=_("One or two sentences.")
    )

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        description = _("A short note in a box. For danger, use a care card instead.")
        label_format = "{title}"
        template = "spine_content/blocks/callout.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "title": "Good to know",
            "text": "<p>You may eat and drink again when you feel ready.</p>",
        }


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words, and who said them."""

    text = blocks.TextBlock(
        label=_("Words"), rows=3, help_text=_("Without quotation marks.")
    )
    who = blocks.CharBlock(
        label=_("Who said it"),
        max_length=120,
        help_text=_("Never a patient's name, unless the consent covers it."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Somebody’s own words.")
        label_format = "{who}"
        template = "spine_content/blocks/quote.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "text": "Ask what happens if you wait. It is a fair question.",
            "who": "Specialist nurse",
        }


class CodeBlock(blocks.StructBlock):
    """The code of the procedure in a coding system that other software reads."""

    system = blocks.ChoiceBlock(
        label=_("System"),
        help_text=_("Who gives out the code."),
        choices=[
            ("SNOMED CT", "SNOMED CT"),
            ("ICD-10-PCS", "ICD-10-PCS"),
            ("OPCS-4", "OPCS-4"),
            ("CPT", "CPT"),
            ("OPS", "OPS"),
            ("CCAM", "CCAM"),
        ],
    )
    code = blocks.CharBlock(
        label=_("Code"), max_length=40, help_text=_("As it is printed there.")
    )

    class Meta:
        icon = "code"
        label = _("Code")
