"""
WordPress's own markup: the comments of its block editor, and shortcodes.

Shortcodes are words in square brackets that WordPress and its page builders replace,
such as ``[caption]``. What they stand for is written as HTML for the handlers.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from html import escape
from urllib.parse import unquote

from django.utils.translation import gettext as _

from spine_content.importing.documents import Skipped
from spine_content.importing.html_tree import names
from spine_content.importing.parsing.captions import caption_shortcode
from spine_content.importing.sanitiser import without_email_addresses

_BLOCK_COMMENT = re.compile(r"\s*<!-- /?wp:([\w/-]+).*?(/?)-->\s*", re.S)
#: They hold nothing: distances, and ends of pages.
_EMPTY_BLOCKS = frozenset(["spacer", "separator", "more", "nextpage"])


def strip_block_comments(html: str) -> tuple[str, bool, list[Skipped]]:
    """The text without the comments, whether there were any, and what is missing."""
    if "<!-- wp:" not in html:
        return html, False, []
    filled: list[str] = []

    def replace(match: re.Match[str]) -> str:
        name, alone = match.groups()
        if alone and name not in _EMPTY_BLOCKS and name not in filled:
            filled.append(name)
        return ""

    # A comment that never ends would be looked through again and again.
    end = html.rfind("-->") + 3
    framed, count = _BLOCK_COMMENT.subn(replace, html[:end])
    html = framed + html[end:]
    skipped = []
    if filled:
        reason = _("WordPress filled these places when the page was shown.")
        skipped.append(Skipped("blocks", ", ".join(filled), reason, " "))
    return html, bool(count), skipped


_SHORTCODE = re.compile(
    r"\[(\[?)(/?)([A-Za-z][\w-]*)"
    r"((?:[^\[\]\"'“”″]|\"[^\"]{0,20000}\"|'[^']{0,2000}'|[“”″][^“”″\]]{0,2000}[“”″])*)"
    r"\](\]?)"
)
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([^\s"'\]]+))"""
)
_OPENED = re.compile(r"\[([A-Za-z][\w-]*)")
_CLOSED = re.compile(r"\[/([A-Za-z][\w-]*)\]")
#: An address without a name: "[audio https://…]".
_BARE_URL = re.compile(r"\s+(https?://[^\s\"'\]]+)")
#: Builders name all they have like this. What is not known of them is a frame.
PAGE_BUILDER_PREFIXES = tuple(names("vc_ et_pb_ fusion_ av_ mk_ cs_ x_ su_ ult_"))
LAYOUT_SHORTCODES = names(
    "row column columns col one_half one_third two_third one_fourth section tabs "
    "accordion accordions toggles tabgroup one_half_last one_third_last two_third_last "
    "box center clear"
)
#: What a builder's frames are called, of one or another kind.
_LAYOUT_NAME = re.compile(
    r"row|col|section|inner|text|tabs|tour|accordion|group|container|box|module|slide|"
    r"blurb|cta|testimonial|list|item|pric|message|quote|heading|title|team|content"
)
#: They kept a distance, or drew a line.
SPACER_SHORTCODES = names(
    "vc_empty_space vc_separator vc_text_separator et_pb_divider av_hr "
    "fusion_separator divider hr spacer clear br"
)
ACCORDION_SHORTCODES = names(
    "et_pb_toggle et_pb_accordion_item et_pb_tab vc_toggle vc_tta_section vc_tab "
    "vc_accordion_tab accordion_item accordion-item toggle tab spoiler su_spoiler "
    "su_tab fusion_toggle fusion_tab av_toggle av_tab expand collapse faq_item"
)
CODE_SHORTCODES = frozenset(("vc_raw_html", "vc_raw_js", "et_pb_code"))
#: An empty box: what follows it begins anew.
_EMPTY_BOX = "<div></div>"

Attributes = dict[str, str]


def expand_shortcodes(html: str, kind: str) -> tuple[str, list[Skipped]]:
    """The text without shortcodes, and those that nobody knows."""
    if "[" not in html:
        return html, []
    if kind == "file" and "[vc_" not in html and "[et_pb_" not in html:
        return html, []
    skipped: list[Skipped] = []
    html = _without_code(html, skipped)
    expander = _Expander(html, skipped)
    return _SHORTCODE.sub(expander.replace, html), skipped


def _without_code(html: str, skipped: list[Skipped]) -> str:
    for name in CODE_SHORTCODES:
        if f"[{name}" in html:
            pattern = re.compile(rf"\[{name}\b[^\[\]]*\].*?\[/{name}\]", re.S)
            # What is never closed would be looked for again and again.
            end = html.rfind(f"[/{name}]") + len(name) + 3
            stripped, count = pattern.subn(_EMPTY_BOX, html[:end])
            html = stripped + html[end:]
            if count:
                reason = _("It is code, and nothing that runs is imported.")
                skipped.append(_skipped(name, reason))
    return html


