"""A plugin for the pytest inside a host: it migrates the site, and lets people in."""

import importlib
from pathlib import Path

import django
import pytest

pytest.register_assert_rewrite(
    "tests.hosts.promises", "tests.hosts.menu", "tests.reading"
)


def pytest_configure(config):
    django.setup()
    from django.apps import apps
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    # What a developer does after writing models, and nobody does for them.
    own = [app.label for app in apps.get_app_configs() if _is_of_the_host(app)]
    if own:
        call_command("makemigrations", *own, verbosity=0)
        importlib.invalidate_caches()
    call_command("migrate", verbosity=0)
    setup_test_environment()


def _is_of_the_host(app):
    return Path(app.path).is_relative_to(Path.cwd()) and app.models_module


@pytest.fixture
def client():
    from django.test import Client

    return Client()


@pytest.fixture(scope="session")
def superuser():
    from django.contrib.auth import get_user_model

    users = get_user_model().objects
    name = {get_user_model().USERNAME_FIELD: "root@example.org"}
    # Whoever visits a second time finds themselves there.
    return users.filter(**name).first() or users.create_superuser(
        **name, password="root"
    )


@pytest.fixture
def admin(superuser):
    from django.test import Client

    client = Client()
    client.force_login(superuser)
    return client


@pytest.fixture(scope="session")
def pages():
    """A complete page of each type by its kind; all but the topic stand below it."""
    from tests import content

    topic = content.topic()
    others = {k: make for k, make in content.MAKERS.items() if k != "topic"}
    return {"topic": topic, **{kind: make(topic) for kind, make in others.items()}}
