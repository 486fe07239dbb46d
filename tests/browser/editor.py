"""Somebody who writes pages in the admin, and the buttons that they press."""

from typing import Any

from playwright.sync_api import FrameLocator, Locator, Page, expect
from wagtail.models import Page as WagtailPage

from tests.browser.fields import Fields
from tests.forms import add_address, edit_address


class Editor:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.fields = Fields(page)

    def log_in(self, name: str, password: str) -> None:
        self.page.goto("/admin/")
        self.fields.input("username").fill(name)
        self.fields.input("password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url("**/admin/")

    def add_page(self, model: type[WagtailPage], parent: WagtailPage) -> None:
        self.page.goto(add_address(model, parent))

    def edit(self, page: WagtailPage) -> None:
        self.page.goto(edit_address(page))

    def fill(self, values: dict[str, Any]) -> None:
        for name, value in values.items():
            self.fields.open(name)
            self.fields.fill(name, value)
            if name == "title":
                # The address follows the title a moment later.
                expect(self.fields.input("slug")).not_to_have_value("")

    def save_draft(self) -> None:
        self.page.get_by_role("button", name="Save draft").click()

    def publish(self) -> None:
        self.page.get_by_role("button", name="More actions").click()
        self.page.get_by_role("button", name="Publish", exact=True).click()

    def is_told(self, words: str) -> None:
        expect(self.page.locator(".messages")).to_contain_text(words)

    def preview(self) -> FrameLocator:
        self.page.get_by_role("button", name="Toggle preview").click()
        return self.page.frame_locator("#w-preview-iframe")

    def errors(self, name: str) -> Locator:
        """The messages next to a field, or next to a part of it."""
        return self.page.locator(f'[data-contentpath="{name}"] .error-message')
