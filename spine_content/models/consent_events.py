from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spine_content.models.append_only import AppendOnlyModel, AppendOnlyQuerySet


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

    kept = "Events of a consent are kept as they are. Add another one."

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
