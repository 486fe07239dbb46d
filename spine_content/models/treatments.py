from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from spine_content.models.snippets import ClinicSnippet


class Treatment(TranslatableMixin, ClinicSnippet):
    """Anything a patient can choose: a procedure, other care, or no treatment."""

    class Kind(models.TextChoices):
        PROCEDURE = "procedure", _("Procedure")
        NON_SURGICAL = "non_surgical", _("Care without a procedure")
        NO_TREATMENT = "no_treatment", _("No treatment")

    name = models.CharField(_("name"), max_length=120)
    short_label = models.CharField(
        _("short label"),
        max_length=40,
        blank=True,
        help_text=_("For narrow tables. Leave empty to use the name."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    also_known_as = models.CharField(
        _("also known as"),
        max_length=255,
        blank=True,
        help_text=_("Other names that patients meet, with commas between them."),
    )
    aim = models.TextField(
        _("what it is meant to do"),
        blank=True,
        help_text=_("One or two plain sentences."),
    )
    not_aim = models.TextField(
        _("what it does not do"),
        blank=True,
        help_text=_("For example “It does not make thin bones stronger.”"),
    )

    panels = [
        MultiFieldPanel(
            ["name", FieldRowPanel(["short_label", "kind"]), "also_known_as"],
            heading=_("What it is"),
        ),
        MultiFieldPanel(["aim", "not_aim"], heading=_("What it is for")),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("also_known_as"),
        index.FilterField("kind"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("treatment")
        verbose_name_plural = _("treatments")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The short name, for table headings and lists."""
        return self.short_label or self.name


class Measure(TranslatableMixin, ClinicSnippet):
    """A question asked of every treatment. Measures are the rows of a comparison."""

    class Kind(models.TextChoices):
        FREQUENCY = "frequency", _("How many people (a count out of a number)")
        SCALE = (
            "scale_difference",
            _("Difference on a scale, such as pain from 0 to 10"),
        )
        RANGE = "range", _("Amount or length, from – to")
        MONEY = "money", _("Money")
        ANSWER = "answer", _("Short answer in words")

    class Group(models.TextChoices):
        INVOLVES = "involves", _("What it involves")
        BENEFITS = "benefits", _("How well it works")
        HARMS = "harms", _("What can go wrong")
        RECOVERY = "recovery", _("Getting back to normal")
        COST = "cost", _("Cost")

    question = models.CharField(
        _("question"),
        max_length=160,
        help_text=_("As a patient would ask it: “How long does it take?”"),
    )
    kind = models.CharField(_("kind of answer"), max_length=16, choices=Kind.choices)
    group = models.CharField(_("group"), max_length=10, choices=Group.choices)
    unit = models.CharField(
        _("unit"),
        max_length=40,
        blank=True,
        help_text=_("For amounts and lengths: “minutes”, “days”, “kilograms”."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Lower numbers come first in their group.")
    )

    panels = [
        "question",
        FieldRowPanel(["kind", "unit"]),
        FieldRowPanel(["group", "order"]),
    ]
    search_fields = [
        index.SearchField("question"),
        index.AutocompleteField("question"),
        index.FilterField("group"),
        index.FilterField("kind"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["group", "order", "question"]

    def __str__(self) -> str:
        return self.question
