from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import ReferenceIndex, TranslatableMixin
from wagtail.search import index

from spine_content.evidence import choices
from spine_content.evidence.facts import Question
from spine_content.models.snippets import ClinicSnippet


class Measure(TranslatableMixin, ClinicSnippet):
    """A question asked of every treatment. Measures are the rows of a comparison."""

    Kind = choices.Kind
    Group = choices.Group

    class Base(models.IntegerChoices):
        HUNDRED = 100, _("Out of 100")
        THOUSAND = 1_000, _("Out of 1,000")
        TEN_THOUSAND = 10_000, _("Out of 10,000")

    question = models.CharField(
        _("question"),
        max_length=160,
        help_text=_("As a patient would ask it: “How long does it take?”"),
    )
    kind = models.CharField(
        _("kind of answer"),
        max_length=16,
        choices=Kind.choices,
        help_text=_("Facts of another kind cannot answer it."),
    )
    group = models.CharField(
        _("group"),
        max_length=10,
        choices=Group.choices,
        help_text=_("The part of a page or table in which it stands."),
    )
    unit = models.CharField(
        _("unit"),
        max_length=40,
        blank=True,
        help_text=_("For amounts and lengths: “minutes”, “days”, “kilograms”."),
    )
    base = models.PositiveIntegerField(
        _("counted out of"),
        choices=Base.choices,
        default=Base.HUNDRED,
        help_text=_(
            "For counts: 8 of 1,000 reads better than 1 of 100. A row goes up by "
            "itself where a number would read as none."
        ),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Lower numbers come first in their group.")
    )

    panels = [
        "question",
        "kind",
        FieldRowPanel(["unit", "base"]),
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

    def clean(self) -> None:
        super().clean()
        stored = Measure.objects.filter(pk=self.pk).exclude(kind=self.kind)
        if stored.exists() and ReferenceIndex.get_references_to(self).exists():
            message = _(
                "Facts answer this question already, so its kind has to stay. Make a "
                "new question instead."
            )
            raise ValidationError({"kind": message})

    def as_question(self) -> Question:
        """The question without its table, for rows of a comparison."""
        return Question(
            self.pk, self.question, self.kind, self.group, self.unit, self.base
        )
