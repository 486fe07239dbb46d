"""Stories that wagtail-localize, where it is installed, makes as translations."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from spine_content.consent.gate import ConsentRequired, blockers
from spine_content.consent.models import CHANGE_PERMISSION

APP_LABEL = "wagtail_localize"


def translation_of(page: Any) -> Any:
    """The ``Translation`` of wagtail-localize that made ``page``, or ``None``."""
    if APP_LABEL not in apps.app_configs:
        return None
    translations = apps.get_model(APP_LABEL, "Translation")._default_manager
    return translations.filter(
        source__object=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()


def block_publish(request: Any, page: Any) -> HttpResponse | None:
    """
    Keep the translation of a story a draft, and say why it may not be published.

    The editor of wagtail-localize has no form of ours that could say so. ``None`` where
    nothing stands in the way.
    """
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(page) if isinstance(page, ConsentRequired) else None
    if not translation or not page.permissions_for_user(request.user).can_publish():
        return None
    try:
        translation.save_target(user=request.user, publish=False)
    except ValidationError:
        return None  # wagtail-localize says next to each text what is wrong with it
    stored: Any = type(page)
    draft = stored.objects.get(pk=page.pk).get_latest_revision_as_object()
    if not (reasons := blockers(draft)):
        return None
    because = " ".join(str(reason) for reason in reasons)
    outcome = _("The translation is kept as a draft.")
    buttons = _approval_button(request.user, page)
    messages.error(request, f"{because} {outcome}", buttons=buttons)
    return redirect(request.path)


def _approval_button(user: Any, page: Any) -> list[Any]:
    if not user.has_perm(CHANGE_PERMISSION):
        return []
    address = reverse("spine_approve_text", args=[page.pk])
    label = _("Record the patient’s approval of this text")
    return [messages.button(address, label)]
