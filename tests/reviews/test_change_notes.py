"""A published change note stays on the page, whatever is saved later."""

import datetime

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page as AnyPage

from spine_content.models import Treatment
from tests import content
from tests.forms import edit_address, posted
from tests.reading import read, words
from tests.reviews import staff
from tests.reviews.test_status import leak, number_changes

pytestmark = pytest.mark.django_db
WRONG = "We wrote two days. It is two weeks."
LONG_AGO = datetime.date(2020, 5, 3)


def note(text=WRONG, kind="correction", **more):
    return ("change_note", {"kind": kind, "text": text, **more})


def stored_notes(page):
    """The notes as the row has them: text and day."""
    page = type(page).objects.get(pk=page.pk)
    return [(b.value["text"], b.value["published_on"]) for b in page.change_notes]


def noted(*notes, kind="procedure"):
    page = content.MAKERS[kind](live=False, change_notes=[*(notes or [note()])])
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.mark.parametrize("kind", ["topic", "procedure", "comparison", "recovery"])
def test_a_note_is_dated_by_publishing_and_stands_on_the_page(kind, client):
    page = content.MAKERS[kind](live=False, change_notes=[note()])
    assert stored_notes(page) == [(WRONG, None)]
    page.save_revision().publish()
    today = timezone.localdate()
    assert stored_notes(page) == [(WRONG, today)]
    (line,) = read(client, page.url).select(".spine-changes li")
    assert words(line) == f"{date_format(today)}: Correction. {WRONG}"


def test_a_date_typed_by_hand_is_ignored():
    page = noted(note(published_on=LONG_AGO))
    assert stored_notes(page) == [(WRONG, timezone.localdate())]


def without_it(page):
    page.change_notes = []


def reworded(page):
    block = page.change_notes.get_prep_value()[0]
    block["value"]["text"] = "Nothing to see here."
    page.change_notes = page.change_notes.stream_block.to_python([block])


def backdated(page):
    block = page.change_notes.get_prep_value()[0]
    block["value"]["published_on"] = "2020-05-03"
    page.change_notes = page.change_notes.stream_block.to_python([block])


def by_saving(page):
    page.save()


def by_publishing(page):
    page.save_revision().publish()


def by_a_draft_of_what_is_not_public(page):
    type(page).objects.get(pk=page.pk).unpublish()
    page.live = False
    page.save()
    page.save_revision()


def by_an_older_version(page):
    """Of a draft that was made before the note was written."""
    revision = page.save_revision()
    content_of = dict(revision.content)
    content_of["change_notes"] = "[]"
    revision.content = content_of
    revision.save()
    revision.publish()


ROADS = [
    by_saving,
    by_publishing,
    by_a_draft_of_what_is_not_public,
    by_an_older_version,
]


@pytest.mark.parametrize("road", ROADS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("change", [without_it, reworded, backdated])
def test_no_road_takes_a_published_note_away(change, road):
    page = noted()
    before = stored_notes(page)
    change(page)
    road(page)
    assert stored_notes(page) == before


def test_the_form_says_that_a_published_note_stays(admin_client):
    page = noted()
    for changes in (
        {"change_notes-0-deleted": "on"},
        {"change_notes-0-value-text": "Nothing to see here."},
    ):
        data = {**with_ids(page), **changes, "action-publish": "on"}
        response = admin_client.post(edit_address(page), data)
        assert "What readers have been told stays" in response.content.decode()
        assert stored_notes(page) == [(WRONG, timezone.localdate())]


def with_ids(page):
    """The form as a browser sends it, which knows the notes by their ids."""
    data = posted(page)
    for number, raw in enumerate(page.change_notes.get_prep_value()):
        data[f"change_notes-{number}-id"] = raw["id"]
    return data


def test_another_note_is_added_in_the_form(admin_client, client):
    page = noted()
    data = with_ids(page)
    data |= {
        "change_notes-count": "2",
        "change_notes-1-deleted": "",
        "change_notes-1-order": "1",
        "change_notes-1-type": "change_note",
        "change_notes-1-value-kind": "evidence",
        "change_notes-1-value-text": "A new trial.",
        "action-publish": "on",
    }
    response = admin_client.post(edit_address(page), data)
    assert response.status_code == 302
    assert [text for text, _day in stored_notes(page)] == [WRONG, "A new trial."]
    lines = [words(each) for each in read(client, page.url).select(".spine-changes li")]
    assert lines[0].endswith("Correction. " + WRONG)
    assert lines[1].endswith("New evidence. A new trial.")


def test_a_note_that_was_never_public_can_be_deleted():
    page = content.procedure(live=False, change_notes=[note()])
    page.save_revision()
    page.change_notes = []
    page.save()
    assert stored_notes(page) == []


def test_reverting_to_an_older_version_keeps_the_note(admin_client):
    page = content.procedure(live=False)
    first = page.save_revision()
    first.publish()
    page = type(page).objects.get(pk=page.pk)
    page.change_notes = [note()]
    page.save_revision().publish()
    first.publish()
    assert stored_notes(page) == [(WRONG, timezone.localdate())]


def test_notes_and_numbers_are_listed_together_the_latest_first(client):
    content.with_facts(leak())
    page = noted()
    number_changes()
    lines = [words(each) for each in read(client, page.url).select(".spine-changes li")]
    assert any("Correction." in line for line in lines)
    assert any("is new: “50 of 100 people”" in line for line in lines)


def test_a_copy_has_no_published_notes_and_an_alias_has():
    page = noted()
    alias = page.create_alias(update_slug="alias")
    assert stored_notes(alias) == stored_notes(page)
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=False)
    assert stored_notes(copy) == [(WRONG, None)]
    copy.change_notes = []
    copy.save()
    assert stored_notes(copy) == []


def test_the_checksum_includes_a_note_and_not_its_date(client):
    page = staff.signed(content.procedure(live=False, change_notes=[note()]))
    assert "Changed" not in words(read(client, page.url).select_one(".spine-review"))
    page.change_notes.append(note("One more."))
    page.save_revision().publish()
    assert "Changed" in words(read(client, page.url).select_one(".spine-review"))


def test_other_models_have_no_change_notes():
    assert not hasattr(AnyPage, "change_notes")
    assert not hasattr(Treatment, "change_notes")
