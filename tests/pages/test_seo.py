"""What a page tells programs is what its readers see, and no more."""

import json
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site_settings
from django.conf.urls.i18n import i18n_patterns
from django.core.cache import cache
from django.db import connection
from django.template.loader import get_template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import include, path
from django.utils import timezone
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.models import Locale

from spine_content.page_types import page_models
from spine_content.pages.models import PatientStoryPage
from tests import content, vocabulary
from tests.consent.states import HELD_BACK, once_public
from tests.pages import full
from tests.reading import DATA, read, soup, words
from tests.reviews import staff
from tests.vocabulary import data

pytestmark = pytest.mark.django_db

every_kind = pytest.mark.parametrize("kind", content.MAKERS)
TYPES = {
    "topic": ["MedicalWebPage", "CollectionPage"],
    "procedure": "MedicalWebPage",
    "comparison": "MedicalWebPage",
    "recovery": "MedicalWebPage",
    "story": ["WebPage", "Article"],
}
LABEL = "This is a fictional example."


def page_data(client, page):
    return data(read(client, page.url))


def full_page(kind):
    """A page of a type with everything on it, in the midst of others."""
    full.clinic(clinic_name="Hillside Clinic")
    topic = content.topic(title="A topic", slug="a-topic")
    for other, make in content.MAKERS.items():
        make(topic, title=f"Another {other}", slug=f"another-{other}")
    page = full.page(kind, parent=topic, title="The page", slug="the-page")
    if kind == "topic":
        content.procedure(page, title="One below", slug="below")
    treatment = content.treatment()
    treatment.also_known_as = "Bone cement, PVP"
    treatment.save()
    type(page).objects.filter(pk=page.pk).update(last_published_at=timezone.now())
    return page


@every_kind
def test_all_structured_data_is_visible_on_the_page(kind, client):
    page = read(client, full_page(kind).url)
    assert data(page)["@type"] == TYPES[kind]
    assert [*vocabulary.unseen(page)] == []


@every_kind
def test_all_structured_data_uses_the_vocabulary_of_schema_org(kind, client):
    found = page_data(client, full_page(kind))
    assert found["@context"] == "https://schema.org"
    assert [*vocabulary.misfits(found)] == []


@every_kind
def test_nobody_is_rated_and_nobody_is_made_a_health_record(kind, client):
    text = json.dumps(page_data(client, full_page(kind)))
    for word in ("Review", "ating", "MedicalCondition", "Patient", "FAQ", "HowTo"):
        assert word not in text.replace('"Patients"', "")


@every_kind
def test_breadcrumbs_in_structured_data_are_those_shown(kind, client):
    page = read(client, full_page(kind).url)
    shown = [words(link) for link in page.select(".spine-breadcrumbs a")]
    items = data(page)["breadcrumb"]["itemListElement"]
    assert [each["name"] for each in items] == [*shown, "The page"]
    assert [each["position"] for each in items] == [1, 2, 3]
    assert items[-1]["item"] == "http://localhost/a-topic/the-page/"


def test_a_procedure_is_told_by_its_own_first_words(client):
    page = full_page("procedure")
    texts = ["<h3>First</h3><p></p>", "<p>Eat<br/>nothing.<b>!</b></p><p>More.</p>"]
    page.preparation = [("rich_text", text) for text in texts]
    page.save()
    assert page_data(client, page)["mainEntity"] == {
        "@type": "TherapeuticProcedure",
        "name": "The page",
        "procedureType": "https://schema.org/PercutaneousProcedure",
        "alternateName": ["Bone cement", "PVP"],
        "description": "A needle puts cement into a broken bone.",
        "bodyLocation": "Spine",
        "preparation": "Eat nothing.!",
        "howPerformed": words(soup(FIRST_WORDS)),
        "followup": words(soup(FIRST_WORDS)),
    }


FIRST_WORDS = "<p>Roll onto your side first. Then push up with your <b>arms</b>.</p>"


def test_open_surgery_is_a_surgical_procedure(client):
    page = content.procedure(procedure_type="surgical")
    entity = page_data(client, page)["mainEntity"]
    assert entity["@type"] == "SurgicalProcedure"
    assert "procedureType" not in entity


