from typing import Any

import swapper
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.log_actions import log

from spine_content.consent.approval import latest, record_approval, text_hash
from spine_content.consent.panels import RIGHT
from spine_content.pages.consent import ConsentedPageMixin

APPROVED, SPELLING = "approved", "spelling"


class ApprovalForm(forms.Form):
    """What somebody says of the text that they have read."""

    # A draft that somebody saves meanwhile has another checksum.
    read = forms.CharField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_("What can you say of it?"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, page: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        choices = [(APPROVED, _("The patient has read this text and agrees to it."))]
        if latest(page):
            word = _("Only spelling differs from what the patient approved.")
            choices.append((SPELLING, word))
        answers: Any = self.fields["answer"]
        answers.choices = choices

    def clean_read(self) -> str:
        read: str = self.cleaned_data["read"]
        if read != text_hash(self.page):
            # What is shown now is what the next answer is about.
            self.data = {**self.data, "read": text_hash(self.page)}
            raise forms.ValidationError(
                _("The draft was changed after you opened this page. Read it again.")
            )
        return read


class ApproveTextView(View):
    """Puts on record what the patient said of the latest draft of a story."""

    page: Any

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        self.page = draft_for(request.user, kwargs["page_id"])
        if self.page.consent is None:
            messages.error(request, _("Attach a consent to the story first."))
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: Any, page_id: int) -> Any:
        initial = {"read": text_hash(self.page), "answer": APPROVED}
        return self.shown(ApprovalForm(initial=initial, page=self.page))

    def post(self, request: Any, page_id: int) -> Any:
        form = ApprovalForm(request.POST, page=self.page)
        if not form.is_valid():
            return self.shown(form)
        only_spelling = form.cleaned_data["answer"] == SPELLING
        record_approval(self.page, request.user, spelling_only=only_spelling)
        action = "spine.spelling_only" if only_spelling else "spine.text_approved"
        log(instance=self.page, action=action, user=request.user)
        messages.success(request, _("It is on record. The text can be published."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def shown(self, form: ApprovalForm) -> TemplateResponse:
        template = "spine_content/admin/approve_text.html"
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
        return TemplateResponse(self.request, template, context)


def draft_for(user: Any, page_id: int) -> Any:
    """The latest draft of a story, for those who may edit it and keep consents."""
    if not user.has_perm(RIGHT):
        raise PermissionDenied
    page_model = swapper.load_model("wagtailcore", "Page")
    page: Any = get_object_or_404(page_model, pk=page_id).specific
    story: Any = page if isinstance(page, ConsentedPageMixin) else None
    if story is None or story.alias_of_id:
        raise Http404
    if not story.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return story.get_latest_revision_as_object()
