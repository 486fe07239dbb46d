from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentProof(models.Model):
    """
    The proof that a consent was given: by which form, on which terms.

    No field says who the patient is, and no free text is about the patient.
    """

    class Method(models.TextChoices):
        PAPER = "paper", _("Signed on paper")
        ELECTRONIC = "electronic", _("Signed electronically")
        RECORDED = "recorded", _("Recorded conversation")
        NOT_NEEDED = "not_needed", _("Not needed: the story is made up")

    #: What an authorisation under HIPAA (45 CFR 164.508) has to say or hold.
    HIPAA = (
        *("description", "discloser", "recipients", "purposes", "remuneration"),
        *("not_conditioned", "redisclosure_explained", "copy_given"),
    )

    method = models.CharField(
        _("how"),
        max_length=12,
        choices=Method.choices,
        help_text=_("How the patient said yes."),
    )
    form = models.ForeignKey(
        "spine_content.ConsentFormVersion",
        verbose_name=_("form"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The wording that the patient signed."),
    )
    form_version = models.CharField(
        _("version of the form"),
        max_length=40,
        blank=True,
        help_text=_("As printed on a form whose wording is not kept here."),
    )
    representative_authority = models.CharField(
        _("who signed for the patient"),
        max_length=120,
        blank=True,
        help_text=_(
            "If it was not the patient: by what right, such as “power of attorney”. "
            "Never a name."
        ),
    )
    withdrawal_explained = models.BooleanField(
        _("The patient knows how to withdraw"), default=False
    )
    public_limits_explained = models.BooleanField(
        _("The patient knows that copies others made cannot be called back"),
        default=False,
    )

    description = models.CharField(
        _("what is disclosed"),
        max_length=200,
        blank=True,
        help_text=_("In the words of the form. Never a name."),
    )
    discloser = models.CharField(
        _("who discloses it"),
        max_length=200,
        blank=True,
        help_text=_("Mostly the clinic itself."),
    )
    recipients = models.CharField(
        _("to whom"),
        max_length=200,
        blank=True,
        help_text=_("Such as everybody who visits the website."),
    )
    purposes = models.CharField(
        _("for what purpose"),
        max_length=200,
        blank=True,
        help_text=_("Such as helping other patients to decide."),
    )
    remuneration = models.CharField(
        _("payment to the clinic for it"),
        max_length=200,
        blank=True,
        help_text=_("Say “none” if there is none."),
    )
    not_conditioned = models.BooleanField(
        _("Treatment does not depend on signing"), default=False
    )
    redisclosure_explained = models.BooleanField(
        _("The patient knows that others may pass it on"), default=False
    )
    copy_given = models.BooleanField(_("The patient has a copy"), default=False)

    evidence_location = models.CharField(
        _("where the signed form is"),
        max_length=200,
        blank=True,
        help_text=_("A shelf or a file number in your records. Never a name."),
    )
    evidence_sha256 = models.CharField(
        _("checksum of the scan"),
        max_length=64,
        blank=True,
        validators=[
            RegexValidator(
                r"^[0-9a-f]{64}\Z", _("A SHA-256 has 64 digits from 0 to f.")
            )
        ],
        help_text=_("SHA-256 of the scanned form, if there is a scan."),
    )
    retain_until = models.DateField(
        _("keep the record until"),
        null=True,
        blank=True,
        help_text=_("As your law asks, for example six years after the last day."),
    )

    class Meta:
        abstract = True

    def missing_for_hipaa(self) -> list[Any]:
        """The fields that HIPAA asks for and that are still empty."""
        fields = [self._meta.get_field(name) for name in self.HIPAA]
        return [field for field in fields if not getattr(self, field.name)]
