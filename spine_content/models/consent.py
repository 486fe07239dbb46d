import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: How long a consent lasts unless the form says otherwise, in days.
DEFAULT_VALIDITY = datetime.timedelta(days=730)


def default_expiry() -> datetime.date:
    return timezone.localdate() + DEFAULT_VALIDITY


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Finds consents by what they allow at a moment."""

    def valid(self, at: datetime.datetime | None = None) -> "ConsentQuerySet":
        """Consents that cover ``at`` (an aware time; now unless given)."""
        at = at or timezone.now()
        day = timezone.localdate(at)
        return self.filter(
            models.Q(withdrawn_at__isnull=True) | models.Q(withdrawn_at__gt=at),
            given_on__lte=day,
            expires_on__gte=day,
            subject_kind__in=Consent.PUBLISHABLE,
        )


class Consent(models.Model):
    """
    What a patient agreed to. It never says who the patient is.

    ``subject_ref`` points into the clinic's own records. There is no search, no
    revision and no API for it, and ``str()`` gives nothing away.
    """

    class SubjectKind(models.TextChoices):
        ADULT = "adult", _("Adult who can decide")
        CHILD = "child", _("Child")
        LACKS_CAPACITY = "lacks_capacity", _("Adult who cannot decide alone")
        FICTIONAL = "fictional", _("Nobody: the story is made up as an example")

    class Method(models.TextChoices):
        PAPER = "paper", _("Signed on paper")
        ELECTRONIC = "electronic", _("Signed electronically")
        RECORDED = "recorded", _("Recorded conversation")
        NOT_NEEDED = "not_needed", _("Not needed: the story is made up")

    #: Kinds of subject whose stories may be public at all.
    PUBLISHABLE = (SubjectKind.ADULT.value, SubjectKind.FICTIONAL.value)

    #: Field of each scope, without its prefix ``covers_``.
    SCOPES = (
        "text",
        "first_name",
        "real_name",
        "age_band",
        "place",
        "photo",
        "voice",
        "video",
    )

    subject_ref = models.CharField(
        _("reference in your records"),
        max_length=64,
        help_text=_(
            "The number under which your clinic keeps the signed form. "
            "Never a name, a date of birth or an address."
        ),
    )
    subject_kind = models.CharField(
        _("whose story it is"),
        max_length=16,
        choices=SubjectKind.choices,
        default=SubjectKind.ADULT,
        help_text=_(
            "Stories of children and of adults who cannot decide stay private."
        ),
    )
    given_on = models.DateField(_("given on"), help_text=_("It counts from this day."))
    method = models.CharField(_("how"), max_length=12, choices=Method.choices)
    form_version = models.CharField(_("version of the form"), max_length=40, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("taken by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    expires_on = models.DateField(
        _("last day"),
        default=default_expiry,
        help_text=_("Nothing is shown after this day unless the patient renews."),
    )
    withdrawn_at = models.DateTimeField(
        _("withdrawn"), null=True, blank=True, editable=False
    )
    covers_text = models.BooleanField(_("the text"), default=True)
    covers_first_name = models.BooleanField(_("the real first name"), default=False)
    covers_real_name = models.BooleanField(_("the full real name"), default=False)
    covers_age_band = models.BooleanField(_("an age band"), default=False)
    covers_place = models.BooleanField(_("a place"), default=False)
    covers_photo = models.BooleanField(_("photographs"), default=False)
    covers_voice = models.BooleanField(_("voice"), default=False)
    covers_video = models.BooleanField(_("video"), default=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-pk"]
        permissions = [("withdraw_consent", _("Can withdraw a consent"))]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """An opaque name for logs, mails and lists, such as ``C-000123``."""
        return f"C-{self.pk:06d}" if self.pk else "C-new"

    @property
    def is_fictional(self) -> bool:
        return self.subject_kind == self.SubjectKind.FICTIONAL

    @property
    def scopes(self) -> set[str]:
        """Names of what the patient agreed to show, out of ``SCOPES``."""
        return {scope for scope in self.SCOPES if getattr(self, f"covers_{scope}")}

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.given_on and self.expires_on and self.expires_on < self.given_on:
            errors["expires_on"] = _(
                "The last day must not be before the day it was given."
            )
        if self.method == self.Method.NOT_NEEDED and not self.is_fictional:
            errors["method"] = _("Only a made-up story needs no consent.")
        if errors:
            raise ValidationError(errors)

    def problem(self, at: datetime.datetime | None = None) -> Any:
        """Why this consent does not cover ``at`` (an aware time), or ``None``."""
        at = at or timezone.now()
        day = timezone.localdate(at)
        if self.withdrawn_at and self.withdrawn_at <= at:
            return _("The consent was withdrawn.")
        if self.subject_kind not in self.PUBLISHABLE:
            return _(
                "Stories of children and of adults who cannot decide stay private."
            )
        if self.given_on > day:
            return _("The consent does not count yet.")
        if self.expires_on < day:
            return _("The consent has expired.")
        return None
