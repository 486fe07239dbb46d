from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from spine_content import jsonld
from spine_content.blocks.text import NOTE_FEATURES
from spine_content.clinic.review_intervals import ReviewTier
from spine_content.facts.choices import Group
from spine_content.facts.pages import FactualPageMixin
from spine_content.facts.panels import EvidencePanel
from spine_content.facts.types import Row
from spine_content.fields import ContentStreamField
from spine_content.pages.api_fields import FACT_API_FIELDS, content_api_fields
from spine_content.pages.clinical import (
    ClinicalPageMixin,
    WarningSignsMixin,
    warning_signs_field,
)
from spine_content.pages.emergency_number import EmergencyNumberRequiredMixin
from spine_content.pages.fields import Section, treatment_field
from spine_content.pages.quality import count_answers
from spine_content.pages.recovery_blocks import MilestoneBlock, PhasesBlock
from spine_content.pages.seo import page_url
from spine_content.pages.timeline import Milestone, timeline


class RecoveryGuidePageMixin(
    EmergencyNumberRequiredMixin,
    WarningSignsMixin,
    FactualPageMixin,
    ClinicalPageMixin,
):
    """The days and weeks after a treatment, with the warning signs first."""

    page_type = "recovery"
    review_tier = ReviewTier.HIGH
    related_types = ("procedure", "story")
    packaged_template = "spine_content/pages/recovery_page.html"
    select_related_fields = ("treatment",)
    page_description = _("The days and weeks after a treatment, warning signs first.")

    treatment = treatment_field(_("What the reader is getting over."))
    individual_note = RichTextField(
        _("your own team comes first"),
        features=NOTE_FEATURES,
        help_text=_(
            "Say that what their own team told them counts more than this page."
        ),
    )
    warning_signs = warning_signs_field(
        _("At least one emergency sign. They open the page, by urgency.")
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
        *FACT_API_FIELDS,
        *content_api_fields("individual_note", "phases", "milestones"),
        *WarningSignsMixin.warning_signs_api_fields,
    ]

    recovery_panels = [
        *ClinicalPageMixin.opening_panels,
        MultiFieldPanel(
            ["treatment", "individual_note"], heading=_("What it is about")
        ),
        EvidencePanel(),
        MultiFieldPanel(["warning_signs"], heading=_("Warning signs")),
        MultiFieldPanel(["phases", "milestones"], heading=_("Day by day")),
        ClinicalPageMixin.body_panel,
        *ClinicalPageMixin.about_panels,
    ]
    recovery_search_fields = [
        *ClinicalPageMixin.spine_search_fields,
        index.SearchField("phases"),
        index.SearchField("milestones"),
    ]

    class Meta:
        abstract = True

    def _milestone_rows(self) -> list[Row | None]:
        # Read raw: the questions are loaded with the facts already.
        values = [raw["value"] for raw in self.milestones.raw_data]
        return [self.fact_set.row_for(value.get("measure")) for value in values]

    def fact_rows(self) -> dict[str, list[Row]]:
        return {"milestone_facts": [row for row in self._milestone_rows() if row]}

    def completed_items(self) -> dict[str, bool]:
        has_recovery_facts = bool(count_answers(self, Group.RECOVERY))
        everyday_life = has_recovery_facts or bool(self.milestones)
        return {**super().completed_items(), "everyday_life": everyday_life}

    def schema_properties(self, context: Any) -> dict[str, Any]:
        # The page names no procedure of its own, but links to those of its treatment.
        about = [
            jsonld.procedure(page.title, "", url=page_url(page, context))
            for page in context.get("links", {}).get("procedure", ())
        ]
        return {**super().schema_properties(context), "about": about}

    def sections(self) -> list[Section]:
        has_milestones = bool(self.milestones)
        return [
            Section("help", _("When to get help")),
            Section("days", _("Day by day")),
            Section("milestones", _("When can I … again?"), is_shown=has_milestones),
            self.body_section(),
            self.questions_section(),
        ]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        shown = context["page"]
        values = [block.value for block in shown.milestones]
        milestones = [
            Milestone(value, row)
            for value, row in zip(values, self._milestone_rows(), strict=True)
        ]
        context["milestones"] = milestones
        phases = [block.value for block in shown.phases]
        context["timeline"] = timeline(phases, milestones)
        return context
