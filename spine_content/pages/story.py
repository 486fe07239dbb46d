from collections import Counter
from dataclasses import replace
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.api import APIField
from wagtail.blocks import StreamValue
from wagtail.search import index

from spine_content import consent, jsonld
from spine_content.clinic.panels import PhoneNumbersPanel
from spine_content.consent.media_scopes import media_scopes
from spine_content.consent.panels import ApprovalPanel, ConsentPanel
from spine_content.facts.choices import Group
from spine_content.facts.pages import FactualPageMixin
from spine_content.facts.panels import EvidencePanel
from spine_content.facts.types import Row
from spine_content.images import is_descriptive
from spine_content.pages.api_fields import ConsentedAPIField
from spine_content.pages.base import SpinePageMixin
from spine_content.pages.consent import ConsentedPageMixin
from spine_content.pages.fields import alt_text_field, image_field, treatment_field
from spine_content.pages.seo import FICTIONAL_NOTICE
from spine_content.quality.panels import QualityPanel
from spine_content.reviews.panels import SubmittedReviewPanel

#: From this many stories on, readers may expect the outcome that all of them had.
MIN_ONE_SIDED = 3


class BalancePanel(Panel):
    """How the stories about a treatment went, with a warning if all went well."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Balance of stories"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/balance_panel.html"

        class Media:
            css = {"all": ["spine_content/css/admin/stories.css"]}

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            counts = outcome_counts(page) if page.treatment_id else Counter[str]()
            better = page.Outcome.BETTER.value
            context.update(
                treatment=page.treatment,
                total=counts.total(),
                counts=[(kind.label, counts[kind.value]) for kind in page.Outcome],
                one_sided=counts[better] == counts.total() >= MIN_ONE_SIDED,
            )
            return context


class PatientStoryPageMixin(FactualPageMixin, ConsentedPageMixin, SpinePageMixin):
    """What one patient went through: public only while their consent covers it."""

    class NameIs(models.TextChoices):
        CHANGED = "changed", _("A changed name")
        FIRST = "first_name", _("The real first name")
        REAL = "real_name", _("The full real name")

    class AgeBand(models.TextChoices):
        UNDER_40 = "under_40", _("under 40")
        FORTIES = "40s", _("40s")
        FIFTIES = "50s", _("50s")
        SIXTIES = "60s", _("60s")
        SEVENTIES = "70s", _("70s")
        EIGHTIES = "80s", _("80s")
        OVER_90 = "90s", _("90 or over")

    class Outcome(models.TextChoices):
        BETTER = "better", _("Better")
        MIXED = "mixed", _("Better in some ways, not in others")
        SAME = "same", _("No change")
        WORSE = "worse", _("Worse")
        COMPLICATION = "complication", _("Had a complication")
        CHOSE_NOT = "chose_not", _("Chose not to have it")

    class TimeSince(models.TextChoices):
        WEEKS = "weeks", _("a few weeks later")
        MONTHS_3 = "3_months", _("about 3 months later")
        MONTHS_6 = "6_months", _("about 6 months later")
        YEAR = "1_year", _("about a year later")
        YEARS = "years", _("some years later")

    class ImageIs(models.TextChoices):
        PATIENT = "patient", _("The patient")
        MODEL = "model", _("A model")
        ILLUSTRATION = "illustration", _("A drawing")

    image_subject_fields = {"image": "image_is"}
    #: Any other picture, one without a word on it included, counts as the patient.
    NOT_THE_PATIENT = (ImageIs.MODEL, ImageIs.ILLUSTRATION)

    page_type = "story"
    schema_type = ("WebPage", "Article")
    packaged_template = "spine_content/pages/story_page.html"
    select_related_fields = ("treatment", "image", "consent")
    related_types = ("procedure", "comparison")
    quoted_fields = ("body", "display_name", "place")
    page_description = _("What one patient went through, with their consent.")

    treatment = treatment_field(
        _("What the story is about, also when they chose not to have it.")
    )
    display_name = models.CharField(
        _("name shown"), max_length=60, help_text=_("For example “Margaret”.")
    )
    name_is = models.CharField(
        _("this name is"),
        max_length=10,
        choices=NameIs.choices,
        default=NameIs.CHANGED,
        help_text=_("A changed name is marked as changed."),
    )
    age_band = models.CharField(
        _("age"),
        max_length=8,
        choices=AgeBand.choices,
        blank=True,
        help_text=_("Never more exact than this."),
    )
    place = models.CharField(
        _("place"),
        max_length=60,
        blank=True,
        help_text=_("A region at most, never a town or street."),
    )
    outcome = models.CharField(
        _("how it went"),
        max_length=12,
        choices=Outcome.choices,
        help_text=_("As the patient sees it. Readers see it beside the story."),
    )
    time_since = models.CharField(
        _("told"),
        max_length=8,
        choices=TimeSince.choices,
        blank=True,
        help_text=_("How long after the treatment, or the decision, it was told."),
    )
    image = image_field(_("A photograph of the patient needs their consent to it."))
    image_is = models.CharField(
        _("the picture shows"),
        max_length=12,
        choices=ImageIs.choices,
        blank=True,
        help_text=_("Readers see it below the picture."),
    )
    image_alt = alt_text_field()
    relationship = models.CharField(
        _("ties to the clinic"),
        max_length=200,
        blank=True,
        help_text=_("For example “volunteers for us”. Readers see it."),
    )
    compensation = models.CharField(
        _("payment or gifts"),
        max_length=200,
        blank=True,
        help_text=_("What they got for telling it. Readers see it."),
    )

    body_has_pictures = models.BooleanField(default=False, editable=False)
    body_has_videos = models.BooleanField(default=False, editable=False)

    story_panels = [
        PhoneNumbersPanel(),
        QualityPanel(),
        MultiFieldPanel(
            [ConsentPanel("consent"), ApprovalPanel()], heading=_("Consent")
        ),
        SubmittedReviewPanel(),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldRowPanel(["display_name", "name_is"]),
                FieldRowPanel(["age_band", "place"]),
            ],
            heading=_("Who tells it"),
        ),
        MultiFieldPanel(
            ["treatment", FieldRowPanel(["outcome", "time_since"])],
            heading=_("What it is about"),
        ),
        BalancePanel(),
        EvidencePanel(),
        FieldPanel("body"),
        MultiFieldPanel(["image", "image_is", "image_alt"], heading=_("Picture")),
        MultiFieldPanel(["relationship", "compensation"], heading=_("Openness")),
    ]
    story_search_fields = [
        *SpinePageMixin.spine_search_fields,
        index.FilterField("outcome"),
    ]

    api_fields = [
        *map(ConsentedAPIField, ("summary", "body", "display_name", "name_is")),
        *map(ConsentedAPIField, ("age_band", "place", "outcome", "time_since")),
        *map(ConsentedAPIField, ("relationship", "compensation")),
        # Whoever shows a made-up story elsewhere has to be able to say so.
        APIField("is_fictional"),
    ]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        # Kept for the database, which cannot look into a stream.
        found = media_scopes(self.body)
        self.body_has_pictures = "photo" in found
        self.body_has_videos = "video" in found
        return super().save(*args, **kwargs)

    def texts_to_approve(self) -> dict[str, Any]:
        block = self.body.stream_block
        # With what code has changed inside blocks and not saved yet.
        body = StreamValue(block, block.get_prep_value(self.body), is_lazy=True)
        return {
            **super().texts_to_approve(),
            "summary": self.summary,
            "body": body,
            "image_alt": self.image_alt if self.image_id else "",
        }

    def used_scopes(self) -> set[str]:
        used = {"text"}
        if self.name_is != self.NameIs.CHANGED:
            # Whoever does not say whose name it is has to have it agreed to.
            used.add(self.name_is or self.NameIs.REAL)
        if self.age_band:
            used.add("age_band")
        if self.place:
            used.add("place")
        if self.image_id and self.image_is not in self.NOT_THE_PATIENT:
            used.add("photo")
        # Nobody says who is in a picture in the text, so it counts as the patient.
        return used | media_scopes(self.body)

    @classmethod
    def uncovered(cls) -> Q:
        changed, first = cls.NameIs.CHANGED, cls.NameIs.FIRST
        full_name = ~Q(name_is__in=[changed, first])
        photo = Q(image__isnull=False) & ~Q(image_is__in=cls.NOT_THE_PATIENT)
        return (
            Q(consent__covers_text=False)
            | Q(consent__covers_first_name=False, name_is=first)
            | Q(consent__covers_real_name=False) & full_name
            | Q(consent__covers_age_band=False) & ~Q(age_band="")
            | Q(consent__covers_place=False) & ~Q(place="")
            | Q(consent__covers_photo=False) & (photo | Q(body_has_pictures=True))
            | Q(consent__covers_video=False, body_has_videos=True)
        )

    def fact_rows(self) -> dict[str, list[Row]]:
        rows = self.fact_set.in_groups(*self._fact_groups())
        # The editor's first answer to each question: a story is no place for them all.
        firsts = [(row, cell, cell.statements[0]) for row in rows for cell in row.cells]
        return {
            "typical": [
                replace(row, cells=(replace(cell, statements=(first,)),))
                for row, cell, first in firsts
                if first.fact.value
            ]
        }

    def _fact_groups(self) -> list[Group]:
        # Whoever tells of harm is set beside how often harm happens.
        harmed = {self.Outcome.WORSE, self.Outcome.COMPLICATION}
        return [Group.BENEFITS, *([Group.HARMS] if self.outcome in harmed else [])]

    def schema_properties(self, context: Any) -> dict[str, Any]:
        # An article by the clinic. Never the patient, who would become a health record
        # that machines can read, and never a review: nobody rates a clinic here.
        clinic = context.get("clinic")
        properties = {
            **super().schema_properties(context),
            "headline": self.title,
            "author": jsonld.organization(clinic.clinic_name if clinic else ""),
        }
        if self.is_fictional:
            properties["disambiguatingDescription"] = FICTIONAL_NOTICE
        return properties

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()
        if self.image_id and not (self.image_alt and self.image_is):
            message = _("Say what the picture shows, and whether it is the patient.")
            problems.append(("image_alt", message))
        elif self.image and not is_descriptive(
            self.image_alt, self.image.title, self.image.file.name
        ):
            message = _(
                "Say what can be seen, in your own words: not what the file is called."
            )
            problems.append(("image_alt", message))
        return problems


def outcome_counts(page: Any) -> Counter[str]:
    """Outcomes of the public stories about the treatment of ``page``, its own too."""
    others = type(page).about(page.treatment_id).live().exclude(pk=page.pk)
    public = consent.only_showable(others).order_by()
    outcomes = [*public.values_list("outcome", flat=True), page.outcome]
    return Counter(outcome for outcome in outcomes if outcome)
