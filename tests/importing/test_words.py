"""Whatever a document looks like: no word is lost, nothing dangerous comes in."""

import re
import unicodedata
from collections import Counter
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spine_content.html import ALLOWED, INLINE_TAGS, TEXT_TAGS, sanitise
from spine_content.importing.classification import classify
from spine_content.importing.documents import (
    Download,
    ParsedDocument,
    Picture,
    Questions,
    SourceDocument,
    Table,
    Text,
    Video,
    all_parts,
    html_texts,
)
from spine_content.importing.html_tree import parse_html, visible_strings
from spine_content.importing.parsing import parse_document
from spine_content.importing.parsing.nodes import INVISIBLE
from tests.importing.markup import broken

TAG = re.compile(r"</?(?:b|i|a)\b[^>]*>")
ANY_TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"\w+")
#: A link or button that is left out may stand in the middle of a word.
SPLITTING = re.compile(
    r"\s(?:class|id|role|href|itemtype)=|<(?:svg|button|select|textarea|input)"
)


def words(text: str) -> Counter[str]:
    text = unicodedata.normalize("NFKC", text.translate(INVISIBLE))
    return Counter(WORD.findall(text))


def letters(text: str) -> Counter[str]:
    return Counter("".join(words(text).elements()))


def plain(html: str) -> str:
    return unescape(ANY_TAG.sub(" ", TAG.sub("", html)))


def said(made: ParsedDocument) -> str:
    """All that an outline says, and what it says is left out."""
    found = [made.title, *(section.heading for section in made.sections)]
    found += [left.text for left in made.skipped]
    for part in all_parts(made):
        if isinstance(part, Text):
            found.append(plain(part.html))
        elif isinstance(part, Questions):
            found += [f"{asked} {plain(answer)}" for asked, answer in part.items]
        elif isinstance(part, Table):
            found += [part.caption, *part.columns]
            found += [plain(cell) for row in part.rows for cell in row]
        elif isinstance(part, Picture):
            found += [part.alt, part.caption]
        elif isinstance(part, (Video, Download)):
            found.append(part.title)
    return " ".join(found)


class Tags(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def check_html(html: str, allow: frozenset[str]) -> None:
    assert sanitise(html, allow) == html
    for tag, attributes in Tags(html).found:
        assert tag in allow
        assert set(attributes) <= ({"href"} if tag == "a" else set())
        scheme = re.match(r"\s*([\w+.-]+):", attributes.get("href") or "")
        assert not scheme or scheme[1].lower() in ALLOWED["url_schemes"]


KINDS = st.sampled_from(("file", "post"))


@given(broken(), KINDS)
@example("<table><tr><td>a<td>b</table>x<tr><td>c", "file")
@example("<ul>a<ol>b</ol><li>c</ul><li>d", "file")
@example("<details><summary></summary>a</details><details>b", "file")
@example("<a href='x.pdf'><p>a</p></a><a href='y.pdf'><img></a>", "file")
def test_no_word_is_lost(html: str, kind: str) -> None:
    source_document = SourceDocument(key="a.html", html=html, kind=kind)
    made = parse_document(source_document)
    visible = "".join(visible_strings(parse_html(html)))
    assert not letters(visible) - letters(said(made))
    if not SPLITTING.search(html):
        assert not words(visible) - words(said(made))
    for text in html_texts(made):
        check_html(text, TEXT_TAGS)
    for part in all_parts(made):
        if isinstance(part, Table):
            assert {len(row) for row in part.rows} <= {len(part.columns)}
    classify(made, source_document)


@given(st.text(), KINDS)
def test_any_text_can_be_outlined(text: str, kind: str) -> None:
    made = parse_document(SourceDocument(key="a.html", html=text, kind=kind))
    for html in html_texts(made):
        check_html(html, TEXT_TAGS)


@given(broken() | st.text())
def test_cleaning_twice_gives_the_same(html: str) -> None:
    for allow in (TEXT_TAGS, INLINE_TAGS):
        check_html(sanitise(html, allow), allow)


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<script>alert(1)</script>a", "a"),
        ("<p onclick='x()' style='color:red' class='c'>a</p>", "<p>a</p>"),
        ("<a href='javascript:alert(1)'>a</a>", "<a>a</a>"),
        ("<a href='JaVa\nscript:alert(1)'>a</a>", "<a>a</a>"),
        ("<a href='data:text/html,x'>a</a>", "<a>a</a>"),
        ("<a href='vbscript:x'>a</a>", "<a>a</a>"),
        ("<a href='/page/'>a</a>", '<a href="/page/">a</a>'),
        ("<a href='tel:+4930123'>a</a>", '<a href="tel:+4930123">a</a>'),
        ("<iframe src='x'></iframe><form><input>b</form>", "b"),
        ("<svg><script>x</script></svg><math>a</math>", "a"),
        ("<h1>a</h1><table><tr><td>b</td></tr></table>", "ab"),
        ("<!-- a --><b>b</b><!--[if mso]>c<![endif]-->", "<b>b</b>"),
        ("<p>a<img src=x onerror=alert(1)></p>", "<p>a</p>"),
        ("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", None),
    ],
)
def test_what_is_kept(html: str, cleaned: str | None) -> None:
    found = sanitise(html)
    assert cleaned is None or found == cleaned
    check_html(found, TEXT_TAGS)
