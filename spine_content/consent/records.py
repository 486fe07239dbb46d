from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

from spine_content.clinic.append_only import AppendOnlyModel, AppendOnlyQuerySet


class ConsentEventQuerySet(AppendOnlyQuerySet):
    """Reads and adds events. Nothing but an erasure removes any."""

    def erase(self) -> int:
        """Remove these events, which only an erasure may ask for; gives the number."""
        return super(AppendOnlyQuerySet, self).delete()[0]


class ConsentEvent(AppendOnlyModel):
    """
    One thing that happened to a consent. Append-only, and never about the patient.

    ``page_id``, ``language`` and ``text_hash`` say which text was approved; ``code``
    and ``detail`` hold dates, names of fields and the like, and no words of anybody.
    """

    append_only_message = "Events of a consent are kept as they are. Add another one."

    class Kind(models.TextChoices):
        GIVEN = "given", _("Given")
        RENEWED = "renewed", _("Renewed")
        CHANGED = "scopes_changed", _("What it covers was changed")
        APPROVED = "approved_text", _("The patient approved a text")
        SPELLING = "spelling_only", _("Only spelling was changed")
        REMINDED = "reminded", _("A reminder was sent")
        EXPIRED = "expired", _("Expired")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        ERASED = "erased", _("Erased")

    #: Kinds after which a text may be published as it stands.
    APPROVALS = (Kind.APPROVED.value, Kind.SPELLING.value)

    consent = models.ForeignKey(
        "spine_content.Consent",
        verbose_name=_("consent"),
        on_delete=models.PROTECT,
        related_name="events",
    )
    kind = models.CharField(_("what happened"), max_length=16, choices=Kind.choices)
    at = models.DateTimeField(_("when"), default=timezone.now)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by whom"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # A number and no relation: the event outlives the page.
    page_id = models.PositiveBigIntegerField(_("page"), null=True)
    language = models.CharField(_("language"), max_length=100, blank=True)
    text_hash = models.CharField(_("checksum of the text"), max_length=64, blank=True)
    code = models.CharField(_("code"), max_length=40, blank=True)
    detail = models.JSONField(_("details"), default=dict, blank=True)

    objects = ConsentEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event of a consent")
        verbose_name_plural = _("events of consents")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["page_id", "language"], name="spine_event_page")
        ]

    def __str__(self) -> str:
        return f"{self.consent}: {self.get_kind_display()}"


WORDING_IS_SIGNED = _("Patients have signed this wording. Make a new version instead.")


class ConsentFormVersion(models.Model):
    """The wording of a form that patients sign, and from when to when it was used."""

    class Profile(models.TextChoices):
        UK = "uk", _("United Kingdom")
        EU = "eu", _("European Union")
        US = "us", _("United States (HIPAA)")
        OTHER = "other", _("Other")

    profile = models.CharField(
        _("law that it follows"),
        max_length=8,
        choices=Profile.choices,
        help_text=_("That of the country where the patient signs."),
    )
    locale = models.ForeignKey(
        "wagtailcore.Locale",
        verbose_name=_("language"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The language in which it is written."),
    )
    version = models.CharField(
        _("version"), max_length=40, help_text=_("As printed on it, such as “2.1”.")
    )
    wording = models.TextField(
        _("wording"),
        help_text=_("All of it. It cannot be changed once a patient has signed it."),
    )
    in_force_from = models.DateField(
        _("used from"), help_text=_("The first day on which patients were given it.")
    )
    in_force_to = models.DateField(
        _("used until"),
        null=True,
        blank=True,
        help_text=_("Leave empty while it is in use."),
    )

    class Meta:
        verbose_name = _("consent form")
        verbose_name_plural = _("consent forms")
        ordering = ["-in_force_from", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "locale", "version"], name="spine_consent_form"
            )
        ]

    def __str__(self) -> str:
        language = self.locale.language_code if self.locale else "–"
        return f"{self.get_profile_display()} {self.version} ({language})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._changes_signed_wording():
            raise ValidationError(WORDING_IS_SIGNED)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        ends = self.in_force_to
        if ends and self.in_force_from and ends < self.in_force_from:
            errors["in_force_to"] = _("The last day must not be before the first.")
        if self._changes_signed_wording():
            errors["wording"] = WORDING_IS_SIGNED
        if errors:
            raise ValidationError(errors)

    def _changes_signed_wording(self) -> bool:
        from spine_content.consent.models import Consent

        stored = type(self)._base_manager.filter(pk=self.pk)
        is_changed = self.pk and stored.exclude(wording=self.wording).exists()
        return bool(is_changed) and Consent.objects.filter(form=self.pk).exists()


class ErasureCertificate(models.Model):
    """What an erasure removed, how much of it, and what it cannot reach."""

    consent = models.ForeignKey(
        "spine_content.Consent",
        verbose_name=_("consent"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="certificates",
    )
    reference = models.CharField(_("reference"), max_length=40)
    started_at = models.DateTimeField(_("begun"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True)
    counts = models.JSONField(_("rows by table"), default=dict)
    files = models.PositiveIntegerField(_("files"), default=0)
    unreachable = models.JSONField(_("out of reach"), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by whom"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("erasure certificate")
        verbose_name_plural = _("erasure certificates")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.reference}, {self.started_at:%Y-%m-%d}"


class HiddenPicture(models.Model):
    """
    A patient's image whose file is in private storage.

    The image's own row keeps its public name, under which there is no file, so that no
    page and no API can show it or make a rendition of it.
    """

    image = models.OneToOneField(
        get_image_model_string(),
        verbose_name=_("picture"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    #: Nobody can guess it, and it is nowhere but here.
    private_name = models.CharField(_("where it is"), max_length=200)

    # The reference index is shown to every editor.
    wagtail_reference_index_ignore: Any = True

    class Meta:
        verbose_name = _("hidden picture")
        verbose_name_plural = _("hidden pictures")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
