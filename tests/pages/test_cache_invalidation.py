"""Pages that show what has changed are purged from a cache in front of the site."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from wagtail.models import Locale, Page, PageViewRestriction, Site

from spine_content.models import ClinicSettings, GlossaryTerm
from tests import content

pytestmark = pytest.mark.django_db


class Cache(BaseHTTPRequestHandler):
    """A cache that records what it is told to purge."""

    def do_PURGE(self):
        self.server.purged.add(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_args):
        pass


@pytest.fixture
def cache(settings) -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Cache)
    server.purged = set()
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
def purged(cache, django_capture_on_commit_callbacks):
    """The addresses that are purged when something is done."""

    def after(action):
        cache.purged.clear()
        with django_capture_on_commit_callbacks(execute=True):
            action()
        return set(cache.purged)

    return after


def test_publishing_facts_purges_every_page_that_shows_them(purged, pages, treatment):
    treatment.facts = [leak(note="Seldom.")]
    assert purged(lambda: treatment.save_revision().publish()) == pages


def test_saving_a_draft_purges_nothing(purged, pages, treatment):
    treatment.facts = [leak(note="Seldom.")]
    assert purged(treatment.save_revision) == set()


def test_unpublishing_a_treatment_purges_its_pages(purged, pages, treatment):
    assert purged(treatment.unpublish) == pages


def test_changing_a_question_purges_its_pages(purged, pages):
    measure = content.measure()
    measure.question = "How often does cement leak out?"
    assert purged(measure.save) == pages


def test_retracting_a_source_purges_every_page_that_cites_it(purged, pages):
    source = content.source()
    source.retracted = True
    assert purged(source.save) >= pages


def test_a_translation_is_purged_with_its_original(purged, pages, treatment):
    german = Locale.objects.create(language_code="de")
    copy = treatment.copy_for_translation(german)
    copy.name, copy.live = "Wirbelzement", True
    copy.save()
    page = content.procedure(treatment=copy, slug="german")
    assert purged(treatment.save) == {*pages, page.url}


def test_a_draft_page_is_not_purged(purged, pages, treatment):
    content.procedure(slug="draft", live=False)
    assert purged(treatment.save) == pages


def test_deleting_a_choice_purges_the_comparison(purged, pages):
    waiting = content.treatment("Waiting")
    (comparison,) = [url for url in pages if "compare" in url]
    assert purged(waiting.delete) == {comparison}


def test_unpublishing_a_story_purges_every_page_that_links_to_it(purged, pages):
    topic = content.topic()
    story = content.story(topic)
    chosen = [("related_pages", {"heading": "More", "pages": [story]})]
    choosing = content.topic(title="Beside", slug="beside", body=chosen)
    content.topic(title="Elsewhere", slug="elsewhere")
    found = purged(story.unpublish)
    assert pages | {topic.url, choosing.url, content.home().url} <= found
    assert not any("elsewhere" in url or "other" in url for url in found)


@pytest.mark.usefixtures("other_sites")
def test_changing_a_phone_number_purges_every_page_of_its_site(purged, pages):
    clinic = content.checked_numbers()
    elsewhere = content.topic(content.home().get_parent(), slug="elsewhere")
    site = Site.objects.create(hostname="other.example", root_page=elsewhere)
    content.recovery(slug="draft", live=False)
    clinic.emergency_phone = "112"
    assert purged(clinic.save) == {*pages, "/other/"}
    assert purged(ClinicSettings(site=site).save) == {"/", "/feed/"}


def test_changing_a_glossary_term_purges_every_page(purged, pages):
    word = GlossaryTerm(term="bone", meaning="It holds you up.")
    assert purged(word.save) >= pages


def test_restricting_a_page_purges_it_and_every_link_to_it(purged, pages):
    page = content.topic(slug="members")
    restriction = PageViewRestriction(page=page, restriction_type="login")
    assert purged(restriction.save) >= {*pages, page.url}
    assert purged(restriction.delete) >= {*pages, page.url}


@pytest.fixture
def below():
    """A page below two topics, one in the other, and beside a third."""
    outer = content.topic(slug="outer")
    page = content.procedure(content.topic(outer, slug="inner"), slug="page")
    content.topic(slug="beside")
    return page


OUTER = {"/outer/", "/outer/feed/"}
INNER = {"/outer/inner/", "/outer/inner/feed/"}
SIBLING = {"/beside/", "/beside/feed/"}
#: What is done with the page, and which lists and feeds are another one then.
LISTED = {
    "published": (lambda page: page.save_revision().publish(), OUTER | INNER),
    "unpublished": (lambda page: page.unpublish(), OUTER | INNER),
    "deleted": (lambda page: page.delete(), OUTER | INNER),
    "deleted with its topic": (lambda page: page.get_parent().delete(), OUTER | INNER),
    "drafted": (lambda page: page.save_revision(), set()),
    "moved": (
        lambda page: page.move(Page.objects.get(slug="beside"), pos="last-child"),
        OUTER | INNER | SIBLING,
    ),
    "its numbers": (lambda _page: content.with_facts(leak(note="New.")), OUTER | INNER),
}


@pytest.mark.parametrize("how", LISTED)
def test_changing_a_page_purges_the_topic_above_and_its_feed(how, purged, below):
    change, topics = LISTED[how]
    # That Wagtail itself asks for, and a redirect from where it was.
    page = {"/outer/inner/page/", "/outer/inner/page"}
    assert purged(lambda: change(below)) - page == topics


def test_a_topic_is_purged_with_its_feed(purged, below):
    topic = below.get_parent().specific
    assert purged(topic.unpublish) == OUTER | INNER
