"""What an erasure takes from the tables of reviews and quality."""

from collections.abc import Iterator

from spine_content.consent.erasure import (
    ErasureScope,
    ErasureTarget,
    discussions,
    register_erasure_step,
)
from spine_content.quality.models import PageQuality, QualityAnswer
from spine_content.reviews.models import ClinicalReview


def register() -> None:
    register_erasure_step(quality_rows, after=discussions)
    register_erasure_step(review_notes, after=quality_rows)


def quality_rows(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """What the checks found on the pages, and what editors answered."""
    yield ErasureTarget(QualityAnswer.objects.filter(page_id__in=scope.page_ids))
    yield ErasureTarget(PageQuality.objects.filter(page_id__in=scope.page_ids))


def review_notes(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """What reviewers noted. Who signed, and when, says nothing of the patient."""
    reviews = ClinicalReview.objects.filter(
        content_type=scope.page_content_type, object_id__in=scope.object_ids
    )
    yield ErasureTarget(reviews.exclude(note=""), lambda rows: rows.erase_notes())
