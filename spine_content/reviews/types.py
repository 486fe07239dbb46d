"""What objects declare to their reviewers. Anything else may be reviewed as well."""

import datetime
from typing import Any, Protocol, runtime_checkable

from django.db import models

from spine_content.clinic.review_intervals import ReviewTier
from spine_content.clinic.settings import ClinicSettings


class ReviewedPage(models.Model):
    """The base of every page type whose readers expect a clinical review."""

    #: How soon an old page of this type could do harm.
    review_tier: str = ReviewTier.MIDDLE

    class Meta:
        abstract = True


@runtime_checkable
class ShowsTreatments(Protocol):
    """Says something of treatments: a page about them, or a treatment itself."""

    def shown_treatments(self) -> list[int]:
        """Primary keys of the treatments."""


@runtime_checkable
class DescribesNumberChanges(Protocol):
    """Describes in the words of its readers which of its numbers changed."""

    def changed_numbers(
        self, since: datetime.datetime
    ) -> list[tuple[datetime.datetime, str]]:
        """Pairs of time and sentence, the latest first."""


@runtime_checkable
class HasClinicSettings(Protocol):
    """Belongs to a site, which has settings of its own."""

    def clinic_settings(self) -> ClinicSettings | None: ...


@runtime_checkable
class HasPublishProblems(Protocol):
    """May not be complete enough to be published."""

    def publish_problems(self) -> list[tuple[str, Any]]:
        """Pairs of field name and message."""


def treatments_of(instance: Any) -> list[int]:
    """Primary keys of the treatments of which ``instance`` says something."""
    found = instance.shown_treatments() if isinstance(instance, ShowsTreatments) else ()
    return list(found)
