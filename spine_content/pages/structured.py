"""What each type of page says of itself in structured data, as its readers see it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from spine_content import jsonld
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
