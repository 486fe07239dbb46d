"""The quality panel of the form: advice on the latest draft, and answers to it."""

import pytest
from django.urls import reverse

from spine_content.models import ClinicSettings, PageQuality, QualityAnswer, WarningSign
from spine_content.quality.page_report import QualityReport
from tests import content
from tests.forms import edit_address
from tests.reading import soup, words

pytestmark = pytest.mark.django_db

PAINLESS = "<p>It is painless and proven.</p>"


def written(html=PAINLESS, **changes):
    return content.procedure(risks=[content.text(html)], **changes)


def advice(page, topic="claim"):
    return {each.key: each for each in QualityReport(page).open if each.topic == topic}


def missing(page):
    return {key.partition(":")[2] for key in advice(page, "missing")}


def findings(client, page):
    response = client.get(reverse("spine_quality", args=[page.pk]))
    assert response.status_code == 200
    return soup(response.content)


def answer(client, page, found, **data):
    address = reverse("spine_quality_answer", args=[page.pk])
    posted = {"key": found.key, "excerpt": found.excerpt_hash, **data}
    return client.post(address, posted)


@pytest.mark.parametrize("kind", content.MAKERS)
def test_every_page_form_has_the_panel(kind, admin_client):
    page = content.MAKERS[kind]()
    panel = soup(admin_client.get(edit_address(page)).content).select_one(
        ".spine-quality"
    )
    # The form does not wait for it: the script asks at this address.
    assert panel["data-spine-draft"] == reverse("spine_quality", args=[page.pk])
    placeholder = panel.select_one("[aria-busy=true]")
    assert "Reading your draft …" in words(placeholder)
    report = placeholder.select_one("noscript a")["href"]
    assert admin_client.get(report).status_code == 200
    assert findings(admin_client, page).select_one(".spine-quality__reading")


def test_the_form_of_a_new_page_asks_to_save_first(admin_client):
    model = content.page_type("ProcedurePage")._meta.model_name
    address = reverse(
        "wagtailadmin_pages:add", args=["spine_pages", model, content.home().pk]
    )
    panel = soup(admin_client.get(address).content).select_one(".spine-quality")
    assert panel["data-spine-draft"].endswith("/0/")
    assert "Save the draft" in words(panel)
    assert not panel.select("[aria-busy], [data-spine-draft-waiting]")


def test_a_locked_page_is_checked(admin_client):
    page = written()
    page.locked = True
    page.save()
    form = soup(admin_client.get(edit_address(page)).content)
    address = form.select_one(".spine-quality")["data-spine-draft"]
    shown = soup(admin_client.get(address).content)
    assert "painless and proven" in words(shown)


def test_the_latest_draft_is_checked_and_not_the_live_version(admin_client):
    page = written("<p>It hurts a little.</p>")
    page.save_revision().publish()
    page.risks = [content.text(PAINLESS)]
    page.save_revision()
    shown = findings(admin_client, page)
    assert "It is painless and proven." in words(shown)
    assert [words(mark) for mark in shown.select("mark")] == ["painless"]


def test_a_fact_of_the_treatment_is_suggested(admin_client):
    leak = content.measure("How often does it hurt?", group="harms")
    found = content.fact(leak, numerator=12, denominator=120, per="people")
    content.with_facts(found)
    shown = words(findings(admin_client, written()))
    assert "From the facts, you could say:" in shown
    assert "How often does it hurt? 10 of 100 people" in shown


def test_the_grade_leaves_out_terms_of_the_glossary():
    from spine_content.models import GlossaryTerm

    page = written("<p>Vertebroplasty is done with a needle by a team.</p>" * 10)
    with_it = QualityReport(page).result
    assert with_it.readability == with_it.readability_without_terms
    GlossaryTerm.objects.create(term="vertebroplasty", meaning="Cement in a bone.")
    without = QualityReport(page).result
    assert without.readability_without_terms.grade < with_it.readability.grade


