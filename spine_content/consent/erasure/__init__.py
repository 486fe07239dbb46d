"""
Erases what a story said and showed, everywhere it is kept in the database and storage.

Each step is one transaction with its part of the certificate, and leaves alone what
is gone already: cut short anywhere, the same call carries on where it was. What is
needed to find the rest goes last.
"""

from collections.abc import Callable, Iterator

from django.db import transaction

from spine_content.consent.erasure.anonymise import page_rows
from spine_content.consent.erasure.images import file_names, image_rows
from spine_content.consent.erasure.index import (
    purge_full_text_index,
    references,
    search_entries,
    translation_memory,
)
from spine_content.consent.erasure.related_rows import (
    discussions,
    embeds,
    forms,
    log_entries,
    promotions,
    redirects,
    sessions,
)
from spine_content.consent.erasure.scope import ErasureScope, ErasureTarget
from spine_content.consent.models import Consent
from spine_content.consent.records import ErasureCertificate

__all__ = [
    "ErasureScope",
    "ErasureTarget",
    "count",
    "discussions",
    "embeds",
    "erase",
    "register_erasure_step",
]

#: Given the scope of a consent, yields the rows that have to go, table by table.
ErasureStep = Callable[[ErasureScope], Iterator[ErasureTarget]]

#: Every step, in the order in which they are taken.
STEPS: list[ErasureStep] = [
    search_entries,
    image_rows,
    translation_memory,
    discussions,
    forms,
    redirects,
    promotions,
    embeds,
    sessions,
    log_entries,
    references,
    page_rows,
]


def register_erasure_step(step: ErasureStep, *, after: ErasureStep) -> None:
    """
    Have ``step`` taken in every erasure, next after the step ``after``.

    A step is a function that is given an ``ErasureScope`` and yields an
    ``ErasureTarget`` for each table that says something of the story. It is taken
    once more when an erasure is resumed, and leaves out what is erased already.
    Raises ``ValueError`` when ``after`` is not registered.
    """
    if step not in STEPS:
        STEPS.insert(STEPS.index(after) + 1, step)


def count(scope: ErasureScope) -> dict[str, int]:
    """How many rows of each table still say something, by model label."""
    counts: dict[str, int] = {}
    for step in STEPS:
        for target in step(scope):
            _add(counts, target, target.count())
    return counts


def erase(
    consent: Consent, certificate: ErasureCertificate, excluded_images: frozenset[int]
) -> None:
    """Take every step, and add what it erased to the certificate."""
    for step in STEPS:
        with transaction.atomic():
            # Two people may press the button at the same time.
            locked = Consent.objects.select_for_update().get(pk=consent.pk)
            scope = ErasureScope(locked, excluded_images)
            certificate.refresh_from_db()
            if step is image_rows:
                certificate.files += len(file_names(scope))
            _take(step, scope, certificate.counts)
            certificate.save()
    purge_full_text_index()


def _take(step: ErasureStep, scope: ErasureScope, counts: dict[str, int]) -> None:
    for target in step(scope):
        if number := target.count():
            target.erase(target.rows)
            _add(counts, target, number)


def _add(counts: dict[str, int], target: ErasureTarget, number: int) -> None:
    if number:
        counts[target.table] = counts.get(target.table, 0) + number
