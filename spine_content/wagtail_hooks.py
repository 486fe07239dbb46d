from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from spine_content.admin.consent_chooser import consent_chooser_viewset
from spine_content.admin.registers import ClinicRegisters
from spine_content.admin.viewsets import ClinicContentGroup

modeladmin_register(ClinicRegisters)


@hooks.register("register_admin_viewset")
def register_clinic_content() -> Any:
    return ClinicContentGroup()


@hooks.register("register_admin_viewset")
def register_consent_chooser() -> Any:
    return consent_chooser_viewset


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action(
        "spine.publish_refused",
        _("Publication refused"),
        _("Publication refused: the consent does not allow it"),
    )


@hooks.register("before_bulk_action")
def refuse_bulk_publishing(
    request: Any, action_type: str, pages: Any, action: Any
) -> HttpResponse | None:
    """Bulk publishing skips the form, so it is told here what the form would say."""
    if action_type != "publish":
        return None
    refused = [page for page in map(_specific, pages) if _problems(page)]
    for page in refused:
        reasons = " ".join(str(message) for _field, message in _problems(page))
        messages.error(request, f"{page.get_admin_display_title()}: {reasons}")
    if not refused:
        return None
    return redirect(reverse("wagtailadmin_explore_root"))


def _specific(page: Any) -> Any:
    return page.get_latest_revision_as_object() if hasattr(page, "revisions") else page


def _problems(page: Any) -> Any:
    problems = getattr(page, "publish_problems", None)
    return problems() if problems else []
