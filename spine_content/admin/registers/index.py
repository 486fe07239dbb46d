from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Media
from django.http import QueryDict
from wagtail.admin.widgets.button import HeaderButton
from wagtail_modeladmin.views import IndexView

from spine_content.admin.registers.table import (
    RegisterTable,
    as_buttons,
    column_label,
    export_value,
)
from spine_content.admin.registers.views import RegisterViewMixin

INVALID_LOOKUPS = (IncorrectLookupParameters, ValidationError, ValueError)


class RegisterIndexView(IndexView, RegisterViewMixin):
    """The list of a register: facets, rows, export, and no lookups from the URL."""

    # The name that the headers of Wagtail's tables use.
    ORDER_VAR = "ordering"
    IGNORED_PARAMS = (ORDER_VAR, IndexView.SEARCH_VAR)
    #: Facets say how many records each choice has.
    add_facets = True

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if "%00" in request.META.get("QUERY_STRING", ""):
            # No honest link has a NUL, and PostgreSQL breaks on it.
            request.GET = QueryDict()
        return super().dispatch(request, *args, **kwargs)

    def get_filters(self, request: Any) -> tuple[list[Any], bool, dict[str, Any], bool]:
        filters, found, _rest, distinct = super().get_filters(request)
        known = {name for each in filters for name in each.expected_parameters()}
        known |= {self.ORDER_VAR, *([self.SEARCH_VAR] if self.search_fields else [])}
        for name in set(self.params) - known:
            del self.params[name]
        # modeladmin makes lookups of the rest, on hidden fields as well.
        return filters, found, {}, distinct

    def get_queryset(
        self, request: Any = None, exclude_parameters: list[str] | None = None
    ) -> Any:
        request = request or self.request
        if exclude_parameters is not None:
            return self._without(request, exclude_parameters)
        try:
            return super().get_queryset(request)
        except INVALID_LOOKUPS:
            # The whole list is the honest answer to a filter that says nothing.
            self.params.clear()
            return super().get_queryset(request)

    def _without(self, request: Any, parameters: list[str]) -> Any:
        # Django counts a facet among what all the other filters leave.
        records = self.get_base_queryset(request)
        for each in self.filter_specs:
            if each.expected_parameters() != parameters:
                narrowed = each.queryset(request, records)
                records = records if narrowed is None else narrowed
        return self.get_search_results(request, records, self.query)

    def get_ordering(self, request: Any, queryset: Any) -> list[str]:
        wanted = self.params.get(self.ORDER_VAR, "")
        name = wanted.removeprefix("-")
        field = self.get_ordering_field(name) if name in self.list_display else None
        if not field:
            return [*self.get_default_ordering(request), "-pk"]
        return [f"-{field}" if wanted.startswith("-") else field, "-pk"]

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> Any:
        if not self.list_export:
            raise PermissionDenied
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {
            name: export_value(name, item, self.model_admin)
            for name in self.list_export
        }

    def get_heading(self, queryset: Any, field: str) -> str:
        return column_label(field, self.model_admin)

    @property
    def header_buttons(self) -> list[Any]:
        if not self.permission_helper.user_can_create(self.request.user):
            return []
        return as_buttons([self.button_helper.add_button()], HeaderButton)

    @property
    def media(self) -> Media:
        # Without modeladmin's own sheet, which is made for its own templates.
        return Media(
            css={"all": self.model_admin.get_index_view_extra_css()},
            js=self.model_admin.get_index_view_extra_js(),
        )

    def get_context_data(self, **kwargs: Any) -> Any:
        page = self.pagination_context(self.queryset, self.items_per_page)
        facets = [
            {"title": each.title, "choices": list(each.choices(self))}
            for each in self.filter_specs
        ]
        table = RegisterTable(self, page["object_list"])
        kwargs = {
            **page,
            "facets": facets,
            "table": table,
            "media": self.media + table.media,
            "index_url": self.index_url,
            "is_narrowed": bool(set(self.params) - {self.ORDER_VAR}),
            "show_search": self.search_handler.show_search_form,
            **kwargs,
        }
        # modeladmin's own would ask for the same rows once more.
        return super(IndexView, self).get_context_data(**kwargs)
