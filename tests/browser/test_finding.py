"""A visitor searches a topic and sifts what is found."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import TOPIC


@pytest.fixture
def page(visitor) -> Page:
    visitor.open(TOPIC)
    return visitor.page


def search(page: Page, words: str, kind: str = "") -> None:
    page.get_by_role("searchbox", name="Search this topic").fill(words)
    page.get_by_role("button", name="Search").click()
    results(page, words, kind)


def results(page: Page, words: str, kind: str = "") -> None:
    """Wait for the results of a search, among pages of one kind or all."""
    heading = f"Results for “{words}” ({kind})" if kind else f"Results for “{words}”"
    name = re.compile(f"^{re.escape(heading)}$")
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def found(page: Page) -> list[str]:
    return page.locator(".spine-results .spine-card__title").all_inner_texts()


def test_finds_pages_by_their_words(page):
    search(page, "balloon")
    assert "Balloon kyphoplasty" in found(page)
    assert "I chose to wait" not in found(page)
    expect(page.get_by_role("status")).to_have_text(f"{len(found(page))} pages")
    page.get_by_role("link", name="Balloon kyphoplasty", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Balloon kyphoplasty")


def test_narrows_and_widens_what_was_found(page):
    search(page, "cement")
    everything = found(page)
    kinds = page.get_by_role("navigation", name="Kind of page")
    kinds.get_by_role("link", name="Patient stories").click()
    results(page, "cement", "Patient stories")
    stories = found(page)
    assert stories and set(stories) < set(everything)
    assert "Vertebroplasty" not in stories
    kinds.get_by_role("link", name="Everything").click()
    expect(page.locator(".spine-results .spine-card")).to_have_count(len(everything))
    page.get_by_role("link", name="Back to the whole topic").click()
    expect(page.get_by_role("heading", name="Procedures")).to_be_visible()


def test_keeps_the_kind_while_searching(page):
    page.goto(f"{TOPIC}?type=procedure")
    assert set(found(page)) == {
        "Vertebroplasty",
        "Balloon kyphoplasty",
        "Care without a procedure",
    }
    search(page, "balloon", "Procedures")
    assert "After balloon kyphoplasty" not in found(page)


def test_says_so_when_nothing_is_found(page):
    search(page, "xylophone")
    expect(page.get_by_text("Nothing was found.")).to_be_visible()


@pytest.mark.parametrize(
    "query",
    ["q=" + "a" * 10_000, "page=abc", "type=x", "q=%00", "q='&page=-1", "q=%", "q=a:*"],
    ids=lambda query: query[:9],
)
def test_odd_questions_get_a_normal_page(query, visitor):
    assert visitor.status(f"{TOPIC}?{query}") == 200
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(
        "Spinal fractures"
    )
