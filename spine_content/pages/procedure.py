from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.search import index

from spine_content.blocks.text import NOTE_FEATURES, CodeBlock
from spine_content.clinic.panels import PhoneNumbersPanel
from spine_content.facts.blocks.point import PointBlock
from spine_content.facts.choices import Group
from spine_content.facts.models import Treatment
from spine_content.facts.pages import FactualPageMixin
from spine_content.facts.panels import EvidencePanel
from spine_content.facts.types import Row
from spine_content.fields import ContentStreamField
from spine_content.pages import seo
from spine_content.pages.api_fields import (
    FACT_API_FIELDS,
    read_by,
    read_warning_signs,
    shown,
)
from spine_content.pages.clinical import ClinicalPageMixin, UncertaintyMixin
from spine_content.pages.listings import pages_about
from spine_content.pages.streams import (
    has_emergency,
    one_point,
    section,
    snippet_stream,
    warnings_by_urgency,
)
from spine_content.quality.panels import QualityPanel

#: A definition that fits on the first screen of a phone, in words.
DEFINITION_WORDS = 60


class ProcedurePageMixin(FactualPageMixin, ClinicalPageMixin, UncertaintyMixin):
    """One procedure from the first question to getting back to normal."""

    class ProcedureType(models.TextChoices):
        PERCUTANEOUS = "percutaneous", _("Through the skin, with a needle")
        SURGICAL = "surgical", _("Open surgery")
        NONINVASIVE = "noninvasive", _("Without breaking the skin")

    page_type = "procedure"
    packaged_template = "spine_content/pages/procedure_page.html"
    joined_relations = ("treatment", "image")
    page_description = _("What a procedure is, whom it helps, its risks and recovery.")

    treatment = models.ForeignKey(
        Treatment,
        verbose_name=_("treatment"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Its names, aims and facts are kept there, once for all pages."),
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
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("One that explains. It opens the page."),
    )
    image_alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    suitable_if = ContentStreamField(
        [("point", PointBlock())],
        default=one_point,
        verbose_name=_("it may suit you if"),
        help_text=_("One point a line, with its source where there is one."),
    )
    not_suitable_if = ContentStreamField(
        [("point", PointBlock())],
        default=one_point,
        verbose_name=_("it may not suit you if"),
        help_text=_("One point a line, with its source where there is one."),
    )
    other_choices = RichTextField(
        _("other choices"),
        features=NOTE_FEATURES,
        help_text=_("What else can be done, and what happens if nothing is done."),
    )
    benefits = section(
        _("how well it works"),
        _("With numbers, and what they were compared with. “Safe” is not a number."),
    )
    risks = section(
        _("what can go wrong"),
        _("Common and rare, with numbers where they are known."),
    )
    preparation = section(
        _("getting ready"), _("From the first talk to the morning of the day.")
    )
    medicines_note = RichTextField(
        _("medicines"),
        features=NOTE_FEATURES,
        help_text=_("Blood thinners, diabetes. Write “None” if nothing changes."),
    )
    how_performed = section(_("what happens"), _("Before, during and straight after."))
    followup = section(
        _("getting back to normal"),
        _("The first days and weeks. A recovery guide is linked by itself."),
    )
    warning_signs = snippet_stream(
        "sign",
        "spine_content.WarningSign",
        verbose_name=_("warning signs"),
        help_text=_("At least one emergency sign. They are sorted by urgency."),
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
        *shown("plain_definition", "treats", "procedure_type", "body_location"),
        APIField("image"),
        *shown("image_alt", "suitable_if", "not_suitable_if", "other_choices"),
        *shown("benefits", "risks", "preparation", "medicines_note"),
        *shown("how_performed", "followup", "cost", "codes"),
        *read_by(warning_signs=read_warning_signs),
    ]

    procedure_panels = [
        PhoneNumbersPanel(),
        QualityPanel(),
        FieldPanel("summary"),
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
        MultiFieldPanel(["body"], heading=_("Anything else"), classname="collapsed"),
        *ClinicalPageMixin.about_panels,
        MultiFieldPanel(["codes"], heading=_("Codes"), classname="collapsed"),
    ]
    procedure_search_fields = [
        *ClinicalPageMixin.spine_search_fields,
        index.SearchField("plain_definition"),
        index.SearchField("treats"),
        *[
            index.SearchField(stream)
            for stream in (
                "benefits",
                "risks",
                "preparation",
                "how_performed",
                "followup",
            )
        ],
    ]

    class Meta:
        abstract = True

    def related(self) -> Q | None:
        return pages_about(self.treatment_id, "comparison", "recovery", "story")

    def fact_rows(self) -> dict[str, list[Row]]:
        return {
            "glance": self.fact_set.in_groups(
                Group.INVOLVES, Group.RECOVERY, Group.COST
            ),
            "benefits": self.fact_set.in_groups(Group.BENEFITS),
            "harms": self.fact_set.in_groups(Group.HARMS),
        }

    def sections(self) -> dict[str, Any]:
        always = {
            "what": _("What it is"),
            **({"glance": _("At a glance")} if self.shown_rows["glance"] else {}),
            "who": _("Who it is for"),
            "choices": _("Other choices, and doing nothing"),
            "benefits": _("How well does it work?"),
            "risks": _("What can go wrong?"),
            "preparation": _("Getting ready"),
            "procedure": _("What happens"),
            "recovery": _("Getting back to normal"),
            "help": _("When to get help"),
            "uncertainty": _("What we don’t know"),
            "cost": _("What it costs"),
        }
        if self.body:
            always["more"] = _("More about it")
        if self.questions_to_ask:
            always["questions"] = _("Questions to ask")
        return always

    def streams(self) -> dict[str, Any]:
        return {
            "benefits": self.benefits,
            "risks": self.risks,
            "preparation": self.preparation,
            "procedure": self.how_performed,
            "recovery": self.followup,
            "more": self.body,
        }

    def schema_properties(self, context: Any) -> dict[str, Any]:
        return {**super().schema_properties(context), **seo.procedure(self)}

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()
        if len(self.plain_definition.split()) > DEFINITION_WORDS:
            message = _("Use at most 60 words, so that it fits on a telephone.")
            problems.append(("plain_definition", message))
        if self.image_id and not self.image_alt:
            message = _("Say what the picture shows, for people who cannot see it.")
            problems.append(("image_alt", message))
        if self.warning_signs and not has_emergency(self.warning_signs):
            message = _("Choose at least one published emergency sign.")
            problems.append(("warning_signs", message))
        return problems

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(
            warnings=warnings_by_urgency(self.warning_signs),
            suits=_numbered(context["page"].suitable_if, context["numbers"]),
            suits_not=_numbered(context["page"].not_suitable_if, context["numbers"]),
        )
        return context


def _numbered(points: Any, numbers: dict[int, Any]) -> list[tuple[str, int | None]]:
    """Text of each point with the number of its source on the page, if it has one."""
    # Read raw: the sources of the page are loaded already, the block would load
    # those of each list once more.
    values = [block["value"] for block in points.raw_data]
    sources = [numbers.get(value.get("source")) for value in values]
    return [
        (value["text"], source.number if source else None)
        for value, source in zip(values, sources, strict=True)
    ]
