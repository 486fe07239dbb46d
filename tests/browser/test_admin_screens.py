"""Every screen that we add to the admin opens, and its own markup is in order."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from spine_content.models import Consent
from tests.browser.editor import Editor
from tests.browser.visitor import barriers, listen

CONTENT = [
    "Topics",
    "Procedures",
    "Comparisons",
    "Patient stories",
    "Recovery guides",
    "Treatments",
    "Measures",
    "Sources",
    "Warning signs",
    "Glossary terms",
    "People",
    "Import",
]
#: What the templates of our registers write themselves: the rest is Wagtail's.
OUR_MARKUP = [".spine-facets", ".spine-register-scroll", ".spine-record"]


@pytest.fixture
def complaints(request) -> Iterator[list[str]]:
    """What the browser complains about, which in the end has to be nothing."""
    heard: list[str] = []
    yield heard
    assert not heard


def open_menu(editor: Editor, menu: str) -> dict[str, str]:
    """The entries of a part of the main menu with their addresses."""
    editor.page.goto("/admin/")
    navigation = editor.page.get_by_role("navigation", name="Main menu")
    button = navigation.get_by_role("button", name=menu)
    button.click()
    entries = button.locator("xpath=ancestor::li[1]").locator("ul a")
    expect(entries.first).to_be_visible()
    return {
        entry.inner_text().strip(): entry.get_attribute("href") or ""
        for entry in entries.all()
    }


def opens(page: Page, address: str) -> None:
    response = page.goto(address)
    assert response is not None and response.status == 200, address
    expect(page.get_by_role("main")).not_to_be_empty()


def address_of(page: Page, selector: str) -> str:
    return page.locator(selector).first.get_attribute("href") or ""


@pytest.mark.parametrize(
    "half", [CONTENT[:5], CONTENT[5:-1]], ids=["pages", "snippets"]
)
def test_clinic_content_lists_adds_and_edits(half, editor, complaints):
    listen(editor.page, complaints)
    entries = open_menu(editor, "Clinic content")
    assert list(entries) == CONTENT
    for entry in half:
        opens(editor.page, entries[entry])
        screens = [
            address_of(editor.page, "header .w-header-button"),
            address_of(editor.page, 'td.title a[href*="/edit/"]'),
        ]
        for screen in screens:
            opens(editor.page, screen)


@pytest.mark.parametrize("name", ["admin", "officer"])
def test_the_consent_register_opens(name, sign_in, complaints):
    editor = sign_in(name)
    listen(editor.page, complaints)
    entries = open_menu(editor, "Clinic registers")
    expected = ["Consents", "Consent forms"]
    expected += ["Clinical reviews", "Imports"] if name == "admin" else []
    assert list(entries) == expected
    opens(editor.page, entries["Consent forms"])
    register = entries["Consents"]
    opens(editor.page, register)
    consent = Consent.objects.latest("pk")
    expect(editor.page.get_by_text(consent.reference).first).to_be_visible()
    editor.page.get_by_role("link", name="Expired (0)").click()
    expect(editor.page.get_by_text("No consents match these filters.")).to_be_visible()
    for screen in ("inspect", "edit", "history"):
        opens(editor.page, f"{register}{screen}/{consent.pk}/")


def test_a_consent_is_taken_in_the_register(sign_in, complaints):
    officer = sign_in("officer")
    listen(officer.page, complaints)
    officer.page.goto(open_menu(officer, "Clinic registers")["Consents"])
    officer.page.get_by_role("link", name="Add consent").click()
    officer.fields.fill("subject_ref", "R-2031")
    officer.fields.fill("method", "paper")
    officer.fields.fill("given_on", "2026-01-31")
    # A calendar may cover the boxes, which keys do not mind.
    expect(officer.page.get_by_label("The text", exact=True)).to_be_checked()
    officer.page.get_by_label("Photographs", exact=True).press("Space")
    for told in ("withdrawal_explained", "public_limits_explained"):
        officer.fields.input(told).press("Space")
    officer.page.get_by_role("button", name="Save").press("Enter")
    officer.expect_message("created.")
    consent = Consent.objects.get(subject_ref="R-2031")
    assert consent.scopes == {"text", "photo"}
    assert consent.taken_by.username == "officer"


def test_the_registers_have_no_barriers(sign_in):
    officer = sign_in("officer")
    register = open_menu(officer, "Clinic registers")["Consents"]
    consent = Consent.objects.latest("pk")
    for address in (register, f"{register}inspect/{consent.pk}/"):
        opens(officer.page, address)
        ours = [part for part in OUR_MARKUP if officer.page.locator(part).count()]
        assert ours
        assert not barriers(officer.page, within=ours)


def test_an_editor_has_no_way_into_the_registers(sign_in, editor):
    register = open_menu(sign_in("officer"), "Clinic registers")["Consents"]
    editor.page.goto("/admin/")
    navigation = editor.page.get_by_role("navigation", name="Main menu")
    expect(navigation.get_by_role("button", name="Clinic content")).to_be_visible()
    expect(navigation.get_by_role("button", name="Clinic registers")).to_have_count(0)
    editor.page.goto(register)
    assert editor.page.url.endswith("/admin/")
    editor.expect_message("permission")


@pytest.mark.parametrize("name", ["admin", "editor"])
def test_the_clinic_settings_are_saved(name, sign_in, visitor, complaints):
    editor = sign_in(name)
    listen(editor.page, complaints)
    editor.page.goto(open_menu(editor, "Settings")["Clinic settings"])
    editor.fields.fill("emergency_phone", "112")
    editor.page.get_by_role("button", name="Save").click()
    editor.expect_message("updated")
    assert "In an emergency, call 112" in visitor.reads("/spinal-fractures/")
