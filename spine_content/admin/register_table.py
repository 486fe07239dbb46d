from typing import Any

from django.contrib.admin.utils import lookup_field
from django.db.models import BooleanField, DateField
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import (
    BooleanColumn,
    ButtonsColumnMixin,
    Column,
    Table,
    TitleColumn,
)
from wagtail.admin.widgets.button import Button, ButtonWithDropdown

from spine_content.admin.register_cells import heading, shown


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


class RecordColumn(ButtonsColumnMixin, TitleColumn):
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


class TickColumn(BooleanColumn):
    """A tick or a cross from Wagtail's icons, with the word for screen readers."""

    cell_template_name = "spine_content/admin/register_tick_cell.html"


def as_buttons(buttons: list[dict[str, Any]], kind: Any = Button) -> list[Any]:
    """The buttons of a modeladmin ``ButtonHelper`` as buttons of Wagtail's pages."""
    return [
        kind(each["label"], each["url"], icon_name=each.get("icon"), priority=place)
        for place, each in enumerate(buttons)
    ]


def _column(name: str, view: Any) -> Column:
    register = view.model_admin
    field = {each.name: each for each in view.opts.fields}.get(name)
    kwargs = {
        "label": heading(name, register),
        "sort_key": name if view.get_ordering_field(name) else None,
        "accessor": lambda record: shown(name, record, register),
        "classname": "spine-register__date" if isinstance(field, DateField) else None,
    }
    if name == register.get_list_display_add_buttons(view.request):
        column = RecordColumn(name, **kwargs)
        column.view = view
        return column
    method = getattr(register, name, None)
    if isinstance(field, BooleanField) or getattr(method, "boolean", False):
        kwargs["accessor"] = lambda record: lookup_field(name, record, register)[2]
        return TickColumn(name, **kwargs)
    return RegisterColumn(name, **kwargs)