def test_a_comparison_is_about_what_can_be_chosen(client):
    assert page_data(client, content.comparison())["about"] == [
        {"@type": "TherapeuticProcedure", "name": "Vertebroplasty"},
        {"@type": "Thing", "name": "Waiting"},
    ]


def test_a_topic_lists_its_pages_but_no_stories(client):
    topic = content.topic()
    content.procedure(topic)
    content.story(topic)
    parts = page_data(client, topic)["hasPart"]
    assert [part["name"] for part in parts] == ["Vertebroplasty"]
    assert "hasPart" not in data(read(client, f"{topic.url}?q=cement"))


def test_nobody_is_sent_to_a_publication_that_was_taken_back(client):
    source = content.source()
    source.retracted = True
    source.save()
    assert "citation" not in page_data(client, content.procedure())


def test_who_reviewed_a_page_is_said_once_somebody_has(client):
    page = content.procedure(live=False)
    signed = staff.signed(page)
    found = page_data(client, signed)
    assert found["lastReviewed"] == str(timezone.localdate())
    assert found["reviewedBy"][0]["name"] == "Dr Asha"
    assert [*vocabulary.misfits(found)] == []
    other = page_data(client, content.procedure(slug="other"))
    assert not {"lastReviewed", "reviewedBy"} & {*other}


def test_a_made_up_story_is_nowhere_told_without_saying_so(client):
    made_up = content.consent(subject_kind="fictional", method="not_needed")
    story = content.story(consent=made_up)
    page = read(client, story.url)
    assert data(page)["disambiguatingDescription"] == LABEL
    for name in ("description", "og:description"):
        assert meta(page, name) == f"{LABEL} {story.summary}"
    other = page_data(client, content.story(slug="true", title="True"))
    assert "disambiguatingDescription" not in other


@pytest.mark.parametrize("state", HELD_BACK)
def test_a_story_that_may_not_be_shown_is_not_described(state, client):
    story = once_public(state, title="Zebedee waited")
    response = client.get(story.url)
    assert response.status_code == 410
    page = soup(response.content)
    assert page.select(f'script[type="{DATA}"], link[rel], meta[property]') == (
        page.select('link[rel="stylesheet"], link[rel="icon"]')
    )
    assert "Zebedee" not in str(page)
    # Nor where a host renders its page on a road of its own.
    again = PatientStoryPage.objects.get(pk=story.pk)
    request = RequestFactory().get(story.url)
    context = again.get_context(request)
    html = get_template("spine_content/pages/story_page.html").render(context, request)
    assert DATA not in html


def meta(page, name):
    tag = page.find("meta", {"name": name}) or page.find("meta", {"property": name})
    return tag["content"] if tag else None


@every_kind
def test_shared_links_and_search_results_show_the_page(kind, client):
    page = full_page(kind)
    address = f"http://localhost{page.url}"
    found = read(client, page.url)
    assert found.select_one('link[rel="canonical"]')["href"] == address
    assert len(found.select('meta[name="description"]')) == 1
    assert meta(found, "description") == meta(found, "og:description") == page.summary
    assert meta(found, "og:title") == "The page"
    assert meta(found, "og:url") == address
    assert meta(found, "og:type") == ("website" if kind == "topic" else "article")
    picture = meta(found, "og:image")
    if kind in ("topic", "procedure"):
        assert picture.startswith("http://localhost/media/")
        assert urlsplit(picture).path in str(found.main)
    else:
        # Nobody can call back the picture of a patient from another site.
        assert picture is None
    assert found.select('link[rel="alternate"][hreflang]') == []


def test_a_search_is_found_at_the_topic_itself(client):
    topic = content.topic()
    found = read(client, f"{topic.url}?q=cement&page=2")
    assert found.select_one('link[rel="canonical"]')["href"] == topic.full_url


def test_a_description_of_the_hosts_own_is_not_doubled(client):
    page = content.procedure(search_description="Short and plain.")
    found = read(client, page.url)
    assert [tag["content"] for tag in found.select('meta[name="description"]')] == [
        "Short and plain."
    ]
    assert meta(found, "og:description") == "Short and plain."


