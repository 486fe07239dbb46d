from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.search import index

from spine_content import jsonld
from spine_content.blocks.text import NOTE_FEATURES, CodeBlock
from spine_content.facts.blocks import PointBlock
from spine_content.facts.choices import Group
from spine_content.facts.pages import FactualPageMixin
from spine_content.facts.panels import EvidencePanel
from spine_content.facts.types import Row
from spine_content.fields import ContentStreamField
from spine_content.pages.api_fields import FACT_API_FIELDS, content_api_fields
from spine_content.pages.clinical import (
    ClinicalPageMixin,
    OpeningImageMixin,
    UncertaintyMixin,
    WarningSignsMixin,
    warning_signs_field,
)
from spine_content.pages.fields import (
    Section,
    empty_point,
    first_paragraph_of,
    section_field,
    treatment_field,
)
from spine_content.pages.quality import count_answers, has_text, leads_to_comparison

#: A definition that fits on the first screen of a phone, in words.
DEFINITION_WORDS = 60


class ProcedurePageMixin(
    OpeningImageMixin,
    WarningSignsMixin,
    FactualPageMixin,
    UncertaintyMixin,
    ClinicalPageMixin,
):
    """One procedure from the first question to getting back to normal."""

    class ProcedureType(models.TextChoices):
        PERCUTANEOUS = "percutaneous", _("Through the skin, with a needle")
        SURGICAL = "surgical", _("Open surgery")
        NONINVASIVE = "noninvasive", _("Without breaking the skin")

    page_type = "procedure"
    packaged_template = "spine_content/pages/procedure_page.html"
    related_types = ("comparison", "recovery", "story")
    select_related_fields = ("treatment", "image")
    page_description = _("What a procedure is, whom it helps, its risks and recovery.")

    treatment = treatment_field(
        _("Its names, aims and facts are kept there, once for all pages.")
    )
    plain_definition = models.TextField(
        _("what it is"), help_text=_("At most 60 words, without any medical term.")
    )
    treats = models.CharField(
        _("used for"),
        max_length=200,
        help_text=_("For example “Spinal fractures caused by thin bones”."),
    )
    procedure_type = models.CharField(
        _("how it is done"),
        max_length=12,
        choices=ProcedureType.choices,
        help_text=_("Readers see it, and search engines too."),
    )
    body_location = models.CharField(
        _("part of the body"), max_length=80, help_text=_("For example “Spine”.")
    )
    suitable_if = ContentStreamField(
        [("point", PointBlock())],
        default=empty_point,
        verbose_name=_("it may suit you if"),
        help_text=_("One point a line, with its source where there is one."),
    )
    not_suitable_if = ContentStreamField(
        [("point", PointBlock())],
        default=empty_point,
        verbose_name=_("it may not suit you if"),
        help_text=_("One point a line, with its source where there is one."),
    )
    other_choices = RichTextField(
        _("other choices"),
        features=NOTE_FEATURES,
        help_text=_("What else can be done, and what happens if nothing is done."),
    )
    benefits = section_field(
        _("how well it works"),
        _("With numbers, and what they were compared with. “Safe” is not a number."),
    )
    risks = section_field(
        _("what can go wrong"),
        _("Common and rare, with numbers where they are known."),
    )
    preparation = section_field(
        _("getting ready"), _("From the first talk to the morning of the day.")
    )
    medicines_note = RichTextField(
        _("medicines"),
        features=NOTE_FEATURES,
        help_text=_("Blood thinners, diabetes. Write “None” if nothing changes."),
    )
    how_performed = section_field(
        _("what happens"), _("Before, during and straight after.")
    )
    followup = section_field(
        _("getting back to normal"),
        _("The first days and weeks. A recovery guide is linked by itself."),
    )
    warning_signs = warning_signs_field(
        _("At least one emergency sign. They are sorted by urgency.")
    )
    cost = models.TextField(
        _("what it costs"),
        blank=True,
        help_text=_("If empty, the page says that you give no price here."),
    )
    codes = ContentStreamField(
        [("code", CodeBlock())],
        verbose_name=_("codes"),
        blank=True,
        help_text=_("For other software. Readers do not see them."),
    )

    api_fields = [
        *ClinicalPageMixin.api_fields,
        *UncertaintyMixin.uncertainty_api_fields,
        *FACT_API_FIELDS,
        *content_api_fields(
            *("plain_definition", "treats", "procedure_type", "body_location"),
            *("image_alt", "suitable_if", "not_suitable_if", "other_choices"),
            *("benefits", "risks", "preparation", "medicines_note"),
            *("how_performed", "followup", "cost", "codes"),
        ),
        APIField("image"),
        *WarningSignsMixin.warning_signs_api_fields,
    ]

    procedure_panels = [
        *ClinicalPageMixin.opening_panels,
        MultiFieldPanel(
            [
                "treatment",
                "plain_definition",
                "treats",
                FieldRowPanel(["procedure_type", "body_location"]),
                "image",
                "image_alt",
            ],
            heading=_("What it is"),
        ),
        EvidencePanel(),
        MultiFieldPanel(
            ["scope_note", "suitable_if", "not_suitable_if", "other_choices"],
            heading=_("Who it is for"),
        ),
        MultiFieldPanel(
            ["benefits", "risks"],
            heading=_("Benefits and risks"),
            help_text=_(
                "A callout at the start stands above the numbers: put the gist there."
            ),
        ),
        MultiFieldPanel(
            ["preparation", "medicines_note", "how_performed", "followup", "cost"],
            heading=_("From preparation to recovery"),
        ),
        MultiFieldPanel(["warning_signs", "uncertainty"], heading=_("Being honest")),
        ClinicalPageMixin.body_panel,
        *ClinicalPageMixin.about_panels,
        MultiFieldPanel(["codes"], heading=_("Codes"), classname="collapsed"),
    ]
    procedure_search_fields = [
        *ClinicalPageMixin.spine_search_fields,
        *map(index.SearchField, ("plain_definition", "treats", "benefits", "risks")),
        *map(index.SearchField, ("preparation", "how_performed", "followup")),
    ]

    class Meta:
        abstract = True

    def fact_rows(self) -> dict[str, list[Row]]:
        return {
            "glance": self.fact_set.in_groups(
                Group.INVOLVES, Group.RECOVERY, Group.COST
            ),
            "benefits": self.fact_set.in_groups(Group.BENEFITS),
            "harms": self.fact_set.in_groups(Group.HARMS),
        }

    def completed_items(self) -> dict[str, bool]:
        has_recovery_facts = bool(count_answers(self, Group.RECOVERY))
        return {
            **super().completed_items(),
            "doing_nothing": has_text(self.other_choices),
            "alternatives": leads_to_comparison(self.treatment_id),
            "everyday_life": has_recovery_facts or bool(self.followup),
        }

    def sections(self) -> list[Section]:
        has_glance = bool(self.shown_rows["glance"])
        return [
            Section("what", _("What it is")),
            Section("glance", _("At a glance"), is_shown=has_glance),
            Section("who", _("Who it is for")),
            Section("choices", _("Other choices, and doing nothing")),
            Section("benefits", _("How well does it work?"), self.benefits),
            Section("risks", _("What can go wrong?"), self.risks),
            Section("preparation", _("Getting ready"), self.preparation),
            Section("procedure", _("What happens"), self.how_performed),
            Section("recovery", _("Getting back to normal"), self.followup),
            Section("help", _("When to get help")),
            Section("uncertainty", _("What we don’t know")),
            Section("cost", _("What it costs")),
            self.body_section(),
            self.questions_section(),
        ]

    def schema_properties(self, context: Any) -> dict[str, Any]:
        names = self.treatment.also_known_as.split(",") if self.treatment else []
        procedure = jsonld.procedure(
            self.title,
            self.procedure_type,
            alternateName=[name.strip() for name in names if name.strip()],
            description=self.plain_definition,
            bodyLocation=self.body_location,
            preparation=first_paragraph_of(self.preparation),
            howPerformed=first_paragraph_of(self.how_performed),
            followup=first_paragraph_of(self.followup),
        )
        return {**super().schema_properties(context), "mainEntity": procedure}

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()
        if len(self.plain_definition.split()) > DEFINITION_WORDS:
            message = _("Use at most 60 words, so that it fits on a telephone.")
            problems.append(("plain_definition", message))
        return problems

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        page, numbers = context["page"], context["numbers"]
        context["suits"] = _points_with_numbers(page.suitable_if, numbers)
        context["suits_not"] = _points_with_numbers(page.not_suitable_if, numbers)
        return context


def _points_with_numbers(
    points: Any, numbers: dict[int, Any]
) -> list[tuple[str, int | None]]:
    """The text of each point and the number of its source on the page, if any."""
    # Read raw: the sources of the page are loaded already, the block would load
    # those of each list once more.
    values = [block["value"] for block in points.raw_data]
    sources = [numbers.get(value.get("source")) for value in values]
    return [
        (value["text"], source.number if source else None)
        for value, source in zip(values, sources, strict=True)
    ]
