"""What a register says in a cell: to people on a page, to programs in a spreadsheet."""

import datetime
import decimal
import re
from typing import Any

from django.contrib.admin.utils import (
    display_for_value,
    label_for_field,
    lookup_field,
)
from django.db.models import BooleanField, DateField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import (
    BooleanColumn,
    ButtonsColumnMixin,
    Column,
    Table,
    TitleColumn,
)
from wagtail.admin.widgets.button import Button, ButtonWithDropdown

#: A spreadsheet takes text that begins so for a formula and runs it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

# An XLSX file may not hold these at all.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

SPREADSHEET_TYPES = (bool, int, float, decimal.Decimal, datetime.date, datetime.time)


def column_label(name: str, register: Any) -> str:
    """What a column, or a field on the page of a record, is called."""
    return str(capfirst(str(label_for_field(name, register.model, register))))


def display_value(name: str, record: Any, register: Any) -> Any:
    """What a page shows for the field or method ``name`` of ``record``."""
    value = _value(name, record, register)
    if isinstance(value, bool):
        # Django would draw an icon that only django.contrib.admin ships.
        return _("Yes") if value else _("No")
    return display_for_value(value, register.get_empty_value_display(name))


def export_value(name: str, record: Any, register: Any) -> Any:
    """What a spreadsheet gets: 0 and False stay, and no text is taken for a formula."""
    return spreadsheet_value(_value(name, record, register))


def spreadsheet_value(value: Any) -> Any:
    """``value`` as a spreadsheet may have it."""
    if isinstance(value, SPREADSHEET_TYPES):
        return value
    text = CONTROL_CHARACTERS.sub("", "" if value is None else str(value))
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _value(name: str, record: Any, register: Any) -> Any:
    field, _attribute, value = lookup_field(name, record, register)
    if choices := getattr(field, "flatchoices", None):
        return dict(choices).get(value, value)
    return value


class RegisterTable(Table):
    """The list of a register, drawn as Wagtail draws its own lists."""

    classname = "listing spine-register"

    def __init__(self, view: Any, records: Any) -> None:
        self.view = view
        columns = [_column(name, view) for name in view.list_display]
        ordering = view.params.get(view.ORDER_VAR)
        super().__init__(columns, records, base_url=view.index_url, ordering=ordering)

    def get_row_attrs(self, instance: Any) -> dict[str, Any]:
        context = {"view": self.view, "request": self.view.request}
        attrs = self.view.model_admin.get_extra_attrs_for_row(instance, context)
        return {"data-object-pk": instance.pk, **attrs}


class RecordTitleColumn(ButtonsColumnMixin, TitleColumn):
    """The column that names a record, leads to it, and holds its buttons."""

    view: Any = None

    def get_link_url(self, instance: Any, parent_context: Any) -> Any:
        button = self.view.button_helper.get_primary_button(instance)
        return button and button["url"]

    def get_buttons(self, instance: Any, parent_context: Any) -> list[Any]:
        if not (buttons := as_buttons(self.view.get_buttons_for_obj(instance))):
            return []
        label = _("More options for '%(title)s'") % {"title": instance}
        attrs = {"aria-label": label}
        menu = ButtonWithDropdown(
            buttons=buttons, icon_name="dots-horizontal", attrs=attrs
        )
        return [menu]


class RegisterColumn(Column):
    """A column whose cells know what they are called."""

    cell_template_name = "spine_content/admin/register_cell.html"


class BooleanIconColumn(BooleanColumn):
    """A tick or a cross from Wagtail's icons, with the word for screen readers."""

    cell_template_name = "spine_content/admin/register_tick_cell.html"


def as_buttons(buttons: list[dict[str, Any]], kind: Any = Button) -> list[Any]:
    """The buttons of a modeladmin ``ButtonHelper`` as buttons of Wagtail's pages."""
    return [
        kind(each["label"], each["url"], icon_name=each.get("icon"), priority=priority)
        for priority, each in enumerate(buttons)
    ]


def _column(name: str, view: Any) -> Column:
    register = view.model_admin
    field = {each.name: each for each in view.opts.fields}.get(name)
    kwargs = {
        "label": column_label(name, register),
        "sort_key": name if view.get_ordering_field(name) else None,
        "accessor": lambda record: display_value(name, record, register),
        "classname": "spine-register__date" if isinstance(field, DateField) else None,
    }
    if name == register.get_list_display_add_buttons(view.request):
        column = RecordTitleColumn(name, **kwargs)
        column.view = view
        return column
    method = getattr(register, name, None)
    if isinstance(field, BooleanField) or getattr(method, "boolean", False):
        kwargs["accessor"] = lambda record: lookup_field(name, record, register)[2]
        return BooleanIconColumn(name, **kwargs)
    return RegisterColumn(name, **kwargs)
