"""A document is a whole draft or nothing, whatever it holds and whatever breaks."""

import json
import re

import pytest
from django.db import transaction
from django.db.models.signals import post_save
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import PageLogEntry, Revision

from spine_content.importing.building.placement import page_model
from spine_content.importing.documents import (
    Download,
    ParsedDocument,
    Picture,
    Questions,
    Section,
    Table,
    Text,
    Video,
)
from spine_content.models import ImportedDocument
from tests import content
from tests.importing.samples import (
    Folder,
    draft,
    lines,
    parsed_document,
    png,
    run_of,
    source_document,
)

PICTURE = Picture("hand.png", alt="A hand")
LEAFLET = Download("leaflet.pdf", "Leaflet")
FILES = {"hand__png": png(), "leaflet__pdf": b"%PDF-1.4"}


def counts():
    tables = (page_model(), Revision, PageLogEntry, get_image_model())
    return [table.objects.count() for table in (*tables, get_document_model())]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.usefixtures("put_back")
@pytest.mark.parametrize("breaks_at", [Revision, ImportedDocument])
def test_what_breaks_in_the_middle_leaves_nothing(breaks_at, media_folder):
    home = content.home()
    run_of(
        (source_document("first.html"), parsed_document("First")),
        parent=home,
        kind="topic",
    )
    before = counts()

    def break_down(instance, **kwargs):
        if "Second" in str(instance):
            raise RuntimeError("The disk is on fire.")

    post_save.connect(break_down, sender=breaks_at)
    second = parsed_document("Second", opening=[PICTURE, LEAFLET])
    try:
        documents = [
            (source_document("second.html"), second),
            (source_document("third.html"), parsed_document("Third")),
        ]
        if breaks_at is Revision:
            run = run_of(*documents, parent=home, kind="topic", files=Folder(**FILES))
            found = lines(run)
            assert [line.outcome for line in found] == ["failed", "created"]
            assert "on fire" in found[0].warnings[0]
            assert found[0].page_id is None
            before = [a + b for a, b in zip(before, [1, 1, 1, 0, 0], strict=True)]
        else:
            with pytest.raises(RuntimeError), transaction.atomic():
                run_of(*documents, parent=home, kind="topic", files=Folder(**FILES))
    finally:
        post_save.disconnect(break_down, sender=breaks_at)
    assert counts() == before
    assert [path for path in media_folder.rglob("*") if path.is_file()] == []
    assert page_model().find_problems() == ([], [], [], [], [])
    # Whatever it was, the next run makes what is missing.
    run = run_of(
        (source_document("second.html"), second), kind="topic", files=Folder(**FILES)
    )
    assert lines(run)[0].outcome == "created"


words = st.text(max_size=60)
tags = st.sampled_from(
    [
        "<p>{}</p>",
        "<h3>{}</h3>",
        "<ul><li>{}</li></ul>",
        "<ol><li>{}<ul><li>b</li></ul></li></ol>",
        '<p><a href="{}">x</a></p>',
        "<script>{}</script>",
        "<p onclick='{}'><b>",
        "{}",
        "<img src='{}'>",
        "<a href='javascript:{}'>x</a>",
    ]
)
html = st.builds(lambda tag, text: tag.format(text), tags, words)
cells = st.integers(1, 8).flatmap(
    lambda width: st.builds(
        Table,
        st.lists(words, min_size=width, max_size=width),
        st.lists(st.lists(html, min_size=width, max_size=width), max_size=3),
        words,
        st.booleans(),
    )
)
parts = st.lists(
    st.one_of(
        st.builds(Text, html),
        st.builds(Questions, st.lists(st.tuples(words, html), max_size=3)),
        cells,
        st.builds(Picture, words, words, html, st.booleans()),
        st.builds(Video, words, words),
        st.builds(Download, words, words),
    ),
    max_size=4,
)
headings = st.one_of(
    words,
    st.sampled_from(
        ["Risks", "Cost", "Day 1 to 3", "What is it?", "Medicines", "Who can have it"]
    ),
)
outlines = st.builds(
    ParsedDocument,
    st.text(max_size=300),
    summary=st.text(max_size=600),
    opening=parts,
    sections=st.lists(st.builds(Section, headings, parts), max_size=4),
    language=st.sampled_from(["", "en", "de-at"]),
)
documents = st.builds(
    source_document,
    st.text(min_size=1, max_size=40),
    address=words,
    slug=words,
    title=words,
    author=words,
    kind=st.sampled_from(["file", "post"]),
    parent_key=words,
    categories=st.lists(words, max_size=2),
)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", content.MAKERS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents, parsed=outlines)
def test_whatever_an_outline_holds_becomes_a_draft(kind, document, parsed):
    with transaction.atomic():
        (line,) = lines(run_of((document, parsed), kind=kind))
        assert line.outcome == "created", line.warnings
        stored = json.dumps(draft(line).serializable_data(), default=str).lower()
        for danger in ("<script", "<img", "onclick=", 'href=\\"javascript'):
            assert danger not in stored
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_the_editor_loses_nothing_of_what_was_imported():
    html = (
        "<h2>Big</h2><h3>Small</h3><p>A <b>bold</b> and <i>italic</i> word, "
        '<a href="https://nhs.example/">a link</a>.<br/>Next line.</p>'
        "<ul><li>One<ul><li>In it</li></ul></li></ul><ol><li>First</li></ol>"
    )
    (line,) = lines(
        run_of((source_document(), parsed_document(opening=[Text(html)])), kind="topic")
    )
    block = draft(line).body.stream_block.child_blocks["rich_text"]
    value = draft(line).body[0].value.source
    converter = block.field.widget.converter
    again = converter.to_database_format(converter.from_database_format(value))
    assert re.sub(' data-block-key="[^"]*"', "", again) == value
