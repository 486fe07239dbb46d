import os
from collections.abc import Callable, Iterator
from unittest import mock

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Playwright,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from tests import chromium
from tests.browser.database import DemoDatabase, demo_database
from tests.browser.editor import Editor
from tests.browser.visitor import Visitor

NEEDS_CHROMIUM = (
    "The browser tests need Chromium, and it did not start: install Chromium or Google "
    "Chrome, or run `python -m tests.chromium`."
)
NEEDS_POSTGRESQL = (
    "The browser tests need PostgreSQL, as a browser asks for many things at once: run "
    "`python -m tests.postgres pytest -m browser`."
)
#: How long to wait for anything, in milliseconds: long, as machines may be slow.
PATIENCE = 15_000
DESK = {"width": 1280, "height": 900}
#: A browser that asks nobody but our own server for anything.
QUIET = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--metrics-recording-only",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if __package__ in item.nodeid.replace("/", "."):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    # Playwright's loop runs in this thread, so Django takes us for asynchronous.
    with (
        mock.patch.dict(os.environ, DJANGO_ALLOW_ASYNC_UNSAFE="true"),
        sync_playwright() as started,
    ):
        expect.set_options(timeout=PATIENCE)
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    options = chromium.launch_options()
    options["args"] = [*{*options["args"], *QUIET}]
    try:
        started = playwright.chromium.launch(**options)
    except Error as error:
        pytest.fail(f"{NEEDS_CHROMIUM}\n{error}", pytrace=False)
    yield started
    started.close()


@pytest.fixture(scope="package")
def server(django_test_environment: None) -> Iterator[LiveServer]:
    started = LiveServer("localhost")
    yield started
    started.stop()


@pytest.fixture(scope="package")
def demo_once(
    playwright: Playwright, server: LiveServer, django_db_blocker
) -> Iterator[DemoDatabase]:
    if connection.vendor != "postgresql":
        pytest.fail(NEEDS_POSTGRESQL, pytrace=False)
    # After Playwright: where a loop runs, Django opens connections of its own, and
    # those from before would keep the database from being copied.
    with (
        django_db_blocker.unblock(),
        demo_database(server.thread.host, server.thread.port) as demo,
    ):
        yield demo


@pytest.fixture
def demo(demo_once: DemoDatabase, settings) -> DemoDatabase:
    """The demo as it was loaded, whatever the test before has done to it."""
    demo_once.restore()
    # It would save at moments of its own while a test presses the buttons.
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    return demo_once


@pytest.fixture
def person(demo, browser: Browser, server: LiveServer) -> Iterator[Callable]:
    """Makes browsers of their own for people; takes Playwright's options."""
    contexts = []

    def make(**options) -> BrowserContext:
        context = browser.new_context(base_url=server.url, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def visit(person: Callable[..., BrowserContext]) -> Callable[..., Visitor]:
    """Makes visitors; takes Playwright's options."""
    return lambda **options: Visitor(person(**options))


@pytest.fixture
def visitor(visit: Callable[..., Visitor]) -> Visitor:
    return visit()


@pytest.fixture
def newcomer(person: Callable[..., BrowserContext]) -> Editor:
    """Somebody at a desk who has yet to sign in."""
    return Editor(person(viewport=DESK).new_page())


@pytest.fixture
def sign_in(
    person: Callable[..., BrowserContext], server: LiveServer
) -> Callable[[str], Editor]:
    """Makes editors by the name of their account, who need not type their password."""

    def make(name: str) -> Editor:
        client = Client()
        client.force_login(get_user_model().objects.get(username=name))
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        context = person(viewport=DESK)
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": server.url}]
        )
        return Editor(context.new_page())

    return make


@pytest.fixture
def editor(sign_in: Callable[[str], Editor]) -> Editor:
    return sign_in("editor")
