import pytest
from django.utils import timezone
from wagtail.models import Revision

from spine_content.importing.building.placement import page_model
from spine_content.importing.documents import Text
from tests import content
from tests.importing.samples import (
    draft,
    lines,
    parsed_document,
    run_of,
    source_document,
)

pytestmark = pytest.mark.django_db


def document(words="Old words.", key="a.html", title="Vertebroplasty", **values):
    html = f"<p>{words}</p>"
    return source_document(key, html=html, **values), parsed_document(
        title, opening=[Text(html)]
    )


def again(*documents, **options):
    (line,) = lines(run_of(*documents, kind=options.pop("kind", "topic"), **options))
    return line


def page(line):
    return page_model().objects.get(pk=line.page_id).specific


def edited(line):
    changed = draft(line)
    changed.title = "Mine"
    changed.save_revision(clean=False)


def published(line):
    whole = page(line)
    whole.condition = "broken bones"
    whole.save_revision(clean=False).publish()


def withdrawn(line):
    published(line)
    page(line).unpublish()


def locked(line):
    page_model().objects.filter(pk=line.page_id).update(
        locked=True, locked_at=timezone.now()
    )


def test_the_same_again_changes_nothing_and_says_so():
    first = again(document())
    before = Revision.objects.count(), page_model().objects.count()
    second = again(document())
    assert second.outcome == "unchanged"
    assert second.page_id == first.page_id
    assert (Revision.objects.count(), page_model().objects.count()) == before


def test_a_changed_source_brings_an_untouched_draft_up_to_date():
    first = again(document())
    second = again(document("New words.", title="Kyphoplasty"))
    assert (second.outcome, second.page_id) == ("updated", first.page_id)
    assert draft(second).body[0].value.source == "<p>New words.</p>"
    assert (page(second).title, page(second).slug) == ("Kyphoplasty", "vertebroplasty")
    # And so does the next one, as the draft is ours still.
    assert again(document("Newer words.")).outcome == "updated"
    assert again(document("Newer words.")).outcome == "unchanged"


@pytest.mark.parametrize(
    ("touch", "reason"),
    [
        (edited, "It was edited on"),
        (published, "It has been published."),
        (withdrawn, "It has been published."),
        (locked, "It is locked."),
    ],
)
def test_what_somebody_touched_is_left_as_it_is(touch, reason):
    first = again(document())
    touch(first)
    before = draft(first).title, Revision.objects.count()
    second = again(document("New words."))
    assert second.outcome == "kept"
    assert reason in second.warnings[0]
    assert (draft(first).title, Revision.objects.count()) == before
    # It stays so, however often the source changes.
    assert again(document("Newer words.")).outcome == "kept"


def test_a_draft_does_not_change_its_type():
    again(document())
    second = again(document("New words."), kind="procedure")
    assert second.outcome == "kept"
    assert "another type" in second.warnings[0]


def test_a_page_that_somebody_deleted_is_made_again_only_if_asked():
    page(again(document())).delete()
    assert again(document()).outcome == "deleted"
    assert again(document("New words.")).outcome == "deleted"
    asked = again(document(), again=True)
    assert asked.outcome == "created"
    assert again(document()).outcome == "unchanged"


def test_two_folders_may_each_have_a_page_of_one_name():
    first = again(document(), name="one-site")
    second = again(document("Other words."), name="another-site")
    assert second.outcome == "created"
    assert second.page_id != first.page_id
    # The same words under another name are the same document.
    assert again(document(), name="renamed.zip").outcome == "unchanged"


def test_a_post_is_known_by_its_name_in_whatever_file_it_comes():
    first = again(document(kind="post"), name="may.xml")
    second = again(document("New words.", kind="post"), name="june.xml")
    assert (second.outcome, second.page_id) == ("updated", first.page_id)


def test_below_another_page_it_is_another_import():
    first = again(document())
    second = again(document(), parent=content.topic())
    assert second.outcome == "created"
    assert second.page_id != first.page_id
