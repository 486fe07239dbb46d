"""What opens on a click: tabs, accordions, questions. All of it is taken."""

import re

from bs4 import Tag
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.importing.markup import HEADINGS, attribute, classes, words
from spine_content.importing.outlining import furniture
from spine_content.importing.outlining.pieces import Toggle, asks
from spine_content.importing.outlining.walker import Walker

#: The class of an item, and those of its title.
ITEMS: dict[str, tuple[str, ...]] = {
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
QUESTIONS = frozenset(
    (
        "schema-faq-section",
        "rank-math-list-item",
        "aioseo-faq-block",
        "uagb-faq-item",
        "faq-item",
        "faq__item",
    )
)
ABOUT_QUESTIONS = re.compile(r"(?:^|[\s_-])faqs?(?=$|[\s_-])|(?:^|\s)faq")
LIKELY = re.compile(r"faq|accordion|toggle|collapse|question")
CONTROLS = ("aria-controls", "data-target", "data-bs-target")
TITLE_LENGTH = 250


def is_about_questions(tag: Tag) -> bool:
    """Whether an element says that it holds questions with their answers."""
    kind = attribute(tag, "itemtype").lower()
    names = f"{attribute(tag, 'class')} {attribute(tag, 'id')}".lower()
    return "faqpage" in kind or bool(ABOUT_QUESTIONS.search(names))


def prepare(walker: Walker, region: Tag) -> None:
    """Find what opens what: the title is taken to the place that it opens."""
    places: dict[str, Tag] = {}
    openers: list[tuple[str, Tag]] = []
    for tag in region.find_all(True):
        if not tag.attrs:
            continue
        if name := attribute(tag, "id"):
            places.setdefault(name, tag)
        if opened := _opens(tag):
            openers.append((opened, tag))
    for opened, tag in openers:
        place = places.get(opened)
        if place is None or not _is_title(tag, place):
            continue
        known = walker.titles.setdefault(opened, tag)
        if known is tag:
            walker.taken.add(id(tag))
        elif words(known) == words(tag):
            # Tabs that are an accordion on a telephone have their titles twice.
            walker.taken.add(id(tag))
            walker.leave("button", words(tag), _("The same title stands there twice."))


def _opens(tag: Tag) -> str:
    for name in CONTROLS:
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
    if place.name == "nav" or furniture.named(place)[0]:
        return False
    return 0 < len(words(tag)) <= TITLE_LENGTH and bool(words(place))


def toggle(walker: Walker, tag: Tag) -> bool:
    """Take an element as something that opens, if it is that."""
    title = walker.titles.pop(attribute(tag, "id"), None)
    asked = walker.asked > 0
    if title is None:
        title, known = _title_in(walker, tag)
        asked = asked or known
    if title is None:
        return False
    _open(walker, title, tag, asked)
    return True


def details(walker: Walker, tag: Tag) -> None:
    """The element that HTML has for it."""
    walker.flush()
    title = tag.find("summary")
    asked = walker.asked > 0 or is_about_questions(tag)
    if isinstance(title, Tag):
        _open(walker, title, tag, asked)
    else:
        walker.walk(tag)
    walker.flush()


def _open(walker: Walker, title: Tag, body: Tag, asked: bool) -> None:
    text, rest = walker.title_of(title)
    walker.taken.add(id(title))
    with walker.capture() as pieces:
        walker.walk(body)
    if text:
        walker.pieces.append(Toggle(text, [*rest, *pieces], asked))
    else:
        walker.pieces += [*rest, *pieces]


def _title_in(walker: Walker, tag: Tag) -> tuple[Tag | None, bool]:
    if attribute(tag, "itemtype").lower().endswith("schema.org/question"):
        title = tag.find(True, attrs={"itemprop": "name"})
        return (title if isinstance(title, Tag) else None), True
    names = classes(tag)
    item = next((name for name in names if name in ITEMS), "")
    if item:
        if walker.titles and _holds_opened(walker, tag):
            return None, False
        return _first(tag, ITEMS[item]), item in QUESTIONS
    if names and LIKELY.search(" ".join(names)):
        return _question_in(tag), True
    return None, False


def _holds_opened(walker: Walker, tag: Tag) -> bool:
    return any(
        attribute(inner, "id") in walker.titles for inner in tag.find_all(id=True)
    )


def _first(tag: Tag, wanted: tuple[str, ...]) -> Tag | None:
    for inner in tag.find_all(class_=True):
        if any(name in wanted for name in classes(inner)):
            return inner
    return None


def _question_in(tag: Tag) -> Tag | None:
    """The first of two elements, if it is a question without being a heading."""
    inner = [child for child in tag.children if isinstance(child, Tag)]
    if len(inner) != 2 or inner[0].name in HEADINGS or inner[0].name in ("dt", "li"):
        return None
    text = words(inner[0])
    return inner[0] if len(text) <= TITLE_LENGTH and asks(text) else None


def finish(walker: Walker) -> None:
    """Titles whose place was never reached, and scripts, are told of."""
    walker.flush()
    for title in walker.titles.values():
        walker.leave("button", words(title), _("What it opened is not in the text."))
    if walker.scripts:
        walker.leave(
            "script",
            ngettext("%d script", "%d scripts", walker.scripts) % walker.scripts,
            _("Nothing that runs is ever imported."),
            " ",
        )
