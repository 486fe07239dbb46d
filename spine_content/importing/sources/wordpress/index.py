"""What one item of an export has to know of the others: read before them."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.importing.documents import ImportRefused, Skipped
from spine_content.importing.sources.limits import Limits
from spine_content.importing.sources.source import Opener
from spine_content.importing.sources.wordpress.items import Item, parse_item
from spine_content.importing.sources.wordpress.xml_reader import (
    MalformedExport,
    channel_elements,
    local_name,
)


@dataclass(frozen=True)
class Attachment:
    """A file of the old site: where it was, and what was said of it."""

    address: str
    alt: str
    caption: str
    parent: str


@dataclass
class ExportIndex:
    """The export as a whole."""

    language: str = ""
    #: Names to show, by the name to log in with. No address is ever kept.
    authors: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    #: Texts that many pages show, by their number.
    blocks: dict[str, str] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    count: int = 0
    warnings: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def gallery(self, post: str) -> list[str]:
        """The pictures that belong to a post."""
        return [key for key, file in self.attachments.items() if file.parent == post]


def build_index(opener: Opener, name: str, limits: Limits) -> ExportIndex:
    """
    Read an export once for what its items say of one another.

    What is broken is known before anything is made of it: refused if nothing can be
    read, else read as far as it is whole, with a warning.
    """
    found = ExportIndex()
    try:
        for element in channel_elements(opener, limits):
            _add(element, found)
    except MalformedExport as fault:
        if not found.count:
            raise ImportRefused(
                _(
                    "“%(name)s” is broken: %(fault)s. No post or page could be read. "
                    "Export it from WordPress again."
                )
                % {"name": name, "fault": fault}
            ) from fault
        found.warnings.append(
            ngettext(
                "“%(name)s” is broken: %(fault)s. Only the text before that place was "
                "read. Export it from WordPress again.",
                "“%(name)s” is broken: %(fault)s. Only the %(count)d texts before that "
                "place were read. Export it from WordPress again.",
                found.count,
            )
            % {"name": name, "fault": fault, "count": found.count}
        )
    if not found.count:
        found.warnings.append(_("The export holds no post and no page."))
    return found


def _add(element: Element, found: ExportIndex) -> None:
    name = local_name(element)
    if name == "language":
        found.language = (element.text or "").strip().lower()
    elif name == "author":
        _add_author(element, found)
    elif name == "item":
        _add_item(parse_item(element), found)


def _add_author(element: Element, found: ExportIndex) -> None:
    values = {local_name(child): (child.text or "").strip() for child in element}
    shown = values.get("author_display_name", "")
    # Some show their e-mail address as their name.
    shown = "" if "@" in shown else shown
    if login := values.get("author_login"):
        found.authors[login] = shown
    found.skipped.append(
        Skipped(
            "user",
            shown or _("A user without a name"),
            _("Users are not imported: no names to log in with, no addresses."),
        )
    )


def _add_item(made: Item, found: ExportIndex) -> None:
    if made.id:
        found.keys.setdefault(made.id, made.key)
    if made.is_document:
        found.count += 1
    elif made.type == "wp_block" and made.id:
        found.blocks[made.id] = made.text("content")
    elif made.type == "attachment" and made.id:
        found.attachments[made.id] = Attachment(
            address=made.text("attachment_url"),
            alt=made.meta.get("_wp_attachment_image_alt", "").strip(),
            caption=made.text("excerpt").strip(),
            parent=made.text("post_parent"),
        )
