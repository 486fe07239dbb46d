"""Never reviewed, reviewed, changed since, due, overdue: one rule for all screens."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spine_content.facts.usage import last_number_changes
from spine_content.reviews.checksum import instance_checksum
from spine_content.reviews.models import ClinicalReview, reviewed_id

#: How long before its day somebody is told that a review is due.
DUE_SOON = datetime.timedelta(days=60)


class ReviewState(TextChoices):
    """The state of a published text: of those that apply, the most pressing."""

    NEVER = "never", _("Not yet reviewed")
    OVERDUE = "overdue", _("Overdue")
    CHANGED = "changed", _("Changed since review")
    DUE_SOON = "due_soon", _("Due within 60 days")
    REVIEWED = "reviewed", _("Reviewed")


@dataclass(frozen=True)
class ReviewStatus:
    """The sign-off that counts for a text, and what has changed since."""

    review: ClinicalReview | None = None
    text_changed: bool = False
    number_changed_at: datetime.datetime | None = None

    def with_number(self, changed_at: datetime.datetime | None) -> "ReviewStatus":
        """The same, when a number that the text shows changed last at that time."""
        if not (self.review and changed_at and changed_at > self.review.decided_at):
            return self
        return replace(self, number_changed_at=changed_at)

    @property
    def is_overdue(self) -> bool:
        """Whether somebody should have reviewed it again by now."""
        return bool(self.review and self.review.due_on < timezone.localdate())

    @property
    def is_due_soon(self) -> bool:
        """Whether its day is near, and not yet over."""
        today = timezone.localdate()
        return bool(self.review and today <= self.review.due_on <= today + DUE_SOON)

    @property
    def is_changed(self) -> bool:
        return bool(self.review and (self.text_changed or self.number_changed_at))

    @property
    def state(self) -> ReviewState:
        if self.review is None:
            return ReviewState.NEVER
        if self.is_overdue:
            return ReviewState.OVERDUE
        if self.is_changed:
            return ReviewState.CHANGED
        return ReviewState.DUE_SOON if self.is_due_soon else ReviewState.REVIEWED


def review_status(
    instance: Any,
    number_changed_at: datetime.datetime | None = None,
    unsaved: bool = False,
) -> ReviewStatus:
    """
    The status of the text of ``instance``, as it is in memory.

    ``number_changed_at`` says when a number that it shows changed last; ``unsaved``
    counts what code has changed inside blocks and has not saved yet.
    """
    reviews = list(_reviews([instance]))
    return _status(instance, reviews, number_changed_at, unsaved)


def review_statuses(
    instances: Iterable[Any], number_changed_at: Mapping[Any, datetime.datetime]
) -> dict[Any, ReviewStatus]:
    """The same for many objects of one type in one query, by primary key."""
    instances = list(instances)
    found: dict[str, list[ClinicalReview]] = {}
    for review in _reviews(instances):
        found.setdefault(review.object_id, []).append(review)
    return {
        each.pk: _status(
            each, found.get(reviewed_id(each), []), number_changed_at.get(each.pk)
        )
        for each in instances
    }


def page_review_statuses(pages: Sequence[Any]) -> dict[int, ReviewStatus]:
    """
    The status of each of these specific pages, by primary key.

    A number counts as changed when it is one of a treatment that the page is about.
    Whether the page shows just this one is told on the page itself.
    """
    return review_statuses(pages, last_number_changes(pages))


def _reviews(instances: list[Any]) -> Any:
    found = ClinicalReview.objects.of(*instances).complete()
    return found.select_related("first_review")


def _status(
    instance: Any,
    reviews: list[ClinicalReview],
    number_changed_at: datetime.datetime | None,
    unsaved: bool = False,
) -> ReviewStatus:
    if not reviews:
        return ReviewStatus()
    checksum = instance_checksum(instance, unsaved)
    # An older version that is public again is as well reviewed as it was then.
    same = [review for review in reviews if review.checksum == checksum]
    status = ReviewStatus((same or reviews)[0], text_changed=not same)
    return status.with_number(number_changed_at)
