from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from spine_content import jsonld
from spine_content.clinic.review_intervals import ReviewTier
from spine_content.clinic.settings import ClinicSettings
from spine_content.pages.consented import BOOKKEEPING
from spine_content.pages.refusing import hold_back, is_copied, nobody_to_tell, refuse
from spine_content.reviews import Status, status
from spine_content.reviews.checksum import text_checksum

UNSIGNED = _(
    "This site publishes only what has been clinically reviewed, and nobody has signed "
    "off this text as it is now. Submit it to the clinical review."
)
EXPIRED = _(
    "This site publishes only what has been clinically reviewed, and this text was due "
    "for review on %(day)s. Submit it to the clinical review."
)


class ReviewedPageMixin(models.Model):
    """
    A page that says who stands behind it, and what has changed since they did.

    Where the site asks for it, no road leads to publication without a sign-off of
    exactly that text.
    """

    if TYPE_CHECKING:  # what every page brings along
        live: bool
        path: str
        alias_of_id: int | None
        live_revision_id: int | None
        has_unpublished_changes: bool
        first_published_at: Any
        planned_parent: Any

    #: How soon an old page of this type could do harm.
    review_tier: str = ReviewTier.MIDDLE

    class Meta:
        abstract = True

    def save(self, clean: bool = True, **kwargs: Any) -> Any:
        # Every road to publication ends here.
        problem = self.sign_off_problem() if self._may_become_public(kwargs) else ""
        if problem and self._becomes_public():
            is_copy = self.alias_of_id is not None or is_copied(self)
            hold_back(self, [problem], is_copy)
        return super().save(clean=clean, **kwargs)  # type: ignore[call-arg]

    def review_status(self, number_changed_at: Any = None) -> Status:
        """Where the text of the page, as it is in memory, stands with its reviewers."""
        return status(self, number_changed_at)

    def clinical_review_data(self, context: dict[str, Any]) -> dict[str, Any]:
        """Who signed off exactly what is shown, and when; nothing where nobody did."""
        found: Status | None = context.get("review")
        if found is None or found.review is None or found.is_changed:
            return {}
        return {
            "lastReviewed": found.review.decided_on.isoformat(),
            "reviewedBy": [
                # Readers see the role of those alone who have no credentials.
                jsonld.person(
                    each.name, "" if each.credentials else each.role, each.credentials
                )
                for each in found.review.names
            ],
        }

    def sign_off_problem(self) -> str:
        """Why the site lets nobody publish this text, or an empty string."""
        placed: Any = self if self.path else self.planned_parent
        asked = placed and ClinicSettings.is_set_for_path(
            placed.path, sign_off_needed=True
        )
        if not asked:
            return ""
        found = status(self, unsaved=True)
        if found.review is None or found.text_changed:
            return str(UNSIGNED)
        day = date_format(found.review.due_on)
        return EXPIRED % {"day": day} if found.is_overdue else ""

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        untold = nobody_to_tell(revision, kwargs.get("log_action"))
        if untold and (problem := revision.as_object().sign_off_problem()):
            return refuse(self, revision, "spine.not_signed_off", [problem], user)
        return super().publish(revision, user=user, **kwargs)  # type: ignore[misc]

    def _may_become_public(self, kwargs: dict[str, Any]) -> bool:
        saved = kwargs.get("update_fields")
        return self.live and (saved is None or not BOOKKEEPING.issuperset(saved))

    def _becomes_public(self) -> bool:
        """Whether saving would show anything that is not public as it is."""
        before = (
            type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
        )
        if before is None or not before.live:
            return True
        same_version = before.live_revision_id == self.live_revision_id
        return not same_version or text_checksum(before) != text_checksum(self, True)
