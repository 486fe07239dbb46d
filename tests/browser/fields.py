"""Typing into the admin's fields, each found by the name that its form gives it."""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from playwright.sync_api import FilePayload, Locator, Page, TimeoutError, expect

#: What the block picker calls our blocks.
LABELS = {
    "rich_text": "Text",
    "image": "Picture",
    "callout": "Callout",
    "care_card": "Care card",
    "do_dont": "Do and don’t",
    "steps": "Steps",
    "faq": "Questions and answers",
    "quote": "Quote",
}
#: What an editor types at the start of a line to make it something else.
MARKS = {"h2": "## ", "h3": "### ", "ul": "- ", "ol": "1. "}


class Choice(str):
    """The words by which something is known in the dialog that offers it."""


class Fields:
    """The fields of a form by the names of their inputs, such as ``body-0-value``."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def input(self, name: str) -> Locator:
        return self.page.locator(f'[name="{name}"]')

    def fill(self, name: str, value: Any) -> None:
        """Put a value into a field of whatever kind."""
        if isinstance(value, dict):
            for part, inner in value.items():
                self.fill(f"{name}-{part}", inner)
        elif isinstance(value, list):
            is_stream = isinstance(value[0], dict) and "type" in value[0]
            (self.stream if is_stream else self.lines)(name, value)
        elif isinstance(value, Choice):
            self.choose(name, value)
        elif value not in (None, ""):
            self.type(name, str(value))

    def type(self, name: str, value: str) -> None:
        field = self.input(name)
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        elif field.get_attribute("type") == "hidden":
            self.rich_text(name, value)
        else:
            field.fill(value[:-1])
            # Some fields listen to the keys, such as the title for the slug.
            field.press_sequentially(value[-1])

    def open(self, name: str) -> None:
        """Open the panel that a field is in, as some are closed at first."""
        toggle = self.page.locator(
            f'section:has([data-contentpath="{name}"]) > .w-panel__header '
            '[data-panel-toggle][aria-expanded="false"]'
        )
        if toggle.count():
            toggle.click()

    # Rich text

    def rich_text(self, name: str, html: str) -> None:
        """Type paragraphs, headings, lists and bold words as an editor does."""
        self.go_into(name)
        blocks = BeautifulSoup(html, "html.parser").find_all(True, recursive=False)
        for number, block in enumerate(blocks):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.type(MARKS.get(block.name, ""))
            self._type_block(block)
        # The editor grows smaller when it is left, so that whatever is clicked next
        # would move away between pressing the button of the mouse and releasing it.
        self.page.evaluate("document.activeElement.blur()")

    def go_into(self, name: str) -> None:
        """Put the cursor into a rich text."""
        self.page.locator(
            f'[name="{name}"] + .Draftail-Editor__wrapper [contenteditable="true"]'
        ).click()

    def _type_block(self, block: Tag) -> None:
        items = block.find_all("li", recursive=False)
        for item in items:
            self._type_words(item)
            self.page.keyboard.press("Enter")
        if items:
            # An empty line is the end of a list.
            self.page.keyboard.press("Enter")
        else:
            self._type_words(block)

    def _type_words(self, block: Tag) -> None:
        for run in block.strings:
            is_bold = run.find_parent("b") is not None
            if is_bold:
                self.page.keyboard.press("Control+b")
            self.page.keyboard.insert_text(str(run))
            if is_bold:
                self.page.keyboard.press("Control+b")

    # Streams of blocks

    def stream(self, name: str, blocks: list[dict[str, Any]]) -> None:
        """Fill a stream. A first block that waits there already is used or removed."""
        for number, block in enumerate(blocks):
            waiting = self.input(f"{name}-0-type")
            if not number and waiting.count():
                if waiting.input_value() == block["type"]:
                    self.fill(f"{name}-0-value", block["value"])
                    continue
                self.remove_block(name, 0)
            self.fill(self.add_block(name, block["type"]), block["value"])

    def lines(self, name: str, values: list[Any]) -> None:
        """Fill a list of equal items."""
        for number, value in enumerate(values):
            if number < self._count(name):
                self.fill(f"{name}-{number}-value", value)
            else:
                self.fill(self.add_block(name), value)

    def add_block(self, name: str, kind: str = "") -> str:
        """Add a block at the end, with the picker if there is one; give its name."""
        number = self._count(name)
        self.page.locator(f'[name="{name}-count"] ~ div .c-sf-add-button').last.click()
        if kind in LABELS:
            self.page.get_by_role("option", name=LABELS[kind], exact=True).click()
        expect(self.input(f"{name}-{number}-order")).to_be_attached()
        return f"{name}-{number}-value"

    def remove_block(self, name: str, number: int) -> None:
        block = self.page.locator(f'[name="{name}-{number}-type"]').locator("..")
        block.locator('[data-streamfield-action="DELETE"]').first.click()
        expect(self.input(f"{name}-{number}-deleted")).to_have_value("1")

    def _count(self, name: str) -> int:
        return int(self.input(f"{name}-count").input_value())

    # Dialogs that offer pages, pictures, snippets

    def choose(self, name: str, words: str) -> None:
        """Choose something in the dialog of a field."""
        field = self._chooser(name)
        self._open_dialog(field)
        self._pick(words)
        expect(field.locator("[data-chooser-title]").first).to_have_text(words)

    def upload(self, name: str, title: str, picture: FilePayload) -> None:
        """Choose a picture that only this editor's own computer has so far."""
        field = self._chooser(name)
        self._open_dialog(field)
        self._dialog.get_by_role("tab", name="Upload").click()
        self._dialog.locator('[type="file"]').set_input_files(picture)
        self._dialog.locator('[name$="-title"]').fill(title)
        self._dialog.get_by_role("button", name="Upload").click()
        expect(field.locator("[data-chooser-title]").first).to_have_text(title)
        self._is_closed()

    def link(self, words: str, title: str) -> None:
        """Go on typing with words that lead to a page."""
        keyboard = self.page.keyboard
        keyboard.insert_text(words)
        keyboard.press("Shift+Home")
        keyboard.press("Control+k")
        self._pick(title)

    @property
    def _dialog(self) -> Locator:
        return self.page.locator(".modal.in")

    def _chooser(self, name: str) -> Locator:
        return self.page.locator(f'[id="{name}-chooser"], [id="id_{name}-chooser"]')

    def _open_dialog(self, field: Locator) -> None:
        """Press the button until the dialog is there, as an editor would."""
        for _time in range(3):
            field.locator("[data-chooser-action-choose]").first.click()
            try:
                self._dialog.locator("h1").wait_for(timeout=5_000)
            except TimeoutError:
                # A form that is still moving can take the button away from the mouse.
                continue
            break

    def _pick(self, words: str) -> None:
        """Click on something in the open dialog, searching if it is not in sight."""
        whole = re.compile(rf"^\s*{re.escape(words)}\s*$")
        found = self._dialog.locator("a", has_text=whole)
        expect(self._dialog.locator("h1")).to_be_visible()
        if not found.count():
            # Sources are shown with author and year, but a title is found best.
            self._dialog.locator('[name="q"]').fill(words.rpartition("): ")[2])
        found.first.click()
        self._is_closed()

    def _is_closed(self) -> None:
        expect(self.page.locator(".modal-backdrop")).to_have_count(0)
