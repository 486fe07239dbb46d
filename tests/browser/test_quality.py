"""Somebody who writes is told what is not plain or honest, and somebody who reads,
what a word means."""

from playwright.sync_api import expect

from spine_content.models import Treatment
from spine_content.pages.models import ProcedurePage
from tests.browser.addresses import PAGES
from tests.browser.visitor import barriers, listen


def test_the_panel_follows_the_draft(sign_in):
    page = ProcedurePage.objects.get(slug="vertebroplasty")
    complaints: list[str] = []
    author = sign_in("author")
    listen(author.page, complaints)
    author.edit(page)
    author.is_watched()
    panel = author.page.locator(".spine-quality")
    # It comes by itself, without a draft being saved.
    expect(panel.locator(".spine-quality__reading")).to_be_visible()
    expect(panel.locator("[aria-busy], [data-spine-draft-waiting]")).to_have_count(0)
    facts = author.page.locator(".spine-facts")
    expect(facts).to_contain_text("Edit the facts of Vertebroplasty")
    claims = panel.locator("[data-topic=claim]")
    author.fields.fill("summary", "It is painless and proven.")
    author.save_draft()
    expect(panel).to_contain_text("It is painless and proven.")
    claims.locator("summary").click()
    sentence = claims.locator("li").filter(has_text="painless and proven")
    expect(sentence).to_contain_text("From the facts, you could say:")
    expect(sentence).to_contain_text("44 of 100 people")
    assert not barriers(author.page, within=[".spine-quality", ".spine-facts"])

    sentence.get_by_role("button", name="We mean “proven”").press("Enter")
    # Who answered by keyboard goes on by keyboard, and what was open stays open.
    expect(claims.locator("summary")).to_be_focused()
    answered = panel.locator("[data-topic=answered]")
    answered.locator("summary").click()
    expect(answered).to_contain_text("Answered by author")
    expect(sentence).to_contain_text("painless")

    sentence.get_by_role("button", name="Show me where").press("Enter")
    expect(author.fields.input("summary")).to_be_focused()
    # Somebody else mends it meanwhile.
    draft = page.get_latest_revision_as_object()
    draft.summary = "44 of 100 people have only mild pain."
    draft.treatment = Treatment.objects.get(name="Balloon kyphoplasty")
    draft.save_revision()
    panel.get_by_role("button", name="Check again").click()
    expect(panel).not_to_contain_text("painless")
    expect(panel.get_by_role("status")).to_have_text("Your draft has been read.")
    facts.get_by_role("button", name="Check again").click()
    expect(facts).to_contain_text("Edit the facts of Balloon kyphoplasty")
    assert not complaints


def test_what_cannot_be_read_is_asked_for_again(sign_in):
    page = ProcedurePage.objects.get(slug="vertebroplasty")
    author = sign_in("author")
    author.page.route("**/spine-content/quality/*/", lambda route: route.abort())
    author.edit(page)
    panel = author.page.locator(".spine-quality")
    status = panel.get_by_role("status")
    expect(status).to_contain_text("could not be read")
    expect(panel.locator("[aria-busy], [data-spine-draft-waiting]")).to_have_count(0)
    assert not barriers(author.page, within=[".spine-quality"])
    author.page.unroute("**/spine-content/quality/*/")
    panel.get_by_role("button", name="Check again").click()
    expect(panel.locator(".spine-quality__reading")).to_be_visible()
    expect(status).to_have_text("Your draft has been read.")


def test_a_word_is_explained_by_mouse_keyboard_and_touch(visit):
    reader = visit()
    reader.open(PAGES["vertebroplasty"])
    word = reader.page.get_by_role("link", name="vertebroplasty", exact=True).first
    meaning = reader.page.locator(".spine-meaning")
    word.press("Enter")
    expect(meaning).to_contain_text("through a needle")
    expect(word).to_have_attribute("aria-expanded", "true")
    assert not barriers(reader.page)
    reader.page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()
    expect(word).to_have_attribute("aria-expanded", "false")
    assert not reader.complaints

    touch = visit(has_touch=True, viewport={"width": 320, "height": 640})
    touch.open(PAGES["vertebroplasty"])
    word = touch.page.locator("a.spine-term").first
    word.tap()
    meaning = touch.page.locator(".spine-meaning")
    expect(meaning).to_be_visible()
    box = meaning.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
    word.tap()
    expect(meaning).to_be_hidden()


def test_without_javascript_a_word_leads_to_its_meaning_and_back(visit):
    reader = visit(java_script_enabled=False)
    reader.open(PAGES["vertebroplasty"])
    reader.page.locator("a.spine-term").first.click()
    entry = reader.page.locator(".spine-words div:target")
    expect(entry).to_contain_text("through a needle")
    entry.get_by_role("link", name="Back to").click()
    expect(reader.page.locator("a.spine-term:target")).to_be_visible()
