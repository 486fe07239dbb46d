"""A cache before the site forgets every page that shows what has changed."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from wagtail.models import Locale, Page, PageViewRestriction, Site

from spine_content.models import ClinicSettings, GlossaryTerm
from tests import content

pytestmark = pytest.mark.django_db


class Cache(BaseHTTPRequestHandler):
    """A cache that only writes down what it is told to forget."""

    def do_PURGE(self):
        self.server.forgotten.add(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_args):
        pass


@pytest.fixture
def cache(settings) -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Cache)
    server.forgotten = set()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.WAGTAILFRONTENDCACHE = {
        "cache": {
            "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
            "LOCATION": f"http://127.0.0.1:{server.server_port}",
        }
    }
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def treatment():
    return content.with_facts(leak())


def leak(**values):
    return content.fact(content.measure(), numerator=3, denominator=100, **values)


@pytest.fixture
def pages(treatment):
    """The pages that show facts of the treatment, and one that does not."""
    other = content.treatment("Something else")
    found = [content.procedure(), content.comparison(), content.recovery()]
    content.procedure(treatment=other, slug="other", sources=[])
    return {page.url for page in found}


@pytest.fixture
def forgotten(cache, django_capture_on_commit_callbacks):
    """What the cache is told to forget when something is done."""

    def after(action):
        cache.forgotten.clear()
        with django_capture_on_commit_callbacks(execute=True):
            action()
        return set(cache.forgotten)

    return after


def test_publishing_facts_refreshes_every_page_that_shows_them(
    forgotten, pages, treatment
):
    treatment.facts = [leak(note="Seldom.")]
    assert forgotten(lambda: treatment.save_revision().publish()) == pages


def test_a_draft_refreshes_nothing(forgotten, pages, treatment):
    treatment.facts = [leak(note="Seldom.")]
    assert forgotten(treatment.save_revision) == set()


def test_unpublishing_a_treatment_refreshes_its_pages(forgotten, pages, treatment):
    assert forgotten(treatment.unpublish) == pages


def test_a_question_that_is_worded_anew_refreshes_its_pages(forgotten, pages):
    measure = content.measure()
    measure.question = "How often does cement leak out?"
    assert forgotten(measure.save) == pages


def test_a_source_that_is_retracted_refreshes_every_page_that_rests_on_it(
    forgotten, pages
):
    source = content.source()
    source.retracted = True
    assert forgotten(source.save) >= pages


def test_a_translation_is_refreshed_with_its_original(forgotten, pages, treatment):
    german = Locale.objects.create(language_code="de")
    copy = treatment.copy_for_translation(german)
    copy.name, copy.live = "Wirbelzement", True
    copy.save()
    page = content.procedure(treatment=copy, slug="german")
    assert forgotten(treatment.save) == {*pages, page.url}


def test_a_page_that_is_not_public_is_in_no_cache(forgotten, pages, treatment):
    content.procedure(slug="draft", live=False)
    assert forgotten(treatment.save) == pages


def test_deleting_a_choice_refreshes_the_comparison(forgotten, pages):
    waiting = content.treatment("Waiting")
    (comparison,) = [url for url in pages if "compare" in url]
    assert forgotten(waiting.delete) == {comparison}


def test_every_page_that_announces_a_story_is_refreshed_when_it_goes(forgotten, pages):
    topic = content.topic()
    story = content.story(topic)
    chosen = [("related_pages", {"heading": "More", "pages": [story]})]
    choosing = content.topic(title="Beside", slug="beside", body=chosen)
    content.topic(title="Elsewhere", slug="elsewhere")
    found = forgotten(story.unpublish)
    assert pages | {topic.url, choosing.url, content.home().url} <= found
    assert not any("elsewhere" in url or "other" in url for url in found)


@pytest.mark.usefixtures("other_sites")
def test_other_numbers_refresh_every_page_of_ours_on_their_site(forgotten, pages):
    clinic = content.checked_numbers()
    elsewhere = content.topic(content.home().get_parent(), slug="elsewhere")
    site = Site.objects.create(hostname="other.example", root_page=elsewhere)
    content.recovery(slug="draft", live=False)
    clinic.emergency_phone = "112"
    assert forgotten(clinic.save) == {*pages, "/other/"}
    assert forgotten(ClinicSettings(site=site).save) == {"/", "/feed/"}


def test_a_word_of_the_glossary_may_stand_on_any_page(forgotten, pages):
    word = GlossaryTerm(term="bone", meaning="It holds you up.")
    assert forgotten(word.save) >= pages


def test_caches_forget_what_becomes_private_and_every_link_to_it(forgotten, pages):
    page = content.topic(slug="members")
    restriction = PageViewRestriction(page=page, restriction_type="login")
    assert forgotten(restriction.save) >= {*pages, page.url}
    assert forgotten(restriction.delete) >= {*pages, page.url}


@pytest.fixture
def below():
    """A page below two topics, one in the other, and beside a third."""
    outer = content.topic(slug="outer")
    page = content.procedure(content.topic(outer, slug="inner"), slug="page")
    content.topic(slug="beside")
    return page


OUTER = {"/outer/", "/outer/feed/"}
INNER = {"/outer/inner/", "/outer/inner/feed/"}
BESIDE = {"/beside/", "/beside/feed/"}
#: What is done with the page, and which lists and feeds are another one then.
LISTED = {
    "published": (lambda page: page.save_revision().publish(), OUTER | INNER),
    "unpublished": (lambda page: page.unpublish(), OUTER | INNER),
    "deleted": (lambda page: page.delete(), OUTER | INNER),
    "deleted with its topic": (lambda page: page.get_parent().delete(), OUTER | INNER),
    "drafted": (lambda page: page.save_revision(), set()),
    "moved": (
        lambda page: page.move(Page.objects.get(slug="beside"), pos="last-child"),
        OUTER | INNER | BESIDE,
    ),
    "its numbers": (lambda _page: content.with_facts(leak(note="New.")), OUTER | INNER),
}


@pytest.mark.parametrize("how", LISTED)
def test_a_topic_and_its_feed_are_forgotten_when_a_page_below_changes(
    how, forgotten, below
):
    change, topics = LISTED[how]
    # That Wagtail itself asks for, and a redirect from where it was.
    page = {"/outer/inner/page/", "/outer/inner/page"}
    assert forgotten(lambda: change(below)) - page == topics


def test_a_topic_is_forgotten_with_its_feed(forgotten, below):
    topic = below.get_parent().specific
    assert forgotten(topic.unpublish) == OUTER | INNER
