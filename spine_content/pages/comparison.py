from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import ReferenceIndex
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock

from spine_content.blocks.rich_text import NOTE_FEATURES
from spine_content.fields import ContentStreamField
from spine_content.models import Treatment
from spine_content.pages.clinical import ClinicalPageMixin, UncertaintyMixin
from spine_content.pages.listing import pages_about


class ChoiceBlock(blocks.StructBlock):
    """One treatment of a comparison, and for whom it may be right."""

    treatment = SnippetChooserBlock("spine_content.Treatment", label=_("Treatment"))
    suits_if = blocks.RichTextBlock(
        label=_("May suit you if"), features=NOTE_FEATURES, required=False
    )
    suits_not_if = blocks.RichTextBlock(
        label=_("May not suit you if"), features=NOTE_FEATURES, required=False
    )

    class Meta:
        icon = "list-ul"
        label = _("Choice")
        label_format = "{treatment}"


class ComparisonPageMixin(ClinicalPageMixin, UncertaintyMixin):
    """Two to four treatments side by side, for somebody who has to decide."""

    spine_type = "comparison"
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

    comparison_panels = [
        FieldPanel("summary"),
        MultiFieldPanel(["decision", "scope_note"], heading=_("The decision")),
        MultiFieldPanel(["choices", "reason_no_alternative"], heading=_("The choices")),
        MultiFieldPanel(["body"], heading=_("Side by side")),
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

    def related(self) -> Q | None:
        wanted = Q(pk__in=[])
        for block in self.choices.raw_data:
            about = pages_about(block["value"].get("treatment"), "procedure")
            wanted |= about if about is not None else Q()
        return wanted

    def sections(self) -> dict[str, Any]:
        found = {"who": _("Who this page is for"), "choices": _("The choices")}
        if self.body:
            found["compare"] = _("Side by side")
        found["uncertainty"] = _("What we don’t know")
        if self.questions_to_ask:
            found["questions"] = _("Questions to ask")
        return found

    def streams(self) -> dict[str, Any]:
        return {"compare": self.body}

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()
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
