from spine_content.blocks import QuoteBlock
from tests.reading import rendered, words

BLOCK = QuoteBlock()


def test_the_words_and_who_said_them():
    quote = rendered(BLOCK, {"text": "First.\n\nSecond.", "who": "A nurse"})
    assert [words(p) for p in quote.select("blockquote p")] == ["First.", "Second."]
    assert words(quote.select_one("figure.spine-quote figcaption")) == "A nurse"


def test_text_of_an_editor_cannot_become_markup():
    quote = rendered(BLOCK, {"text": "<script>x</script>", "who": "<b>A</b>"})
    assert quote.script is None and quote.b is None
    assert words(quote.blockquote) == "<script>x</script>"


def test_an_editor_is_warned_about_names():
    assert "consent" in BLOCK.child_blocks["who"].field.help_text