def test_missing_items_depend_on_page_and_site():
    page = written()
    assert {"benefits", "harms", "alternatives", "questions", "funding"} <= missing(
        page
    )
    assert missing(page).isdisjoint({"authors", "sources", "warning_signs"})
    clinic = ClinicSettings.for_site(page.get_site())
    clinic.funding_statement = "The clinic pays."
    clinic.save()
    content.comparison()
    page = type(page).objects.get(pk=page.pk)
    assert missing(page).isdisjoint({"funding", "alternatives"})
    WarningSign.objects.update(live=False)
    page = type(page).objects.get(pk=page.pk)
    assert "warning_signs" in missing(page)


def test_a_story_gets_only_the_advice_that_fits():
    page = content.story(
        body=[content.text("<p>It was painless. " + "I " * 30 + "</p>")]
    )
    found = QualityReport(page).open
    assert {each.key for each in found} == {"claim:painless", "missing:typical"}
    assert "stays as it is" in found[0].why


def test_an_answer_is_stored_with_name_and_day_and_can_be_taken_back(admin_client):
    page = written()
    found = advice(page)["claim:painless"]
    shown = soup(answer(admin_client, page, found).content)
    stored = QualityAnswer.objects.get()
    assert stored.answered_by.username == "admin"
    assert "Answered by admin" in words(shown.select_one("[data-topic=answered]"))
    assert advice(page).keys() == {"claim:proven"}
    answer(admin_client, page, found)
    assert QualityAnswer.objects.count() == 1
    answer(admin_client, page, found, take_back="1")
    assert not QualityAnswer.objects.exists()
    assert advice(page).keys() == {"claim:painless", "claim:proven"}


def test_an_answer_to_another_sentence_does_not_count(admin_client):
    page = written()
    answer(admin_client, page, advice(page)["claim:painless"])
    page.risks = [content.text("<p>It is quite painless.</p>")]
    page.save_revision()
    assert "claim:painless" in advice(page.get_latest_revision_as_object())


@pytest.mark.parametrize("take_back", ["", "1"])
@pytest.mark.parametrize(
    "key, checksum",
    [("claim:painless", "0" * 32), ("", ""), ("x" * 500, "y" * 500), ("\0", "\0")],
)
def test_an_answer_to_unknown_advice_changes_nothing(
    key, checksum, take_back, admin_client
):
    page = written()
    data = {"key": key, "excerpt": checksum, "take_back": take_back}
    address = reverse("spine_quality_answer", args=[page.pk])
    response = admin_client.post(address, data)
    assert "The text has changed meanwhile." in response.content.decode()
    assert not QualityAnswer.objects.exists()


def test_other_pages_have_no_findings(admin_client):
    for pk in (content.home().pk, 4711):
        address = reverse("spine_quality", args=[pk])
        assert admin_client.get(address).status_code == 404


def test_it_never_blocks_publishing(admin_client):
    page = written("<p>It is painless, proven and excruciating!!</p>")
    page.save_revision().publish()
    assert type(page).objects.get(pk=page.pk).live


def test_the_figures_are_stored_for_the_report(admin_client):
    page = written()
    findings(admin_client, page)
    stored = PageQuality.objects.get(page_id=page.pk)
    assert (stored.claims, stored.answered) == (2, 0)
    answer(admin_client, page, advice(page)["claim:painless"])
    stored.refresh_from_db()
    assert (stored.claims, stored.answered) == (1, 1)


def test_a_withdrawn_story_leaves_neither_figures_nor_answers(admin_client):
    from spine_content.consent import withdraw

    page = content.story(body=[content.text("<p>It was painless.</p>")])
    answer(admin_client, page, QualityReport(page).open[0])
    assert QualityAnswer.objects.exists() and PageQuality.objects.exists()
    withdraw(page.consent, by=None, via="paper")
    assert not QualityAnswer.objects.exists()
    assert not PageQuality.objects.exists()
