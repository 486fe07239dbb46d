"""Accordions, tabs and questions that open on a click: all of it is taken."""

import re

from bs4 import Tag
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.importing.html_tree import (
    HEADING_TAGS,
    attribute,
    classes,
    names,
    visible_text,
)
from spine_content.importing.parsing.boilerplate import boilerplate_kind
from spine_content.importing.parsing.nodes import AccordionItem, is_question
from spine_content.importing.parsing.walker import Walker

#: The class of an item, and those of its title.
ACCORDION_CLASSES: dict[str, tuple[str, ...]] = {
    "elementor-accordion-item": ("elementor-tab-title",),
    "elementor-toggle-item": ("elementor-tab-title",),
    "et_pb_toggle": ("et_pb_toggle_title",),
    "accordion-item": ("accordion-header", "accordion-title", "accordion-button"),
    "wp-block-accordion-item": ("wp-block-accordion-heading",),
    "schema-faq-section": ("schema-faq-question",),
    "rank-math-list-item": ("rank-math-question",),
    "aioseo-faq-block": ("aioseo-faq-block-question",),
    "uagb-faq-item": ("uagb-question", "uagb-faq-questions-button"),
    "kt-accordion-pane": ("kt-blocks-accordion-title", "kt-blocks-accordion-header"),
    "sp-ea-single": ("ea-header",),
    "vc_tta-panel": ("vc_tta-panel-heading", "vc_tta-panel-title"),
    "vc_toggle": ("vc_toggle_title",),
    "panel": ("panel-heading", "panel-title"),
    "faq-item": ("faq-question", "faq-title", "question"),
    "faq__item": ("faq__question", "faq__title"),
}
#: Items that are questions whatever they say.
FAQ_ITEM_CLASSES = names(
    "schema-faq-section rank-math-list-item aioseo-faq-block uagb-faq-item "
    "faq-item faq__item"
)
_FAQ_NAME = re.compile(r"(?:^|[\s_-])faqs?(?=$|[\s_-])|(?:^|\s)faq")
_ACCORDION_NAME = re.compile(r"faq|accordion|toggle|collapse|question")
_CONTROL_ATTRIBUTES = ("aria-controls", "data-target", "data-bs-target")
MAX_TITLE_LENGTH = 250


def is_faq(tag: Tag) -> bool:
    """Whether an element says that it holds questions with their answers."""
    kind = attribute(tag, "itemtype").lower()
    said = f"{attribute(tag, 'class')} {attribute(tag, 'id')}".lower()
    return "faqpage" in kind or bool(_FAQ_NAME.search(said))


def find_titles(walker: Walker, region: Tag) -> None:
    """Find what opens what: the title is taken to the place that it opens."""
    places: dict[str, Tag] = {}
    openers: list[tuple[str, Tag]] = []
    for tag in region.find_all(True):
        if not tag.attrs:
            continue
        if name := attribute(tag, "id"):
            places.setdefault(name, tag)
        if opened := _controlled_id(tag):
            openers.append((opened, tag))
    opened_ids = {name for name, _tag in openers} & places.keys()
    filled = {name for name in opened_ids if visible_text(places[name])}
    for opened, tag in openers:
        if opened not in filled or not _is_title(tag, places[opened]):
            continue
        known = walker.accordion_titles.setdefault(opened, tag)
        if known is tag:
            walker.consumed.add(id(tag))
        elif visible_text(known) == visible_text(tag):
            # Tabs that are an accordion on a telephone have their titles twice.
            walker.consumed.add(id(tag))
            walker.skip(
                "button", visible_text(tag), _("The same title stands there twice.")
            )


