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
from django.utils.text import capfirst
from django.utils.translation import gettext as _

#: A spreadsheet takes text that begins so for a formula and runs it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

# An XLSX file may not hold these at all.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

KEPT_AS_THEY_ARE = (bool, int, float, decimal.Decimal, datetime.date, datetime.time)


def heading(name: str, register: Any) -> str:
    """What a column, or a field on the page of a record, is called."""
    return str(capfirst(str(label_for_field(name, register.model, register))))


def shown(name: str, record: Any, register: Any) -> Any:
    """What a page shows for the field or method ``name`` of ``record``."""
    value = _value(name, record, register)
    if isinstance(value, bool):
        # Django would draw an icon that only django.contrib.admin ships.
        return _("Yes") if value else _("No")
    return display_for_value(value, register.get_empty_value_display(name))


def exported(name: str, record: Any, register: Any) -> Any:
    """What a spreadsheet gets: 0 and False stay, and no text is taken for a formula."""
    return plain(_value(name, record, register))


def plain(value: Any) -> Any:
    """``value`` as a spreadsheet may have it."""
    if isinstance(value, KEPT_AS_THEY_ARE):
        return value
    text = CONTROL_CHARACTERS.sub("", "" if value is None else str(value))
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _value(name: str, record: Any, register: Any) -> Any:
    field, _attribute, value = lookup_field(name, record, register)
    if choices := getattr(field, "flatchoices", None):
        return dict(choices).get(value, value)
    return value
