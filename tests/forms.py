"""What the admin's own page form sends for a page."""

from typing import Any

from django.urls import reverse
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)


def posted(page: Any, action: str = "", **changes: Any) -> dict[str, str]:
    """The form of ``page`` as a browser sends it; ``action`` is the button pressed."""
    names = type(page).get_edit_handler().get_form_class().base_fields
    data = {name: _field(page, name) for name in names if hasattr(page, name)}
    data.update(changes, comments=inline_formset([]))
    if action:
        data[f"action-{action}"] = "on"
    flat = nested_form_data(data)
    return {key: value for key, value in flat.items() if value is not None}


def _field(page: Any, name: str) -> Any:
    field = page._meta.get_field(name)
    value = field.value_from_object(page)
    if isinstance(field, StreamField):
        return stream(field.stream_block, value)
    if isinstance(field, RichTextField):
        return _rich_text(value, field.features)
    if isinstance(value, bool):
        return "on" if value else None
    return "" if value is None else str(value)


def stream(block: Any, value: Any) -> Any:
    """A stream or block as form data."""
    return _block(block, block.get_prep_value(value))


def _block(block: Any, raw: Any) -> Any:
    if isinstance(block, blocks.StreamBlock):
        kinds = block.child_blocks
        return streamfield(
            [(each["type"], _block(kinds[each["type"]], each["value"])) for each in raw]
        )
    if isinstance(block, blocks.ListBlock):
        lines = [("item", _block(block.child_block, each["value"])) for each in raw]
        return streamfield(lines)
    if isinstance(block, blocks.StructBlock):
        # An ImageBlock without a picture is stored as None.
        raw = raw or {}
        return {
            name: _block(child, raw.get(name))
            for name, child in block.child_blocks.items()
        }
    if isinstance(block, blocks.RichTextBlock):
        return _rich_text(raw, block.features)
    if isinstance(block, blocks.BooleanBlock):
        return "on" if raw else None
    return "" if raw is None else str(raw)


def _rich_text(html: str, features: list[str] | None) -> str:
    # What the editor in the browser sends when nothing was typed.
    return rich_text(html, features=features) if html else "null"


def add_address(model: type[Page], parent: Page) -> str:
    """Where the admin adds a page of a type below ``parent``."""
    meta = model._meta
    return reverse(
        "wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, parent.pk]
    )


def edit_address(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
