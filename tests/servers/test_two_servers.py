"""Two processes with one database and one cache say the same at every moment."""

import os
import shutil
from contextlib import ExitStack
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.hosts.unpacked import database
from tests.servers.running import gunicorn, manage, redis

pytestmark = [
    pytest.mark.skipif(
        not os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="Needs PostgreSQL: run `python -m tests.postgres pytest tests/servers`.",
    ),
    pytest.mark.skipif(
        not shutil.which("redis-server"),
        reason="Needs redis-server, on Debian `apt install redis-server`.",
    ),
]

MAKE = """
from tests import content
topic = content.topic()
content.procedure(topic)
content.story(topic)
"""
PUBLISH = """
from spine_content.pages.models import ProcedurePage
page = ProcedurePage.objects.get()
page.plain_definition = "It was rewritten."
page.save_revision().publish()
"""
WITHDRAW = """
from spine_content import consent
from spine_content.models import Consent
consent.withdraw(Consent.objects.get(), by=None, via="letter")
"""

TOPIC = "/spinal-fractures/"
PROCEDURE = "/spinal-fractures/vertebroplasty/"
STORY = "/spinal-fractures/i-chose-to-wait/"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The environment of a site, and the addresses of two processes that serve it."""
    folder = tmp_path_factory.mktemp("servers")
    with ExitStack() as stack:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.servers.settings",
            "DEBUG": "false",
            "SECRET_KEY": "tests-only-" + "x" * 50,
            "ALLOWED_HOSTS": "127.0.0.1",
            "BASE_URL": "https://127.0.0.1",
            "DATABASE_URL": stack.enter_context(database(folder)),
            "CACHE_URL": stack.enter_context(redis(folder)),
            "MEDIA_ROOT": str(folder / "media"),
            "STATIC_ROOT": str(folder / "static"),
            "PRIVATE_ROOT": str(folder / "private"),
        }
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "shell", "-c", MAKE)
        servers = [stack.enter_context(gunicorn(environment)) for _ in range(2)]
        yield environment, servers


def read(server, path):
    """Status and text, as the proxy before the site asks."""
    request = Request(server + path, headers={"X-Forwarded-Proto": "https"})  # noqa: S310
    try:
        with urlopen(request) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def test_a_published_change_is_seen_in_both_at_once(site):
    environment, servers = site
    for server in servers * 2:
        status, text = read(server, PROCEDURE)
        assert status == 200
        assert "It was rewritten." not in text
    manage(environment, "shell", "-c", PUBLISH)
    for server in servers:
        assert "It was rewritten." in read(server, PROCEDURE)[1]


def test_a_withdrawn_consent_is_seen_in_both_at_once(site):
    environment, servers = site
    for server in servers * 2:
        assert read(server, STORY)[0] == 200
        assert "I chose to wait" in read(server, TOPIC)[1]
    manage(environment, "shell", "-c", WITHDRAW)
    for server in servers:
        assert read(server, STORY)[0] in (404, 410)
        assert "I chose to wait" not in read(server, TOPIC)[1]