class _Expander:
    def __init__(self, html: str, skipped: list[Skipped]) -> None:
        self.html = html
        self.skipped = skipped
        self.opened = sorted({name.lower() for name in _OPENED.findall(html)})
        self.closed = {name.lower() for name in _CLOSED.findall(html)}
        #: How far tags were looked for, and where the last one begins and ends.
        self.position, self.tag_start, self.tag_end = 0, -1, -1

    def replace(self, match: re.Match[str]) -> str:
        before, closing, name, said, after = match.groups()
        if before and after:
            # Two brackets: the writer means the brackets.
            return match[0][1:-1]
        if self._in_tag(match.start()):
            return match[0]
        made = self._made(name.lower(), bool(closing), said, match[0])
        return f"{before}{made}{after}"

    def _in_tag(self, position: int) -> bool:
        passed = (self.position, position)
        self.tag_start = max(self.tag_start, self.html.rfind("<", *passed))
        self.tag_end = max(self.tag_end, self.html.rfind(">", *passed))
        self.position = position
        if self.tag_start <= self.tag_end:
            return False
        following = self.html[self.tag_start + 1 : self.tag_start + 2]
        return following.isalpha() or following in ("/", "!")

    def _made(self, name: str, closing: bool, said: str, whole: str) -> str:
        attributes = {
            found[0].lower(): next((unquoted for unquoted in found[1:] if unquoted), "")
            for found in _ATTRIBUTE.findall(said)
        }
        if bare := _BARE_URL.match(said):
            attributes.setdefault("src", bare[1])
        title = _title(attributes)
        if name in ACCORDION_SHORTCODES and (closing or title):
            return "</details>" if closing else f"<details><summary>{title}</summary>"
        if name in SHORTCODE_HTML:
            opening, end = SHORTCODE_HTML[name]
            return end if closing else opening(attributes)
        if name in SPACER_SHORTCODES or name in LAYOUT_SHORTCODES:
            return _EMPTY_BOX
        if name.startswith(PAGE_BUILDER_PREFIXES):
            if not closing and not _LAYOUT_NAME.search(name):
                self.skip(whole)
            return _EMPTY_BOX if closing else _layout_box(attributes)
        if not self._is_shortcode(name, closing, said):
            return whole
        if not closing:
            self.skip(whole)
        return " "

    def skip(self, whole: str) -> None:
        reason = _("Nobody knows here what its plugin made of it.")
        self.skipped.append(_skipped(whole, reason))

    def _is_shortcode(self, name: str, closing: bool, said: str) -> bool:
        """Whether it is more than a word in brackets, such as “[sic]”."""
        if closing:
            place = bisect_left(self.opened, name)
            return any(each.startswith(name) for each in self.opened[place : place + 1])
        said = said.strip()
        return bool(
            said.endswith("/")
            or _ATTRIBUTE.search(said)
            or name in self.closed
            or (not said and "_" in name)
            or (not said and name in ("gallery", "playlist", "sitemap"))
        )


def _skipped(whole: str, reason: str) -> Skipped:
    whole = without_email_addresses(whole)
    name = whole if len(whole) <= 80 else f"{whole[:80]}…"
    return Skipped("shortcode", name, reason, whole)


def _title(attributes: Attributes) -> str:
    found = (attributes.get(key, "") for key in ("title", "heading", "question"))
    return _decoded(next((text for text in found if text), ""))


def _decoded(text: str) -> str:
    """The text of an attribute: builders write quotes and brackets in their own way."""
    for code, letter in (("%22", '"'), ("%91", "["), ("%93", "]"), ("``", '"')):
        text = text.replace(code, letter)
    return text


def _layout_box(attributes: Attributes) -> str:
    """A box of a builder: its title is a heading, its picture a picture."""
    html = _EMPTY_BOX
    if title := _title(attributes):
        html += f"<h3>{title}</h3>"
    picture = attributes.get("image") or attributes.get("src", "")
    if "/" in picture:
        html += _image({"src": picture, "alt": attributes.get("alt", "")})
    return html


def _image(attributes: Attributes) -> str:
    source = attributes.get("src", "")
    alt = attributes.get("alt", "") or attributes.get("title_text", "")
    picture = f'<img src="{escape(source)}" alt="{escape(_decoded(alt))}">'
    return f"{_EMPTY_BOX}{picture}{_EMPTY_BOX}"


def _heading(attributes: Attributes) -> str:
    level = re.search(r"tag:h([1-6])", attributes.get("font_container", ""))
    name = f"h{level[1] if level else 2}"
    return f"<{name}>{_decoded(attributes.get('text', ''))}</{name}>"


def _button(attributes: Attributes) -> str:
    """A button that leads somewhere is a link."""
    text = attributes.get("button_text") or attributes.get("title", "")
    address = attributes.get("button_url") or attributes.get("url", "")
    if match := re.search(r"url:([^|]*)", attributes.get("link", "")):
        address = unquote(match[1])
    return f'<p><a href="{escape(address)}">{_decoded(text)}</a></p>'


def _video(attributes: Attributes) -> str:
    keys = ("link", "src", "mp4", "url", "webm", "ogv", "mp3", "m4a")
    address = next((attributes[key] for key in keys if attributes.get(key)), "")
    return f'{_EMPTY_BOX}<video src="{escape(unquote(address))}"></video>{_EMPTY_BOX}'


SHORTCODE_HTML: dict[str, tuple[Callable[[Attributes], str], str]] = {
    "caption": (caption_shortcode, "</figure>"),
    "wp_caption": (caption_shortcode, "</figure>"),
    "embed": (lambda attributes: "<p>", "</p>"),
    "video": (_video, ""),
    "audio": (_video, ""),
    "vc_video": (_video, ""),
    "et_pb_video": (_video, ""),
    "et_pb_image": (_image, ""),
    "vc_custom_heading": (_heading, ""),
    "et_pb_button": (_button, ""),
    "vc_btn": (_button, ""),
    "vc_button": (_button, ""),
    "et_pb_text": (lambda attributes: _EMPTY_BOX, _EMPTY_BOX),
    "et_pb_section": (lambda attributes: _EMPTY_BOX, _EMPTY_BOX),
    "vc_column_text": (lambda attributes: _EMPTY_BOX, _EMPTY_BOX),
}
