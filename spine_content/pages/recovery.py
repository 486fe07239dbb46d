from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock

from spine_content.blocks.rich_text import LINE_FEATURES, NOTE_FEATURES
from spine_content.evidence import Row
from spine_content.fields import ContentStreamField
from spine_content.models import Treatment
from spine_content.pages.clinical import ClinicalPageMixin
from spine_content.pages.evidence_panel import EvidencePanel
from spine_content.pages.factual import FactualPageMixin
from spine_content.pages.listing import pages_about
from spine_content.pages.streams import (
    has_emergency,
    snippet_stream,
    warnings_by_urgency,
)


def day(label: Any, help_text: Any, **kwargs: Any) -> blocks.IntegerBlock:
    """A day counted from the procedure, which is day 0."""
    return blocks.IntegerBlock(
        label=label, help_text=help_text, min_value=0, max_value=3650, **kwargs
    )


class PhaseBlock(blocks.StructBlock):
    """A stretch of days: what to expect, what to do, and what to leave."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    start_day = day(_("First day"), _("Day 0 is the day of the procedure."))
    end_day = day(_("Last day"), _("Leave empty if it goes on."), required=False)
    expect = blocks.RichTextBlock(label=_("What to expect"), features=NOTE_FEATURES)
    do = blocks.ListBlock(
        blocks.CharBlock(label=_("Do"), max_length=200), label=_("Do")
    )
    dont = blocks.ListBlock(
        blocks.CharBlock(label=_("Don’t"), max_length=200), label=_("Don’t")
    )
    medicines = blocks.RichTextBlock(
        label=_("Medicines"), features=NOTE_FEATURES, required=False
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        start, end = cleaned["start_day"], cleaned["end_day"]
        waits = self.is_deferred_validation or None in (start, end)
        if not waits and end < start:
            message = ValidationError(_("The last day must not be before the first."))
            raise StructBlockValidationError(block_errors={"end_day": message})
        return cleaned

    class Meta:
        icon = "calendar"
        label = _("Phase")
        label_format = "{title}"


class MilestoneBlock(blocks.StructBlock):
    """Something people want to do again, and when."""

    activity = blocks.CharBlock(
        label=_("Activity"), max_length=80, help_text=_("For example “Drive a car”.")
    )
    measure = SnippetChooserBlock(
        "spine_content.Measure",
        label=_("The question it answers"),
        required=False,
        help_text=_(
            "The facts of the treatment then say what is known, here as on every page."
        ),
    )
    earliest_day = day(
        _("Earliest day"),
        _("What you advise, in days after the procedure. The facts may say it all."),
        required=False,
    )
    usual_day = day(
        _("Usual day"),
        _("When most people do it. Leave empty if unknown."),
        required=False,
    )
    condition = blocks.RichTextBlock(
        label=_("Condition or note"), features=LINE_FEATURES, required=False
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if cleaned["earliest_day"] is None and not cleaned["measure"]:
            message = ValidationError(
                _("Enter a day, or choose the question that the facts answer.")
            )
            raise StructBlockValidationError(block_errors={"earliest_day": message})
        return cleaned

    class Meta:
        icon = "tick"
        label = _("Milestone")
        label_format = "{activity}"


class RecoveryGuidePageMixin(FactualPageMixin, ClinicalPageMixin):
    """The days and weeks after a treatment, with the warning signs first."""

    spine_type = "recovery"
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
        [("phase", PhaseBlock())],
        verbose_name=_("phases"),
        help_text=_("In order, from the day of the procedure on."),
    )
    milestones = ContentStreamField(
        [("milestone", MilestoneBlock())],
        verbose_name=_("milestones"),
        blank=True,
        help_text=_("Washing, stairs, driving, work, lifting."),
    )

    recovery_panels = [
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
        values = [block.value for block in self.milestones]
        context.update(
            warnings=warnings_by_urgency(self.warning_signs),
            milestones=list(zip(values, self._answers(), strict=True)),
        )
        return context
