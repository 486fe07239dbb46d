from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError


class CellBlock(blocks.CharBlock):
    """One cell. It is never empty: “not known” is an answer too."""

    class Meta:
        icon = "table"
        label = _("Cell")


class TableBlock(blocks.StructBlock):
    """A small table whose cells are all named by their column, and their row."""

    caption = blocks.CharBlock(
        label=_("Caption"),
        max_length=160,
        help_text=_("What the table tells, in one line. It stands above it."),
    )
    columns = blocks.ListBlock(
        CellBlock(max_length=80),
        label=_("Names of the columns"),
        help_text=_("From the first column to the last. Three fit on a telephone."),
        default=["", ""],
        min_num=2,
        max_num=6,
    )
    rows = blocks.ListBlock(
        blocks.ListBlock(CellBlock(max_length=300), label=_("Row")),
        label=_("Rows"),
        default=[["", ""], ["", ""]],
        help_text=_(
            "Each row has a cell for every column. Write “not known” rather than "
            "nothing."
        ),
    )
    rows_have_names = blocks.BooleanBlock(
        label=_("The first column names the rows"),
        default=True,
        required=False,
        help_text=_("Screen readers then say the name of the row with each cell."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        width = len(cleaned["columns"])
        problems = [
            _("Row %(row)d has %(cells)d cells, but the table has %(columns)d columns.")
            % {"row": number, "cells": len(row), "columns": width}
            for number, row in enumerate(cleaned["rows"], start=1)
            if len(row) != width
        ]
        if problems:
            error = ListBlockValidationError(non_block_errors=problems)
            raise StructBlockValidationError(block_errors={"rows": error})
        return cleaned

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A small table. A list is often easier to read.")
        label_format = "{caption}"
        template = "spine_content/blocks/table.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "caption": "When our wards can be visited",
            "columns": ["Ward", "Monday to Friday", "Weekend"],
            "rows": [
                ["Day ward", "8 am to 6 pm", "closed"],
                ["Spine ward", "2 pm to 8 pm", "10 am to 8 pm"],
            ],
            "rows_have_names": True,
        }
