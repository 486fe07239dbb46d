"""A site from which the plugin was taken."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection

from tests.hosts.menu import entries, opened


def test_nothing_of_it_is_left():
    # Rights to tables that are no more, and log entries about what was in them.
    call_command(
        "remove_stale_contenttypes",
        include_stale_apps=True,
        interactive=False,
        verbosity=0,
    )
    assert not apps.is_installed("spine_content")
    tables = connection.introspection.table_names()
    assert [name for name in tables if name.startswith("spine_")] == []
    assert not ContentType.objects.filter(app_label__startswith="spine_").exists()


def test_nobody_misses_it():
    assert run_checks(databases=["default"]) == []
    call_command("makemigrations", check=True, dry_run=True)


def test_the_front_page_is_served(client):
    assert client.get("/").status_code == 200


def test_every_entry_of_the_menu_opens(admin, superuser):
    for address in entries(superuser):
        opened(admin, address)
