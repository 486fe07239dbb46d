"""
Counts the queries of what editors and visitors do with pages and snippets of a site.

Run inside the host: writes JSON, by action.
"""

import json
import sys

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    setup_test_environment,
)
from own_pages.models import ArticlePage, Note  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402


def actions(client):
    """What is done, in this order; each name with a function that does it."""
    home = Site.objects.get(is_default_site=True).root_page.specific
    section = home.add_child(instance=ArticlePage(title="Section"))
    section.save_revision()
    page = section.add_child(instance=ArticlePage(title="Page"))
    edit = f"/admin/pages/{page.pk}/edit/"
    yield "draft", lambda: page.save_revision()
    yield "publish", lambda: page.save_revision().publish()
    yield "visit", lambda: client.get(page.url)
    yield "form", lambda: client.get(edit)
    yield "draft by form", lambda: client.post(edit, FORM)
    yield "publish by form", lambda: client.post(edit, PUBLISHING)
    yield "list", lambda: client.get(f"/admin/pages/{section.pk}/")
    page.refresh_from_db()
    yield "save", lambda: page.save()
    yield from copying(client, page, "a page", home, section)
    yield from copying(client, section, "a section", section, home)
    yield "unpublish", lambda: page.unpublish()
    yield "delete a page", lambda: Page.objects.get(pk=page.pk).delete()
    yield "delete a section", lambda: Page.objects.get(pk=section.pk).delete()


def copying(client, original, what, there, back):
    original.refresh_from_db()  # its place changes as others are moved
    slug = {"slug": f"{original.slug}-copied"}
    yield f"copy {what}", lambda: original.copy(recursive=True, update_attrs=slug)
    copy, target = Page.objects.get(**slug), Page.objects.get(pk=there.pk)
    yield f"move {what}", lambda: copy.move(target, pos="first-child")
    form = f"/admin/pages/{copy.pk}/move/{back.pk}/confirm/"
    yield f"move {what} by form", lambda: client.post(form)


def actions_on_snippets():
    note = Note(text="A note")
    yield "save a snippet", lambda: note.save()
    yield "draft of a snippet", lambda: note.save_revision()
    yield "publish a snippet", lambda: note.save_revision().publish()
    yield "unpublish a snippet", lambda: note.unpublish()
    yield "delete a snippet", lambda: note.delete()


COMMENTS = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0}
FORM = {
    "title": "Page",
    "slug": "page",
    "body": "null",
    **{f"comments-{name}": value for name, value in COMMENTS.items()},
}
PUBLISHING = {**FORM, "action-publish": "1"}


def count(client):
    found = {}
    for some in (actions(client), actions_on_snippets()):
        for name, act in some:
            with CaptureQueriesContext(connection) as queries:
                answer = act()
            assert getattr(answer, "status_code", 200) in (200, 302), name
            found[name] = len(queries)
    while copy := Page.objects.filter(slug__endswith="-copied").first():
        copy.delete()
    return found


def main():
    call_command("makemigrations", "own_pages", verbosity=0)
    call_command("migrate", verbosity=0)
    setup_test_environment()
    client = Client()
    superuser = get_user_model().objects.create_superuser("root", password="root")
    client.force_login(superuser)
    count(client)  # once, for what a process keeps from then on
    json.dump(count(client), sys.stdout)


main()
