import copy
from typing import Any

import swapper
from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from spine_content.blocks.care import Urgency
from spine_content.clinic.blocks import ContactBlock
from spine_content.clinic.forms import ClinicSettingsForm
from spine_content.clinic.phones import country_choices, validate_phone
from spine_content.clinic.review_intervals import review_months_field
from spine_content.fields import ContentStreamField


@register_setting(icon="mobile-alt")
class ClinicSettings(BaseSiteSetting):
    """What is true for one site: telephone numbers by urgency, and standing texts."""

    # Wagtail names the way back after the class, without its app.
    site: Any = models.OneToOneField(
        Site,
        unique=True,
        db_index=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="spine_clinicsettings",
    )
    clinic_name = models.CharField(
        _("clinic name"),
        max_length=120,
        blank=True,
        help_text=_("As readers know it."),
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        choices=country_choices,
        help_text=_(
            "When you save, numbers known for this country are filled in where you "
            "left them empty. Please check them."
        ),
    )
    emergency_phone = models.CharField(
        _("emergency number"),
        max_length=40,
        blank=True,
        validators=[validate_phone],
        help_text=_("The number for an ambulance in your country, such as 999 or 112."),
    )
    emergency_relay = models.CharField(
        _("emergency text or relay number"),
        max_length=40,
        blank=True,
        help_text=_("For people who cannot hear or speak on the telephone."),
    )
    urgent_phone = models.CharField(
        _("urgent advice number"),
        max_length=40,
        blank=True,
        validators=[validate_phone],
        help_text=_("Answered at any hour, or say in the next field when."),
    )
    urgent_hours = models.CharField(
        _("when it answers"),
        max_length=120,
        blank=True,
        help_text=_("For example “Day and night”."),
    )
    clinic_phone = models.CharField(
        _("clinic number"),
        max_length=40,
        blank=True,
        validators=[validate_phone],
        help_text=_("For routine questions."),
    )
    clinic_hours = models.CharField(
        _("opening hours"),
        max_length=120,
        blank=True,
        help_text=_("For example “Monday to Friday, 9 to 5”."),
    )
    contacts = ContentStreamField(
        [("contact", ContactBlock())],
        verbose_name=_("numbers and texts for other languages"),
        blank=True,
        help_text=_("What is left empty is as it is for the whole site."),
    )
    numbers_checked_on = models.DateField(
        _("numbers checked on"), null=True, editable=False
    )
    numbers_checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("numbers checked by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    checked_numbers = models.TextField(
        _("numbers that were checked"), blank=True, editable=False
    )
    disclaimer = models.TextField(
        _("disclaimer"),
        default=_(
            "This page gives general information. It does not replace the advice "
            "of the team that knows you."
        ),
        blank=True,
        help_text=_("Shown at the foot of every page."),
    )
    conflict_statement = models.TextField(
        _("interests"),
        blank=True,
        help_text=_("Who could gain from what you publish. A page can say its own."),
    )
    funding_statement = models.TextField(
        _("who pays for this information"),
        blank=True,
        help_text=_("A page can say its own."),
    )
    update_policy = models.TextField(
        _("how pages are kept up to date"),
        blank=True,
        help_text=_("For example “We check every page at least every two years.”"),
    )
    stories_on = models.BooleanField(
        _("show patient stories"),
        default=True,
        help_text=_(
            "Some countries forbid clinics to show what patients say. Without the tick "
            "no story of this site can be seen or written."
        ),
    )
    hipaa_required = models.BooleanField(
        _("the law of the United States applies (HIPAA)"),
        default=False,
        help_text=_(
            "A consent then has to hold everything that HIPAA asks for before a story "
            "can be published."
        ),
    )

    sign_off_needed = models.BooleanField(
        _("publish only what has been clinically reviewed"),
        default=False,
        help_text=_(
            "With the tick, a clinical page can be published only when somebody has "
            "signed off exactly that text. Without, the page says that nobody has."
        ),
    )
    months_high = review_months_field(
        _("warning signs and medicines: months"),
        12,
        _("How long a sign-off of a recovery guide holds."),
    )
    months_middle = review_months_field(
        _("procedures and comparisons: months"),
        24,
        _("How long a sign-off of these, and of the facts of a treatment, holds."),
    )
    months_low = review_months_field(
        _("everything else: months"), 36, _("Never more than three years.")
    )

    #: Known only for languages that have numbers and words of their own.
    emergency_action = ""

    base_form_class = ClinicSettingsForm
    panels = [
        MultiFieldPanel(
            [
                "clinic_name",
                "country",
                FieldRowPanel(["emergency_phone", "emergency_relay"]),
                FieldRowPanel(["urgent_phone", "urgent_hours"]),
                FieldRowPanel(["clinic_phone", "clinic_hours"]),
                FieldPanel("numbers_checked"),
                HelpPanel(template="spine_content/admin/phone_tokens.html"),
            ],
            heading=_("Telephone numbers"),
        ),
        FieldPanel("contacts"),
        MultiFieldPanel(
            ["disclaimer", "conflict_statement", "funding_statement", "update_policy"],
            heading=_("Standing texts"),
        ),
        MultiFieldPanel(["stories_on", "hipaa_required"], heading=_("Patient stories")),
        MultiFieldPanel(
            ["sign_off_needed", "months_high", "months_middle", "months_low"],
            heading=_("Clinical review"),
        ),
    ]

    class Meta:
        verbose_name = _("clinic settings")

    @classmethod
    def root_pages(cls, **values: Any) -> Any:
        """Root pages, in each of their languages, of sites with these settings."""
        page_model = swapper.load_model("wagtailcore", "Page")
        sites = cls.objects.filter(**values)
        return page_model._default_manager.filter(
            translation_key__in=sites.values("site__root_page__translation_key")
        )

    @classmethod
    def is_set_for_path(cls, path: str, **values: Any) -> bool:
        """Whether a place in the page tree belongs to a site with these settings."""
        # Asked at every visit of a story, and hardly ever true of any site.
        if not cls.objects.filter(**values).exists():
            return False
        # Each site that a page stands below counts: it is found at its address.
        roots = cls.root_pages(**values).values_list("path", flat=True)
        return any(path.startswith(root) for root in roots)

    @cached_property
    def for_all_languages(self) -> "ClinicSettings":
        """The settings of which ``in_language`` made a copy; themselves otherwise."""
        return self

    def phone_for(self, urgency: str) -> str:
        """The number to call for an urgency, or an empty string if none is set."""
        return {
            Urgency.EMERGENCY.value: self.emergency_phone,
            Urgency.URGENT.value: self.urgent_phone,
            Urgency.ROUTINE.value: self.clinic_phone,
        }.get(str(urgency), "")

    def in_language(self, code: str) -> "ClinicSettings":
        """A copy with the numbers for readers of a language. Not to be saved."""
        own = {raw["value"]["language"]: raw["value"] for raw in self.contacts.raw_data}
        contact = own.get(code) or own.get(code.partition("-")[0]) or {}
        localized = copy.copy(self)
        # What was checked are the numbers of all languages.
        localized.for_all_languages = self
        for name, value in contact.items():
            if value and name != "language":
                setattr(localized, name, value)
        return localized

    def emergency_numbers(self) -> str:
        """Every number for an ambulance on this site, as somebody has to check them."""
        contacts: list[Any] = [raw["value"] for raw in self.contacts.raw_data]
        others = [
            f"{each['language']}: {each['emergency_phone']}"
            for each in contacts
            if each.get("emergency_phone")
        ]
        return ", ".join(filter(None, [self.emergency_phone, *sorted(others)]))

    @property
    def numbers_are_checked(self) -> bool:
        """Whether an editor has confirmed the emergency numbers as they are now."""
        now = self.for_all_languages.emergency_numbers()
        return bool(now and self.numbers_checked_on and self.checked_numbers == now)
