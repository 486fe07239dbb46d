from collections.abc import Callable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from spine_content import jsonld
from spine_content.clinic.settings import ClinicSettings
from spine_content.pages.publishing import PublishGuard, PublishGuardMixin
from spine_content.reviews.checksum import instance_checksum
from spine_content.reviews.status import ReviewStatus, review_status
from spine_content.reviews.types import ReviewedPage

NOT_SIGNED_OFF = _(
    "This site publishes only what has been clinically reviewed, and nobody has signed "
    "off this text as it is now. Submit it to the clinical review."
)
OVERDUE = _(
    "This site publishes only what has been clinically reviewed, and this text was due "
    "for review on %(day)s. Submit it to the clinical review."
)


class SignOffGuard(PublishGuard):
    """A page needs a sign-off of exactly its text, on sites that require one."""

    log_action = "spine.not_signed_off"
    needs_review = True

    def errors(self, page: Any, at: Any = None) -> list[Any]:
        placed = page if page.path else page.planned_parent
        if not (
            placed and ClinicSettings.is_set_for_path(placed.path, sign_off_needed=True)
        ):
            return []
        found = review_status(page, unsaved=True)
        if found.review is None or found.text_changed:
            return [NOT_SIGNED_OFF]
        day = date_format(found.review.due_on)
        return [OVERDUE % {"day": day}] if found.is_overdue else []

    def shows_more(self, page: Any, before: Any) -> bool:
        return instance_checksum(before) != instance_checksum(page, unsaved=True)

    def errors_on_save(self, page: Any, stored: Callable[[], Any]) -> list[Any]:
        # Few sites ask for it, and to compare two texts takes long.
        errors = self.errors(page)
        return errors if errors and self.is_publication(page, stored()) else []


class ReviewedPageMixin(PublishGuardMixin, ReviewedPage):
    """A page that is clinically reviewed, and shows by whom and when."""

    class Meta:
        abstract = True

    def publish_guards(self) -> list[PublishGuard]:
        return [SignOffGuard(), *super().publish_guards()]

    def review_status(self, number_changed_at: Any = None) -> ReviewStatus:
        """The review status of the text of the page, as it is in memory."""
        return review_status(self, number_changed_at)

    def clinical_review_data(self, context: dict[str, Any]) -> dict[str, Any]:
        """Who signed off exactly what is shown, and when; nothing where nobody did."""
        found: ReviewStatus | None = context.get("review")
        if found is None or found.review is None or found.is_changed:
            return {}
        return {
            "lastReviewed": found.review.decided_on.isoformat(),
            "reviewedBy": [
                # Readers see the role of those alone who have no credentials.
                jsonld.person(
                    each.name, "" if each.credentials else each.role, each.credentials
                )
                for each in found.review.signatories
            ],
        }
