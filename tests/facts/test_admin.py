"""The form of a treatment: questions, drafts, and what a translation keeps."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, streamfield

from spine_content.facts.blocks import fact_blocks
from spine_content.models import Measure, Treatment
from tests import content, forms

pytestmark = pytest.mark.django_db

FIELDS = ("name", "short_label", "kind", "also_known_as", "aim", "not_aim")


def address(name: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_spine_content_treatment:{name}", args=args)


def posted(treatment: Treatment, facts: Any = None, **changes: Any) -> dict[str, str]:
    """The form of a treatment as a browser sends it, with these facts in it."""
    stored = treatment.stored_facts if facts is None else facts
    kinds = Treatment._meta.get_field("facts").stream_block.child_blocks
    lines = []
    for each in stored:
        block = kinds[each["type"]]
        whole = block.get_prep_value(block.to_python(each["value"]))
        lines.append((each["type"], forms._block(block, whole)))
    sent = streamfield(lines)
    for number, each in enumerate(stored):
        sent[str(number)]["id"] = each["id"]
    data = {name: getattr(treatment, name) for name in FIELDS}
    flat = nested_form_data({**data, "facts": sent, **changes})
    return {key: value for key, value in flat.items() if value is not None}


def save(client: Client, treatment: Treatment, *args: Any, **changes: Any) -> Any:
    data = posted(treatment, *args, **changes)
    return client.post(address("edit", treatment.pk), data)


def latest(treatment: Treatment) -> Treatment:
    return Treatment.objects.get(pk=treatment.pk).get_latest_revision_as_object()


def leaks(**values: Any) -> Any:
    given = {"numerator": 24, "denominator": 55, **values}
    return content.fact(content.measure(), **given)


def form(client: Client, treatment: Treatment | None = None) -> BeautifulSoup:
    where = address("edit", treatment.pk) if treatment else address("add")
    return BeautifulSoup(client.get(where).content, "html.parser")


def offered(page: BeautifulSoup) -> list[str]:
    return [each.get_text(strip=True) for each in page.select("[data-spine-question]")]


def test_questions_are_offered_in_the_groups_and_order_of_the_pages(admin_client):
    for question, group, order in [
        ("Does it leak?", "harms", 0),
        ("How long is the night?", "involves", 2),
        ("How long does it take?", "involves", 1),
    ]:
        content.measure(question, group=group, order=order)
    content.measure("Not yet public?", live=False)
    french = Locale.objects.create(language_code="fr")
    content.measure("Combien de temps ?", locale=french)
    page = form(admin_client)
    assert offered(page) == [
        "How long does it take?",
        "How long is the night?",
        "Does it leak?",
    ]
    headings = [each.get_text() for each in page.select("[data-spine-group] h4")]
    assert headings == ["What it involves", "What can go wrong"]


def test_without_questions_there_is_a_link_to_them(admin_client):
    box = form(admin_client).select_one("[data-spine-questions]")
    assert "There are no questions yet." in box.get_text()
    measures = reverse("wagtailsnippets_spine_content_measure:list")
    assert box.a["href"] == measures


def test_a_draft_may_be_wrong_but_publishing_is_refused_next_to_the_field(
    admin_client,
):
    treatment = content.with_facts(leaks())
    wrong = treatment.stored_facts
    wrong[0]["value"].update(numerator=60, basis="")
    assert save(admin_client, treatment, wrong).status_code == 302
    assert latest(treatment).stored_facts[0]["value"]["numerator"] == 60

    response = save(admin_client, treatment, wrong, **{"action-publish": "on"})
    assert response.status_code == 200
    (error,) = response.context["form"].errors["facts"].as_data()
    errors = error.as_json_data()["blockErrors"][0]["blockErrors"]
    assert errors["numerator"]["messages"] == [
        "It cannot be more than the number it is out of."
    ]
    assert errors["basis"]["messages"] == ["Say what it rests on."]
    (published,) = Treatment.objects.get(pk=treatment.pk).stored_facts
    assert published["value"]["numerator"] == 24


CHOOSER = "/admin/snippets/choose/spine_content/measure/"


def listed(client: Client, query: str) -> set[str]:
    page = BeautifulSoup(client.get(f"{CHOOSER}results/{query}").content, "html.parser")
    return {each.get_text(strip=True) for each in page.select("td.title a")}


def test_the_chooser_offers_questions_of_the_kind_of_the_fact(admin_client):
    content.measure("How often?")
    content.measure("How long?", kind="range")
    assert listed(admin_client, "?kind=range") == {"How long?"}
    assert listed(admin_client, "?kind=unheard-of") == set()
    assert listed(admin_client, "") == {"How often?", "How long?"}


def test_each_kind_of_fact_opens_the_chooser_for_its_kind():
    for kind, block in fact_blocks():
        chooser = block.child_blocks["measure"].widget
        assert chooser.get_chooser_modal_url() == f"{CHOOSER}?kind={kind}"


def test_a_missing_question_is_added_in_the_chooser(admin_client):
    french = Locale.objects.create(language_code="fr")
    data = {"question": "How long?", "group": "involves", "unit": "days"}
    query = "?kind=range&locale=fr"
    assert admin_client.post(f"{CHOOSER}create/{query}", data).status_code == 200
    measure = Measure.objects.get()
    assert (measure.kind, measure.unit, measure.locale) == ("range", "days", french)
    assert measure.live


@pytest.mark.parametrize(
    ("rights", "query", "status"),
    [
        (("add",), "?kind=range", 302),
        (("publish",), "?kind=range", 302),
        (("add", "publish"), "?kind=unheard-of", 302),
        (("add", "publish"), "", 302),
        (("add", "publish"), "?kind=range", 200),
    ],
)
def test_adding_a_question_requires_permission_to_publish_it(
    client, django_user_model, rights, query, status
):
    # Wagtail makes it in a migration, but the tests' own comes before its snippets.
    Permission.objects.get_or_create(
        codename="publish_measure",
        content_type=ContentType.objects.get_for_model(Measure),
    )
    user = django_user_model.objects.create_user("writer", password="pw")
    names = ["access_admin", *(f"{right}_measure" for right in rights)]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    data = {"question": "How long?", "group": "involves"}
    assert client.post(f"{CHOOSER}create/{query}", data).status_code == status
    assert Measure.objects.exists() is (status == 200)


@pytest.fixture
def original() -> Treatment:
    return content.with_facts(leaks(population="people over 60"))


@pytest.fixture
def translation(original: Treatment) -> Treatment:
    french = Locale.objects.create(language_code="fr")
    copied = original.copy_for_translation(french)
    copied.name = "Vertébroplastie"
    copied.save()
    return copied


def test_a_translation_says_where_its_numbers_come_from(
    admin_client, original, translation
):
    page = form(admin_client, translation)
    help_block = page.select_one("[data-spine-facts='words'] .help-block")
    assert "come from “Vertebroplasty” (British English)" in help_block.get_text(
        " ", strip=True
    )
    assert help_block.a["href"] == address("edit", original.pk)
    assert not page.select("[data-spine-questions]")
    assert form(admin_client, original).select("[data-spine-questions]")


def test_a_translation_shows_the_current_facts_of_its_original(
    admin_client, original, translation
):
    original.facts[0].value["numerator"] = 25
    original.facts.append(leaks(numerator=3))
    original.save()
    shown = admin_client.get(address("edit", translation.pk)).context["form"]
    numbers = [each.value["numerator"] for each in shown.initial["facts"]]
    assert numbers == [25, 3]


def test_only_text_is_saved_in_a_translation(admin_client, original, translation):
    forged = translation.stored_facts
    forged[0]["value"].update(
        population="les plus de 60 ans", numerator=1, basis="policy", status="not_known"
    )
    forged.append({**forged[0], "id": "b3f0c3c4-0000-4000-8000-000000000000"})
    for action in ("", "action-publish"):
        save(admin_client, translation, forged, **{action: "on"})
        (kept,) = latest(translation).stored_facts
        assert kept["id"] == original.stored_facts[0]["id"]
        assert kept["value"] == {
            **original.stored_facts[0]["value"],
            "population": "les plus de 60 ans",
        }


def test_a_translation_cannot_lose_a_fact(admin_client, original, translation):
    save(admin_client, translation, [])
    assert latest(translation).stored_facts == original.stored_facts


def test_every_field_of_an_original_can_be_changed(admin_client, original, translation):
    changed = original.stored_facts
    changed[0]["value"]["numerator"] = 30
    save(admin_client, original, changed, **{"action-publish": "on"})
    original.refresh_from_db()
    assert original.facts[0].value["numerator"] == 30


def test_the_preview_reads_as_the_public_page(admin_client):
    other = content.treatment("Waiting", "no_treatment")
    money = content.measure("What does it cost?", kind="money", group="cost")
    treatment = content.with_facts(
        leaks(comparator="other", other_treatment=other),
        content.fact(money, status="not_known"),
    )
    changed = treatment.stored_facts
    changed[0]["value"].update(numerator=30, compared_numerator=20)
    changed[0]["value"].update(compared_denominator=50)
    preview = address("preview_on_edit", treatment.pk)
    sent = admin_client.post(preview, posted(treatment, changed)).json()
    assert sent["is_valid"]
    page = BeautifulSoup(admin_client.get(preview).content, "html.parser")
    assert "30 of 55" in page.main.get_text()
    assert "Waiting" in page.main.get_text()
    headings = [each.get_text() for each in page.select("h2")]
    assert headings == ["What can go wrong", "Cost", "Sources"]
    assert page.select_one("#source-1")


def test_a_treatment_without_facts_has_a_preview_too(admin_client):
    preview = address("preview_on_add")
    data = posted(Treatment(name="A new one", kind="procedure"))
    assert admin_client.post(preview, data).json()["is_valid"]
    page = admin_client.get(preview).content.decode()
    assert "Nothing is known about it yet" in page
