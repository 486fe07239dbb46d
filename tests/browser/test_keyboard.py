"""Somebody who has no mouse gets about a page."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import PAGES

IS_WITHIN = "selector => document.activeElement.closest(selector) !== null"
#: Whether the focus comes after the heading that the address points at.
IS_PAST_TARGET = """
() => {
    const target = document.querySelector(":target");
    const order = target.compareDocumentPosition(document.activeElement);
    return Boolean(order & Node.DOCUMENT_POSITION_FOLLOWING);
}
"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(IS_WITHIN, selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def is_in_view(page: Page, selector: str) -> None:
    expect(page.locator(selector)).to_be_in_viewport()


@pytest.mark.parametrize("name", PAGES)
def test_skips_to_the_main_text(name, visitor):
    page = visitor.page
    visitor.open(PAGES[name])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the main text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
    page.keyboard.press("Tab")
    assert page.evaluate(IS_WITHIN, "main")


@pytest.mark.parametrize(
    ("name", "links"),
    [
        ("vertebroplasty", ".spine-contents"),
        ("comparison", ".spine-contents"),
        ("recovery", ".spine-contents"),
        ("topic", ".spine-needs"),
    ],
)
def test_goes_to_a_section_and_on_from_there(name, links, visitor):
    page = visitor.page
    visitor.open(PAGES[name])
    tab_to(page, links)
    page.keyboard.press("Tab")
    assert page.evaluate(IS_WITHIN, links)
    address = page.evaluate("document.activeElement.hash")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")
    is_in_view(page, address)
    page.keyboard.press("Tab")
    assert page.evaluate(IS_PAST_TARGET)


@pytest.mark.parametrize("name", ["vertebroplasty", "comparison", "care"])
def test_every_link_of_the_contents_leads_somewhere(name, visitor):
    visitor.open(PAGES[name])
    links = visitor.page.locator(".spine-contents a").all()
    assert len(links) > 3
    for link in links:
        link.click()
        heading = visitor.page.locator(":target")
        expect(heading).to_have_text(link.inner_text())
        expect(heading).to_be_in_viewport()


def test_the_focus_can_be_seen(visitor):
    visitor.open(PAGES["topic"])
    tab_to(visitor.page, "main")
    style = visitor.page.evaluate(
        "getComputedStyle(document.activeElement).outlineStyle"
    )
    assert style == "solid"
