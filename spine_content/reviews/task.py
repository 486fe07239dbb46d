from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import AbstractGroupApprovalTask, Task

from spine_content.fields import parent_link
from spine_content.reviews.checksum import instance_checksum
from spine_content.reviews.models import ClinicalReview
from spine_content.reviews.permissions import sign_off_problems
from spine_content.reviews.sign_off import sign, specific


class SignOffForm(forms.Form):
    """A reviewer's note, and the checksum of the text that they were shown."""

    # A draft that somebody saves meanwhile has another checksum.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    comment = forms.CharField(
        label=_("Note"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Kept with the sign-off, for colleagues. Readers do not see it."),
    )


INHERITED_GROUPS = AbstractGroupApprovalTask._meta.get_field("groups")
TEXT_CHANGED = _(
    "The text was changed while you were reading, so it is not signed. Please look at "
    "it again."
)


class ClinicalReviewTask(AbstractGroupApprovalTask):
    """
    The step of a workflow in which somebody else than an editor signs the text off.

    Nobody is exempt, not even superusers. What is signed is the version that publishing
    would take, not the one that was handed in.
    """

    task_ptr = parent_link(Task, "spine_clinicalreviewtask")
    groups: Any = models.ManyToManyField(
        Group,
        verbose_name=INHERITED_GROUPS.verbose_name,
        help_text=INHERITED_GROUPS.help_text,
        related_name="+",
    )

    class Meta:
        verbose_name = _("clinical review")
        verbose_name_plural = _("clinical reviews")

    @classmethod
    def get_description(cls) -> Any:
        return _(
            "Somebody of the chosen groups, who has not edited the text, signs it off. "
            "Name, credentials and date are kept, and shown to readers"
        )

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        actions = [
            action
            for action in super().get_actions(obj, user)
            if action[0] != "approve"
        ]
        if actions and not self.refusals(obj, user):
            actions.append(("approve", _("Sign off"), True))
        return actions

    def get_form_for_action(self, action: str) -> Any:
        return (
            SignOffForm if action == "approve" else super().get_form_for_action(action)
        )

    def get_template_for_action(self, action: str) -> str:
        return "spine_content/admin/sign_off.html" if action == "approve" else ""

    def refusals(self, obj: Any, user: Any) -> list[str]:
        """Why ``user`` cannot sign off ``obj`` as it is now, in plain words."""
        if not self.groups.filter(pk__in=user.groups.all()).exists():
            return [str(_("Only clinical reviewers can sign off a text."))]
        draft = specific(obj).get_latest_revision_as_object()
        return sign_off_problems(draft, user)

    def on_action(
        self, task_state: Any, user: Any, action_name: str, **kwargs: Any
    ) -> Any:
        if action_name != "approve":
            return super().on_action(task_state, user, action_name, **kwargs)
        seen = kwargs.pop("seen", "")
        obj = specific(task_state.workflow_state.content_object)
        draft = obj.get_latest_revision_as_object()
        reasons = self.refusals(obj, user)
        if not reasons and seen != instance_checksum(draft):
            reasons = [str(TEXT_CHANGED)]
        if not reasons:
            try:
                is_pending = self._sign_off(draft, task_state, user, **kwargs)
                return outcome_url(task_state) if is_pending else None
            except ValidationError as error:
                reasons = error.messages
        # An exception would leave somebody who pressed a button before an error page,
        # and an edit that was saved along with it unexplained.
        log(draft, "spine.sign_off_refused", user=user, data={"reasons": reasons})
        return outcome_url(task_state)

    @transaction.atomic
    def _sign_off(
        self, draft: Any, task_state: Any, user: Any, comment: str = "", **_kw: Any
    ) -> bool:
        """Put it on record; gives whether a second reviewer has to sign as well."""
        review = sign(draft, user, comment)
        is_pending = review.status == ClinicalReview.Status.PENDING
        if is_pending:
            log(draft, "spine.second_reviewer", user=user)
        else:
            task_state.approve(user=user, comment=comment)
        return is_pending


def outcome_url(task_state: Any) -> str | None:
    """The view that says why the text is not published; a script has none."""
    try:
        return reverse("spine_sign_off_told", args=[task_state.pk])
    except NoReverseMatch:
        return None
