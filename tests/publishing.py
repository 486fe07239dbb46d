"""
Makes the demo as ``make demo`` does, in the database of its own that the environment
names, and publishes a change to each kind of snippet as the demo's editor.
"""

import sys
from pathlib import Path
from unittest.mock import patch

import django

#: The snippets that pages rest on, each with a field that an editor may change.
CHANGED = {
    "Treatment": "aim",
    "Person": "role",
    "Source": "published_in",
    "WarningSign": "why",
}
HOST = {"host": "127.0.0.1"}


def make_demo(passwords: Path) -> None:
    from django.core.management import call_command

    from site_project import accounts
    from site_project.management.commands import demo
    from tests.test_demo import dots

    def prepare(name: str, *arguments: object, **options: object) -> None:
        if name != "runserver":
            call_command(name, *arguments, **options)

    with (
        dots(),
        patch.object(accounts, "PASSWORDS", passwords),
        patch.object(demo, "call_command", prepare),
    ):
        call_command("demo")


def publish(password: str) -> None:
    from django.apps import apps
    from django.test import Client
    from django.urls import reverse

    from tests import forms

    client = Client(headers=HOST)
    assert client.login(username="editor", password=password)
    for name, field in CHANGED.items():
        model = apps.get_model("spine_content", name)
        row = model.objects.order_by("pk").first()
        data = forms.posted(row, "publish", **{field: "Something new."})
        address = reverse(model.snippet_viewset.get_url_name("edit"), args=[row.pk])
        response = client.post(address, data)
        row.refresh_from_db()
        is_live = row.live and not row.has_unpublished_changes
        is_published = getattr(row, field) == "Something new." and is_live
        state = "published" if is_published else "draft"
        print(f"{name}: {response.status_code}, {state}")


if __name__ == "__main__":
    django.setup()
    kept = Path(sys.argv[1], "passwords")
    make_demo(kept)
    publish(dict(line.split() for line in kept.read_text().splitlines())["editor"])
