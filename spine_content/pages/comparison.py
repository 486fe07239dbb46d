from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import MultiFieldPanel
from wagtail.models import ReferenceIndex
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock

from spine_content import jsonld
from spine_content.blocks.text import NOTE_FEATURES
from spine_content.facts.models import Treatment
from spine_content.facts.pages import FactualPageMixin
from spine_content.facts.panels import EvidencePanel
from spine_content.facts.rows import rows_by_group
from spine_content.facts.types import Row
from spine_content.fields import ContentStreamField
from spine_content.pages.api_fields import FACT_API_FIELDS, content_api_fields
from spine_content.pages.clinical import ClinicalPageMixin, UncertaintyMixin
from spine_content.pages.fields import Section, snippet_stream
from spine_content.pages.listings import pages_about
from spine_content.pages.quality import has_text


class ChoiceBlock(blocks.StructBlock):
    """One treatment of a comparison, and for whom it may be right."""

    treatment = SnippetChooserBlock(
        "spine_content.Treatment",
        label=_("Treatment"),
        help_text=_("Its facts make its column of the table."),
    )
    suits_if = blocks.RichTextBlock(
        label=_("May suit you if"),
        features=NOTE_FEATURES,
        required=False,
        help_text=_("What matters to somebody who might choose it."),
    )
    suits_not_if = blocks.RichTextBlock(
        label=_("May not suit you if"),
        features=NOTE_FEATURES,
        required=False,
        help_text=_("At the same length as above, so that neither weighs more."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Choice")
        label_format = "{treatment}"


class CellNoteBlock(blocks.StructBlock):
    """What a reader of this page should know about one answer of one treatment."""

    treatment = SnippetChooserBlock(
        "spine_content.Treatment",
        label=_("Treatment"),
        help_text=_("One of the choices of this page."),
    )
    measure = SnippetChooserBlock(
        "spine_content.Measure",
        label=_("Question"),
        help_text=_("The row in which the note stands."),
    )
    text = blocks.CharBlock(
        label=_("Note"),
        max_length=240,
        help_text=_("One plain sentence, without a number: numbers belong to facts."),
    )

    class Meta:
        icon = "comment"
        label = _("Note")
        label_format = "{treatment}: {text}"


class ComparisonPageMixin(FactualPageMixin, UncertaintyMixin, ClinicalPageMixin):
    """Two to four treatments side by side, for somebody who has to decide."""

    page_type = "comparison"
    packaged_template = "spine_content/pages/comparison_page.html"
    page_description = _("Two to four choices side by side, one without a procedure.")

    decision = models.CharField(
        _("the decision"),
        max_length=200,
        help_text=_("In one sentence: “Should I have cement put into my spine?”"),
    )
    choices = ContentStreamField(
        [("choice", ChoiceBlock())],
        min_num=2,
        max_num=4,
        verbose_name=_("choices"),
        help_text=_("Two to four. One of them must not be a procedure."),
    )
    reason_no_alternative = models.CharField(
        _("why there is no choice without a procedure"),
        max_length=255,
        blank=True,
        help_text=_("Needed only when every choice above is a procedure."),
    )
    measures = snippet_stream(
        "measure",
        "spine_content.Measure",
        verbose_name=_("questions to compare"),
        blank=True,
        help_text=_(
            "Leave empty to show every question that two or more of the choices answer."
        ),
    )
    cell_notes = ContentStreamField(
        [("note", CellNoteBlock())],
        verbose_name=_("notes on single answers"),
        blank=True,
        help_text=_("They stand in the table, below the answer that they are about."),
    )

    api_fields = [
        *ClinicalPageMixin.api_fields,
        *UncertaintyMixin.uncertainty_api_fields,
        *FACT_API_FIELDS,
        *content_api_fields(
            "decision", "choices", "reason_no_alternative", "cell_notes"
        ),
    ]

    comparison_panels = [
        *ClinicalPageMixin.opening_panels,
        MultiFieldPanel(["decision", "scope_note"], heading=_("The decision")),
        MultiFieldPanel(["choices", "reason_no_alternative"], heading=_("The choices")),
        EvidencePanel(),
        MultiFieldPanel(
            ["measures", "cell_notes", "body"],
            heading=_("Side by side"),
            help_text=_(
                "A callout at the start of the body stands above the table: say there "
                "how to read it."
            ),
        ),
        MultiFieldPanel(["uncertainty"], heading=_("Being honest")),
        *ClinicalPageMixin.about_panels,
    ]
    comparison_search_fields = [
        *ClinicalPageMixin.spine_search_fields,
        index.SearchField("decision"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def about(cls, treatment_id: int) -> Any:
        page_model = swapper.load_model("wagtailcore", "Page")
        referring = ReferenceIndex.objects.filter(
            base_content_type=ContentType.objects.get_for_model(page_model),
            to_content_type=ContentType.objects.get_for_model(Treatment),
            to_object_id=str(treatment_id),
        )
        pages = cls.objects.annotate(reference=Cast("pk", CharField()))
        return pages.filter(reference__in=referring.values("object_id"))

    @property
    def treatments(self) -> list[Treatment]:
        """The published treatments compared, in the editor's order."""
        chosen = [block.value["treatment"] for block in self.choices]
        return [treatment for treatment in chosen if treatment and treatment.live]

    def shown_treatments(self) -> list[int]:
        chosen = [raw["value"].get("treatment") for raw in self.choices.raw_data]
        return [pk for pk in chosen if pk]

    def asked_measures(self) -> list[int]:
        return [raw["value"] for raw in self.measures.raw_data if raw["value"]]

    def fact_rows(self) -> dict[str, list[Row]]:
        return {"comparison": self.fact_set.comparison_rows(self.asked_measures())}

    def _with_notes(
        self, rows: list[Row], cell_notes: Any
    ) -> list[tuple[Row, list[Any]]]:
        localized_ids = self.fact_set.localized_ids
        notes = {
            (note.get("treatment"), localized_ids.get(note.get("measure"))): (
                note.get("text")
            )
            for note in (raw["value"] for raw in cell_notes.raw_data)
        }
        columns = self.fact_set.treatments
        return [
            (
                row,
                [
                    (treatment, cell, notes.get((treatment.pk, row.question.pk)))
                    for treatment, cell in zip(columns, row.cells, strict=True)
                ],
            )
            for row in rows
        ]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["comparison_groups"] = [
            (group.label, self._with_notes(rows, context["page"].cell_notes))
            for group, rows in rows_by_group(context["comparison"])
        ]
        return context

    def related(self) -> Q | None:
        wanted = Q(pk__in=[])
        for block in self.choices.raw_data:
            about = pages_about(block["value"].get("treatment"), "procedure")
            wanted |= about if about is not None else Q()
        return wanted

    def schema_properties(self, context: Any) -> dict[str, Any]:
        about = [jsonld.treatment(each.name, each.kind) for each in self.treatments]
        return {**super().schema_properties(context), "about": about}

    def completed_items(self) -> dict[str, bool]:
        treatments = self.fact_set.treatments
        has_other = any(t.kind != Treatment.Kind.PROCEDURE for t in treatments)
        return {
            **super().completed_items(),
            "decision": has_text(self.decision),
            "doing_nothing": has_other or has_text(self.reason_no_alternative),
            "alternatives": len(treatments) > 1,
        }

    def sections(self) -> list[Section]:
        has_table = bool(self.body or self.shown_rows["comparison"])
        return [
            Section("who", _("Who this page is for")),
            Section("choices", _("The choices")),
            Section("compare", _("Side by side"), self.body, is_shown=has_table),
            Section("uncertainty", _("What we don’t know")),
            self.questions_section(),
        ]

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()
        if self.choices and len(self.treatments) < 2:
            message = _("Two of the choices have to be published treatments.")
            problems.append(("choices", message))
        procedures_only = all(
            treatment.kind == Treatment.Kind.PROCEDURE for treatment in self.treatments
        )
        if self.choices and procedures_only and not self.reason_no_alternative:
            message = _(
                "Every choice is a procedure. Add care without one, or say here why "
                "there is none."
            )
            problems.append(("reason_no_alternative", message))
        return problems
