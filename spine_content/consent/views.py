"""Withdrawing a consent, its certificate, and a patient's approval of a text."""

from typing import Any

import swapper
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from spine_content.consent.approval import approval_checksum, record_approval
from spine_content.consent.certificate import (
    linked_documents,
    table_counts,
    unreachable_texts,
    video_urls,
)
from spine_content.consent.forms import APPROVED, SPELLING, ApprovalForm, WithdrawalForm
from spine_content.consent.gate import ConsentRequired
from spine_content.consent.models import (
    CHANGE_PERMISSION,
    REGISTER_URL_NAME,
    VIEW_PERMISSIONS,
    WITHDRAW_PERMISSION,
    Consent,
)
from spine_content.consent.withdrawal import WithdrawalPlan, plan, remaining, withdraw

STYLES = "spine_content/css/admin/registers.css"


class ConsentView(WagtailAdminTemplateMixin, TemplateView):
    """A page about one consent, for those who may see the register."""

    header_icon = "key"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        # First of all, so that no 404 tells a stranger which consents exist.
        if not self.is_allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self, user: Any) -> bool:
        return any(user.has_perm(permission) for permission in VIEW_PERMISSIONS)

    @cached_property
    def consent(self) -> Consent:
        return get_object_or_404(Consent, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.consent)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        inspect = reverse(f"{REGISTER_URL_NAME}_inspect", args=[self.consent.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(f"{REGISTER_URL_NAME}_index"), "label": _("Consents")},
            {"url": inspect, "label": str(self.consent)},
            {"url": "", "label": self.page_title, "sublabel": str(self.consent)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        styles = forms.Media(css={"all": [STYLES]})
        context: dict[str, Any] = super().get_context_data(
            consent=self.consent, media=styles, **kwargs
        )
        return context


class WithdrawalView(ConsentView):
    """Says what a withdrawal erases, and does it when the button is pressed."""

    page_title = _("Withdraw")
    template_name = "spine_content/admin/withdrawal_confirm.html"

    def is_allowed(self, user: Any) -> bool:
        return super().is_allowed(user) and bool(user.has_perm(WITHDRAW_PERMISSION))

    @cached_property
    def plan(self) -> WithdrawalPlan:
        is_withdrawn = self.consent.withdrawn_at is not None
        return remaining(self.consent) if is_withdrawn else plan(self.consent)

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self.consent.withdrawn_at and self.plan.is_empty:
            return self._to_certificate()
        return super().get(request, *args, **kwargs)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        form = self.form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        withdraw(
            self.consent,
            by=request.user,
            via=form.cleaned_data["via"],
            excluded_images=frozenset(form.cleaned_data.get("excluded_images", ())),
        )
        text = _("%(consent)s is withdrawn, and its stories are erased.")
        messages.success(request, text % {"consent": self.consent})
        return self._to_certificate()

    def form(self) -> WithdrawalForm:
        return WithdrawalForm(
            self.request.POST if self.request.method == "POST" else None,
            initial={"via": Consent.WithdrawnVia.IN_PERSON},
            images=self.plan.unlabelled_images,
        )

    def _to_certificate(self) -> Any:
        return redirect("spine_consent_certificate", self.consent.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        edit_url = AdminURLFinder(self.request.user).get_edit_url
        return super().get_context_data(
            form=kwargs.pop("form", None) or self.form(),
            plan=self.plan,
            pages=[(_page_label(page), edit_url(page)) for page in self.plan.pages],
            other_uses=[(each, edit_url(each)) for each in self.plan.other_uses],
            tables=table_counts(self.plan.counts),
            videos=video_urls(self.plan),
            documents=linked_documents(self.plan),
            **kwargs,
        )


class CertificateView(ConsentView):
    """What was erased, for the clinic's records and to be told to the patient."""

    page_title = _("Certificate of erasure")
    template_name = "spine_content/admin/withdrawal_certificate.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        certificates = [
            {
                "certificate": each,
                "tables": table_counts(each.counts),
                "unreachable": unreachable_texts(each),
            }
            for each in self.consent.certificates.select_related("by")
        ]
        return super().get_context_data(certificates=certificates, **kwargs)


def _page_label(page: Any) -> str:
    """The title with language and address, which tell a page from its copies."""
    title = page.get_admin_display_title()
    address = page.url or page.url_path  # outside of every site there is no address
    return f"{title} ({page.locale.get_display_name()}, {address})"


class ApproveTextView(View):
    """Puts on record what the patient said of the latest draft of a story."""

    template_name = "spine_content/admin/approve_text.html"
    page: Any

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        self.page = _story_draft(request.user, kwargs["page_id"])
        if self.page.consent is None:
            messages.error(request, _("Attach a consent to the story first."))
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: Any, page_id: int) -> Any:
        initial = {"read": approval_checksum(self.page), "answer": APPROVED}
        return self.render(ApprovalForm(initial=initial, page=self.page))

    def post(self, request: Any, page_id: int) -> Any:
        form = ApprovalForm(request.POST, page=self.page)
        if not form.is_valid():
            return self.render(form)
        spelling_only = form.cleaned_data["answer"] == SPELLING
        record_approval(self.page, request.user, spelling_only=spelling_only)
        action = "spine.spelling_only" if spelling_only else "spine.text_approved"
        log(instance=self.page, action=action, user=request.user)
        messages.success(request, _("It is on record. The text can be published."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def render(self, form: ApprovalForm) -> TemplateResponse:
        name = self.page.get_admin_display_title()
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        title = _("Record the patient’s approval")
        context = {
            "form": form,
            "page": self.page,
            "header_icon": "openquote",
            "header_title": title,
            "breadcrumbs_items": [
                {"url": edit, "label": name},
                {"url": "", "label": title},
            ],
        }
        return TemplateResponse(self.request, self.template_name, context)


def _story_draft(user: Any, page_id: int) -> Any:
    """The latest draft of a story, for those who may edit it and keep consents."""
    if not user.has_perm(CHANGE_PERMISSION):
        raise PermissionDenied
    page_model = swapper.load_model("wagtailcore", "Page")
    page: Any = get_object_or_404(page_model, pk=page_id).specific
    is_story = isinstance(page, ConsentRequired)
    if not is_story or page.alias_of_id:
        raise Http404
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page.get_latest_revision_as_object()


def urls() -> list[Any]:
    register, stories = "clinic-registers", "spine-content/stories"
    return [
        path(
            f"{register}/withdraw/<int:pk>/",
            WithdrawalView.as_view(),
            name="spine_consent_withdraw",
        ),
        path(
            f"{register}/certificate/<int:pk>/",
            CertificateView.as_view(),
            name="spine_consent_certificate",
        ),
        path(
            f"{stories}/<int:page_id>/approval/",
            ApproveTextView.as_view(),
            name="spine_approve_text",
        ),
    ]
