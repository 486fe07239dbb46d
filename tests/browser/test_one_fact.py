"""A number is typed once, and read wherever it belongs."""

from playwright.sync_api import expect

from spine_content.pages.models import ProcedurePage
from tests.browser.addresses import PAGES
from tests.browser.visitor import barriers

QUESTION = "When can I drive again?"
SHOWN_ON = ("vertebroplasty", "comparison", "recovery")


def test_an_editor_changes_one_number_and_every_page_follows(sign_in, visit):
    before = visit()
    for name in SHOWN_ON:
        assert "2 to 14 days" in before.reads(PAGES[name])

    editor = sign_in("admin")
    editor.edit(ProcedurePage.objects.get(slug="vertebroplasty"))
    editor.page.get_by_role("link", name="Edit the facts of Vertebroplasty").click()
    facts = editor.page.locator("[data-spine-facts] [data-streamfield-child]")
    # The first one is the clinic's own rule.
    driving = facts.filter(has_text=QUESTION).nth(1)
    driving.locator("[data-panel-toggle]").first.click()
    driving.locator('[name$="-value-high"]').fill("15")
    expect(driving.locator(".spine-sentence")).to_contain_text("2 to 15 days")
    editor.publish()
    editor.expect_message("Treatment 'Vertebroplasty' updated and published.")

    news = f"“{QUESTION}” (Vertebroplasty) said “2 to 14 days”. It now says “2 to 15"
    # A browser may keep a page that announces stories for some minutes.
    after = visit()
    for name in SHOWN_ON:
        text = after.reads(PAGES[name])
        assert "2 to 15 days" in text
        assert news in text


def test_the_comparison_makes_sense_read_aloud_on_a_telephone(visitor):
    visitor.resize(320)
    visitor.open(PAGES["comparison"])
    assert visitor.overflow() <= 0
    table = visitor.page.get_by_role("table")
    heads = table.get_by_role("columnheader").all_inner_texts()
    assert heads == ["Question", "Vertebroplasty", "Kyphoplasty", "No procedure"]
    rows = table.get_by_role("row").filter(has=visitor.page.get_by_role("cell"))
    driving = rows.filter(has_text=QUESTION)
    aloud = driving.aria_snapshot().splitlines()
    # The question comes first, then an answer for each choice, in their order.
    assert QUESTION in aloud[1]
    cells = [line for line in aloud if line.strip().startswith("- cell")]
    assert [
        next(word for word in ("2 to 14", "Not known") if word in cell)
        for cell in cells
    ] == ["2 to 14", "2 to 14", "Not known"]
    # On paper and on a desk it is laid out as a table, with the same words.
    places = driving.get_by_role("cell").evaluate_all(
        "cells => cells.map(cell => cell.getBoundingClientRect().top)"
    )
    assert places == sorted(set(places))
    assert not barriers(visitor.page)
    visitor.resize(1280)
    places = driving.get_by_role("cell").evaluate_all(
        "cells => cells.map(cell => cell.getBoundingClientRect().top)"
    )
    assert len(set(places)) == 1
