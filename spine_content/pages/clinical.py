import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from spine_content import jsonld
from spine_content.blocks.care import SupportBlock
from spine_content.blocks.questions import QuestionBlock
from spine_content.blocks.text import NOTE_FEATURES
from spine_content.clinic.panels import PhoneNumbersPanel
from spine_content.clinic.snippets import live_values
from spine_content.facts.changes import with_notes
from spine_content.facts.pages import EvidencePageMixin
from spine_content.facts.sources import Source
from spine_content.fields import ContentStreamField
from spine_content.pages.api_fields import (
    computed_api_fields,
    content_api_fields,
    read_authors,
    read_sources,
    read_warning_signs,
)
from spine_content.pages.base import SpinePageForm, SpinePageMixin
from spine_content.pages.change_notes import (
    NOTES_ARE_FINAL,
    ChangeNotesMixin,
    published_notes,
)
from spine_content.pages.fields import (
    Section,
    alt_text_field,
    has_emergency,
    image_field,
    snippet_stream,
    warnings_by_urgency,
)
from spine_content.pages.publishing import PublishGuardMixin
from spine_content.pages.quality import has_text
from spine_content.pages.review import ReviewedPageMixin
from spine_content.quality.panels import QualityPanel
from spine_content.reviews.panels import ReviewPanel


class ClinicalPageForm(SpinePageForm):
    """The form of a clinical page: a published note stays as it is."""

    def clean_instance(self) -> None:
        super().clean_instance()
        if self.instance.has_altered_notes():
            self.add_error("change_notes", NOTES_ARE_FINAL)


# Notes get their date when a page is public: after its guards were asked.
class ClinicalPageMixin(
    ReviewedPageMixin, SpinePageMixin, ChangeNotesMixin, EvidencePageMixin
):
    """A page with clinical claims: it names its authors, sources and interests."""

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
        *content_api_fields("audience", "questions_to_ask", "further_support"),
        *content_api_fields("conflict_statement", "funding_statement", "change_notes"),
        *computed_api_fields(authors=read_authors, sources=read_sources),
    ]

    #: Panels at the top and at the end of the form of every clinical page, and that of
    #: types which have no better place for the body.
    opening_panels = [PhoneNumbersPanel(), QualityPanel(), FieldPanel("summary")]
    body_panel = MultiFieldPanel(
        ["body"], heading=_("Anything else"), classname="collapsed"
    )
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
        notes = published_notes(context["page"])
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

    def completed_items(self) -> dict[str, bool]:
        return {
            **super().completed_items(),
            "authors": bool(live_values(self.authors)),
            "questions": bool(self.questions_to_ask),
            "support": bool(self.further_support),
        }

    def reviewed_at(self) -> datetime.datetime | None:
        review = self.review_status().review
        return review.decided_at if review else None

    def body_section(self) -> Section:
        """What else there is to say, at the end of the page."""
        has_body = bool(self.body)
        return Section("more", _("More about it"), self.body, is_shown=has_body)

    def questions_section(self) -> Section:
        """What to ask at the next appointment."""
        has_questions = bool(self.questions_to_ask)
        return Section("questions", _("Questions to ask"), is_shown=has_questions)

    def schema_properties(self, context: Any) -> dict[str, Any]:
        authors, sources = context.get("authors", ()), context.get("sources", ())
        return {
            **super().schema_properties(context),
            "medicalAudience": jsonld.audience(self.get_audience_display()),
            "author": [jsonld.person(each.name, each.role) for each in authors],
            # Readers are told of a publication that was retracted, but not sent to it.
            "citation": [
                jsonld.citation(each.title, each.kind, each.year, each.link)
                for each in sources
                if not each.retracted
            ],
        }


class UncertaintyMixin(models.Model):
    """A page for a decision: it says for whom it is, and what nobody knows."""

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

    uncertainty_api_fields = content_api_fields("scope_note", "uncertainty")

    class Meta:
        abstract = True

    def completed_items(self) -> dict[str, bool]:
        return {
            **super().completed_items(),  # type: ignore[misc]
            "audience": has_text(self.scope_note),
            "uncertainty": has_text(self.uncertainty),
        }


def warning_signs_field(help_text: Any, **kwargs: Any) -> ContentStreamField:
    """The field that ``WarningSignsMixin`` needs, with the help text of a page type."""
    label, sign = _("warning signs"), "spine_content.WarningSign"
    return snippet_stream(
        "sign", sign, verbose_name=label, help_text=help_text, **kwargs
    )


class WarningSignsMixin(PublishGuardMixin):
    """A page with warning signs, among them at least one emergency."""

    #: A ``warning_signs_field`` of the page type.
    warning_signs: Any

    warning_signs_api_fields = computed_api_fields(warning_signs=read_warning_signs)

    class Meta:
        abstract = True

    def completed_items(self) -> dict[str, bool]:
        return {
            **super().completed_items(),  # type: ignore[misc]
            "warning_signs": has_emergency(self.warning_signs),
        }

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()
        if self.warning_signs and not has_emergency(self.warning_signs):
            message = _("Choose at least one published emergency sign.")
            problems.append(("warning_signs", message))
        return problems

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(  # type: ignore[misc]
            request, *args, **kwargs
        )
        context["warnings"] = warnings_by_urgency(self.warning_signs)
        return context


class OpeningImageMixin(PublishGuardMixin):
    """A page that may open with an image that explains."""

    image = image_field(_("One that explains. It opens the page."))
    image_alt = alt_text_field()

    class Meta:
        abstract = True

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()
        if self.image_id and not self.image_alt:
            message = _("Say what the picture shows, for people who cannot see it.")
            problems.append(("image_alt", message))
        return problems
