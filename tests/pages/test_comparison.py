"""A comparison lets readers choose, and one choice is always not to have it done."""

import pytest

from spine_content.models import Treatment
from tests import content
from tests.forms import edit_address, posted
from tests.reading import read, words

pytestmark = pytest.mark.django_db
REASON = "reason_no_alternative"


def choices(*kinds):
    return [
        (
            "choice",
            {
                "treatment": content.treatment(f"Choice {number}", kind),
                "suits_if": "<p>It hurts.</p>",
                "suits_not_if": "<p>It heals.</p>",
            },
        )
        for number, kind in enumerate(kinds)
    ]


def test_each_choice_says_for_whom_it_may_be_right(client):
    page = content.comparison(choices=choices("procedure", "non_surgical"))
    shown = read(client, page.url)
    assert page.decision in words(shown.select_one(".spine-header__decision"))
    found = shown.select(".spine-choice")
    assert [words(choice.h3) for choice in found] == ["Choice 0", "Choice 1"]
    for choice in found:
        assert [words(heading) for heading in choice.select("h4")] == [
            "May suit you if",
            "May not suit you if",
        ]


def test_a_treatment_that_is_a_draft_by_now_is_left_out(client):
    page = content.comparison(choices=choices("procedure", "non_surgical"))
    treatment = content.treatment("Choice 0")
    treatment.live = False
    treatment.save()
    found = read(client, page.url).select(".spine-choice h3")
    assert [words(name) for name in found] == ["Choice 1"]


def errors(admin_client, page):
    """The errors at publishing, of a page that can be saved as a draft."""
    assert admin_client.post(edit_address(page), posted(page)).status_code == 302
    response = admin_client.post(edit_address(page), posted(page, "publish"))
    if response.status_code == 302:
        return {}
    return response.context["form"].errors


@pytest.mark.parametrize("kinds", [("procedure",) * 2, ("procedure",) * 4])
def test_procedures_alone_need_a_reason(kinds, admin_client):
    page = content.comparison(live=False, choices=choices(*kinds))
    found = errors(admin_client, page)
    assert list(found) == [REASON]
    assert "Add care without one" in found[REASON][0]
    setattr(page, REASON, "There is no other care for it.")
    assert errors(admin_client, page) == {}


@pytest.mark.parametrize("other", ["non_surgical", "no_treatment"])
def test_care_without_a_procedure_is_reason_enough(other, admin_client):
    page = content.comparison(live=False, choices=choices("procedure", other))
    assert errors(admin_client, page) == {}


def test_a_draft_of_other_care_does_not_count(admin_client):
    picked = choices("procedure", "procedure", "no_treatment")
    Treatment.objects.filter(kind="no_treatment").update(live=False)
    page = content.comparison(live=False, choices=picked)
    page.refresh_from_db()
    assert list(errors(admin_client, page)) == [REASON]


@pytest.mark.parametrize("number", [1, 5])
def test_there_are_two_to_four_choices(number, admin_client):
    page = content.comparison(live=False, choices=choices(*["no_treatment"] * number))
    response = admin_client.post(edit_address(page), posted(page, "publish"))
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["choices"]


def test_a_comparison_leads_to_every_procedure_in_it(client):
    page = content.comparison(choices=choices("procedure", "procedure", "no_treatment"))
    for number in (0, 1):
        content.procedure(
            title=f"About {number}",
            slug=f"about-{number}",
            treatment=content.treatment(f"Choice {number}"),
        )
    found = read(client, page.url).select("#choices ~ .spine-links a")
    assert {words(link) for link in found} == {"About 0", "About 1"}


def test_a_comparison_is_found_by_each_of_its_treatments(client):
    content.comparison(choices=choices("procedure", "procedure", "no_treatment"))
    for number in (0, 1):
        page = content.procedure(
            slug=f"about-{number}", treatment=content.treatment(f"Choice {number}")
        )
        links = read(client, page.url).select("#choices ~ .spine-links a")
        assert [words(link) for link in links] == ["Compare your choices"]
