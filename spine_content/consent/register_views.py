from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log
from wagtail.permissions import page_permission_policy

from spine_content.admin.registers.views import (
    RecordView,
    RegisterCreateView,
    RegisterEditView,
    RegisterInspectView,
)
from spine_content.consent.expiry import record_change, record_given, renew, terms
from spine_content.consent.gate import story_models
from spine_content.consent.models import Consent, default_expiry


class ConsentCreateView(RegisterCreateView):
    """Remembers who took the consent, and that it was given."""

    def get_instance(self) -> Any:
        return Consent(taken_by=self.request.user)

    @transaction.atomic
    def form_valid(self, form: Any) -> Any:
        response = super().form_valid(form)
        record_given(form.instance, self.request.user)
        return response


class ConsentEditView(RegisterEditView):
    """Puts on record what was changed."""

    @transaction.atomic
    def form_valid(self, form: Any) -> Any:
        # The form has changed the consent in memory already.
        before = terms(Consent.objects.get(pk=self.instance.pk))
        response = super().form_valid(form)
        record_change(form.instance, before, self.request.user)
        return response


class ConsentInspectView(RegisterInspectView):
    """One consent with its stories, and with everything that happened to it."""

    def get_context_data(self, **kwargs: Any) -> Any:
        events = self.instance.events.select_related("actor")
        return super().get_context_data(
            stories=self._stories(), events=events, **kwargs
        )

    def _stories(self) -> list[dict[str, Any]]:
        may_change = page_permission_policy.user_has_permission_for_instance
        return [
            {
                "page": page,
                "is_shown": page.live and not page.expired,
                "may_edit": may_change(self.request.user, "change", page),
            }
            for model in story_models()
            for page in model._default_manager.filter(consent=self.instance.pk)
        ]


class RenewForm(forms.Form):
    """A new last day, and somebody's word that the patient agreed to it."""

    expires_on = forms.DateField(label=_("New last day"), widget=AdminDateInput)
    agreed = forms.BooleanField(
        label=_("The patient has agreed again, to everything that this consent covers")
    )

    def __init__(self, *args: Any, consent: Consent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consent = consent

    def clean_expires_on(self) -> Any:
        day = self.cleaned_data["expires_on"]
        if day <= self.consent.expires_on:
            raise forms.ValidationError(
                _("The new last day has to be later than the present one.")
            )
        return day


class ConsentRenewView(RecordView):
    """Lets a consent last longer without typing any of it again."""

    page_title = _("Renew")
    template_name = "spine_content/admin/consent_renew.html"

    def check_action_permitted(self, user: Any) -> bool:
        return bool(self.permission_helper.user_can_renew_obj(user, self.instance))

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not self.check_action_permitted(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def record_breadcrumbs(self) -> list[dict[str, Any]]:
        name = str(self.instance)
        return [*super().record_breadcrumbs(), {"label": _("Renew"), "sublabel": name}]

    def get_template_names(self) -> list[str]:
        return [self.template_name]

    def form(self) -> RenewForm:
        later = {"expires_on": max(default_expiry(), self.instance.expires_on)}
        posted = self.request.POST or None
        return RenewForm(posted, initial=later, consent=self.instance)

    def get_context_data(self, **kwargs: Any) -> Any:
        form = kwargs.pop("form", None) or self.form()
        styles = forms.Media(css={"all": self.model_admin.form_view_extra_css})
        media = styles + form.media
        return super().get_context_data(form=form, media=media, **kwargs)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        form = self.form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        with transaction.atomic():
            renew(self.instance, form.cleaned_data["expires_on"], request.user)
            log(instance=self.instance, action="wagtail.edit")
        text = _("%(consent)s is renewed.") % {"consent": self.instance}
        messages.success(request, text)
        return redirect(self.url_helper.get_action_url("inspect", self.pk_quoted))
