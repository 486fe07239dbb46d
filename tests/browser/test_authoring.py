"""An editor writes a whole page of every type, and a visitor reads it."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect
from wagtail.models import Page

from tests import content
from tests.browser.database import PASSWORD
from tests.browser.writing import PAGES, seen, typed


@pytest.fixture
def topic(demo) -> Page:
    return Page.objects.get(slug="spinal-fractures")


@pytest.mark.parametrize("kind", PAGES)
def test_writes_previews_and_publishes_a_page(kind, newcomer, visitor, topic):
    model, _ = PAGES[kind]
    title = f"A new page: {kind}"
    values = typed(kind, title)
    editor = newcomer
    editor.log_in("officer" if kind == "story" else "editor", PASSWORD)
    editor.add_page(model, topic)
    editor.fill(values)

    preview = editor.preview()
    expect(preview.get_by_role("heading", level=1)).to_have_text(title)
    for passage in seen(values):
        expect(preview.locator("main")).to_contain_text(passage)

    editor.publish()
    editor.expect_message(f"Page '{title}' created and published.")
    text = visitor.reads(model.objects.get(title=title).url)
    assert not [each for each in seen(values) if each not in text]


def test_previews_in_a_new_tab(editor, topic):
    page = content.topic(topic, title="Thin bones", live=False)
    editor.edit(page)
    editor.fields.fill("summary", "As nobody has seen it yet.")
    tab = editor.preview_in_new_tab()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Thin bones")
    expect(tab.get_by_text("As nobody has seen it yet.")).to_be_visible()


def test_uploads_a_picture(editor, visitor, topic):
    file = io.BytesIO()
    Image.new("RGB", (800, 500), "teal").save(file, "PNG")
    picture = {"name": "x.png", "mimeType": "image/png", "buffer": file.getvalue()}
    page = content.topic(topic, title="Thin bones", live=False)
    editor.edit(page)
    editor.fields.upload("image", "A teal wall", picture)
    editor.fields.fill("image_alt", "A wall that is teal all over.")
    editor.publish()
    editor.expect_message("Page 'Thin bones' has been published.")
    visitor.open(page.url)
    shown = visitor.page.get_by_alt_text("A wall that is teal all over.")
    expect(shown).to_be_visible()
    assert shown.evaluate(
        "picture => picture.decode().then(() => picture.naturalWidth)"
    )


def test_links_to_another_page(editor, visitor, topic):
    page = content.topic(topic, title="Thin bones", body=[], live=False)
    editor.edit(page)
    editor.fields.go_into(editor.fields.add_block("body", "rich_text"))
    editor.fields.link("what the needle does", "Vertebroplasty")
    editor.publish()
    editor.expect_message("Page 'Thin bones' has been published.")
    visitor.open(page.url)
    visitor.page.get_by_role("link", name="what the needle does").click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Vertebroplasty")
