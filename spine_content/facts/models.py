import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Locale, PreviewableMixin, ReferenceIndex, TranslatableMixin
from wagtail.search import index

from spine_content.clinic.snippets import ClinicSnippet
from spine_content.facts import choices
from spine_content.facts.blocks import fact_blocks
from spine_content.facts.changes import record_changes
from spine_content.facts.raw_data import RawFact, fact_from_raw, with_translated_text
from spine_content.facts.rows import row, rows_by_group
from spine_content.facts.sources import Source, number_sources
from spine_content.facts.types import Fact, Question, Row
from spine_content.fields import ContentStreamField


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


class Treatment(PreviewableMixin, TranslatableMixin, ClinicSnippet):
    """
    Anything a patient can choose: a procedure, other care, or no treatment.

    It carries the facts. Of its translations, the one made first is the original:
    the others have words of their own, and take every number from it.
    """

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
    makers = models.CharField(
        _("makers of what is used"),
        max_length=255,
        blank=True,
        help_text=_(
            "Companies, with commas between them. Readers do not see it: a reviewer "
            "with a tie to one of them needs a second reviewer."
        ),
    )
    facts = ContentStreamField(
        fact_blocks(),
        verbose_name=_("facts"),
        blank=True,
        collapsed=True,
        help_text=_(
            "Each number once, with its source. Every page about the treatment shows "
            "it, and comparisons set it beside those of other treatments."
        ),
    )

    about_panels = [
        MultiFieldPanel(
            [
                "name",
                FieldRowPanel(["short_label", "kind"]),
                "also_known_as",
                "makers",
            ],
            heading=_("What it is"),
        ),
        MultiFieldPanel(["aim", "not_aim"], heading=_("What it is for")),
    ]
    panels = [*about_panels, FieldPanel("facts")]
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

    def shown_treatments(self) -> list[int]:
        """Keys of the treatments of which a reviewer of this one judges."""
        return [self.pk]

    @property
    def label(self) -> str:
        """The short name, for table headings and lists."""
        return self.short_label or self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Every road to publication ends here, so this is where a change is noticed.
        fields = kwargs.get("update_fields")
        if not self.live or (fields is not None and "facts" not in fields):
            super().save(*args, **kwargs)
            return
        with transaction.atomic():
            published = Treatment.objects.filter(pk=self.pk, live=True).first()
            super().save(*args, **kwargs)
            if published and not self.translation_of:
                record_changes(self.pk, published.stored_facts, self.stored_facts)

    @property
    def stored_facts(self) -> list[RawFact]:
        """The facts as the database keeps them: plain values, numbers as text."""
        prepared = self._facts_field().get_prep_value(self.facts)
        stored: list[RawFact] = json.loads(json.dumps(prepared, cls=DjangoJSONEncoder))
        return stored

    @classmethod
    def _facts_field(cls) -> Any:
        return cls._meta.get_field("facts")

    @property
    def translation_of(self) -> "Treatment | None":
        """The treatment whose numbers this one takes over; of an original, ``None``."""
        if self.pk is None:
            return None
        # The one that was made first is the original.
        first = self.get_translations(inclusive=True).order_by("pk").first()
        return first if first and first.pk != self.pk else None

    def sync_from_original(self, original: "Treatment") -> None:
        """Take over every fact of ``original``, but keep what was translated."""
        own = {raw["id"]: raw for raw in self.stored_facts}
        facts = [
            with_translated_text(raw, own.get(raw["id"]))
            for raw in original.stored_facts
        ]
        self.facts = self._facts_field().to_python(json.dumps(facts))

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "spine_content/admin/treatment_preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        context: dict[str, Any] = super().get_preview_context(request, mode_name)
        # The language of its pages, whatever the editor's own is.
        locale = self.locale if self.locale_id else Locale.get_default()
        facts = [fact_from_raw(raw) for raw in self.stored_facts]
        cited = dict.fromkeys(each.source for fact in facts for each in fact.citations)
        known = Source.objects.select_related("superseded_by").in_bulk(cited)
        with translation.override(locale.language_code):
            groups = rows_by_group(draft_rows(facts))
        return {
            **context,
            "groups": groups,
            "numbers": number_sources(known[pk] for pk in cited if pk in known),
            "language_code": locale.language_code,
        }


def draft_rows(facts: Iterable[Fact]) -> list[Row]:
    """
    The facts of one treatment as visitors will read them, before they are public.

    Facts know questions by their own keys, whatever language these are shown in.
    """
    facts = list(facts)
    measures = Measure.objects.in_bulk({fact.question for fact in facts} - {None})
    in_order = sorted(measures.values(), key=lambda each: (each.order, each.question))
    others = Treatment.objects.in_bulk(
        {fact.other_treatment for fact in facts} - {None}
    )
    names = {pk: other.localized.label for pk, other in others.items()}
    questions = [replace(each.localized.as_question(), pk=each.pk) for each in in_order]
    # The treatment may not be saved yet, so its column has no key.
    return [row(question, [0], {0: facts}, names) for question in questions]
