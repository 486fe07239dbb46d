from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


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
