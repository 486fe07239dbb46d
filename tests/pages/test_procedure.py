"""A procedure page answers in the reader's order, and says where it knows it from."""

import pytest

from tests import content
from tests.forms import edit_address, posted
from tests.pages import full
from tests.reading import read, words

pytestmark = pytest.mark.django_db

#: Medical order with the way out and the risks before the way in.
SECTIONS = {
    "what": "What it is",
    "who": "Who it is for",
    "choices": "Other choices, and doing nothing",
    "benefits": "How well does it work?",
    "risks": "What can go wrong?",
    "preparation": "Getting ready",
    "procedure": "What happens",
    "recovery": "Getting back to normal",
    "help": "When to get help",
    "uncertainty": "What we don’t know",
    "cost": "What it costs",
    "more": "More about it",
    "questions": "Questions to ask",
}


def headings(page):
    found = page.select(".spine-layout__text h2[id]")
    return {tag["id"]: words(tag) for tag in found if tag["id"] in SECTIONS}


def test_the_sections_come_in_the_order_in_which_readers_ask(client):
    page = read(client, full.page("procedure").url)
    assert list(headings(page).items()) == list(SECTIONS.items())
    contents = page.select(".spine-contents a")
    assert [link["href"] for link in contents if link["href"][1:] in SECTIONS] == [
        f"#{anchor}" for anchor in SECTIONS
    ]


def test_what_is_optional_leaves_no_empty_section(client):
    found = headings(read(client, content.procedure().url))
    assert set(SECTIONS) - set(found) == {"more", "questions"}


def test_the_facts_of_the_treatment_are_shown(client):
    treatment = content.treatment()
    treatment.also_known_as = "Bone cement"
    treatment.aim = "It is meant to ease pain."
    treatment.not_aim = "It does not mend thin bones."
    treatment.save()
    page = read(client, content.procedure().url)
    assert words(page.select_one(".spine-header__names")) == "Also called: Bone cement"
    facts = {
        words(each.dt): words(each.dd) for each in page.select(".spine-aims > div")
    }
    assert facts == {
        "Used for": "Broken bones in the spine",
        "How it is done": "Through the skin, with a needle",
        "Part of the body": "Spine",
        "What it is meant to do": "It is meant to ease pain.",
        "What it does not do": "It does not mend thin bones.",
    }


def test_a_point_is_numbered_by_its_source_on_the_page(client):
    first, second = content.source(), content.source()
    second.pk = None
    second.title = "Another trial"
    second.save()
    page = content.procedure(
        sources=[("source", second), ("source", first)],
        suitable_if=[("point", {"text": "<p>It hurts.</p>", "source": first})],
        not_suitable_if=[("point", {"text": "<p>It heals.</p>", "source": None})],
    )
    shown = read(client, page.url)
    (link,) = shown.select(".spine-source-link")
    assert (link["href"], words(link)) == ("#source-2", "Source 2")
    assert "A trial" in words(shown.select_one("#source-2"))
    assert "Another trial" in words(shown.select_one("#source-1"))


def test_a_point_whose_source_is_not_on_the_page_has_no_number(client):
    page = content.procedure()
    page.sources = []
    page.save()
    shown = read(client, page.url)
    assert shown.select(".spine-source-link") == []
    assert "It hurts." in shown.get_text()


def test_signs_come_by_urgency_with_the_number_to_call(client):
    full.clinic(emergency_phone="999", urgent_phone="111")
    kinds = ["routine", "urgent", "emergency"]
    page = content.procedure(warning_signs=[("sign", content.sign(k)) for k in kinds])
    cards = read(client, page.url).select(".spine-care-card")
    assert [card["class"][-1] for card in cards] == [
        f"spine-care-card--{kind}" for kind in reversed(kinds)
    ]
    assert [card.a["href"] for card in cards] == ["tel:999", "tel:111", "tel:222"]
    assert "A sign that is emergency" in words(cards[0])


@pytest.mark.parametrize("snippet", ["person", "source", "sign"])
def test_a_snippet_that_is_a_draft_by_now_is_not_shown(snippet, client):
    page = content.procedure()
    known = getattr(content, snippet)()
    texts = {
        "person": "Dr A. Example",
        "source": "A trial",
        "sign": "that is emergency",
    }
    assert texts[snippet] in read(client, page.url).get_text()
    type(known).objects.filter(pk=known.pk).update(live=False)
    assert texts[snippet] not in read(client, page.url).get_text()


def test_without_a_price_the_page_says_so(client):
    page = content.procedure()
    assert "We give no price here." in read(client, page.url).get_text()
    page.cost = "About £900 <b>a night</b>"
    page.save()
    shown = read(client, page.url).get_text()
    assert "About £900 <b>a night</b>" in shown
    assert "We give no price here." not in shown


def test_the_page_says_who_wrote_it_and_who_gains(client):
    full.clinic(
        conflict_statement="We sell cement.",
        funding_statement="We paid.",
        update_policy="We check every year.",
        disclaimer="Ask your team.",
    )
    about = words(read(client, content.procedure().url).select_one(".spine-about"))
    for text in ("Dr A. Example", "Radiologist", "We sell cement.", "We paid."):
        assert text in about
    assert "We check every year." in about and "Ask your team." in about

    own = content.procedure(slug="own", conflict_statement="We gain nothing.")
    about = words(read(client, own.url).select_one(".spine-about"))
    assert "We gain nothing." in about
    assert "We sell cement." not in about


def test_codes_are_for_machines_only(client):
    code = {"system": "OPCS-4", "code": "V44.4"}
    page = content.procedure(codes=[("code", code)])
    assert "V44.4" not in read(client, page.url).get_text()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        (lambda: {"plain_definition": "word " * 61}, "plain_definition"),
        (lambda: {"image": content.image()}, "image_alt"),
        (
            lambda: {"warning_signs": [("sign", content.sign("urgent"))]},
            "warning_signs",
        ),
    ],
    ids=["61 words", "picture without words", "no emergency sign"],
)
def test_each_publish_problem_is_shown_next_to_its_field(changes, field, admin_client):
    page = content.procedure(live=False, **changes())
    assert admin_client.post(edit_address(page), posted(page)).status_code == 302
    refused = admin_client.post(edit_address(page), posted(page, "publish"))
    assert refused.status_code == 200
    assert set(refused.context["form"].errors) == {field}


def test_sixty_words_are_not_too_many(admin_client):
    page = content.procedure(live=False, plain_definition="word " * 60)
    response = admin_client.post(edit_address(page), posted(page, "publish"))
    assert response.status_code == 302
