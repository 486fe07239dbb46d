from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from spine_content.clinic.snippets import ClinicSnippet

DOI = RegexValidator(
    r"^10\.\d{4,9}/\S+$",
    _("Enter the DOI alone, such as 10.1136/bmj.k1551, without the web address."),
)
PMID = RegexValidator(r"^\d{1,8}$", _("Enter the PubMed number alone: digits only."))


class Source(ClinicSnippet):
    """A publication, guideline or clinic policy that a fact or page rests on."""

    class Kind(models.TextChoices):
        TRIAL = "trial", _("Trial")
        REVIEW = "review", _("Review of studies")
        STUDY = "study", _("Other study")
        GUIDELINE = "guideline", _("Guideline")
        REGULATOR = "regulator", _("Regulator")
        POLICY = "policy", _("Clinic policy")
        OTHER = "other", _("Other publication")

    title = models.CharField(
        _("title"), max_length=300, help_text=_("As published, in its own language.")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    authors = models.CharField(
        _("authors or body"),
        max_length=255,
        help_text=_("For example “Klazen CAH and others” or “NICE”."),
    )
    published_in = models.CharField(
        _("published in"),
        max_length=255,
        blank=True,
        help_text=_(
            "The journal or publisher, with volume and pages if you have them."
        ),
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        help_text=_("The year of publication. Leave empty if it is not dated."),
    )
    doi = models.CharField(
        _("DOI"),
        max_length=255,
        blank=True,
        validators=[DOI],
        help_text=_("For example 10.1136/bmj.k1551. It becomes a link."),
    )
    pmid = models.CharField(
        _("PubMed number"),
        max_length=8,
        blank=True,
        validators=[PMID],
        help_text=_("The digits alone, such as 20701962."),
    )
    url = models.URLField(
        _("web address"), blank=True, help_text=_("Only if there is no DOI.")
    )
    funding = models.CharField(
        _("who paid for it"),
        max_length=255,
        blank=True,
        help_text=_("Shown beside the source. Leave empty if it is not known."),
    )
    industry_funded = models.BooleanField(
        _("paid for by a maker of the product, or authors tied to one"),
        default=False,
        help_text=_("Readers are told so beside the source."),
    )
    retracted = models.BooleanField(
        _("retracted"),
        default=False,
        help_text=_("Tick this when the publisher has withdrawn the publication."),
    )
    superseded_by = models.ForeignKey(
        "self",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A newer edition that readers should be sent to."),
    )

    panels = [
        MultiFieldPanel(
            ["title", "kind", "authors", "published_in", "year"],
            heading=_("What it is"),
        ),
        MultiFieldPanel(
            [FieldRowPanel(["doi", "pmid"]), "url"], heading=_("Where to find it")
        ),
        MultiFieldPanel(["funding", "industry_funded"], heading=_("Who paid for it")),
        MultiFieldPanel(
            ["retracted", FieldPanel("superseded_by")], heading=_("Is it still good?")
        ),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.AutocompleteField("authors"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["authors", "year"]

    def __str__(self) -> str:
        year = f" ({self.year})" if self.year else ""
        return f"{self.authors}{year}: {self.title}"

    @property
    def link(self) -> str:
        """The best address of the publication, or an empty string."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.url

    @property
    def is_replaced(self) -> bool:
        """Whether there is a newer edition."""
        return self.superseded_by_id is not None

    #: ``is_doubtful`` for the database.
    DOUBTFUL = models.Q(retracted=True) | models.Q(superseded_by__isnull=False)

    @property
    def is_doubtful(self) -> bool:
        """Whether its publisher took it back, or there is a newer edition."""
        return self.retracted or self.is_replaced

    def clean(self) -> None:
        super().clean()
        if self.pk and self.superseded_by_id == self.pk:
            message = _("A publication cannot replace itself.")
            raise ValidationError({"superseded_by": message})


@dataclass(frozen=True)
class NumberedSource:
    """A source and its number in the list at the foot of a page."""

    number: int
    source: Source


def number_sources(sources: Iterable[Source]) -> dict[int, NumberedSource]:
    """Sources with their numbers, from 1, by key."""
    return {
        source.pk: NumberedSource(number, source)
        for number, source in enumerate(sources, 1)
    }
