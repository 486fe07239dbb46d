"""
No foreign text hangs a worker: four times the text takes about four times as long.

A quadratic search would take sixteen times as long, an exponential one for ever.
"""

import gc
import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from spine_content.importing.building.section_subjects import (
    days_in_heading,
    section_subject,
)
from spine_content.importing.classification import classify
from spine_content.importing.documents import ParsedDocument, SourceDocument
from spine_content.importing.parsing import parse_document, repeated_titles
from spine_content.importing.sanitiser import (
    sanitise_for_features,
    without_email_addresses,
)
from spine_content.importing.sources.charset import decode
from spine_content.importing.sources.html import is_html, read_html_document
from spine_content.importing.sources.source import LIMITS
from spine_content.importing.sources.wordpress_export import ExportIndex
from spine_content.importing.sources.wordpress_items import Item
from spine_content.importing.sources.wordpress_posts import source_document

#: How long the shorter text has to take for its time to say anything, in seconds.
MEASURABLE = 0.02
#: Four times the text: linear gives four, and machines are not always even.
MOST = 9.0


def as_file(html: str) -> Any:
    return parse_document(SourceDocument(key="a.html", html=html))


def as_post(html: str) -> Any:
    return parse_document(SourceDocument(key="1", html=html, kind="post", title="A"))


def as_export(html: str) -> Any:
    return source_document(Item(texts={"content": html}), ExportIndex())


def as_title(text: str) -> Any:
    return classify(ParsedDocument(text), SourceDocument("a", ""))


def as_heading(text: str) -> Any:
    return section_subject(text), days_in_heading(text)


def as_beginning(html: str) -> Any:
    return is_html("page", html.encode())


def as_head(html: str) -> Any:
    return decode(html.encode()), read_html_document("a.html", html.encode(), LIMITS)


def as_titles(html: str) -> Any:
    return repeated_titles([SourceDocument("a.html", html)])


def as_rich_text(html: str) -> Any:
    return sanitise_for_features(html, ["h2", "h3", "bold", "ul", "ol", "link"])


def as_json(text: str) -> str:
    questions = [{"name": text, "acceptedAnswer": {"text": "x"}}]
    data = json.dumps({"@type": "FAQPage", "mainEntity": questions})
    return f'<script type="application/ld+json">{data}</script>'


