"""Ends a consent for good: ``plan`` says what would go, ``withdraw`` erases it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction

from spine_content.consent.certificate import unreachable_codes
from spine_content.consent.erasure import ErasureScope, count, erase
from spine_content.consent.erasure.images import file_names
from spine_content.consent.models import Consent
from spine_content.consent.patient_images import labelled_image_ids, objects_using
from spine_content.consent.records import ConsentEvent, ErasureCertificate
from spine_content.frontend_cache import purge_urls


@dataclass(frozen=True)
class WithdrawalPlan:
    """What a withdrawal would do, for somebody who has to decide. Changes nothing."""

    scope: ErasureScope

    @property
    def pages(self) -> list[Any]:
        """Pages that tell the story, its copies, aliases and translations included."""
        return self.scope.pages

    @cached_property
    def images(self) -> list[Any]:
        """Images that are deleted."""
        return list(self.scope.images)

    @cached_property
    def unlabelled_images(self) -> list[Any]:
        """Those of which no editor said whether they show the patient."""
        labelled = labelled_image_ids(self.scope.versions)
        return [image for image in self.images if image.pk not in labelled]

    @cached_property
    def other_uses(self) -> list[Any]:
        """Other pages and objects that show these images, and will do so no more."""
        return objects_using(self.images, self.scope.page_ids)

    @cached_property
    def counts(self) -> dict[str, int]:
        """The number of rows that go, by model label."""
        return count(self.scope)

    @cached_property
    def files(self) -> list[str]:
        """The names of the files that go."""
        return file_names(self.scope)

    @property
    def is_empty(self) -> bool:
        return not (self.counts or self.files)


def plan(
    consent: Consent, excluded_images: frozenset[int] = frozenset()
) -> WithdrawalPlan:
    """
    What ``withdraw`` would do.

    ``excluded_images`` holds keys of images in the text that do not show the patient.
    """
    return WithdrawalPlan(ErasureScope(consent, excluded_images))


def withdraw(
    consent: Consent,
    *,
    by: Any,
    via: str,
    excluded_images: frozenset[int] = frozenset(),
) -> ErasureCertificate:
    """
    End a consent for good, and erase what it covered.

    ``by`` is a user or ``None``, ``via`` one of ``Consent.WithdrawnVia``. From the
    first commit on no request is answered with the story. Called again, it completes
    what was cut short and takes what has turned up since.
    """
    _mark_withdrawn(consent, by, via, excluded_images)
    return resume(consent, by=by)


def resume(consent: Consent, *, by: Any) -> ErasureCertificate:
    """Erase what remains of what ``consent`` covered. It asks for no reason."""
    excluded_images = _excluded_images(consent)
    certificate = _open_certificate(consent, by)
    if certificate.finished_at is None:
        _unpublish(ErasureScope(consent, excluded_images).pages, by)
        erase(consent, certificate, excluded_images)
        if not remaining(consent).is_empty:
            # Somebody has saved a form in the meantime. By now none of them can.
            erase(consent, certificate, excluded_images)
        _finish(consent, certificate, by)
    return certificate


def remaining(consent: Consent) -> WithdrawalPlan:
    """What there still is of a consent that was withdrawn."""
    return plan(consent, _excluded_images(consent))


def _mark_withdrawn(
    consent: Consent, by: Any, via: str, excluded_images: frozenset[int]
) -> None:
    with transaction.atomic():
        stored = _lock(consent)
        if stored.withdrawn_at is None:
            stored.withdrawn_at, stored.withdrawn_via = timezone.now(), via
            stored.save(update_fields=["withdrawn_at", "withdrawn_via"])
            stored.events.create(
                kind=ConsentEvent.Kind.WITHDRAWN,
                actor=by,
                code=via,
                detail={"excluded_images": sorted(excluded_images)},
            )
    consent.refresh_from_db()


def _excluded_images(consent: Consent) -> frozenset[int]:
    events = consent.events.filter(kind=ConsentEvent.Kind.WITHDRAWN)
    return frozenset(
        key for event in events for key in event.detail.get("excluded_images", [])
    )


@transaction.atomic
def _open_certificate(consent: Consent, by: Any) -> ErasureCertificate:
    """The latest certificate while there is nothing else to certify, or a new one."""
    _lock(consent)
    latest = consent.certificates.first()
    if latest and latest.finished_at is None:
        return latest
    found = remaining(consent)
    if latest and found.is_empty:
        return latest
    return consent.certificates.create(
        reference=consent.reference,
        by=by,
        unreachable=unreachable_codes(found),
    )


@transaction.atomic
def _finish(consent: Consent, certificate: ErasureCertificate, by: Any) -> None:
    _lock(consent)
    certificate.refresh_from_db()
    if certificate.finished_at is None:
        certificate.finished_at = timezone.now()
        certificate.save()
        consent.events.create(kind=ConsentEvent.Kind.ERASED, actor=by)


def _lock(consent: Consent) -> Consent:
    # Two people may press the button at the same time.
    return Consent.objects.select_for_update().get(pk=consent.pk)


def _unpublish(pages: list[Any], by: Any) -> None:
    urls = [url for page in pages if (url := page.full_url)]
    for page in pages:
        if page.live:
            # Tells all who listen, such as caches of pages with teasers. Whoever may
            # withdraw a consent may do this, without a right to publish.
            UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
    purge_urls(urls)
