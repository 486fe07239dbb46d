import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.fields import RichTextField

from spine_content.blocks.care import SupportBlock
from spine_content.blocks.questions import QuestionBlock
from spine_content.blocks.text import NOTE_FEATURES
from spine_content.clinic.snippets import live_values
from spine_content.facts.changes import with_notes
from spine_content.facts.pages import EvidencePageMixin
from spine_content.facts.sources import Source
from spine_content.fields import ContentStreamField
from spine_content.pages import seo
from spine_content.pages.api_fields import read_authors, read_by, read_sources, shown
from spine_content.pages.base import SpinePageForm, SpinePageMixin
from spine_content.pages.change_notes import STAYS, ChangeNotesMixin, told_notes
from spine_content.pages.reviewed import ReviewedPageMixin
from spine_content.pages.streams import snippet_stream
from spine_content.reviews.panels import ReviewPanel


class ClinicalPageForm(SpinePageForm):
    """The form of a clinical page: no note that readers have seen is taken back."""

    def clean_instance(self) -> None:
        super().clean_instance()
        if self.instance.altered_notes():
            self.add_error("change_notes", STAYS)


# Notes get their date when a page is public: after its guards were asked.
class ClinicalPageMixin(
    ReviewedPageMixin, SpinePageMixin, ChangeNotesMixin, EvidencePageMixin
):
    """What a page with clinical claims owes its reader: who says so, and from where."""

    class Audience(models.TextChoices):
        PATIENT = "patient", _("Patients")
        CARER = "carer", _("Family and carers")

    if TYPE_CHECKING:
        get_audience_display: Any

    audience = models.CharField(
        _("written for"),
        max_length=8,
        choices=Audience.choices,
        default=Audience.PATIENT,
        help_text=_("Whom the page speaks to."),
    )
    authors = snippet_stream(
        "person",
        "spine_content.Person",
        verbose_name=_("authors"),
        help_text=_("Who wrote the page. Readers see names, roles and credentials."),
    )
    sources = snippet_stream(
        "source",
        "spine_content.Source",
        verbose_name=_("sources"),
        help_text=_("What the page rests on. They are numbered in this order."),
    )
    questions_to_ask = ContentStreamField(
        [("question", QuestionBlock(max_length=200))],
        verbose_name=_("questions to ask"),
        blank=True,
        help_text=_("Questions worth asking at the next appointment."),
    )
    further_support = ContentStreamField(
        [("support", SupportBlock())],
        verbose_name=_("further support"),
        blank=True,
        help_text=_("Charities, helplines and groups."),
    )
    conflict_statement = models.TextField(
        _("interests"),
        blank=True,
        help_text=_("Only if it differs from the clinic's standing text."),
    )
    funding_statement = models.TextField(
        _("who paid for this page"),
        blank=True,
        help_text=_("Only if it differs from the clinic's standing text."),
    )

    base_form_class = ClinicalPageForm
    api_fields = [
        *SpinePageMixin.api_fields,
        *shown("audience", "questions_to_ask", "further_support"),
        *shown("conflict_statement", "funding_statement", "change_notes"),
        *read_by(authors=read_authors, sources=read_sources),
    ]

    about_panels = [
        ReviewPanel(heading=_("Clinical review")),
        MultiFieldPanel(
            ["change_notes"],
            heading=_("What changed"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            ["authors", "sources", "audience"], heading=_("Who says so, and from where")
        ),
        MultiFieldPanel(
            ["questions_to_ask", "further_support"],
            heading=_("What readers can do next"),
        ),
        MultiFieldPanel(
            ["conflict_statement", "funding_statement"],
            heading=_("Interests and funding"),
            classname="collapsed",
        ),
    ]

    class Meta:
        abstract = True

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        notes = told_notes(context["page"])
        context.update(
            authors=live_values(self.authors),
            sources=self.own_sources(),
            review=self.review_status(),
            notes=notes,
            changes=with_notes([], notes),
        )
        return context

    def own_sources(self) -> list[Source]:
        return live_values(self.sources)

    def reviewed_at(self) -> datetime.datetime | None:
        review = self.review_status().review
        return review.decided_at if review else None

    def schema_properties(self, context: Any) -> dict[str, Any]:
        return {
            **super().schema_properties(context),
            **seo.clinical(self, context),
        }


class UncertaintyMixin(models.Model):
    """For whom a page is meant and what nobody knows: asked of decision pages."""

    scope_note = RichTextField(
        _("this page is for you if"),
        features=NOTE_FEATURES,
        help_text=_("Who should read it, and who should not."),
    )
    uncertainty = RichTextField(
        _("what we don’t know"),
        features=NOTE_FEATURES,
        help_text=_("Say plainly what is not certain. Readers trust a page that does."),
    )

    uncertainty_api_fields = shown("scope_note", "uncertainty")

    class Meta:
        abstract = True
