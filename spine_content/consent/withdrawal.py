from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction

from spine_content.consent.certificate import out_of_reach
from spine_content.consent.erasure import count, erase
from spine_content.consent.erasure.pictures import file_names, found_pictures
from spine_content.consent.erasure.scope import Trail
from spine_content.consent.models import Consent
from spine_content.consent.patient_images import labelled_pictures, uses
from spine_content.consent.public_files import page_urls, purge
from spine_content.consent.records import ConsentEvent, ErasureCertificate


@dataclass(frozen=True)
class Plan:
    """What a withdrawal would do, for somebody who has to decide. Changes nothing."""

    trail: Trail

    @property
    def pages(self) -> list[Any]:
        """Pages that tell the story, its copies, aliases and translations included."""
        return self.trail.pages

    @cached_property
    def pictures(self) -> list[Any]:
        return list(found_pictures(self.trail))

    @cached_property
    def unlabelled(self) -> list[Any]:
        """Those of which nobody said whom they show."""
        labelled = labelled_pictures(self.trail.objects)
        return [picture for picture in self.pictures if picture.pk not in labelled]

    @cached_property
    def shown_on(self) -> list[Any]:
        """Whatever else shows these pictures, and will do so no more."""
        keys = {picture.pk for picture in self.pictures}
        return uses(keys, self.trail.page_ids)

    @cached_property
    def counts(self) -> dict[str, int]:
        return count(self.trail)

    @cached_property
    def files(self) -> list[str]:
        return file_names(self.trail)

    @property
    def is_empty(self) -> bool:
        return not (self.counts or self.files)


def plan(consent: Consent, kept: frozenset[int] = frozenset()) -> Plan:
    """
    What ``withdraw`` would do.

    ``kept`` holds keys of pictures in the text that do not show the patient.
    """
    return Plan(Trail(consent, kept))


def withdraw(
    consent: Consent, *, by: Any, via: str, kept: frozenset[int] = frozenset()
) -> ErasureCertificate:
    """
    End a consent for good, and erase what it covered.

    From the first commit on no request is answered with the story. Called again, it
    completes what was cut short and takes what has turned up since.
    """
    _end(consent, by, via, kept)
    return complete(consent, by=by)


def _end(consent: Consent, by: Any, via: str, kept: frozenset[int]) -> None:
    with transaction.atomic():
        stored = _lock(consent)
        if stored.withdrawn_at is None:
            stored.withdrawn_at, stored.withdrawn_via = timezone.now(), via
            stored.save(update_fields=["withdrawn_at", "withdrawn_via"])
            ConsentEvent.objects.create(
                consent=stored,
                kind=ConsentEvent.Kind.WITHDRAWN,
                actor=by,
                code=via,
                detail={"kept": sorted(kept)},
            )
    consent.refresh_from_db()


def left_of(consent: Consent) -> Plan:
    """What there still is of a consent that was withdrawn."""
    return Plan(Trail(consent, _kept(consent)))


def complete(consent: Consent, *, by: Any) -> ErasureCertificate:
    """Erase what is left of what ``consent`` covered. It asks for no reason."""
    kept = _kept(consent)
    certificate = _certificate(consent, by)
    if certificate.finished_at is None:
        _take_down(Trail(consent, kept), by)
        erase(consent, certificate, kept)
        if not left_of(consent).is_empty:
            # Somebody has saved a form in the meantime. By now none of them can.
            erase(consent, certificate, kept)
        _finish(consent, certificate, by)
    return certificate


@transaction.atomic
def _finish(consent: Consent, certificate: ErasureCertificate, by: Any) -> None:
    _lock(consent)
    certificate.refresh_from_db()
    if certificate.finished_at is None:
        certificate.finished_at = timezone.now()
        certificate.save()
        erased = ConsentEvent.Kind.ERASED
        ConsentEvent.objects.create(consent=consent, kind=erased, actor=by)


def _kept(consent: Consent) -> frozenset[int]:
    events = consent.events.filter(kind=ConsentEvent.Kind.WITHDRAWN)
    return frozenset(key for event in events for key in event.detail.get("kept", []))


@transaction.atomic
def _certificate(consent: Consent, by: Any) -> ErasureCertificate:
    _lock(consent)
    latest = consent.certificates.first()
    if latest and latest.finished_at is None:
        return latest
    left = left_of(consent)
    if latest and left.is_empty:
        return latest
    return ErasureCertificate.objects.create(
        consent=consent,
        reference=consent.reference,
        by=by,
        unreachable=out_of_reach(left),
    )


def _lock(consent: Consent) -> Consent:
    # Two people may press the button at the same time.
    return Consent.objects.select_for_update().get(pk=consent.pk)


def _take_down(trail: Trail, by: Any) -> None:
    urls = page_urls(trail.pages)
    for page in trail.pages:
        if page.live:
            # Tells all who listen, such as caches of pages with teasers. Whoever may
            # withdraw a consent may do this, without a right to publish.
            UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
    purge(urls)
