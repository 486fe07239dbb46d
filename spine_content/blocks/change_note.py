from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

KINDS = [
    ("correction", _("Correction")),
    ("evidence", _("New evidence")),
    ("wording", _("Clearer wording")),
]


class ChangeNoteBlock(blocks.StructBlock):
    """What changed on a page, for its readers. Once published it stays as it is."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=KINDS,
        default="correction",
        help_text=_("A correction: something was wrong."),
    )
    text = blocks.TextBlock(
        label=_("What changed"),
        max_length=500,
        rows=2,
        help_text=_("What it said, and what it says now."),
    )
    # Never typed: publishing fills it in.
    published_on = blocks.DateBlock(
        label=_("Published on"),
        required=False,
        help_text=_("Filled in when you publish."),
    )

    class Meta:
        icon = "history"
        label = _("Note")
        description = _("What changed, for readers. Once published it stays.")
        label_format = "{kind}: {text}"
        form_layout = BlockGroup(children=["kind", "text"])
        template = "spine_content/blocks/change_note.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "kind": "correction",
            "text": "We wrote that you may drive after two days. It is two weeks.",
        }
