"""
The demo in a PostgreSQL database of its own: loaded once, and copied for each test, so
that a test may change whatever it likes.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from wagtail.models import Site

from site_project.accounts import make_groups, make_person

PASSWORD = "browser-tests-only"
#: The accounts with their groups. An officer writes pages too.
PEOPLE = {
    "admin": [],
    "editor": ["Editors"],
    "author": ["Clinic authors"],
    "reviewer": ["Clinical reviewers"],
    "officer": ["Editors", "Consent officers"],
}


class DemoDatabase:
    """The original that is loaded once, and the copy that the site works on."""

    def __init__(self, name: str) -> None:
        self.original, self.copy = f"{name}_original", f"{name}_copy"

    def load(self, host: str, port: int) -> None:
        """Fill the original with all that a running demo has."""
        self.drop()
        _run(f'CREATE DATABASE "{self.original}"')
        _use(self.original)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_demo", verbosity=0)
        make_groups()
        for person, groups in PEOPLE.items():
            make_person(person, next(iter(groups), None), PASSWORD)
            user = get_user_model().objects.get(username=person)
            user.groups.add(*Group.objects.filter(name__in=groups))
        # Full addresses, such as those of “View live”, have to lead to our server.
        Site.objects.update(hostname=host, port=port)

    def restore(self) -> None:
        """Undo whatever the test before has done."""
        _use(self.copy)
        _run(f'DROP DATABASE IF EXISTS "{self.copy}" WITH (FORCE)')
        _run(f'CREATE DATABASE "{self.copy}" TEMPLATE "{self.original}"')

    def drop(self) -> None:
        for name in (self.copy, self.original):
            _run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def demo_database(host: str, port: int) -> Iterator[DemoDatabase]:
    """Leads the whole process to the demo's database, and back when all is done."""
    before = connection.settings_dict["NAME"]
    demo = DemoDatabase(f"browser_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}")
    try:
        demo.load(host, port)
        yield demo
    finally:
        _use(before)
        demo.drop()


def _use(name: str) -> None:
    connection.close()
    # Every connection is made from this one dict, in whichever thread.
    connection.settings_dict["NAME"] = name
    # What is cached belongs to the database before.
    cache.clear()


def _run(sql: str) -> None:
    # PostgreSQL copies and drops only databases that nobody is connected to.
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql)
