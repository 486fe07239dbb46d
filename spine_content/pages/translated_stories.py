from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from spine_content import consent
from spine_content.consent.localize import translation_of
from spine_content.consent.panels import RIGHT
from spine_content.pages.consent import ConsentedPageMixin


def refuse_uncovered(request: Any, page: Any) -> HttpResponse | None:
    """
    The editor of wagtail-localize has no form of ours, so it is told here why the
    translation of a story has to stay a draft. The draft itself is kept.
    """
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(page) if isinstance(page, ConsentedPageMixin) else None
    if not translation or not page.permissions_for_user(request.user).can_publish():
        return None
    try:
        translation.save_target(user=request.user, publish=False)
    except ValidationError:
        return None  # wagtail-localize says next to each text what is wrong with it
    stored: Any = type(page)
    draft = stored.objects.get(pk=page.pk).get_latest_revision_as_object()
    if not (reasons := consent.blockers(draft)):
        return None
    told = " ".join(str(reason) for reason in reasons)
    kept = _("The translation is kept as a draft.")
    messages.error(request, f"{told} {kept}", buttons=_buttons(request.user, page))
    return redirect(request.path)


def _buttons(user: Any, page: Any) -> list[Any]:
    if not user.has_perm(RIGHT):
        return []
    address = reverse("spine_approve_text", args=[page.pk])
    label = _("Record the patient’s approval of this text")
    return [messages.button(address, label)]
