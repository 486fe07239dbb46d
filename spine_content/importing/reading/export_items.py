"""The items of an export as plain values, one after another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused
from spine_content.importing.names import names
from spine_content.importing.reading.limits import Limits
from spine_content.importing.reading.streams import Opener
from spine_content.importing.reading.xml_stream import Mended

#: Statuses of what nobody meant to keep.
DISCARDED = frozenset(("trash", "auto-draft", "inherit"))
#: Kinds that hold no text of their own. Any other kind is a kind of page that the
#: clinic's site had: "treatment", "team"…
MACHINERY = names(
    "attachment nav_menu_item revision wp_block wp_template wp_template_part "
    "wp_global_styles wp_navigation wp_font_family wp_font_face custom_css "
    "customize_changeset oembed_cache user_request elementor_library "
    "elementor_snippet elementor_font elementor_icons et_pb_layout et_template "
    "et_header_layout et_body_layout et_footer_layout et_theme_builder vc_grid_item "
    "vc4_templates templatera wpcf7_contact_form wpforms wpforms-template mc4wp-form "
    "ninja_form acf-field acf-field-group acf-post-type acf-taxonomy feedback "
    "jp_mem_plan shop_order shop_order_refund shop_coupon scheduled-action "
    "flamingo_contact flamingo_inbound tablepress_table ml-slider ml-slide slide "
    "popup cookielawinfo wp_log safecss reply topic forum custom-css adminpage"
)


@dataclass
class Item:
    """One item. Passwords are not kept, nor anything of a comment but that it was."""

    texts: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    #: The names of what it is filed under, by kind: "category", "post_tag"…
    terms: dict[str, list[str]] = field(default_factory=dict)
    comments: int = 0
    locked: bool = False

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
        return self.type not in MACHINERY and self.text("status") not in DISCARDED


class Fault(Exception):
    """The export is no well-formed XML from here on."""


def children(opener: Opener, limits: Limits) -> Iterator[Element]:
    """The elements in the channel one by one, and nothing of those before."""
    with opener() as stream:
        mended = Mended(stream, limits)
        path: list[Element] = []
        try:
            for event, element in _events(mended):
                if event == "start":
                    path.append(element)
                    _check(path)
                    continue
                path.pop()
                if len(path) == 2:
                    yield element
                    path[-1].clear()
                    mended.item_done()
        except DefusedXmlException as error:
            raise ImportRefused(
                _(
                    "The export defines entities of its own. WordPress never does: "
                    "somebody made it to do harm. It was not read."
                )
            ) from error
        except (ParseError, ValueError, LookupError) as error:
            raise Fault(str(error)) from error


def _events(mended: Mended) -> Any:
    return iterparse(mended, events=("start", "end"), forbid_dtd=True)


def _check(path: list[Element]) -> None:
    if len(path) <= 2 and local(path[-1]) != ("rss", "channel")[len(path) - 1]:
        raise Fault(_("it has a <%s> where an export has none") % local(path[-1]))


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rsplit("}", 1)[-1]


def items(opener: Opener, limits: Limits) -> Iterator[Item]:
    """The items, up to the fault if there is one: ``index`` has told of it."""
    try:
        for element in children(opener, limits):
            if local(element) == "item":
                yield item(element)
    except Fault:
        return


def item(element: Element) -> Item:
    """An item from its element."""
    made = Item()
    for child in element:
        name = local(child)
        text = (child.text or "").strip()
        if name == "encoded":
            name = "excerpt" if "excerpt" in child.tag else "content"
            text = child.text or ""
        if name == "comment":
            made.comments += 1
        elif name == "post_password":
            made.locked = made.locked or bool(text)
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
    values = {local(child): child.text or "" for child in element}
    key = values.get("meta_key", "").strip()
    return {key: values.get("meta_value", "")} if key else {}
