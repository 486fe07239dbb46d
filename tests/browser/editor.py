"""Somebody who writes pages in the admin, and the buttons that they press."""

import datetime
from typing import Any

from playwright.sync_api import FrameLocator, Locator, Page, expect
from wagtail.models import Page as WagtailPage

from tests.browser.fields import Fields
from tests.forms import add_address, edit_address

#: Leaves a mark when the form begins to look out for changes.
WATCH = """
document.addEventListener("w-unsaved:watch-edits", () => {
    document.documentElement.dataset.isWatched = "yes";
});
"""


class Editor:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.page.add_init_script(WATCH)
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

    def is_watched(self) -> None:
        """Wait until changes are noticed, which is some seconds after a page loads."""
        self.page.locator("html[data-is-watched]").wait_for(state="attached")

    def save_draft(self) -> None:
        self.page.get_by_role("button", name="Save draft").click()

    def publish(self, button: str = "Publish") -> None:
        self._drop_down(self.page.get_by_role("button", name="More actions"))
        self.page.get_by_role("button", name=button, exact=True).click()

    def schedule(self, when: datetime.datetime) -> None:
        """Say in the status panel when the page is to go live."""
        self.page.get_by_role("button", name="Toggle status").click()
        self.page.get_by_role("button", name="Set schedule").click()
        self.fields.fill("go_live_at", f"{when:%Y-%m-%d %H:%M}")
        # A calendar may cover the button, which keys do not mind.
        self.page.get_by_role("button", name="Save schedule").press("Enter")

    def act(self, action: str) -> None:
        """Choose from the menu beside the title."""
        menu = self.page.get_by_role("navigation", name="Actions", exact=True)
        self._drop_down(menu.get_by_role("button", name="Actions"))
        self.page.locator("[data-tippy-root] a", has_text=action).first.click()

    def review_first_version(self) -> None:
        """Go back from the form of a page to how the page was first saved."""
        self.act("History")
        versions = self.page.get_by_role("row").filter(has_text="Draft saved")
        self._drop_down(versions.last.get_by_role("button", name="Actions"))
        self.page.get_by_role("link", name="Review this version").click()

    def _drop_down(self, button: Locator) -> None:
        # Only then has its script been started.
        expect(button).to_have_attribute("aria-expanded", "false")
        button.click()

    def expect_message(self, words: str) -> None:
        expect(self.page.locator(".messages")).to_contain_text(words)

    def preview(self) -> FrameLocator:
        self.page.get_by_role("button", name="Toggle preview").click()
        return self.page.frame_locator("#w-preview-iframe")

    def preview_in_new_tab(self) -> Page:
        self.page.get_by_role("button", name="Toggle preview").click()
        with self.page.context.expect_page() as opened:
            self.page.get_by_role("link", name="Preview in new tab").click()
        return opened.value

    def errors(self, name: str) -> Locator:
        """The messages next to a field, or next to a part of it."""
        field = self.page.locator(f'[data-contentpath="{name}"]')
        return field.locator(".error-message, .help-critical")
