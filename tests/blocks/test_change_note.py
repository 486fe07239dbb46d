import datetime

from spine_content.pages.change_notes import KINDS, ChangeNoteBlock
from tests.reading import rendered, words

NOTE = {"kind": "correction", "text": "It said <b>two</b>.", "published_on": None}


def test_a_note_says_what_kind_it_is_and_when_it_was_published():
    day = datetime.date(2026, 5, 3)
    shown = rendered(ChangeNoteBlock(), {**NOTE, "published_on": day})
    note = shown.select_one(".spine-change-note")
    assert words(note) == "3 May 2026: Correction. It said <b>two</b>."
    assert note.time["datetime"] == "2026-05-03"
    assert note.b is None


def test_every_kind_has_words_of_its_own():
    texts = [words(rendered(ChangeNoteBlock(), {**NOTE, "kind": k})) for k, _ in KINDS]
    assert len(set(texts)) == len(KINDS)


def test_nobody_types_the_day():
    names = list(ChangeNoteBlock().get_form_layout().children)
    assert names == ["kind", "text"]
