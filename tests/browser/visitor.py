"""Somebody who reads the public site, and all that happens meanwhile."""

from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Response

USUAL = {"resultTypes": ["violations"]}
#: Also those that axe leaves off by itself, but for the experimental ones.
EVERY_RULE = {
    **USUAL,
    "rules": {
        "color-contrast-enhanced": {"enabled": True},
        "target-size": {"enabled": True},
    },
}


class Visitor:
    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        listen(self.page, self.complaints)
        self.page.on("request", self._watch)

    def open(self, address: str) -> Response:
        response = self.page.goto(address)
        assert response is not None
        return response

    def status(self, address: str) -> int:
        return self.open(address).status

    def reads(self, address: str) -> str:
        """All that the page's main part says, its pictures' words included."""
        response = self.open(address)
        assert response.status == 200, f"{address} answers {response.status}"
        main = self.page.locator("main")
        pictures = main.locator("img").all()
        texts = [main.inner_text(), *(each.get_attribute("alt") for each in pictures)]
        return words(" ".join(filter(None, texts)))

    def resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        root = self.page.locator("html")
        return root.evaluate("root => root.scrollWidth - root.clientWidth")

    def _watch(self, request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme != "data":
            self.hosts.add(address.netloc)


def listen(page: Page, complaints: list[str]) -> None:
    """Write down every error and warning of the browser."""

    def hear(message: Any) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{message.text} {message.location}")

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))


def barriers(page: Page, *, within: list[str] | None = None) -> list[str]:
    """What axe finds on our page, or in our parts of one, a line for each element."""
    # Parts of a page have the colours of whoever made the rest.
    rules = USUAL if within else EVERY_RULE
    parts = {"include": [[part] for part in within or ["html"]]}
    found = Axe().run(page, parts, rules).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def words(text: str) -> str:
    return " ".join(text.split())
