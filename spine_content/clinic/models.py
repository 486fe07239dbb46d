from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import TranslatableMixin
from wagtail.search import index

from spine_content.blocks.care import Urgency
from spine_content.clinic.snippets import ClinicSnippet

#: For a site's own model of users as well.
CHANGE_USER_PERMISSION = ".change_".join(settings.AUTH_USER_MODEL.lower().split("."))


#: Ten years after a treatment: nothing later has a day of its own.
MAX_DAY = 3650


class Person(ClinicSnippet):
    """An author or clinical reviewer, with credentials and declared interests."""

    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(
        _("role"), max_length=120, help_text=_("For example “Consultant radiologist”.")
    )
    credentials = models.CharField(
        _("credentials"), max_length=120, blank=True, help_text=_("For example “FRCR”.")
    )
    register = models.CharField(
        _("professional register"),
        max_length=60,
        blank=True,
        help_text=_("For example “GMC”."),
    )
    register_number = models.CharField(
        _("number there"),
        max_length=40,
        blank=True,
        help_text=_("So that anybody can look it up."),
    )
    profile_url = models.URLField(
        _("profile page"), blank=True, help_text=_("A page about them, anywhere.")
    )
    photo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only if they agree to it."),
    )
    interests = models.TextField(
        _("declared interests"),
        blank=True,
        help_text=_(
            "Payments, shares or ties to makers of products. "
            "Write “None declared” only after asking."
        ),
    )
    interests_on = models.DateField(
        _("declared on"),
        null=True,
        blank=True,
        help_text=_("The day on which they said so."),
    )
    ties = models.CharField(
        _("makers with whom there is a tie"),
        max_length=255,
        blank=True,
        help_text=_(
            "Companies, with commas between them. Where one of them makes what a page "
            "is about, a second reviewer without ties has to sign too."
        ),
    )
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "With which this person signs in. A sign-off carries the name and "
            "credentials of the person whose account it was."
        ),
    )

    panels = [
        MultiFieldPanel(["name", "role", "credentials"], heading=_("Who it is")),
        MultiFieldPanel(
            [FieldRowPanel(["register", "register_number"]), "profile_url", "photo"],
            heading=_("Where readers can check"),
        ),
        MultiFieldPanel(["interests", "ties", "interests_on"], heading=_("Interests")),
        # Whoever could choose it could have reviews signed with another's name.
        FieldPanel("account", permission=CHANGE_USER_PERMISSION),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("role"),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


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
        message = _("Enter a day up to %(last)s.") % {"last": MAX_DAY}
        found: dict[str, Any] = {
            name: message for name, day in days.items() if day and day > MAX_DAY
        }
        if not found and start is not None and end is not None and start > end:
            found["until_day"] = _("The last day must not be before the first day.")
        if found:
            raise ValidationError(found)
