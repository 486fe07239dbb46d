"""A cache that keeps all it ever served: what is withdrawn is gone from it too."""

import threading
from functools import partial
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from wagtail.models import Page

from spine_content import consent
from tests import content

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("put_back"),
]
TITLE = "Zebedee waited"


def fetched(server, path):
    connection = HTTPConnection(urlsplit(server).netloc)
    connection.request("GET", path)
    response = connection.getresponse()
    return response.status, response.read()


class Proxy(BaseHTTPRequestHandler):
    """
    Keeps what it has fetched whatever the headers say, until it is told to forget.

    Then it fetches it anew at once: told too early, it would keep what was before.
    """

    def do_GET(self):
        kept = self.server.kept
        if self.path not in kept:
            kept[self.path] = self.fetched()
        status, body = kept[self.path]
        self.answer(status, body)

    def do_PURGE(self):
        if self.path in self.server.kept:
            self.server.kept[self.path] = self.fetched()
        self.answer(200)

    def fetched(self):
        return fetched(self.server.behind, self.path)

    def answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        pass


@pytest.fixture
def read(live_server, settings):
    """Reads an address through the cache: what it answers, and its text."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    server.kept, server.behind = {}, live_server.url
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    backend = "wagtail.contrib.frontend_cache.backends.HTTPBackend"
    settings.WAGTAILFRONTENDCACHE = {"near": {"BACKEND": backend, "LOCATION": address}}
    yield partial(fetched, address)
    server.shutdown()
    server.server_close()


@pytest.fixture
def story():
    topic = content.topic()
    picture = content.image()
    told = content.story(
        topic, title=TITLE, image=picture, image_is="patient", image_alt="A garden"
    )
    told.save_revision().publish()
    content.procedure()
    content.topic(
        title="Beside",
        slug="beside",
        body=[("related_pages", {"heading": "More", "pages": [told]})],
    )
    return told


@pytest.mark.parametrize("at_once", [False, True], ids=["steps", "one transaction"])
def test_story_teasers_and_images_are_purged_from_the_cache(at_once, read, story):
    topic = story.get_parent().url
    teasers = [topic, "/beside/", "/vertebroplasty/"]
    story.image.refresh_from_db()  # it was given a name that tells nothing
    picture = story.image.get_rendition("width-40").url
    for path in (story.url, *teasers):
        status, body = read(path)
        assert status == 200
        assert TITLE.encode() in body, path
    assert read(picture)[0] == 200
    Page.objects.filter(pk=story.pk).update(title="Another title")
    assert TITLE.encode() in read(story.url)[1], "it keeps nothing"
    if at_once:  # as on a site that makes each request a transaction
        with transaction.atomic():
            consent.withdraw(story.consent, by=None, via="letter")
    else:
        consent.withdraw(story.consent, by=None, via="letter")
    # What is fetched between two steps is the notice that it is gone.
    assert read(story.url)[0] in (404, 410)
    assert read(picture)[0] == 404
    for path in (story.url, *teasers):
        assert TITLE.encode() not in read(path)[1], path
