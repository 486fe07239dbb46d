"""When a page is public: at once, later, in an earlier version, no more."""

import datetime
from unittest import mock

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.models import Page

from spine_content.pages.models import TopicPage
from tests import content
from tests.browser.visitor import Visitor


@pytest.fixture
def page(demo) -> Page:
    """A small page that is public."""
    parent = Page.objects.get(slug="spinal-fractures")
    page = content.topic(parent, title="Thin bones", summary="The first text.")
    page.save_revision().publish()
    return page


def reads(visitor: Visitor, page: Page, words: str) -> bool:
    return words in visitor.reads(page.url)


def test_a_scheduled_page_waits_for_its_hour(editor, visitor, demo):
    parent = Page.objects.get(slug="spinal-fractures")
    page = content.topic(parent, title="Soon", live=False)
    editor.edit(page)
    editor.schedule(timezone.localtime() + datetime.timedelta(days=2))
    editor.publish("Schedule to publish")
    editor.expect_message("Page 'Soon' has been scheduled for publishing.")
    assert visitor.status(page.url) == 404

    call_command("publish_scheduled", verbosity=0)
    assert visitor.status(page.url) == 404

    later = timezone.now() + datetime.timedelta(days=3)
    with mock.patch("django.utils.timezone.now", return_value=later):
        call_command("publish_scheduled", verbosity=0)
    assert reads(visitor, page, "Soon")


def test_goes_back_to_an_earlier_version(editor, visitor, page):
    for text in ("Once upon a time.", "They lived happily ever after."):
        editor.edit(page)
        editor.fields.fill("summary", text)
        editor.publish()
        editor.expect_message("Page 'Thin bones' has been published.")
        assert reads(visitor, page, text)

    editor.edit(page)
    editor.review_first_version()
    expect(editor.fields.input("summary")).to_have_value("Once upon a time.")
    editor.publish("Publish this version")
    editor.expect_message("has been published.")
    assert reads(visitor, page, "Once upon a time.")


def test_an_unfinished_change_is_not_public(editor, visitor, page):
    editor.edit(page)
    editor.fields.fill("summary", "Not ready yet.")
    editor.save_draft()
    editor.expect_message("Page 'Thin bones' has been updated.")
    assert reads(visitor, page, "The first text.")


def test_unpublishes_a_page(editor, visitor, page):
    editor.edit(page)
    editor.act("Unpublish")
    editor.page.get_by_role("button", name="Yes, unpublish it").click()
    editor.expect_message("Page 'Thin bones' unpublished.")
    assert visitor.status(page.url) == 404


def test_copies_a_page(editor, visitor, page):
    editor.edit(page)
    editor.act("Copy")
    editor.fields.fill("new_title", "Thin bones in men")
    editor.fields.fill("new_slug", "thin-bones-in-men")
    editor.fields.input("publish_copies").check()
    editor.page.get_by_role("button", name="Copy this page").click()
    editor.expect_message("Page 'Thin bones' copied.")
    assert reads(visitor, TopicPage.objects.get(title="Thin bones in men"), "in men")
    assert reads(visitor, page, "The first text.")


def test_deletes_a_page(editor, visitor, page):
    address = page.url
    editor.edit(page)
    editor.act("Delete")
    editor.page.get_by_role("button", name="Yes, delete it").click()
    editor.expect_message("Page 'Thin bones' deleted.")
    assert visitor.status(address) == 404
