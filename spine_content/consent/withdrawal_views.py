from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from spine_content.consent.certificate import (
    documents,
    table_rows,
    unreachable_lines,
    videos,
)
from spine_content.consent.models import Consent
from spine_content.consent.withdrawal import Plan, left_of, plan, withdraw

SEE = ("spine_content.view_consent", "spine_content.change_consent")
WITHDRAW = "spine_content.withdraw_consent"
REGISTER = "clinic-registers_consents_modeladmin"
STYLES = "spine_content/css/admin/registers.css"


class WithdrawalForm(forms.Form):
    """How the patient told the clinic, and which pictures are not of the patient."""

    via = forms.ChoiceField(
        label=_("How the patient told you"), choices=Consent.WithdrawnVia.choices
    )
    kept = forms.TypedMultipleChoiceField(
        label=_("Pictures that do not show the patient"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Tick only what you have looked at. Everything else is deleted, here and "
            "on every other page that shows it."
        ),
    )

    def __init__(self, *args: Any, pictures: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(picture.pk, picture.title) for picture in pictures]
        self.fields["kept"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["kept"]


class ConsentPage(WagtailAdminTemplateMixin, TemplateView):
    """A page about one consent, for those who may see the register."""

    header_icon = "key"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        # First of all, so that no 404 tells a stranger which consents exist.
        if not self.is_allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self, user: Any) -> bool:
        return any(user.has_perm(right) for right in SEE)

    @cached_property
    def consent(self) -> Consent:
        return get_object_or_404(Consent, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.consent)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        inspect = reverse(f"{REGISTER}_inspect", args=[self.consent.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(f"{REGISTER}_index"), "label": _("Consents")},
            {"url": inspect, "label": str(self.consent)},
            {"url": "", "label": self.page_title, "sublabel": str(self.consent)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        styles = forms.Media(css={"all": [STYLES]})
        context: dict[str, Any] = super().get_context_data(
            consent=self.consent, media=styles, **kwargs
        )
        return context


class WithdrawalView(ConsentPage):
    """Says what a withdrawal erases, and does it when the button is pressed."""

    page_title = _("Withdraw")
    template_name = "spine_content/admin/withdrawal_confirm.html"

    def is_allowed(self, user: Any) -> bool:
        return super().is_allowed(user) and bool(user.has_perm(WITHDRAW))

    @cached_property
    def plan(self) -> Plan:
        ended = self.consent.withdrawn_at is not None
        return left_of(self.consent) if ended else plan(self.consent)

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self.consent.withdrawn_at and self.plan.is_empty:
            return self._to_certificate()
        return super().get(request, *args, **kwargs)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        form = self.form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        kept = frozenset(form.cleaned_data.get("kept", ()))
        via = form.cleaned_data["via"]
        withdraw(self.consent, by=request.user, via=via, kept=kept)
        text = _("%(consent)s is withdrawn, and its stories are erased.")
        messages.success(request, text % {"consent": self.consent})
        return self._to_certificate()

    def form(self) -> WithdrawalForm:
        return WithdrawalForm(
            self.request.POST if self.request.method == "POST" else None,
            initial={"via": Consent.WithdrawnVia.IN_PERSON},
            pictures=self.plan.unlabelled,
        )

    def _to_certificate(self) -> Any:
        return redirect("spine_consent_certificate", self.consent.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        finder = AdminURLFinder(self.request.user)
        return super().get_context_data(
            form=kwargs.pop("form", None) or self.form(),
            plan=self.plan,
            pages=[
                (_told(page), finder.get_edit_url(page)) for page in self.plan.pages
            ],
            shown_on=[(each, finder.get_edit_url(each)) for each in self.plan.shown_on],
            tables=table_rows(self.plan.counts),
            videos=videos(self.plan),
            documents=documents(self.plan),
            **kwargs,
        )


class CertificateView(ConsentPage):
    """What was erased, for the clinic's records and to be told to the patient."""

    page_title = _("Certificate of erasure")
    template_name = "spine_content/admin/withdrawal_certificate.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        certificates = [
            {
                "certificate": each,
                "tables": table_rows(each.counts),
                "unreachable": unreachable_lines(each),
            }
            for each in self.consent.certificates.select_related("by")
        ]
        return super().get_context_data(certificates=certificates, **kwargs)


def _told(page: Any) -> str:
    """A page as somebody tells it from its copies: by language and where it is."""
    title = page.get_admin_display_title()
    where = page.url or page.url_path  # outside of every site there is no address
    return f"{title} ({page.locale.get_display_name()}, {where})"


def urls() -> list[Any]:
    return [
        path(
            "clinic-registers/withdraw/<int:pk>/",
            WithdrawalView.as_view(),
            name="spine_consent_withdraw",
        ),
        path(
            "clinic-registers/certificate/<int:pk>/",
            CertificateView.as_view(),
            name="spine_consent_certificate",
        ),
    ]