def test_a_lost_picture_is_not_shared_and_breaks_nothing(client):
    picture = content.image()
    picture.file.storage.delete(picture.file.name)
    cache.clear()
    page = content.procedure(image=picture, image_alt="A spine")
    assert meta(read(client, page.url), "og:image") is None


class Urls:
    """The site with each language below an address of its own."""

    urlpatterns = [
        path("admin/", include(wagtailadmin_urls)),
        *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False),
    ]


@pytest.fixture
def languages(settings):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [
        ("en-gb", "English"),
        ("ar", "Arabic"),
        ("fr", "French"),
    ]
    settings.ROOT_URLCONF = Urls
    at = settings.MIDDLEWARE.index("django.middleware.common.CommonMiddleware")
    settings.MIDDLEWARE = [*settings.MIDDLEWARE]
    settings.MIDDLEWARE.insert(at, "django.middleware.locale.LocaleMiddleware")
    codes = ("ar", "fr")
    return [Locale.objects.get_or_create(language_code=code)[0] for code in codes]


def alternates(page):
    found = page.select('link[rel="alternate"][hreflang]')
    return {tag["hreflang"]: tag["href"] for tag in found}


def test_a_page_leads_to_its_translations_that_are_public(languages, client):
    arabic, french = languages
    page = content.procedure()
    other = page.copy_for_translation(arabic, copy_parents=True)
    page.copy_for_translation(french, copy_parents=True)
    assert alternates(read(client, page.url)) == {}
    other.save_revision().publish()
    # Which addresses there are depends on the site, so each is asked for anew.
    page, other = (type(page).objects.get(pk=each.pk) for each in (page, other))
    assert other.full_url == "http://localhost/ar/vertebroplasty/"
    both = {"en-gb": page.full_url, "ar": other.full_url}
    assert alternates(read(client, page.url)) == both
    assert alternates(read(client, other.url)) == both
    assert page_data(client, other)["inLanguage"] == "ar"


def test_an_alias_is_no_translation(languages, client):
    page = content.procedure()
    page.copy_for_translation(languages[0], copy_parents=True, alias=True)
    assert alternates(read(client, page.url)) == {}


def test_a_story_leads_to_no_translation_without_cover(languages, client):
    agreed = content.consent()
    story = content.story(consent=agreed)
    other = story.copy_for_translation(languages[0], copy_parents=True)
    content.approve(other)
    other.save_revision().publish()
    assert "ar" in alternates(read(client, story.url))
    agreed.languages.remove(languages[0])
    assert alternates(read(client, story.url)) == {}


def cost(client, page):
    client.get(page.url)
    with CaptureQueriesContext(connection) as queries:
        client.get(page.url)
    return len(queries)


@every_kind
def test_translations_take_one_query_and_none_without_other_languages(
    kind, client, settings
):
    page = content.MAKERS[kind]()
    settings.WAGTAIL_I18N_ENABLED = True
    settings.WAGTAIL_CONTENT_LANGUAGES = [("en-gb", "English")]
    alone = cost(client, page)
    settings.WAGTAIL_CONTENT_LANGUAGES = [("en-gb", "English"), ("ar", "Arabic")]
    assert cost(client, page) == alone + 1


@pytest.mark.parametrize(
    "block", ["canonical", "languages", "sharing", "data", "description"]
)
def test_a_host_can_leave_out_what_it_has_itself(block, client, tmp_path, settings):
    page = content.procedure()
    own = tmp_path / "spine_pages" / "procedure_page.html"
    own.parent.mkdir()
    own.write_text(
        '{% extends "spine_content/pages/procedure_page.html" %}'
        f"{{% block spine_{block} %}}{{% endblock %}}"
    )
    before = len(client.get(page.url).content)
    (engine,) = site_settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]
    shorter = client.get(page.url)
    assert shorter.status_code == 200
    assert len(shorter.content) <= before


def test_every_page_type_there_is_says_what_it_is():
    assert {model.page_type for model in page_models(*TYPES)} == {*TYPES}
