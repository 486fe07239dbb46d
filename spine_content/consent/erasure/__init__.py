"""
Erases what a story said and showed, everywhere it is kept in the database and storage.

Each step is one transaction with its part of the certificate, and leaves alone what
is gone already: cut short anywhere, the same call carries on where it was. What is
needed to find the rest goes last.
"""

from collections.abc import Callable, Iterator

from django.db import transaction

from spine_content.consent.erasure.anonymise import page_rows
from spine_content.consent.erasure.index import (
    forget_words,
    references,
    search_entries,
    translation_memory,
)
from spine_content.consent.erasure.logs import log_entries, sessions
from spine_content.consent.erasure.pictures import file_names, pictures
from spine_content.consent.erasure.scope import Holding, Trail
from spine_content.consent.erasure.traces import (
    discussion,
    embeds,
    forms,
    imports,
    promotions,
    redirects,
    review_notes,
)
from spine_content.consent.models import Consent
from spine_content.consent.records import ErasureCertificate

Step = Callable[[Trail], Iterator[Holding]]

STEPS: list[Step] = [
    search_entries,
    pictures,
    translation_memory,
    discussion,
    review_notes,
    forms,
    redirects,
    promotions,
    embeds,
    imports,
    sessions,
    log_entries,
    references,
    page_rows,
]


def count(trail: Trail) -> dict[str, int]:
    """How many rows of each table still say something. Changes nothing."""
    counts: dict[str, int] = {}
    for step in STEPS:
        _add(counts, step(trail))
    return counts


def erase(
    consent: Consent, certificate: ErasureCertificate, kept: frozenset[int]
) -> None:
    """Take every step, and certify it."""
    for step in STEPS:
        with transaction.atomic():
            # Two people may press the button at the same time.
            trail = Trail(Consent.objects.select_for_update().get(pk=consent.pk), kept)
            certificate.refresh_from_db()
            if step is pictures:
                certificate.files += len(file_names(trail))
            _erase(step, trail, certificate.counts)
            certificate.save()
    forget_words()


def _erase(step: Step, trail: Trail, counts: dict[str, int]) -> None:
    for holding in step(trail):
        number = holding.count()
        if number:
            holding.erase(holding.rows)
            counts[holding.table] = counts.get(holding.table, 0) + number


def _add(counts: dict[str, int], holdings: Iterator[Holding]) -> None:
    for holding in holdings:
        if number := holding.count():
            counts[holding.table] = counts.get(holding.table, 0) + number
