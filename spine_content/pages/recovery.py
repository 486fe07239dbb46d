from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from spine_content.blocks.text import NOTE_FEATURES
from spine_content.clinic.panels import NumbersPanel
from spine_content.clinic.review_intervals import Tier
from spine_content.facts import Row
from spine_content.facts.models import Treatment
from spine_content.facts.panels import EvidencePanel
from spine_content.fields import ContentStreamField
from spine_content.pages import seo
from spine_content.pages.api_fields import read_by, read_warning_signs, shown
from spine_content.pages.clinical import ClinicalPageMixin
from spine_content.pages.emergency_number import EmergencyNumberRequiredMixin
from spine_content.pages.factual import FactualPageMixin
from spine_content.pages.listings import pages_about
from spine_content.pages.schedule import Milestone, MilestoneBlock, PhasesBlock
from spine_content.pages.streams import (
    has_emergency,
    snippet_stream,
    warnings_by_urgency,
)
from spine_content.pages.timeline import timeline
from spine_content.quality.panels import QualityPanel


class RecoveryGuidePageMixin(
    EmergencyNumberRequiredMixin, FactualPageMixin, ClinicalPageMixin
):
    """The days and weeks after a treatment, with the warning signs first."""

    page_type = "recovery"
    review_tier = Tier.HIGH
    packaged_template = "spine_content/pages/recovery_page.html"
    joined_relations = ("treatment",)
    page_description = _("The days and weeks after a treatment, warning signs first.")

    treatment = models.ForeignKey(
        Treatment,
        verbose_name=_("treatment"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("What the reader is getting over."),
    )
    individual_note = RichTextField(
        _("your own team comes first"),
        features=NOTE_FEATURES,
        help_text=_(
            "Say that what their own team told them counts more than this page."
        ),
    )
    warning_signs = snippet_stream(
        "sign",
        "spine_content.WarningSign",
        verbose_name=_("warning signs"),
        help_text=_("At least one emergency sign. They open the page, by urgency."),
    )
    phases = ContentStreamField(
        PhasesBlock(),
        verbose_name=_("phases"),
        help_text=_("In order, from the day of the procedure on."),
    )
    milestones = ContentStreamField(
        [("milestone", MilestoneBlock())],
        verbose_name=_("milestones"),
        blank=True,
        help_text=_("Washing, stairs, driving, work, lifting."),
    )

    api_fields = [
        *ClinicalPageMixin.api_fields,
        *FactualPageMixin.fact_api_fields,
        *shown("individual_note", "phases", "milestones"),
        *read_by(warning_signs=read_warning_signs),
    ]

    recovery_panels = [
        NumbersPanel(),
        QualityPanel(),
        FieldPanel("summary"),
        MultiFieldPanel(
            ["treatment", "individual_note"], heading=_("What it is about")
        ),
        EvidencePanel(),
        MultiFieldPanel(["warning_signs"], heading=_("Warning signs")),
        MultiFieldPanel(["phases", "milestones"], heading=_("Day by day")),
        MultiFieldPanel(["body"], heading=_("Anything else"), classname="collapsed"),
        *ClinicalPageMixin.about_panels,
    ]
    recovery_search_fields = [
        *ClinicalPageMixin.spine_search_fields,
        index.SearchField("phases"),
        index.SearchField("milestones"),
    ]

    class Meta:
        abstract = True

    def _answers(self) -> list[Row | None]:
        # Read raw: the questions are loaded with the facts already.
        values = [raw["value"] for raw in self.milestones.raw_data]
        return [self.book.answer(value.get("measure")) for value in values]

    def fact_rows(self) -> dict[str, list[Row]]:
        return {"milestone_facts": [row for row in self._answers() if row]}

    def related(self) -> Q | None:
        return pages_about(self.treatment_id, "procedure", "story")

    def schema_properties(self, context: Any) -> dict[str, Any]:
        return {**super().schema_properties(context), **seo.recovery(context)}

    def sections(self) -> dict[str, Any]:
        found = {"help": _("When to get help"), "days": _("Day by day")}
        if self.milestones:
            found["milestones"] = _("When can I … again?")
        if self.body:
            found["more"] = _("More about it")
        if self.questions_to_ask:
            found["questions"] = _("Questions to ask")
        return found

    def streams(self) -> dict[str, Any]:
        return {"more": self.body}

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()
        if self.warning_signs and not has_emergency(self.warning_signs):
            message = _("Choose at least one published emergency sign.")
            problems.append(("warning_signs", message))
        return problems

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        shown = context["page"]
        values = [block.value for block in shown.milestones]
        milestones = [
            Milestone(value, row)
            for value, row in zip(values, self._answers(), strict=True)
        ]
        context.update(
            warnings=warnings_by_urgency(self.warning_signs),
            milestones=milestones,
            timeline=timeline([block.value for block in shown.phases], milestones),
        )
        return context
