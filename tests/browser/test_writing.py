"""An editor writes a whole page of every type, and a visitor reads it."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from tests.browser.visitor import words
from tests.browser.writing import PAGES, seen, typed


@pytest.mark.parametrize("kind", PAGES)
def test_writes_previews_and_publishes_a_page(kind, sign_in, visitor):
    model, _ = PAGES[kind]
    title = f"A new {kind} page"
    values = typed(kind, title)
    editor = sign_in("officer" if kind == "story" else "editor")
    editor.add_page(model, Page.objects.get(slug="spinal-fractures"))
    editor.fill(values)
    preview = editor.preview()
    expect(preview.get_by_role("heading", level=1)).to_have_text(title)
    editor.publish()
    editor.is_told(f"Page '{title}' has been published")
    text = visitor.reads(Page.objects.get(title=title).url)
    missing = [passage for passage in seen(values) if passage not in text]
    assert not missing
