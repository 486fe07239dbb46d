from spine_content.blocks import RichTextBlock
from spine_content.html import Outline
from tests.reading import ids, rendered, words

TEXT = "<h3>Getting up</h3><p>Roll onto <b>your side</b>.</p><ul><li>Slowly.</li></ul>"


def test_paragraphs_lists_and_bold_text_are_shown():
    text = rendered(RichTextBlock(), TEXT)
    assert text.select_one(".spine-rich-text p b").string == "your side"
    assert text.select_one(".spine-rich-text li").string == "Slowly."


def test_each_heading_has_an_anchor():
    assert rendered(RichTextBlock(), TEXT).h3["id"] == "getting-up"


def test_the_outline_of_the_page_gives_the_anchors():
    outline = Outline(reserved=["getting-up"])
    outline.add_html(TEXT)
    text = rendered(RichTextBlock(), TEXT, outline=outline)
    assert text.h3["id"] == outline.headings[0].id == "getting-up-2"


def test_two_equal_texts_on_a_page_have_different_anchors():
    outline = Outline()
    outline.add_html(TEXT)
    outline.add_html(TEXT)
    first = rendered(RichTextBlock(), TEXT, outline=outline)
    second = rendered(RichTextBlock(), TEXT, outline=outline)
    assert ids(first) == ["getting-up"]
    assert ids(second) == ["getting-up-2"]


def test_links_to_pages_are_resolved(db):
    from tests import content

    page = content.topic()
    html = f'<p><a linktype="page" id="{page.pk}">the topic</a></p>'
    link = rendered(RichTextBlock(), html).a
    assert link["href"] == page.url
    assert link.string == "the topic"


def test_what_was_escaped_stays_escaped():
    text = rendered(RichTextBlock(), "<h2>A &lt;b&gt; &amp; c</h2><p>1 &lt; 2</p>")
    assert words(text.h2) == "A <b> & c"
    assert text.b is None
    assert words(text.p) == "1 < 2"
