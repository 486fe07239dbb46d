from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


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
        if self._rewords_what_was_signed():
            raise ValidationError(
                _("Patients have signed this wording. Make a new version instead.")
            )
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        ends = self.in_force_to
        if ends and self.in_force_from and ends < self.in_force_from:
            errors["in_force_to"] = _("The last day must not be before the first.")
        if self._rewords_what_was_signed():
            errors["wording"] = _(
                "Patients have signed this wording. Make a new version instead."
            )
        if errors:
            raise ValidationError(errors)

    def _rewords_what_was_signed(self) -> bool:
        from spine_content.models.consent import Consent

        stored = type(self)._base_manager.filter(pk=self.pk)
        reworded = self.pk and stored.exclude(wording=self.wording).exists()
        return bool(reworded) and Consent.objects.filter(form=self.pk).exists()
