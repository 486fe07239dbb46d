"""The items of an export as plain values, and what they have to know of one another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.importing.documents import ImportRefused, Skipped
from spine_content.importing.html_tree import names
from spine_content.importing.sources.source import Limits, Opener
from spine_content.importing.sources.wordpress_xml import (
    MalformedExport,
    channel_elements,
    local_name,
)

#: Statuses of what nobody meant to keep.
DISCARDED_STATUSES = frozenset(("trash", "auto-draft", "inherit"))
#: Kinds that hold no text of their own. Any other kind is a kind of page that the
#: clinic's site had: "treatment", "team"…
INTERNAL_POST_TYPES = names(
    "attachment nav_menu_item revision wp_block wp_template wp_template_part "
    "wp_global_styles wp_navigation wp_font_family wp_font_face custom_css "
    "customize_changeset oembed_cache user_request elementor_library elementor_snippet "
    "elementor_font elementor_icons et_pb_layout et_template et_header_layout "
    "et_body_layout et_footer_layout et_theme_builder vc_grid_item vc4_templates "
    "templatera wpcf7_contact_form wpforms wpforms-template mc4wp-form ninja_form "
    "acf-field acf-field-group acf-post-type acf-taxonomy feedback jp_mem_plan "
    "shop_order shop_order_refund shop_coupon scheduled-action flamingo_contact "
    "flamingo_inbound tablepress_table ml-slider ml-slide slide popup cookielawinfo "
    "wp_log safecss reply topic forum custom-css adminpage"
)


@dataclass
class Item:
    """One item. Passwords are not kept, nor anything of a comment but that it was."""

    texts: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    #: The names of what it is filed under, by kind: "category", "post_tag"…
    terms: dict[str, list[str]] = field(default_factory=dict)
    comments: int = 0
    password_protected: bool = False

    def text(self, name: str) -> str:
        return self.texts.get(name, "")

    @property
    def id(self) -> str:
        return self.text("post_id")

    @property
    def type(self) -> str:
        return self.text("post_type") or "post"

    @property
    def key(self) -> str:
        return self.text("guid") or self.text("link") or f"post-{self.id}"

    @property
    def name(self) -> str:
        """How a person recognises it."""
        return (
            self.text("title")
            or self.text("attachment_url").rsplit("/", 1)[-1]
            or self.meta.get("_menu_item_url", "")
            or self.text("post_name")
            or f"#{self.id}"
        )

    @property
    def is_document(self) -> bool:
        return (
            self.type not in INTERNAL_POST_TYPES
            and self.text("status") not in DISCARDED_STATUSES
        )


def read_items(opener: Opener, limits: Limits) -> Iterator[Item]:
    """The items, up to the fault if there is one: ``build_index`` warns of it."""
    try:
        for element in channel_elements(opener, limits):
            if local_name(element) == "item":
                yield parse_item(element)
    except MalformedExport:
        return


def parse_item(element: Element) -> Item:
    """An item from its element."""
    made = Item()
    for child in element:
        name = local_name(child)
        text = (child.text or "").strip()
        if name == "encoded":
            name = "excerpt" if "excerpt" in child.tag else "content"
            text = child.text or ""
        if name == "comment":
            made.comments += 1
        elif name == "post_password":
            made.password_protected = made.password_protected or bool(text)
        elif name == "postmeta":
            made.meta.update(_meta(child))
        elif name == "category":
            kind = child.get("domain", "category")
            if text and text not in made.terms.setdefault(kind, []):
                made.terms[kind].append(text)
        elif name not in made.texts:
            made.texts[name] = text
    return made


def _meta(element: Element) -> dict[str, str]:
    values = {local_name(child): child.text or "" for child in element}
    key = values.get("meta_key", "").strip()
    return {key: values.get("meta_value", "")} if key else {}


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
