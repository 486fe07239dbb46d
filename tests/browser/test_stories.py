"""A patient's story is public only while a consent covers it."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.models import Page

from spine_content.models import Consent
from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.browser.fields import Choice
from tests.browser.visitor import barriers

NEEDED = "A story needs the consent of the patient before it is published."


@pytest.fixture
def topic(demo) -> Page:
    return Page.objects.get(slug="spinal-fractures")


@pytest.fixture
def draft(topic) -> PatientStoryPage:
    """A whole story, but for the consent."""
    changes = {"title": "The stairs again", "consent": None, "live": False}
    return content.story(topic, **changes)


def test_an_editor_cannot_publish_without_a_consent(editor, visitor, draft):
    editor.edit(draft)
    expect(editor.page.get_by_text("Ask a consent officer")).to_be_visible()
    editor.publish()
    expect(editor.page.get_by_text(NEEDED)).to_be_visible()
    draft.refresh_from_db()
    assert not draft.live
    assert visitor.status(draft.url) == 404


def test_an_officer_attaches_the_consent_and_publishes(sign_in, visitor, draft):
    consent = content.consent()
    officer = sign_in("officer")
    officer.edit(draft)
    officer.publish()
    expect(officer.errors("consent")).to_contain_text("This field is required.")
    officer.fields.fill("consent", Choice(consent.reference))
    officer.save_draft()
    officer.page.get_by_text("The patient has not approved this text yet.").wait_for()
    officer.page.get_by_role("link", name="Record the patient’s approval").click()
    expect(officer.page.get_by_text("It began in the garden.")).to_be_visible()
    officer.page.get_by_role("button", name="Put it on record").click()
    officer.publish()
    officer.expect_message("Page 'The stairs again' has been published.")
    assert "It began in the garden." in visitor.reads(draft.url)


def test_an_expired_consent_does_not_count(sign_in, visitor, topic):
    today = timezone.localdate()
    consent = content.consent(expires_on=today - datetime.timedelta(days=1))
    story = content.story(topic, title="Too late", consent=consent, live=False)
    officer = sign_in("officer")
    officer.edit(story)
    officer.publish()
    expect(officer.errors("consent")).to_contain_text("The consent has expired.")
    assert visitor.status(story.url) == 404


def test_a_withdrawn_story_is_gone_at_once(visitor, visit, topic):
    story = PatientStoryPage.objects.get(slug="i-chose-to-wait")
    link = visitor.page.get_by_role("link", name=story.title)
    visitor.open(topic.url)
    expect(link.first).to_be_visible()

    Consent.objects.filter(pk=story.consent_id).update(withdrawn_at=timezone.now())
    response = visitor.open(story.url)
    assert response.status == 410
    assert "no-store" in response.headers["cache-control"]
    text = visitor.page.locator("body").inner_text()
    assert "no longer here" in text
    assert story.title not in text and story.display_name not in text
    assert not barriers(visitor.page)
    # A browser may keep a page that announces stories for some minutes.
    another = visit()
    another.open(topic.url)
    expect(another.page.get_by_role("link", name=story.title)).to_have_count(0)
