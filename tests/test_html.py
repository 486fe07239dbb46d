"""Every heading gets an anchor of its own, and the text stays as it was written."""

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_content.html import INLINE_TAGS, Heading, Outline, sanitise
from tests.reading import ids, soup


def outlined(*sources: str, reserved: tuple[str, ...] = ()) -> tuple[Outline, str]:
    """The outline of a page of several texts, and all of them with anchors."""
    outline = Outline(reserved=reserved)
    for source in sources:
        outline.add_html(source)
    return outline, "".join(outline.anchored(source) for source in sources)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("What happens next?", "what-happens-next"),
        ("Größe und Gefühl", "größe-und-gefühl"),
        ("ما هي المخاطر؟", "ما-هي-المخاطر"),
        ("Что дальше", "что-дальше"),
        ("Pain &amp; sleep", "pain-sleep"),
        ("Pain &lt;script&gt; free", "pain-script-free"),
        ("<b>Bold</b> and <i>italic</i>", "bold-and-italic"),
        ("  A\n lot   of\tspace ", "a-lot-of-space"),
        ("???", "section"),
        ("🙂", "section"),
    ],
)
def test_the_anchor_is_made_of_the_words(text, anchor):
    outline, html = outlined(f"<h2>{text}</h2><p>Text.</p>")
    (heading,) = outline.headings
    assert heading.id == anchor
    assert soup(html).find("h2")["id"] == anchor
    assert heading.text == " ".join(soup(text).get_text().split())


def test_levels_and_order_are_those_of_the_text():
    outline, _html = outlined("<h2>A</h2><p>x</p><h3>B</h3>", "<h4>C</h4><h2>D</h2>")
    assert outline.headings == [
        Heading(2, "A", "a"),
        Heading(3, "B", "b"),
        Heading(4, "C", "c"),
        Heading(2, "D", "d"),
    ]


def test_equal_headings_in_two_texts_get_different_anchors():
    _outline, html = outlined("<h2>Risks</h2><p>1</p>", "<h2>Risks</h2><p>2</p>")
    assert ids(soup(html)) == ["risks", "risks-2"]


def test_equal_texts_get_their_anchors_in_page_order():
    same = "<h2>Risks</h2><p>The same.</p>"
    outline, html = outlined(same, same, same)
    assert ids(soup(html)) == [heading.id for heading in outline.headings]
    assert ids(soup(html)) == ["risks", "risks-2", "risks-3"]


def test_a_number_that_is_taken_is_passed_over():
    _outline, html = outlined("<h2>Risks</h2><h2>Risks 2</h2><h2>Risks</h2>")
    assert ids(soup(html)) == ["risks", "risks-2", "risks-3"]


def test_anchors_of_the_template_are_left_alone():
    outline = Outline(reserved=["main"])
    outline.add(2, "What can go wrong?", "risks")
    outline.add_html("<h3>Risks</h3><h3>Main</h3>")
    assert [each.id for each in outline.headings] == ["risks", "risks-2", "main-2"]


def test_a_text_that_nobody_listed_is_anchored_all_the_same():
    assert Outline().anchored("<h2>Risks</h2>") == '<h2 id="risks">Risks</h2>'


def test_an_own_anchor_gives_way_and_other_attributes_stay():
    _outline, html = outlined('<h2 data-block-key="a1" id="old">Risks</h2>')
    assert html == '<h2 data-block-key="a1" id="risks">Risks</h2>'


@pytest.mark.parametrize(
    "source",
    [
        "<h2></h2>",
        "<h2> &nbsp; </h2>",
        "<h2><br/></h2>",
        "<h1>Too high</h1>",
        "<h7>Too low</h7>",
        "<header>No heading</header>",
        "<h2>Never closed",
        "<h2>Closed by another</h3>",
        "",
    ],
)
def test_what_is_no_heading_is_left_alone(source):
    outline, html = outlined(source)
    assert outline.headings == []
    assert html == source


def rich_texts() -> st.SearchStrategy[str]:
    """Text as Wagtail writes it: flat headings and paragraphs, every word escaped."""
    plain = st.text(max_size=12).map(escape)
    inline = plain | st.builds("<b>{}</b>".format, plain) | st.just("Risks")
    block = st.builds(
        "<{0}>{1}{2}</{0}>".format, st.sampled_from(["h2", "h3", "p"]), inline, inline
    )
    return st.lists(block, max_size=6).map("".join)


PAGES = st.lists(rich_texts(), max_size=4)
RESERVED = st.lists(st.sampled_from(["risks", "section", "risks-2", "main"]))


@given(PAGES, RESERVED)
def test_no_two_headings_of_a_page_share_an_anchor(sources, reserved):
    outline, html = outlined(*sources, reserved=tuple(reserved))
    anchors = [heading.id for heading in outline.headings]
    assert len(anchors) == len({*anchors})
    assert not {*anchors} & {*reserved}
    assert re.findall(r' id="([^"]*)"', html) == anchors
    assert all(re.fullmatch(r"[^\s\"<>&#]+", anchor) for anchor in anchors)


@given(PAGES, RESERVED)
def test_no_word_is_changed(sources, reserved):
    _outline, html = outlined(*sources, reserved=tuple(reserved))
    assert re.sub(r' id="[^"]*"', "", html) == "".join(sources)


@given(PAGES, RESERVED)
def test_anchoring_twice_changes_nothing_more(sources, reserved):
    outline, html = outlined(*sources, reserved=tuple(reserved))
    again, same = outlined(html, reserved=tuple(reserved))
    assert same == html
    assert again.headings == outline.headings


@pytest.mark.parametrize(
    ("html", "safe"),
    [
        ("<p>Rest <b>well</b>.</p>", "<p>Rest <b>well</b>.</p>"),
        ('<p onclick="x()">Rest<script>x()</script></p>', "<p>Rest</p>"),
        ('<a href="javascript:x()">Rest</a>', "<a>Rest</a>"),
        ('<a href="/rest/" rel="x" class="y">Rest</a>', '<a href="/rest/">Rest</a>'),
        ("<div>Rest<!-- for now --><title>Old</title></div>", "Rest"),
    ],
)
def test_foreign_html_keeps_only_what_is_allowed(html, safe):
    assert sanitise(html) == safe
    assert sanitise(safe) == safe


def test_a_single_line_keeps_no_paragraphs_or_lists():
    assert sanitise("<p>Rest <i>well</i></p>", INLINE_TAGS) == "Rest <i>well</i>"
