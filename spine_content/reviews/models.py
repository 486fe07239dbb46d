import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spine_content.clinic.append_only import AppendOnlyModel, AppendOnlyQuerySet
from spine_content.reviews.checksum import text_checksum
from spine_content.reviews.rules import due_day, has_tie, kind_of, person_of, signed_key


class ClinicalReviewQuerySet(AppendOnlyQuerySet):
    """Reads and adds sign-offs. None is ever changed or deleted."""

    def erase_notes(self) -> int:
        """Take out what reviewers wrote, which an erasure alone may ask for."""
        return super(AppendOnlyQuerySet, self).update(note="")

    def of(self, *instances: Any) -> "ClinicalReviewQuerySet":
        """Sign-offs of these objects, which are all of one kind, the latest first."""
        if not instances:
            return self.none()
        keys = [signed_key(instance) for instance in instances]
        return self.filter(content_type=kind_of(instances[0]), object_id__in=keys)

    def complete(self) -> "ClinicalReviewQuerySet":
        """Those that count: not the ones that wait for a second reviewer."""
        return self.exclude(standing=ClinicalReview.Standing.WAITING)


class ClinicalReview(AppendOnlyModel):
    """
    The record of a sign-off: who stood behind which text, and until when. Append-only.

    It keeps the reviewer's name, credentials and interests as they were on that day.
    """

    append_only_message = "A sign-off is kept as it is. Another one follows it."

    class Standing(models.TextChoices):
        ALONE = "alone", _("Signed off")
        WAITING = "waiting", _("Waits for a second reviewer")
        SECOND = "second", _("Signed off as second reviewer")

    content_type = models.ForeignKey(
        ContentType, verbose_name=_("type"), on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.CharField(_("number"), max_length=255)
    content_object: Any = GenericForeignKey(
        "content_type", "object_id", for_concrete_model=False
    )
    content_object.wagtail_reference_index_ignore = True
    # It may be purged, or erased: the checksum still tells the text apart.
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("version"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    checksum = models.CharField(_("checksum of the text"), max_length=64)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    person = models.ForeignKey(
        "spine_content.Person",
        verbose_name=_("person"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("reviewer"), max_length=120)
    role = models.CharField(_("role"), max_length=120)
    credentials = models.CharField(_("credentials"), max_length=120, blank=True)
    registration = models.CharField(_("registration"), max_length=110, blank=True)
    interests = models.TextField(_("declared interests"), blank=True)
    decided_at = models.DateTimeField(_("signed off"), default=timezone.now)
    due_on = models.DateField(_("next review"), db_index=True)
    note = models.TextField(_("note"), blank=True)
    standing = models.CharField(
        _("counts as"), max_length=8, choices=Standing.choices, default=Standing.ALONE
    )
    first = models.ForeignKey(
        "self",
        verbose_name=_("first reviewer"),
        null=True,
        on_delete=models.PROTECT,
        related_name="seconds",
    )

    objects = ClinicalReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("clinical review")
        verbose_name_plural = _("clinical reviews")
        ordering = ["-decided_at", "-pk"]
        # A sign-off is recorded by the workflow, never typed.
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="spine_review_of")
        ]

    def __str__(self) -> str:
        return f"{self.name}, {timezone.localtime(self.decided_at):%Y-%m-%d}"

    @property
    def names(self) -> list["ClinicalReview"]:
        """Everybody who has signed, the first one first; each a sign-off."""
        return [*([self.first] if self.first else []), self]

    @property
    def signature(self) -> str:
        """Name and credentials, as readers see them."""
        return ", ".join(filter(None, [self.name, self.credentials or self.role]))

    @property
    def decided_on(self) -> datetime.date:
        return timezone.localdate(self.decided_at)


def waiting(draft: Any, checksum: str = "") -> Any:
    """Sign-offs of exactly this text that wait for a second reviewer."""
    return ClinicalReview.objects.of(draft).filter(
        standing=ClinicalReview.Standing.WAITING,
        checksum=checksum or text_checksum(draft),
    )


def last_signed_at(instance: Any) -> datetime.datetime | None:
    """When ``instance`` was last signed off, in whatever version."""
    last = ClinicalReview.objects.of(instance).complete().first()
    return last.decided_at if last else None


def sign(
    draft: Any,
    user: Any,
    note: str = "",
    decided_at: datetime.datetime | None = None,
) -> ClinicalReview:
    """Put on record that whoever signs in as ``user`` stands behind this version."""
    decided_at = decided_at or timezone.now()
    person: Any = person_of(user)
    tied = needs_second(draft, person)
    first = None if tied else waiting(draft).exclude(reviewer=user.pk).first()
    standings = ClinicalReview.Standing
    single = standings.SECOND if first else standings.ALONE
    registration = [person.register, person.register_number]
    return ClinicalReview.objects.create(
        content_type=kind_of(draft),
        object_id=str(draft.pk),
        revision=draft.get_latest_revision(),
        checksum=text_checksum(draft),
        reviewer=user,
        person=person,
        name=person.name,
        role=person.role,
        credentials=person.credentials,
        registration=" ".join(filter(None, registration)),
        interests="\n".join(filter(None, [person.interests, person.ties])),
        decided_at=decided_at,
        due_on=due_day(draft, timezone.localdate(decided_at)),
        note=note,
        standing=standings.WAITING if tied else single,
        first=first,
    )


def needs_second(draft: Any, person: Any) -> bool:
    """Whether ``person`` may gain from what they sign, so that another has to sign."""
    ask = getattr(draft, "shown_treatments", None)
    return has_tie(person, ask() if ask else [])
