from typing import Any

from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import (
    ObjectDoesNotExist,
    PermissionDenied,
    ValidationError,
)
from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.http import Http404
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Table
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log
from wagtail.log_actions import registry as log_registry
from wagtail_modeladmin import views

from spine_content.admin.registers.table import as_buttons, column_label, display_value


class RegisterViewMixin(WagtailAdminTemplateMixin):
    """What every view of a register shows: breadcrumbs, title and buttons."""

    def record_breadcrumbs(self) -> list[dict[str, Any]]:
        """The breadcrumbs below the list."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        label = capfirst(self.opts.verbose_name_plural)
        steps = [{"url": self.index_url, "label": label}, *self.record_breadcrumbs()]
        # The page somebody is on needs no link to itself.
        steps[-1] = {**steps[-1], "url": ""}
        return [*self.breadcrumbs_items, *steps]

    def pagination_context(self, records: Any, per_page: int) -> dict[str, Any]:
        """Template context for the page that ``?p=`` asks for, or the nearest one."""
        paginator = WagtailPaginator(records, per_page)
        page = paginator.get_page(self.request.GET.get("p"))
        return {
            "page_obj": page,
            "object_list": page.object_list,
            "is_paginated": page.has_other_pages(),
            "elided_page_range": paginator.get_elided_page_range(page.number),
        }


class RecordView(views.InstanceSpecificView, RegisterViewMixin):
    """A view of one record, which is looked for only among those the user may see."""

    def __init__(self, model_admin: Any, instance_pk: str) -> None:
        # modeladmin's own __init__ finds any record, whoever asks.
        views.WMABaseView.__init__(self, model_admin)
        self.instance_pk = unquote(instance_pk)
        self.pk_quoted = quote(self.instance_pk)

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        # First of all, so that no 404 tells a stranger which records exist.
        if not self.permission_helper.user_can_list(request.user):
            raise PermissionDenied
        try:
            records = self.model_admin.get_queryset(request)
            self.instance = records.get(pk=self.instance_pk)
        except (ObjectDoesNotExist, ValueError, ValidationError):
            raise Http404 from None
        super().setup(request, *args, **kwargs)

    def record_breadcrumbs(self) -> list[dict[str, Any]]:
        button = self.button_helper.get_primary_button(self.instance) or {"url": ""}
        return [{"url": button["url"], "label": str(self.instance)}]


class RegisterFormView(views.ModelFormView):
    """A form that is saved whole or not at all."""

    def form_valid(self, form: Any) -> Any:
        with transaction.atomic():
            return super().form_valid(form)

    def get_success_message_buttons(self, instance: Any) -> Any:
        may_edit = self.permission_helper.user_can_edit_obj(self.request.user, instance)
        return super().get_success_message_buttons(instance) if may_edit else []

    def get_context_data(self, **kwargs: Any) -> Any:
        context = super().get_context_data(**kwargs)
        context.update(
            panel=context["edit_handler"],
            action_url=self.request.path,
            submit_button_label=_("Save"),
            submit_button_active_label=_("Saving…"),
        )
        return context


class RegisterCreateView(RegisterFormView, views.CreateView, RegisterViewMixin):
    """Adds a record."""

    def record_breadcrumbs(self) -> list[dict[str, Any]]:
        return [{"label": _("New: %(model_name)s") % {"model_name": self.verbose_name}}]


class RegisterEditView(RegisterFormView, RecordView, views.EditView):
    """Changes a record."""


class RegisterInspectView(RecordView, views.InspectView):
    """Shows one record, also to those who may not change it."""

    def record_breadcrumbs(self) -> list[dict[str, Any]]:
        return [{"label": str(self.instance)}]

    def get_dict_for_field(self, field_name: str, field: Any = None) -> dict[str, Any]:
        label = column_label(field_name, self.model_admin)
        value = display_value(field_name, self.instance, self.model_admin)
        return {"label": label, "value": value}

    @property
    def header_buttons(self) -> list[Any]:
        buttons = self.button_helper.get_buttons_for_obj(
            self.instance, exclude=["inspect"]
        )
        return as_buttons(buttons, HeaderButton)

    def get_context_data(self, **kwargs: Any) -> Any:
        if self.model_admin.history_view_enabled:
            url = self.url_helper.get_action_url("history", self.pk_quoted)
            kwargs["history_url"] = url
        return super().get_context_data(media=self.media, **kwargs)


class RegisterHistoryView(RecordView):
    """Who did what with a record, for those who may see the record."""

    page_title = views.HistoryView.page_title

    def check_action_permitted(self, user: Any) -> bool:
        return bool(self.permission_helper.user_can_view(user))

    def record_breadcrumbs(self) -> list[dict[str, Any]]:
        name = str(self.instance)
        return [
            *super().record_breadcrumbs(),
            {"label": _("History"), "sublabel": name},
        ]

    def get_template_names(self) -> Any:
        return self.model_admin.get_history_template()

    def get_context_data(self, **kwargs: Any) -> Any:
        entries = log_registry.get_logs_for_instance(self.instance)
        page = self.pagination_context(
            entries.prefetch_related("user__wagtail_userprofile"), 50
        )
        table = Table(views.HistoryView.columns, page["object_list"])
        return super().get_context_data(
            **page,
            table=table,
            media=table.media,
            index_url=self.request.path,
            no_results_message=_("Nothing has been recorded here yet."),
        )


class RegisterDeleteView(RecordView, views.DeleteView):
    """Deletes a record, unless something still needs it."""

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        text = {"model_name": self.verbose_name, "object": self.instance}
        try:
            with transaction.atomic():
                log(instance=self.instance, action="wagtail.delete")
                self.delete_instance()
        except (ProtectedError, RestrictedError):
            # What needs it is not named: this user may not be allowed to know.
            return self.render_to_response(self.get_context_data(is_protected=True))
        messages.success(request, _("%(model_name)s '%(object)s' deleted.") % text)
        return redirect(self.index_url)
