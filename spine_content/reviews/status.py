"""Never reviewed, reviewed, changed since, due, overdue: one rule for all screens."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spine_content.reviews.checksum import text_checksum
from spine_content.reviews.models import ClinicalReview
from spine_content.reviews.rules import signed_key

#: How long before its day somebody is told that a review is due.
DUE_SOON = datetime.timedelta(days=60)


class State(TextChoices):
    """Where a public text stands with its reviewers, the most pressing that is true."""

    NEVER = "never", _("Not yet reviewed")
    OVERDUE = "overdue", _("Overdue")
    CHANGED = "changed", _("Changed since review")
    DUE_SOON = "due_soon", _("Due within 60 days")
    REVIEWED = "reviewed", _("Reviewed")


@dataclass(frozen=True)
class Status:
    """The sign-off that counts for a text, and what has happened to it since."""

    review: ClinicalReview | None = None
    text_changed: bool = False
    number_changed_at: datetime.datetime | None = None

    def with_number(self, changed_at: datetime.datetime | None) -> "Status":
        """The same, when a number that the text shows changed last at that time."""
        if not (self.review and changed_at and changed_at > self.review.decided_at):
            return self
        return replace(self, number_changed_at=changed_at)

    @property
    def is_overdue(self) -> bool:
        """Whether somebody should have looked at it again by now."""
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
    def state(self) -> State:
        if self.review is None:
            return State.NEVER
        if self.is_overdue:
            return State.OVERDUE
        if self.is_changed:
            return State.CHANGED
        return State.DUE_SOON if self.is_due_soon else State.REVIEWED


def status(
    instance: Any,
    number_changed_at: datetime.datetime | None = None,
    unsaved: bool = False,
) -> Status:
    """
    Where the public text of ``instance`` stands.

    ``number_changed_at`` says when a number that it shows changed last; ``unsaved``
    asks about the instance as code has changed it in memory.
    """
    found = {signed_key(instance): list(_reviews([instance]))}
    return _status(instance, found, number_changed_at, unsaved)


def statuses(
    instances: Iterable[Any], number_changed_at: Mapping[Any, datetime.datetime]
) -> dict[Any, Status]:
    """The same for many objects of one kind in one query, by key."""
    instances = list(instances)
    found: dict[str, list[ClinicalReview]] = {}
    for review in _reviews(instances):
        found.setdefault(review.object_id, []).append(review)
    return {
        each.pk: _status(each, found, number_changed_at.get(each.pk))
        for each in instances
    }


def _reviews(instances: list[Any]) -> Any:
    return ClinicalReview.objects.of(*instances).complete().select_related("first")


def _status(
    instance: Any,
    found: dict[str, list[ClinicalReview]],
    number_changed_at: datetime.datetime | None,
    unsaved: bool = False,
) -> Status:
    reviews = found.get(signed_key(instance), [])
    if not reviews:
        return Status()
    checksum = text_checksum(instance, unsaved)
    # An older version that is public again is as well reviewed as it was then.
    same = [review for review in reviews if review.checksum == checksum]
    found_status = Status((same or reviews)[0], text_changed=not same)
    return found_status.with_number(number_changed_at)
