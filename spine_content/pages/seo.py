"""What each type of page says of itself in structured data, as its readers see it."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_languages
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from spine_content import jsonld
from spine_content.pages.listings import visible_pages
from spine_content.pages.streams import first_words

FICTIONAL = _("This is a fictional example.")


def clinical(page: Any, context: Any) -> dict[str, Any]:
    """Who says so, for whom, and from where."""
    # Readers are told of a publication that was taken back, but not sent to it.
    sources = [each for each in context.get("sources", ()) if not each.retracted]
    return {
        "medicalAudience": jsonld.audience(page.get_audience_display()),
        "author": [
            jsonld.person(each.name, each.role) for each in context.get("authors", ())
        ],
        "citation": [
            jsonld.citation(each.title, each.kind, each.year, each.link)
            for each in sources
        ],
    }


def procedure(page: Any) -> dict[str, Any]:
    """The procedure itself, by its names and by the first words on each step."""
    names = page.treatment.also_known_as.split(",") if page.treatment else []
    return {
        "mainEntity": jsonld.procedure(
            page.title,
            page.procedure_type,
            alternateName=[name.strip() for name in names if name.strip()],
            description=page.plain_definition,
            bodyLocation=page.body_location,
            preparation=first_words(page.preparation),
            howPerformed=first_words(page.how_performed),
            followup=first_words(page.followup),
        )
    }


def comparison(page: Any) -> dict[str, Any]:
    """What can be chosen: no winner, no rating."""
    return {
        "about": [jsonld.treatment(each.name, each.kind) for each in page.treatments]
    }


def recovery(context: Any) -> dict[str, Any]:
    """The procedures that the page leads to: nowhere else does it name them surely."""
    pages = context.get("links", {}).get("procedure", ())
    about = [
        jsonld.procedure(page.title, "", url=_address(page, context)) for page in pages
    ]
    return {"about": about}


def topic(context: Any) -> dict[str, Any]:
    """The pages that it gathers, without stories: those are not for taking away."""
    pages = [
        page
        for group in context.get("groups") or ()
        for page in group.pages
        if group.type != "story"
    ]
    parts = [
        jsonld.node("WebPage", name=page.title, url=_address(page, context))
        for page in pages
    ]
    return {"hasPart": parts}


def story(page: Any, context: Any) -> dict[str, Any]:
    """
    An article by the clinic, made up where it is.

    Never the patient, who would become a health record that machines can read, and
    never a review: nobody rates a clinic here.
    """
    clinic = context.get("clinic")
    made_up = {"disambiguatingDescription": FICTIONAL} if page.is_fictional else {}
    author = jsonld.organization(clinic.clinic_name if clinic else "")
    return {"headline": page.title, "author": author, **made_up}


def _address(page: Any, context: Any) -> str:
    return str(page.get_full_url(context.get("request")) or "")


#: The largest of those that the page itself shows, in what every network can read.
SHARED_PICTURE = "format-jpeg|width-960"


class DescribedPageMixin(models.Model):
    """
    What a page tells search engines and whoever shares it: nothing that its readers
    do not see.
    """

    if TYPE_CHECKING:  # what every page brings along
        title: str
        summary: str
        locale: Any
        translation_key: Any
        last_published_at: Any
        get_full_url: Any

    #: What kind of page it is, in the words of schema.org.
    schema_type: Any = "MedicalWebPage"
    #: The same for networks in which somebody shares it, by the Open Graph protocol.
    shared_as = "article"
    #: Whether a link to the page that somebody shares may come with its picture.
    shares_picture = True

    class Meta:
        abstract = True

    def structured_data(self, context: Any) -> jsonld.Node:
        """The page as schema.org describes pages. ``context`` is its template's."""
        request = context.get("request")
        clinic = context.get("clinic")
        above = context.get("breadcrumbs") or []
        address = self.get_full_url(request)
        trail = [(page.title, page.get_full_url(request)) for page in above]
        return jsonld.node(
            self.schema_type,
            url=address,
            name=self.title,
            description=self.summary,
            inLanguage=self.locale.language_code,
            dateModified=jsonld.local_date(self.last_published_at),
            publisher=jsonld.organization(clinic.clinic_name if clinic else ""),
            breadcrumb=jsonld.breadcrumb_list([*trail, (self.title, address)]),
            **self.schema_properties(context),
            **self.clinical_review_data(context),
        )

    def schema_properties(self, context: Any) -> dict[str, Any]:
        """What is true of this type of page beyond what every page has."""
        return {}

    def clinical_review_data(self, context: Any) -> dict[str, Any]:
        """``lastReviewed`` and ``reviewedBy``, where somebody has signed it off."""
        return {}

    def shown_translations(self) -> list[Any]:
        """The same page in other languages, as far as every visitor may see it."""
        i18n = getattr(settings, "WAGTAIL_I18N_ENABLED", False)
        if not i18n or len(get_content_languages()) < 2:
            return []
        others = visible_pages().filter(translation_key=self.translation_key)
        # An alias stands in for a translation that nobody has made yet.
        others = others.filter(alias_of=None).exclude(pk=self.pk)
        return list(others.select_related("locale").order_by("locale__language_code"))

    def shared_picture(self, request: Any) -> str:
        """The address of the picture that a shared link comes with, or nothing."""
        picture = getattr(self, "image", None) if self.shares_picture else None
        if not picture:
            return ""
        try:
            address = picture.get_rendition(SHARED_PICTURE).url
        except (SourceImageIOError, InvalidFilterSpecError):
            return ""  # a lost file is no reason to show no page
        return str(urljoin(self.get_full_url(request) or "", address))
