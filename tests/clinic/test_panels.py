"""What the editor of a page reads about its telephone numbers."""

import pytest

from spine_content.pages.models import RecoveryGuidePage, TopicPage
from tests import content
from tests.forms import add_address, edit_address
from tests.reading import soup, words

pytestmark = pytest.mark.django_db


def panel(admin_client, address):
    page = soup(admin_client.get(address).content)
    heading = next(h for h in page.select("h2") if words(h) == "Telephone numbers")
    return heading.find_parent("section")


def warnings(shown):
    return [words(line) for line in shown.select(".help-warning li")]


def numbers(shown):
    return [words(line) for line in shown.select(".help-info li")]


def test_the_panel_shows_what_each_placeholder_stands_for(admin_client):
    content.checked_numbers(urgent_phone="111")
    shown = panel(admin_client, edit_address(content.recovery()))
    assert warnings(shown) == []
    assert numbers(shown) == [
        "{emergency} 999",
        "{urgent} 111",
        "{clinic} has no number yet",
    ]


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"emergency_phone": ""}, "This site has no emergency number yet."),
        ({"checked_numbers": ""}, "Nobody has checked the emergency number"),
    ],
)
def test_the_panel_of_a_guide_says_what_keeps_it_from_being_published(
    changes, hint, admin_client
):
    guide = content.recovery()
    type(content.checked_numbers()).objects.update(**changes)
    for address in (
        edit_address(guide),
        add_address(RecoveryGuidePage, content.home()),
    ):
        (warning,) = warnings(panel(admin_client, address))
        assert hint in warning
    # Other pages need no number to be published.
    assert warnings(panel(admin_client, add_address(TopicPage, content.home()))) == []


def test_the_panel_shows_hints_for_typed_numbers_and_unknown_placeholders(admin_client):
    note = "<p>Call 999 or {emergncy}.</p>"
    guide = content.recovery(individual_note=note, title="<b>Bold</b> guide")
    first, second = warnings(panel(admin_client, edit_address(guide)))
    assert "“Your own team comes first” has 999 typed into it." in first
    assert "{emergncy}" in second


def test_the_panel_works_for_a_page_outside_every_site(admin_client):
    root = content.home().get_parent()
    shown = panel(admin_client, edit_address(content.topic(root, slug="lost")))
    assert numbers(shown)[0] == "{emergency} has no number yet"
