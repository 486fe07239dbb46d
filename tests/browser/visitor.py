"""Somebody who reads the public site, and everything that happens meanwhile."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Response


class Visitor:
    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
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
        pictures = main.locator("img").evaluate_all("all => all.map(one => one.alt)")
        return words(" ".join([main.inner_text(), *pictures]))

    def _hear(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _watch(self, request) -> None:
        address = urlsplit(request.url)
        if address.scheme != "data":
            self.hosts.add(address.netloc)


def words(text: str) -> str:
    return " ".join(text.split())
