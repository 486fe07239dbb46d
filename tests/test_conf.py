"""A mistake in SPINE_CONTENT is named, and the site goes on with the default."""

import pytest

from spine_content import conf
from spine_content.pages.models import PatientStoryPage, TopicPage
from tests import content

#: Each with the words that its message has to contain.
MISTAKES = {
    "not a dictionary": (["EXTRA_BLOCKS"], ["SPINE_CONTENT", "dictionary", "list"]),
    "nothing at all": (None, ["SPINE_CONTENT", "dictionary", "NoneType"]),
    "unknown key": (
        {"EXTRA_BLOKS": {}},
        ["'EXTRA_BLOKS'", "EXTRA_BLOCKS", "HIDDEN_PAGE_TYPES"],
    ),
    "key that is no text": ({7: {}}, ["7", "EXTRA_BLOCKS"]),
    "list of blocks": (
        {"EXTRA_BLOCKS": ["clinic.blocks.MapBlock"]},
        ["'EXTRA_BLOCKS'", "a dictionary of block keys to dotted paths"],
    ),
    "block class instead of its path": (
        {"EXTRA_BLOCKS": {"map": object}},
        ["'EXTRA_BLOCKS'", "dotted paths"],
    ),
    "one name instead of a list": (
        {"HIDDEN_PAGE_TYPES": "PatientStoryPage"},
        ["'HIDDEN_PAGE_TYPES'", "a list of page class names", "'PatientStoryPage'"],
    ),
    "word instead of a truth value": (
        {"STRIP_IMAGE_METADATA": "no"},
        ["'STRIP_IMAGE_METADATA'", "True or False", "'no'"],
    ),
    "list of classes": (
        {"HIDDEN_PAGE_TYPES": [object]},
        ["'HIDDEN_PAGE_TYPES'", "a list of page class names"],
    ),
}


@pytest.mark.parametrize(("value", "parts"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_gets_one_sentence_that_names_the_key(settings, value, parts):
    settings.SPINE_CONTENT = value
    (problem,) = conf.problems()
    for part in parts:
        assert part in problem


@pytest.mark.parametrize("key", conf.DEFAULTS)
@pytest.mark.parametrize(
    "value", [value for value, _ in MISTAKES.values()], ids=MISTAKES
)
def test_a_value_that_cannot_be_used_gives_way_to_the_default(settings, value, key):
    settings.SPINE_CONTENT = value
    assert conf.get(key) == conf.DEFAULTS[key]


def test_one_mistake_does_not_spoil_the_other_keys(settings):
    settings.SPINE_CONTENT = {"EXTRA_BLOCKS": 3, "HIDDEN_PAGE_TYPES": ["TopicPage"]}
    assert conf.get("HIDDEN_PAGE_TYPES") == ["TopicPage"]
    assert conf.get("EXTRA_BLOCKS") == {}


def test_a_site_needs_no_setting_at_all(settings):
    if hasattr(settings, "SPINE_CONTENT"):
        del settings.SPINE_CONTENT
    assert conf.problems() == []
    assert {key: conf.get(key) for key in conf.DEFAULTS} == conf.DEFAULTS


def test_every_key_says_what_it_expects():
    assert set(conf.EXPECTED) == set(conf.DEFAULTS)


@pytest.mark.django_db
def test_a_hidden_type_is_not_offered_to_editors(settings, admin_client):
    home = content.home()
    address = f"/admin/pages/{home.pk}/add_subpage/"
    assert "Patient story" in admin_client.get(address).content.decode()

    settings.SPINE_CONTENT = {"HIDDEN_PAGE_TYPES": ["PatientStoryPage"]}
    assert not PatientStoryPage.can_create_at(home)
    assert TopicPage.can_create_at(home)
    assert "Patient story" not in admin_client.get(address).content.decode()


@pytest.mark.django_db
def test_pages_of_a_hidden_type_stay_public(settings, client):
    story = content.story()
    settings.SPINE_CONTENT = {"HIDDEN_PAGE_TYPES": ["PatientStoryPage"]}
    assert client.get(story.url).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "value", [value for value, _ in MISTAKES.values()], ids=MISTAKES
)
def test_visitors_and_editors_notice_no_mistake(settings, client, admin_client, value):
    page = content.procedure()
    settings.SPINE_CONTENT = value
    assert client.get(page.url).status_code == 200
    assert admin_client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
