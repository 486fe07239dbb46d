"""Every page of the demo can be read by everybody, on any screen and on paper."""

import pytest
from playwright.sync_api import Route, expect

from tests.browser.addresses import PAGES
from tests.browser.database import DemoDatabase
from tests.browser.visitor import Visitor, barriers

WIDTHS = (360, 1280)
#: The narrowest screen that WCAG knows, and what 400 % zoom makes of a wide one.
NARROWEST = 320
#: What our style sheets may show smaller than the 18 pixels of the text.
SMALL_PRINT = (
    ".spine-about",
    ".spine-breadcrumbs",
    ".spine-care-card__urgency",
    ".spine-source-link",
    ".spine-statement__from",
    ".spine-statement__small",
    ".spine-timeline__phases",
    "figcaption",
)
#: Text with its size in pixels, for all text that is smaller than 18 pixels.
SMALL_TEXT = """
allowed => {
    const found = [];
    const texts = document.createTreeWalker(document.querySelector("main"), 4);
    while (texts.nextNode()) {
        const parent = texts.currentNode.parentElement;
        const size = parseFloat(getComputedStyle(parent).fontSize);
        const least = parent.closest(allowed) ? 15.5 : 18;
        if (texts.currentNode.data.trim() && size < least)
            found.push(`${size}: ${texts.currentNode.data.trim()}`);
    }
    return found;
}
"""
#: Buttons, fields, and links that are not words in a sentence, if less than 44 high.
SMALL_TARGETS = """
() => [...document.querySelectorAll("main :is(a, button, input, summary)")]
    .filter(target => target.checkVisibility())
    .filter(target => getComputedStyle(target).display !== "inline")
    .filter(target => target.getBoundingClientRect().height < 44)
    .map(target => target.outerHTML)
"""
BROKEN_PICTURES = """
async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = "eager";
    await Promise.allSettled(pictures.map(picture => picture.decode()));
    return pictures.filter(one => !one.naturalWidth).map(one => one.currentSrc);
}
"""
#: What a page says of itself to programs, for whoever has loaded it.
DESCRIBED = """
() => JSON.parse(document.querySelector('script[type="application/ld+json"]').text)
    ["@context"]
"""
STRICT = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'"


@pytest.fixture(scope="module")
def demo(demo_once: DemoDatabase) -> DemoDatabase:
    """Restored once, as these tests only read."""
    demo_once.restore()
    return demo_once


every_page = pytest.mark.parametrize("name", PAGES)


@every_page
def test_axe_finds_nothing(name: str, visitor: Visitor):
    visitor.open(PAGES[name])
    found = set()
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            visitor.resize(width)
            visitor.page.emulate_media(color_scheme=scheme)
            found |= {f"{width} {scheme} {each}" for each in barriers(visitor.page)}
    assert not found


@every_page
def test_fits_every_screen_and_is_large_enough(name: str, visitor: Visitor):
    visitor.open(PAGES[name])
    for width in (NARROWEST, *WIDTHS):
        for direction in ("ltr", "rtl"):
            visitor.resize(width)
            visitor.page.evaluate(
                "dir => document.documentElement.dir = dir", direction
            )
            assert visitor.overflow() <= 0, f"{width} {direction}"
    visitor.resize(WIDTHS[0])
    assert not visitor.page.evaluate(SMALL_TEXT, ", ".join(SMALL_PRINT))
    assert not visitor.page.evaluate(SMALL_TARGETS)


@every_page
def test_asks_nobody_else_and_needs_no_exception(name: str, visitor: Visitor):
    def guard(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": STRICT}
        route.fulfill(response=answer, headers=headers)

    visitor.page.route("**/*", guard)
    status = visitor.status(PAGES[name])
    assert not visitor.page.evaluate(BROKEN_PICTURES)
    assert len(visitor.hosts) == 1
    if name not in ("home", "not found"):
        assert visitor.page.evaluate(DESCRIBED) == "https://schema.org"
    # The browser takes the answer “not found” for an error of the page.
    expected = 1 if status == 404 else 0
    assert len(visitor.complaints) == expected, visitor.complaints


@every_page
def test_says_the_same_without_javascript(name: str, visitor: Visitor, visit):
    plain = visit(java_script_enabled=False)
    visitor.open(PAGES[name])
    plain.open(PAGES[name])
    # Only the tool for dates is made by a script: it would be of no use without.
    visitor.page.evaluate("document.querySelector('.spine-dates')?.remove()")
    text = visitor.page.locator("main").inner_text()
    assert plain.page.locator("main").inner_text() == text


@pytest.mark.parametrize("name", ["topic", "vertebroplasty", "recovery"])
def test_prints_like_a_leaflet(name: str, visitor: Visitor):
    visitor.open(PAGES[name])
    visitor.page.emulate_media(media="print")
    for part in ("nav", ".site-skip", ".spine-search"):
        for element in visitor.page.locator(part).all():
            expect(element).to_be_hidden()
    expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
    expect(visitor.page.locator(".spine-care-card--emergency").first).to_be_visible()
