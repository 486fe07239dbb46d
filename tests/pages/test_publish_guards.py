"""What forbids publishing is asked once, and says so on every road in the same way."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from spine_content.models import ClinicSettings
from spine_content.pages.publishing import block_publish, publish_errors
from tests import content

pytestmark = pytest.mark.django_db

UNSIGNED = "nobody has signed off this text"
NO_NUMBER = "This site has no emergency number yet."
NOTE = ("change_note", {"kind": "correction", "text": "One number was wrong."})


def forbid():
    """A site that publishes nothing unsigned, and no guide for want of a number."""
    clinic = ClinicSettings.for_site(content.home().get_site())
    ClinicSettings.objects.filter(pk=clinic.pk).update(
        emergency_phone="", sign_off_needed=True
    )


def count_queries(action, model):
    with CaptureQueriesContext(connection) as queries:
        action()
    table = f'FROM "{model._meta.db_table}"'
    return sum(table in each["sql"] for each in queries)


def test_all_guards_share_one_query_for_the_stored_row():
    guide = content.recovery()
    forbid()
    guide.summary = "Other words"
    guide.live_revision_id = 0

    def save():
        with pytest.raises(ValidationError, match="no emergency number"):
            block_publish(guide)

    assert count_queries(save, type(guide)) == 1
    # The number was there all the time, so only the text is another one.
    guide.live_revision_id = None

    def save_the_text():
        with pytest.raises(ValidationError, match=UNSIGNED):
            block_publish(guide)

    assert count_queries(save_the_text, type(guide)) == 1


def test_saving_drafts_and_bookkeeping_fields_asks_no_guard():
    guide = content.recovery()
    forbid()
    with CaptureQueriesContext(connection) as queries:
        block_publish(guide, {"latest_revision", "draft_title"})
        guide.live = False
        block_publish(guide)
    assert len(queries) == 0


def test_publish_errors_says_everything_that_is_missing():
    guide = content.recovery(live=False)
    assert publish_errors(guide) == []
    forbid()
    errors = " ".join(publish_errors(guide))
    assert NO_NUMBER in errors and UNSIGNED in errors
    # Handing it in for review needs no review.
    before_review = str(guide.publish_problems())
    assert NO_NUMBER in before_review and UNSIGNED not in before_review


def test_only_the_first_guard_that_refuses_is_logged():
    guide = content.recovery(live=False)
    guide.save_revision()
    forbid()
    soon = timezone.now() - datetime.timedelta(minutes=1)
    revisions = Revision.objects.filter(pk=guide.latest_revision_id)
    revisions.update(approved_go_live_at=soon)
    call_command("publish_scheduled")
    logged = PageLogEntry.objects.filter(page=guide.pk, action__startswith="spine.")
    assert [each.action for each in logged] == ["spine.numbers_missing"]


def test_a_copy_that_becomes_a_draft_has_no_published_note():
    page = content.procedure(change_notes=[NOTE])
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.change_notes[0].value["published_on"]
    forbid()
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert not copy.live
    assert not copy.change_notes[0].value["published_on"]


def test_a_story_that_becomes_a_draft_does_not_expire():
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    expired = content.consent(expires_on=yesterday)
    story = content.story(live=False, consent=expired)
    type(story).objects.update(live=True, first_published_at=timezone.now())
    story.refresh_from_db()
    copy = story.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert not copy.live
    assert copy.expire_at is None