#: What is read, how it begins, what is repeated how often, and how it ends.
GROWING: list[tuple[Callable[[str], Any], str, str, int, str]] = [
    (as_beginning, "", "<!---->", 60, "x"),
    (as_beginning, "", "<!-- ", 5000, "x"),
    (as_beginning, "", " ", 20_000, "x"),
    (as_head, "", "<link ", 5000, ""),
    (as_head, "", "<link rel=canonical ", 2000, ""),
    (as_head, "", "<meta charset", 2000, ""),
    (as_head, "", "<html lang", 3000, ""),
    (as_titles, "", "<title ", 5000, ""),
    (as_titles, "", "<title>", 5000, ""),
    (as_file, "", "<!---->", 5000, "x"),
    (as_file, "", "<!--", 8000, "x"),
    (as_file, "<p>a</p>-->", "<!--", 8000, "x"),
    (as_file, "", "<!--[if IE]>", 10_000, "<![endif]-->x"),
    (as_file, "", "<![if ", 20_000, "x"),
    (as_file, "", "<?php ", 20_000, "x"),
    (as_file, "", "<![CDATA[", 10_000, "x"),
    (as_file, "", "<a ", 10_000, ">"),
    (as_file, "", "<a href='", 10_000, ">"),
    (as_file, "", "</", 20_000, ">"),
    (as_file, "", "&amp", 10_000, ""),
    (as_file, "", "&", 10_000, ""),
    (as_file, "", ".", 200_000, ""),
    (as_file, "", "‹", 50_000, ""),
    (as_file, "", "<ul><li>x", 500, ""),
    (as_file, "", "<ul><li>x</ul>", 500, ""),
    (as_file, "", "<ol><li>", 500, "x"),
    (as_file, "", "<dl><dt>x<dd>", 400, "y"),
    (as_file, "", "<div>", 1000, "x"),
    (as_file, "", "<div class=content>x</div>", 600, ""),
    (as_file, "<p id=a>" + "word " * 2000, "<a aria-controls=a>x</a>", 1000, ""),
    (as_file, "", "<img src=a.png> ", 1000, ""),
    (as_file, "", "<p>• x", 700, ""),
    (as_file, "", "<p><b>x?</b>", 500, ""),
    (as_file, "", "<h2>Is it?</h2>", 600, ""),
    (as_file, "<h2>", "häufig", 3000, "</h2>"),
    (as_file, "<details><summary>", "häufig", 5000, "</summary>x</details>"),
    (as_file, "<table>", "<tr><td>a<td>b", 250, "</table>"),
    (as_file, "<p><a href=x>read more ", ".", 60, "x</a></p>"),
    (as_file, "<p><a href=x>read more ", ".", 20_000, "x</a></p>"),
    (as_file, "<p><span style='", "text-decoration ", 5000, "'>x</span>"),
    (as_file, "<p><span style='", "font-weight", 5000, "'>x</span>"),
    (as_file, "<div style='background:", "url(", 10_000, "'>x</div>"),
    (as_file, "<div class='", "cookie ", 10_000, "'>x</div>"),
    (as_file, as_json("x"), as_json("y"), 300, ""),
    (as_file, "<title>", "a | ", 10_000, "</title>x"),
    (as_file, "<title>a", " ", 50_000, "</title>x"),
    (as_file, "<title>a", " -", 20_000, "</title>x"),
    (as_file, "<meta name=description content='", "a. ", 10_000, "'>x"),
    (as_post, "<!-- wp:x -->", "\n", 50_000, "x"),
    (as_post, "", "<!-- wp:a ", 8000, "x"),
    (as_post, "<!-- wp:a -->", "<!-- wp:a ", 20_000, "-->x"),
    (as_post, "", "[sic] ", 3000, ""),
    (as_post, "", "[a", 20_000, ""),
    (as_post, "", "[a b=", 10_000, ""),
    (as_post, "", "[a 'b", 5000, ""),
    (as_post, "[a ", "x", 50_000, "]"),
    (as_post, "[a ", "b='c' ", 5000, "]"),
    (as_post, "", "[vc_raw_html]", 1500, "x"),
    (as_post, "", "[vc_raw_html", 5000, "x"),
    (as_post, "", "[caption]x[/caption]", 400, ""),
    (as_post, "", "[unknown x=1]y[/unknown]", 2000, ""),
    (as_post, "", "a \n", 8000, ""),
    (as_post, "", "\n \n", 20_000, "x"),
    (as_export, "", "[gallery ", 10_000, ""),
    (as_export, "[gallery ids='", "1,", 20_000, "']"),
    (as_export, "", '<!-- wp:block {"ref":1', 10_000, ""),
    (as_title, "", "how is ", 2000, ""),
    (as_title, "", "a or ", 3000, ""),
    (as_title, "Day 1 ", "week ", 5000, ""),
    (as_heading, "", "how is ", 4, "x"),
    (as_heading, "how is ", "x", 50_000, ""),
    (as_heading, "", "days 1-", 5000, ""),
    (as_rich_text, "", "<ul><li>x</ul>", 2000, "x"),
    (as_rich_text, "", "<h1>", 5000, "x"),
    (as_rich_text, "", "<", 50_000, ""),
    (without_email_addresses, "", "a", 50_000, ""),
    (without_email_addresses, "", "a@", 20_000, ""),
    (without_email_addresses, "a@b", ".c", 20_000, "@"),
    (without_email_addresses, "", "a.", 50_000, ""),
]


def seconds(read: Callable[[str], Any], text: str) -> float:
    gc.collect()
    begun = time.process_time()
    read(text)
    return time.process_time() - begun


def is_linear(read: Callable[[str], Any], text: str, longer: str) -> bool:
    # The short text goes first, before anything is cached.
    short, long = seconds(read, text), seconds(read, longer)
    return long < MEASURABLE or long < MOST * max(short, MEASURABLE / 4)


@pytest.mark.parametrize(
    ("read", "start", "unit", "times", "end"),
    GROWING,
    ids=[
        f"{read.__name__} {start[:12]}{unit[:20]}" for read, start, unit, *_ in GROWING
    ],
)
def test_four_times_the_text_takes_about_four_times_as_long(
    read: Callable[[str], Any], start: str, unit: str, times: int, end: str
) -> None:
    assert any(
        is_linear(read, start + unit * times + end, start + unit * times * 4 + end)
        for _time in range(3)
    )
