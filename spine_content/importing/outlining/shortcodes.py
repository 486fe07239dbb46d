"""
Words in square brackets that WordPress and its page builders replace: ``[caption]``.

What they meant is written as HTML, so that the rest of the outlining knows them not.
"""

import re
from collections.abc import Callable
from html import escape
from urllib.parse import unquote

from django.utils.translation import gettext as _

from spine_content.importing.documents import LeftOut
from spine_content.importing.names import names
from spine_content.importing.privacy import without_addresses

SHORTCODE = re.compile(
    r"\[(\[?)(/?)([A-Za-z][\w-]*)"
    r"((?:[^\[\]\"'“”″]|\"[^\"]{0,20000}\"|'[^']{0,2000}'|[“”″][^“”″\]]{0,2000}[“”″])*)"
    r"\](\]?)"
)
ATTRIBUTE = re.compile(
    r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([^\s"'\]]+))"""
)
#: An address without a name: "[audio https://…]".
BARE = re.compile(r"\s+(https?://[^\s\"'\]]+)")
#: Builders name all they have like this. What is not known of them is a frame.
BUILDERS = ("vc_", "et_pb_", "fusion_", "av_", "mk_", "cs_", "x_", "su_", "ult_")
FRAMES = names(
    "row column columns col one_half one_third two_third one_fourth section tabs "
    "accordion accordions toggles tabgroup one_half_last one_third_last "
    "two_third_last box center clear"
)
#: What a builder's frames are called, of one or another kind.
FRAME = re.compile(
    r"row|col|section|inner|text|tabs|tour|accordion|group|container|box|module|slide|"
    r"blurb|cta|testimonial|list|item|pric|message|quote|heading|title|team|content"
)
#: They kept a distance, or drew a line.
SPACES = frozenset(
    [
        "vc_empty_space",
        "vc_separator",
        "vc_text_separator",
        "et_pb_divider",
        "av_hr",
        "fusion_separator",
        "divider",
        "hr",
        "spacer",
        "clear",
        "br",
    ]
)
TOGGLES = names(
    "et_pb_toggle et_pb_accordion_item et_pb_tab vc_toggle vc_tta_section vc_tab "
    "vc_accordion_tab accordion_item accordion-item toggle tab spoiler su_spoiler "
    "su_tab fusion_toggle fusion_tab av_toggle av_tab expand collapse faq_item"
)
RAW = frozenset(("vc_raw_html", "vc_raw_js", "et_pb_code"))
#: An empty box: what follows it begins anew.
APART = "<div></div>"

Attributes = dict[str, str]


def expand(html: str, kind: str) -> tuple[str, list[LeftOut]]:
    """The text without shortcodes, and those that nobody knows."""
    if "[" not in html:
        return html, []
    if kind == "file" and "[vc_" not in html and "[et_pb_" not in html:
        return html, []
    expander = _Expander(html)
    return SHORTCODE.sub(expander.replace, _without_raw(html, expander)), expander.left


def _without_raw(html: str, expander: "_Expander") -> str:
    for name in RAW:
        if f"[{name}" in html:
            pattern = re.compile(rf"\[{name}\b[^\]]*\](.*?)\[/{name}\]", re.S)
            html, count = pattern.subn(APART, html)
            if count:
                expander.leave(
                    name, _("It is code, and nothing that runs is imported.")
                )
    expander.html = html
    return html


class _Expander:
    def __init__(self, html: str) -> None:
        self.html = html
        self.left: list[LeftOut] = []

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
        start = self.html.rfind("<", 0, position)
        if start < 0 or self.html.find(">", start, position) >= 0:
            return False
        following = self.html[start + 1 : start + 2]
        return following.isalpha() or following in ("/", "!")

    def _made(self, name: str, closing: bool, said: str, whole: str) -> str:
        attributes = {
            found[0].lower(): next((unquoted for unquoted in found[1:] if unquoted), "")
            for found in ATTRIBUTE.findall(said)
        }
        if bare := BARE.match(said):
            attributes.setdefault("src", bare[1])
        if name in TOGGLES and (closing or _title(attributes)):
            return "</details>" if closing else _opened(attributes)
        if name in KNOWN:
            opening, end = KNOWN[name]
            return end if closing else opening(attributes)
        if name in SPACES or name in FRAMES:
            return APART
        if name.startswith(BUILDERS):
            if not closing and not FRAME.search(name):
                self.leave(whole, _("Nobody knows here what its plugin made of it."))
            return APART if closing else _framed(attributes)
        if not self._is_shortcode(name, closing, said):
            return whole
        if not closing:
            self.leave(whole, _("Nobody knows here what its plugin made of it."))
        return " "

    def _is_shortcode(self, name: str, closing: bool, said: str) -> bool:
        """Whether it is more than a word in brackets, such as “[sic]”."""
        if closing:
            return f"[{name}" in self.html.lower()
        said = said.strip()
        return bool(
            said.endswith("/")
            or ATTRIBUTE.search(said)
            or f"[/{name}]" in self.html.lower()
            or (not said and "_" in name)
            or (not said and name in ("gallery", "playlist", "sitemap"))
        )

    def leave(self, whole: str, reason: str) -> None:
        whole = without_addresses(whole)
        name = whole if len(whole) <= 80 else f"{whole[:80]}…"
        self.left.append(LeftOut("shortcode", name, reason, whole))


def _title(attributes: Attributes) -> str:
    found = (attributes.get(key, "") for key in ("title", "heading", "question"))
    return _decoded(next((text for text in found if text), ""))


def _decoded(text: str) -> str:
    """The text of an attribute: builders write quotes and brackets in their own way."""
    for code, letter in (("%22", '"'), ("%91", "["), ("%93", "]"), ("``", '"')):
        text = text.replace(code, letter)
    return text


def _opened(attributes: Attributes) -> str:
    return f"<details><summary>{_title(attributes)}</summary>"


def _framed(attributes: Attributes) -> str:
    """A box of a builder: its title is a heading, its picture a picture."""
    html = APART
    if title := _title(attributes):
        html += f"<h3>{title}</h3>"
    picture = attributes.get("image") or attributes.get("src", "")
    if "/" in picture:
        html += _image({"src": picture, "alt": attributes.get("alt", "")})
    return html


def _image(attributes: Attributes) -> str:
    source = attributes.get("src", "")
    alt = attributes.get("alt", "") or attributes.get("title_text", "")
    return f'{APART}<img src="{escape(source)}" alt="{escape(_decoded(alt))}">{APART}'


def _caption(attributes: Attributes) -> str:
    said = escape(attributes.get("caption", ""))
    return f'<figure class="wp-caption" data-caption="{said}">'


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


def _film(attributes: Attributes) -> str:
    keys = ("link", "src", "mp4", "url", "webm", "ogv", "mp3", "m4a")
    address = next((attributes[key] for key in keys if attributes.get(key)), "")
    return f'{APART}<video src="{escape(unquote(address))}"></video>{APART}'


def _nothing(attributes: Attributes) -> str:
    return APART


KNOWN: dict[str, tuple[Callable[[Attributes], str], str]] = {
    "caption": (_caption, "</figure>"),
    "wp_caption": (_caption, "</figure>"),
    "embed": (lambda attributes: "<p>", "</p>"),
    "video": (_film, ""),
    "audio": (_film, ""),
    "vc_video": (_film, ""),
    "et_pb_video": (_film, ""),
    "et_pb_image": (_image, ""),
    "vc_custom_heading": (_heading, ""),
    "et_pb_button": (_button, ""),
    "vc_btn": (_button, ""),
    "vc_button": (_button, ""),
    "et_pb_text": (_nothing, APART),
    "et_pb_section": (_nothing, APART),
    "vc_column_text": (_nothing, APART),
}
