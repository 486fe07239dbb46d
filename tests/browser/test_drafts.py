"""What an editor leaves unfinished is kept, and stays unpublished."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from tests.browser.writing import PAGES, seen, typed

#: What each type of page needs before it is published, apart from its title.
NEEDED = {
    "topic": ["summary", "condition"],
    "procedure": [
        "summary",
        "treatment",
        "plain_definition",
        "treats",
        "procedure_type",
        "body_location",
        "scope_note",
        "suitable_if",
        "not_suitable_if",
        "other_choices",
        "benefits",
        "risks",
        "preparation",
        "medicines_note",
        "how_performed",
        "followup",
        "warning_signs",
        "uncertainty",
        "authors",
        "sources",
    ],
    "comparison": [
        "summary",
        "decision",
        "scope_note",
        "choices",
        "uncertainty",
        "authors",
        "sources",
    ],
    "story": ["consent", "summary", "display_name", "treatment", "outcome"],
    "recovery": [
        "summary",
        "treatment",
        "individual_note",
        "warning_signs",
        "phases",
        "authors",
        "sources",
    ],
}


@pytest.fixture
def topic(demo) -> Page:
    return Page.objects.get(slug="spinal-fractures")


@pytest.mark.parametrize("kind", PAGES)
def test_a_title_is_enough_for_a_draft_but_not_to_publish(
    kind, sign_in, visitor, topic
):
    model, _ = PAGES[kind]
    editor = sign_in("officer")
    editor.add_page(model, topic)
    editor.fill({"title": "Only a title"})
    editor.save_draft()
    editor.expect_message("Page 'Only a title' created.")
    page = model.objects.get(title="Only a title")
    assert visitor.status(page.url) == 404

    editor.publish()
    editor.expect_message("could not be saved due to validation errors")
    for name in NEEDED[kind]:
        expect(editor.errors(name).first).to_be_visible()
    expect(editor.fields.input("title")).to_have_value("Only a title")
    page.refresh_from_db()
    assert not page.live


def test_nothing_typed_is_lost_when_publishing_fails(editor, topic):
    model, _ = PAGES["procedure"]
    values = typed("procedure", "Half a page")
    some = {name: values[name] for name in ("title", "summary", "scope_note", "risks")}
    editor.add_page(model, topic)
    editor.fill(some)
    editor.publish()
    editor.expect_message("due to validation errors")
    expect(editor.fields.input("summary")).to_have_value(values["summary"])
    editor.save_draft()
    editor.expect_message("Page 'Half a page'")
    draft = model.objects.get(title="Half a page").get_latest_revision_as_object()
    assert draft.summary == values["summary"]
    assert not {*seen(values["scope_note"])} - {*seen(draft.scope_note)}
    kinds = [block["type"] for block in values["risks"]]
    assert [block.block_type for block in draft.risks] == kinds


def test_what_was_typed_is_saved_without_asking(editor, topic, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 500
    model, _ = PAGES["procedure"]
    editor.add_page(model, topic)
    editor.is_watched()
    editor.fill({"title": "Called away", "summary": "Half a thought"})
    expect(editor.page.get_by_text("Saved", exact=True)).to_be_visible()
    editor.page.goto("/admin/")
    editor.edit(model.objects.get(title="Called away"))
    expect(editor.fields.input("summary")).to_have_value("Half a thought")
