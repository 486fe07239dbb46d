"""What whoever edits a draft should know about where it came from."""

from typing import Any

from django.utils.translation import gettext as _

from spine_content.importing.building import texts
from spine_content.importing.building.links import Linker
from spine_content.importing.documents import LeftOut, Original, Outline

LONGEST_TITLE = 255


def notes(
    page: Any, original: Original, outline: Outline, linker: Linker, ours: str
) -> list[str]:
    """Sentences on what is particular to a page; ``ours`` is its language code."""
    said = []
    if page.page_type == "story":
        said.append(
            _(
                "A story is imported without consent. Enter the consent before you "
                "publish it, and take out of the title and text what tells who it is."
            )
        )
    language = (outline.language or original.language).split("-")[0].lower()
    ours = ours.split("-")[0].lower()
    if language and language != ours:
        said.append(
            _("The text is marked as “%(theirs)s”, but the page is in “%(ours)s”.")
            % {"theirs": language, "ours": ours}
        )
    if linker.without_place:
        said.append(
            _("Links to a place within another page lead to the beginning of the page.")
        )
    if original.title and len(original.title) > LONGEST_TITLE:
        said.append(_("The title was too long, and is cut."))
    return said


def as_json(left_out: list[LeftOut]) -> list[dict[str, str]]:
    """Things left out as the register keeps them."""
    rows = [
        {"what": each.what, "name": each.name, "reason": str(each.reason)}
        for each in left_out
    ]
    kept: list[dict[str, str]] = texts.storable(rows)
    return kept
