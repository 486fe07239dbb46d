from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from spine_content.evidence import LAST_DAY
from spine_content.models.snippets import ClinicSnippet


class Urgency(models.TextChoices):
    """How soon somebody must act. The order is the order on the page."""

    EMERGENCY = "emergency", _("Emergency: call at once")
    URGENT = "urgent", _("Urgent: call today")
    ROUTINE = "routine", _("Routine: call in opening hours")


class WarningSign(TranslatableMixin, ClinicSnippet):
    """A red flag with its urgency, written once and used on many pages."""

    text = models.CharField(
        _("sign"),
        max_length=200,
        help_text=_("In the patient's words: “new weakness or numbness in a leg”."),
    )
    urgency = models.CharField(
        _("urgency"),
        max_length=10,
        choices=Urgency.choices,
        help_text=_("How soon somebody must act. Pages show the most urgent first."),
    )
    why = models.CharField(
        _("why it matters"),
        max_length=300,
        blank=True,
        help_text=_("One plain sentence. It helps people to take the sign seriously."),
    )
    from_day = models.PositiveSmallIntegerField(
        _("from day"),
        null=True,
        blank=True,
        help_text=_("Days after the procedure. Leave empty if it always counts."),
    )
    until_day = models.PositiveSmallIntegerField(
        _("until day"),
        null=True,
        blank=True,
        help_text=_("Leave empty if it never ends."),
    )
    source = models.ForeignKey(
        "spine_content.Source",
        verbose_name=_("source"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What says so, if it is not your own policy."),
    )

    panels = [
        MultiFieldPanel(["text", "urgency", "why"], heading=_("The sign")),
        MultiFieldPanel(
            [FieldRowPanel(["from_day", "until_day"]), "source"],
            heading=_("When it counts, and why we say so"),
        ),
    ]
    search_fields = [
        index.SearchField("text"),
        index.AutocompleteField("text"),
        index.FilterField("urgency"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("warning sign")
        verbose_name_plural = _("warning signs")
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        start, end = self.from_day, self.until_day
        days = {"from_day": start, "until_day": end}
        message = _("Enter a day up to %(last)s.") % {"last": LAST_DAY}
        found: dict[str, Any] = {
            name: message for name, day in days.items() if day and day > LAST_DAY
        }
        if not found and start is not None and end is not None and start > end:
            found["until_day"] = _("The last day must not be before the first day.")
        if found:
            raise ValidationError(found)
