"""An editor answers a question about a treatment, and a translator words it anew."""

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, expect
from wagtail.models import Locale

from spine_content.models import Measure, Treatment
from tests.browser.editor import Editor
from tests.browser.visitor import barriers, listen

QUESTION = "How often does a scan show cement outside the bone?"


@pytest.fixture
def complaints():
    heard: list[str] = []
    yield heard
    assert not heard


def open_form(editor: Editor, treatment: Treatment) -> Locator:
    name = "wagtailsnippets_spine_content_treatment:edit"
    editor.page.goto(reverse(name, args=[treatment.pk]))
    return editor.page.locator("[data-spine-facts]")


def test_answers_a_question(sign_in, complaints):
    editor = sign_in("admin")
    treatment = Treatment.objects.create(name="A new one", kind="procedure")
    question = Measure.objects.get(question=QUESTION)
    listen(editor.page, complaints)
    form = open_form(editor, treatment)
    button = form.get_by_role("button", name=QUESTION)
    button.click()
    expect(button).to_be_hidden()
    expect(editor.fields.input("facts-0-value-numerator")).to_be_focused()
    chosen = form.locator('[id="facts-0-value-measure-chooser"]')
    expect(chosen).to_contain_text(QUESTION)

    sentence = form.locator(".spine-sentence")
    expect(sentence).to_contain_text("Before you publish:")
    editor.page.keyboard.type("24")
    editor.fields.fill("facts-0-value-denominator", "55")
    expect(sentence).to_contain_text("24 of 55")
    editor.fields.fill("facts-0-value-basis", "audit")
    expect(sentence).not_to_contain_text("Before you publish:")
    assert not barriers(editor.page, within=["[data-spine-facts]"])

    editor.fields.fill("facts-0-value-status", "not_known")
    expect(editor.fields.input("facts-0-value-numerator")).to_be_hidden()
    expect(sentence).to_contain_text("Not known")
    editor.fields.fill("facts-0-value-status", "known")
    expect(editor.fields.input("facts-0-value-numerator")).to_have_value("24")

    form.get_by_role("button", name="Delete").click()
    expect(button).to_be_visible()
    button.click()
    editor.page.keyboard.type("1")
    editor.fields.fill("facts-1-value-denominator", "200")
    editor.fields.fill("facts-1-value-basis", "audit")
    editor.publish()
    editor.expect_message("Treatment 'A new one' updated and published.")
    (fact,) = Treatment.objects.get(pk=treatment.pk).facts
    assert fact.value["measure"] == question
    assert (fact.value["numerator"], fact.value["denominator"]) == (1, 200)


def test_a_translator_finds_only_the_words_open(sign_in, complaints):
    editor = sign_in("admin")
    original = Treatment.objects.get(name="Vertebroplasty")
    translation = original.copy_for_translation(
        Locale.objects.create(language_code="fr")
    )
    translation.name = "Vertébroplastie"
    translation.save()
    listen(editor.page, complaints)
    form = open_form(editor, translation)
    expect(form).to_contain_text("come from “Vertebroplasty”")
    expect(form.locator("[data-spine-questions]")).to_have_count(0)
    facts = form.locator("[data-streamfield-child]", has_text="How long does it take?")
    fact = facts.first
    fact.locator("[data-panel-toggle]").first.click()
    for name in ("Delete", "Duplicate", "Move down", "Insert a block"):
        expect(form.get_by_role("button", name=name)).to_have_count(0)
    place = fact.locator('[data-contentpath="typical"]')
    expect(place).to_have_js_property("inert", True)
    words = fact.locator('[data-contentpath="note"]')
    expect(words).to_have_js_property("inert", False)
    expect(fact.locator(".spine-sentence")).to_contain_text("minutes")
    editor.publish()
    editor.expect_message("Treatment 'Vertébroplastie' updated and published.")
    translation.refresh_from_db()
    assert translation.stored_facts == original.stored_facts