def _controlled_id(tag: Tag) -> str:
    for name in _CONTROL_ATTRIBUTES:
        if value := attribute(tag, name).split(" ")[0].lstrip("#"):
            return value
    href = attribute(tag, "href")
    if len(href) > 1 and href[0] == "#":
        kind = attribute(tag, "data-toggle") or attribute(tag, "data-bs-toggle")
        in_list = tag.find_parent(attrs={"role": "tablist"}) is not None
        if kind in ("tab", "pill", "collapse") or in_list:
            return href[1:]
        if attribute(tag, "role") == "tab" or "vc_tta-panel-title" in classes(tag):
            return href[1:]
    return ""


def _is_title(tag: Tag, place: Tag) -> bool:
    # Compared by identity: two equal elements may stand in different places.
    if any(other is tag for other in place.parents) or any(
        other is place for other in (tag, *tag.parents)
    ):
        return False
    if place.name == "nav" or boilerplate_kind(place)[0]:
        return False
    return 0 < len(visible_text(tag)) <= MAX_TITLE_LENGTH


def accordion_item(walker: Walker, tag: Tag) -> bool:
    """Take an element as something that opens, if it is that."""
    title = walker.accordion_titles.pop(attribute(tag, "id"), None)
    asked = walker.faq_depth > 0
    if title is None:
        title, known = _title_in(walker, tag)
        asked = asked or known
    if title is None:
        return False
    _add_item(walker, title, tag, asked)
    return True


def details(walker: Walker, tag: Tag) -> None:
    """The element that HTML has for it."""
    walker.flush()
    title = tag.find("summary")
    asked = walker.faq_depth > 0 or is_faq(tag)
    if isinstance(title, Tag):
        _add_item(walker, title, tag, asked)
    else:
        walker.walk(tag)
    walker.flush()


def _add_item(walker: Walker, title: Tag, body: Tag, asked: bool) -> None:
    text, rest = walker.plain_title(title)
    walker.consumed.add(id(title))
    with walker.capture() as nodes:
        walker.walk(body)
    if text:
        walker.nodes.append(AccordionItem(text, [*rest, *nodes], asked))
    else:
        walker.nodes += [*rest, *nodes]


def _title_in(walker: Walker, tag: Tag) -> tuple[Tag | None, bool]:
    if attribute(tag, "itemtype").lower().endswith("schema.org/question"):
        title = tag.find(True, attrs={"itemprop": "name"})
        return (title if isinstance(title, Tag) else None), True
    own = classes(tag)
    item = next((name for name in own if name in ACCORDION_CLASSES), "")
    if item:
        if walker.accordion_titles and _holds_opened(walker, tag):
            return None, False
        return _first(tag, ACCORDION_CLASSES[item]), item in FAQ_ITEM_CLASSES
    if own and _ACCORDION_NAME.search(" ".join(own)):
        return _question_in(tag), True
    return None, False


def _holds_opened(walker: Walker, tag: Tag) -> bool:
    return any(
        attribute(inner, "id") in walker.accordion_titles
        for inner in tag.find_all(id=True)
    )


def _first(tag: Tag, wanted: tuple[str, ...]) -> Tag | None:
    for inner in tag.find_all(class_=True):
        if any(name in wanted for name in classes(inner)):
            return inner
    return None


def _question_in(tag: Tag) -> Tag | None:
    """The first of two elements, if it is a question without being a heading."""
    inner = [child for child in tag.children if isinstance(child, Tag)]
    if (
        len(inner) != 2
        or inner[0].name in HEADING_TAGS
        or inner[0].name in ("dt", "li")
    ):
        return None
    text = visible_text(inner[0])
    return inner[0] if len(text) <= MAX_TITLE_LENGTH and is_question(text) else None


def report_unused(walker: Walker) -> None:
    """Report titles whose content was never reached, and scripts."""
    walker.flush()
    for title in walker.accordion_titles.values():
        walker.skip(
            "button", visible_text(title), _("What it opened is not in the text.")
        )
    if walker.script_count:
        walker.skip(
            "script",
            ngettext("%d script", "%d scripts", walker.script_count)
            % walker.script_count,
            _("Nothing that runs is ever imported."),
            " ",
        )
