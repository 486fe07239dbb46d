import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spine_content.clinic.append_only import AppendOnlyModel, AppendOnlyQuerySet
from spine_content.reviews.checksum import instance_checksum


class ClinicalReviewQuerySet(AppendOnlyQuerySet):
    """Reads and adds sign-offs. None is ever changed or deleted."""

    def erase_notes(self) -> int:
        """Take out what reviewers wrote, which an erasure alone may ask for."""
        return super(AppendOnlyQuerySet, self).update(note="")

    def of(self, *instances: Any) -> "ClinicalReviewQuerySet":
        """Sign-offs of these objects, which are all of one type, the latest first."""
        if not instances:
            return self.none()
        return self.filter(
            content_type=instances[0].get_base_content_type(),
            object_id__in=[reviewed_id(instance) for instance in instances],
        )

    def complete(self) -> "ClinicalReviewQuerySet":
        """Those that count: not the ones that wait for a second reviewer."""
        return self.exclude(status=ClinicalReview.Status.PENDING)


class ClinicalReview(AppendOnlyModel):
    """
    The record of a sign-off: who stood behind which text, and until when. Append-only.

    It keeps the reviewer's name, credentials and interests as they were on that day.
    """

    append_only_message = "A sign-off is kept as it is. Another one follows it."

    class Status(models.TextChoices):
        SINGLE = "single", _("Signed off")
        PENDING = "pending", _("Waits for a second reviewer")
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
    status = models.CharField(
        _("counts as"), max_length=8, choices=Status.choices, default=Status.SINGLE
    )
    first_review = models.ForeignKey(
        "self",
        verbose_name=_("first reviewer"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
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
    def signatories(self) -> list["ClinicalReview"]:
        """The sign-offs that count together, the first one first."""
        return [*([self.first_review] if self.first_review else []), self]

    @property
    def signature(self) -> str:
        """Name and credentials, as readers see them."""
        return ", ".join(filter(None, [self.name, self.credentials or self.role]))

    @property
    def decided_on(self) -> datetime.date:
        return timezone.localdate(self.decided_at)


def reviewed_id(instance: Any) -> str:
    """Under which id sign-offs are stored: an alias says what its original says."""
    return str(getattr(instance, "alias_of_id", None) or instance.pk)


def pending_second_review(draft: Any, checksum: str = "") -> Any:
    """Sign-offs of exactly this text that wait for a second reviewer."""
    return ClinicalReview.objects.of(draft).filter(
        status=ClinicalReview.Status.PENDING,
        checksum=checksum or instance_checksum(draft),
    )


def last_signed_at(instance: Any) -> datetime.datetime | None:
    """When ``instance`` was last signed off, in whatever version."""
    last = ClinicalReview.objects.of(instance).complete().first()
    return last.decided_at if last else None
