"""Menus, footers, share buttons and the like, known by their class, id or role."""

import re
from functools import lru_cache

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.html_tree import attribute, visible_text


def _names(names: str) -> re.Pattern[str]:
    """Names as a whole word, or as part of one with hyphens."""
    return re.compile(r"(?:^|[\s_-])(?:" + names + r")(?=$|[\s_-])")


def _tokens(names: str) -> re.Pattern[str]:
    """Names that are a whole class or id."""
    return re.compile(r"(?:^|\s)(?:" + names + r")(?=$|\s)")


#: What it is, how it is named, and the longest text it may have: a long text with
#: such a name is a text after all.
BOILERPLATE: tuple[tuple[str, re.Pattern[str], int], ...] = (
    (
        "cookies",
        _names(
            "cookies?[_-]?(?:bar|banner|notice|consent|law|popup|info|message|hint)|"
            r"cmplz|borlabs|cybotcookiebot\w*|onetrust|cky|cli-modal|"
            "gdpr[_-]?(?:bar|banner|notice|popup)"
        ),
        6000,
    ),
    (
        "share",
        _names(
            "share|sharing|sharedaddy|addtoany|a2a|addthis|shariff|ssba|"
            "social[_-]?(?:links?|icons?|media|bar|buttons?|nav|menu)"
        ),
        250,
    ),
    ("breadcrumbs", _names("breadcrumbs?|rank-math-breadcrumb"), 300),
    (
        "pager",
        _names("pagination|pagenavi|post-nav(?:igation)?|nav-links|page-links"),
        400,
    ),
    (
        "comment",
        _tokens(
            "comments|comments-area|comment-respond|comment-list|commentlist|"
            "respond|disqus_thread|wp-block-comments"
        ),
        1_000_000,
    ),
    ("related", _names("related[_-]?posts?|jp-relatedposts|yarpp|crp_related"), 3000),
    (
        "contents",
        _tokens(
            "toc|ez-toc-container|lwptoc|toc_container|table-of-contents|"
            "wp-block-rank-math-toc-block|wp-block-yoast-seo-table-of-contents|"
            "yoast-table-of-contents|elementor-toc__body"
        ),
        4000,
    ),
    (
        "byline",
        _tokens(
            "entry-meta|post-meta|byline|posted-on|cat-links|tags-links|"
            "post-info|et_pb_title_meta_container|entry-date|entry-footer"
        ),
        300,
    ),
    ("skip", _tokens("skip-links?|skiplinks?|skip-to-content"), 100),
    ("search", _tokens("search-form|searchform|searchbox|wp-block-search"), 300),
    ("sidebar", _tokens("sidebar|side-bar|widget-area|widget"), 6000),
    ("menu", _tokens("nav|navbar|menu|main-menu|main-nav|navigation|menu-item"), 3000),
    ("print", _names("printfriendly|print-link|back-?to-?top|scroll-?top"), 60),
    ("more", _tokens("more-link|read-more|readmore"), 100),
    ("button", _tokens("wp-block-file__button"), 100),
    ("newsletter", _names("newsletter(?:-form|-signup|-box)?|mc4wp-form"), 800),
)
LANDMARK_ROLES = {
    "navigation": "menu",
    "search": "search",
    "banner": "banner",
    "contentinfo": "footer",
    "menu": "menu",
    "menubar": "menu",
}
#: A link that leads on to the text itself.
READ_MORE = re.compile(
    r"(?:(?:continue|keep) reading|read (?:more|on|the rest)|more|learn more|"
    r"(?:hier )?weiterlesen|mehr (?:lesen|erfahren|dazu|infos?)|weiter|"
    r"(?:lire|en savoir) (?:la suite|plus)|voir plus|leer m[áa]s|seguir leyendo|"
    r"ver m[áa]s)\s*[….»›→>]*",
    re.I,
)


@lru_cache(maxsize=4096)
def kind_by_name(names: str) -> tuple[str, int]:
    """What the classes and id of an element call it, and how long it may be."""
    for what, pattern, longest in BOILERPLATE:
        if pattern.search(names):
            return what, longest
    return "", 0


def is_menu(tag: Tag, text: str) -> bool:
    """Whether an element is mostly links."""
    linked = sum(len(visible_text(link)) for link in tag.find_all("a"))
    return bool(text) and linked > 0.6 * len(text)


def boilerplate_kind(tag: Tag) -> tuple[str, int]:
    """What an element is called, by its role, its classes and its id."""
    role = attribute(tag, "role").lower()
    if role in LANDMARK_ROLES:
        return LANDMARK_ROLES[role], 1_000_000
    names = f"{attribute(tag, 'class')} {attribute(tag, 'id')}".strip()
    return kind_by_name(names.lower()) if names else ("", 0)


def skip_reason(what: str) -> str:
    """Why a part of this kind is not taken."""
    reasons = {
        "cookies": _("A notice about cookies belongs to the old site."),
        "share": _("Buttons to share belong to the old site."),
        "breadcrumbs": _("The new site shows by itself where a page stands."),
        "pager": _("It led from page to page on the old site."),
        "comment": _("What visitors wrote is theirs. It is never imported."),
        "related": _("The new site finds related pages by itself."),
        "contents": _("The new page lists its headings by itself."),
        "byline": _("Who wrote it and when is kept with the import."),
        "skip": _("A link for keyboards that the new site has of its own."),
        "search": _("The new site has a search of its own."),
        "sidebar": _("It stood beside the text on many pages."),
        "menu": _("Menus are made from the pages of the new site."),
        "print": _("A button of the old site."),
        "more": _("It only led on to the text itself."),
        "button": _("A button of the old site."),
        "newsletter": _("A form of the old site does not work in the new one."),
        "banner": _("The head of every page of the old site."),
        "footer": _("The foot of every page of the old site."),
    }
    return reasons.get(what, _("It is not part of the text."))
