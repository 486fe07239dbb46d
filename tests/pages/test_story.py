"""A story is one person's, and says what it is not."""

import pytest

from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.forms import edit_address, posted
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def facts(page):
    return {words(each.dt): words(each.dd) for each in page.select(".spine-aims > div")}


def test_it_says_who_tells_what_about_which_treatment(client):
    page = content.story(
        display_name="Margaret",
        name_is="changed",
        age_band="70s",
        place="The north",
        outcome="mixed",
        time_since="6_months",
    )
    assert facts(read(client, page.url)) == {
        "Told by": "Margaret (name changed), 70s, The north",
        "About": "Vertebroplasty",
        "How it went": "Better in some ways, not in others",
        "Told": "about 6 months later",
    }


def test_a_real_name_is_not_said_to_be_changed(client):
    page = content.story(name_is="first_name")
    assert facts(read(client, page.url))["Told by"] == "Margaret"


@pytest.mark.parametrize("outcome", PatientStoryPage.Outcome)
def test_it_never_says_how_it_will_go_for_the_reader(outcome, client):
    text = read(client, content.story(outcome=outcome).url).get_text()
    assert "It does not say how it will go for you." in text
    assert str(outcome.label) in text


def test_a_made_up_story_says_so_on_its_page_and_in_lists(client):
    topic = content.topic()
    made_up = content.consent(subject_kind="fictional", method="not_needed")
    page = content.story(topic, consent=made_up)
    label = "This is a fictional example."
    assert label in words(read(client, page.url).select_one(".spine-header"))
    assert label in words(read(client, topic.url).select_one(".spine-group--story"))


def test_a_patients_story_is_not_called_made_up(client):
    topic = content.topic()
    page = content.story(topic)
    for address in (page.url, topic.url):
        assert "fictional" not in read(client, address).main.get_text()


@pytest.mark.parametrize("kind", PatientStoryPage.ImageIs)
def test_a_picture_says_whether_it_is_the_patient(kind, client):
    page = content.story(image=content.image(), image_alt="A garden", image_is=kind)
    figure = read(client, page.url).select_one("figure")
    assert figure.img["alt"] == "A garden"
    assert words(figure.figcaption) == kind.label


def test_readers_see_ties_and_payment(client):
    page = content.story(relationship="volunteers for us", compensation="a voucher")
    about = words(read(client, page.url).select_one(".spine-about"))
    assert "Ties to the clinic: volunteers for us" in about
    assert "Payment or gifts: a voucher" in about


def test_nothing_about_the_consent_is_public(client):
    consent = content.consent(subject_ref="R-77-SECRET", form_version="v9-SECRET")
    page = content.story(consent=consent)
    html = client.get(page.url).content.decode()
    assert "SECRET" not in html
    assert consent.reference not in html


@pytest.mark.parametrize(
    "changes",
    [{"image_alt": ""}, {"image_is": ""}, {"image_alt": "", "image_is": ""}],
    ids=["no words", "not said who it is", "neither"],
)
def test_a_picture_needs_words_and_a_label(changes, admin_client):
    values = {"image_alt": "A garden", "image_is": "model"}
    page = content.story(live=False, image=content.image(), **{**values, **changes})
    assert admin_client.post(edit_address(page), posted(page)).status_code == 302
    refused = admin_client.post(edit_address(page), posted(page, "publish"))
    assert refused.status_code == 200
    assert list(refused.context["form"].errors) == ["image_alt"]


def test_the_editor_learns_all_that_the_consent_does_not_cover(admin_client):
    consent = content.consent(covers_place=False, covers_real_name=False)
    page = content.story(
        live=False, consent=consent, place="The north", name_is="real_name"
    )
    refused = admin_client.post(edit_address(page), posted(page, "publish"))
    assert refused.context["form"].errors == {
        "consent": [
            "The consent does not cover a place.",
            "The consent does not cover the full real name.",
        ]
    }
