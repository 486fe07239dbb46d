import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from spine_content.blocks.facts import fact_blocks, with_words_of
from spine_content.fields import ContentStreamField
from spine_content.models.changes import record_changes
from spine_content.models.previews import FactsPreviewMixin
from spine_content.models.snippets import ClinicSnippet


class Treatment(FactsPreviewMixin, TranslatableMixin, ClinicSnippet):
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

    panels = [
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
        FieldPanel("facts"),
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
            before = self._published_facts()
            super().save(*args, **kwargs)
            if before is not None and self.pk == self.original_id:
                record_changes(self.pk, before, self.stored_facts)

    def _published_facts(self) -> list[Any] | None:
        published = Treatment.objects.filter(pk=self.pk, live=True).first()
        return published.stored_facts if published else None

    @property
    def stored_facts(self) -> list[Any]:
        """The facts as the database keeps them: plain values, numbers as text."""
        prepared = self._facts_field().get_prep_value(self.facts)
        stored: list[Any] = json.loads(json.dumps(prepared, cls=DjangoJSONEncoder))
        return stored

    @classmethod
    def _facts_field(cls) -> Any:
        return cls._meta.get_field("facts")

    @property
    def original_id(self) -> int | None:
        """The key of the translation that was made first: numbers come from it."""
        first = Treatment.objects.filter(translation_key=self.translation_key)
        return first.order_by("pk").values_list("pk", flat=True).first()

    def follow(self, original: "Treatment") -> None:
        """Take over every fact of ``original``, but keep what was translated."""
        own = {raw["id"]: raw for raw in self.stored_facts}
        facts = [
            with_words_of(raw, own.get(raw["id"])) for raw in original.stored_facts
        ]
        field = self._facts_field()
        self.facts = field.to_python(json.dumps(facts))
