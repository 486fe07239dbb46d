"""Pages with everything on them that an editor can put there."""

from typing import Any

from wagtail.models import Site

from spine_content.blocks import body_blocks, section_blocks
from spine_content.models import ClinicSettings
from spine_content.page_types import page_models
from tests import content

SECTIONS = ("benefits", "risks", "preparation", "how_performed", "followup")


def blocks(offered: Any, picture: Any) -> list[tuple[str, Any]]:
    """Each block that is offered, filled in as in its preview."""
    filled = {key: block.get_preview_value() for key, block in offered}
    filled["image"]["image"] = picture
    return list(filled.items())


def body(picture: Any) -> list[tuple[str, Any]]:
    return [content.text("<h2>First of all</h2>"), *blocks(body_blocks(), picture)]


def page(kind: str, **changes: Any) -> Any:
    """A page of a type that uses every field a reader can see."""
    clinic()
    picture = content.image()
    support = {"name": "A charity", "about": "", "url": "", "phone": "01632 960 000"}
    everything = {
        "body": body(picture),
        "image": picture,
        "image_alt": "A spine",
        "image_is": "model",
        "cost": "Nothing at all.",
        "sources": [("source", content.source())],
        "questions_to_ask": [("question", "What if I wait?")],
        "further_support": [("support", support)],
        "conflict_statement": "Nobody gains.",
        "funding_statement": "The clinic.",
        "relationship": "volunteers for us",
        "compensation": "none",
        "age_band": "70s",
        "place": "The north",
        "time_since": "1_year",
        **dict.fromkeys(SECTIONS, blocks(section_blocks(), picture)),
    }
    (model,) = page_models(kind)
    known = {field.name for field in model._meta.get_fields()} & {*everything}
    values = {name: everything[name] for name in known}
    return content.MAKERS[kind](**{**values, **changes})


def clinic(**changes: Any) -> ClinicSettings:
    """The settings of the site, with a number for each urgency."""
    numbers = {"emergency_phone": "999", "urgent_phone": "111", "clinic_phone": "222"}
    site = Site.objects.get(is_default_site=True)
    return ClinicSettings.objects.update_or_create(
        site=site, defaults={**numbers, **changes}
    )[0]
