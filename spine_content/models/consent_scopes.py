from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentScopes(models.Model):
    """What a patient agreed to show, where, and in which languages."""

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
    #: Field of each place to show it, without its prefix ``channel_``.
    CHANNELS = (
        "website",
        "social",
        "print",
        "press",
        "paid_ads",
        "translation",
        "api",
    )

    covers_text = models.BooleanField(_("the text"), default=True)
    covers_first_name = models.BooleanField(_("the real first name"), default=False)
    covers_real_name = models.BooleanField(_("the full real name"), default=False)
    covers_age_band = models.BooleanField(_("an age band"), default=False)
    covers_place = models.BooleanField(_("a place"), default=False)
    covers_photo = models.BooleanField(_("photographs"), default=False)
    covers_voice = models.BooleanField(_("voice"), default=False)
    covers_video = models.BooleanField(_("video"), default=False)

    channel_website = models.BooleanField(_("this website"), default=True)
    channel_social = models.BooleanField(_("social media"), default=False)
    channel_print = models.BooleanField(_("leaflets and posters"), default=False)
    channel_press = models.BooleanField(_("newspapers and broadcasters"), default=False)
    channel_paid_ads = models.BooleanField(_("paid advertisements"), default=False)
    channel_translation = models.BooleanField(_("translations"), default=False)
    channel_api = models.BooleanField(
        _("other websites and apps that fetch our pages"), default=False
    )
    languages: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "wagtailcore.Locale",
        verbose_name=_("languages"),
        blank=True,
        related_name="+",
        help_text=_("A story is shown only in a language that the patient agreed to."),
    )

    class Meta:
        abstract = True

    @property
    def scopes(self) -> set[str]:
        """Names of what the patient agreed to show, out of ``SCOPES``."""
        return _ticked(self, "covers", self.SCOPES)

    @property
    def channels(self) -> set[str]:
        """Names of where it may be shown, out of ``CHANNELS``."""
        return _ticked(self, "channel", self.CHANNELS)


def _ticked(consent: Any, prefix: str, names: tuple[str, ...]) -> set[str]:
    return {name for name in names if getattr(consent, f"{prefix}_{name}")}
