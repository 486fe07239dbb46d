"""What a site's own pages and snippets cost, with us and without us."""

import json

import pytest
from django.apps import apps
from wagtail.models import Page, Revision

from tests.hosts.unpacked import unpacked


def counted(folder, settings):
    folder.mkdir()
    with unpacked("own_pages", folder) as host:
        host.environment["DJANGO_SETTINGS_MODULE"] = f"own_pages.{settings}"
        done = host.run("own_pages/count.py")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def extra(tmp_path_factory):
    """The queries that are more with us than without, by action, for some settings."""
    folder = tmp_path_factory.mktemp("costs")
    alone = counted(folder / "alone", "settings_alone")

    def compare(settings):
        beside = counted(folder / settings, settings)
        assert beside.keys() == alone.keys()
        more = {name: beside[name] - count for name, count in alone.items()}
        return {name: count for name, count in more.items() if count}

    return compare


def relations(label, target):
    """How many columns of an app point at pages, or at revisions."""
    return sum(
        field.related_model is target
        for model in apps.get_app_config(label).get_models()
        for field in model._meta.local_fields
        if field.remote_field
    )


# Django looks for what is deleted in each table that points at it, whatever the app.
OF_REVISIONS = relations("spine_content", Revision)
OF_PAGES = relations("spine_pages", Page) + OF_REVISIONS


def test_only_what_no_app_with_pages_can_spare(extra):
    assert extra("settings") == {
        # Pages of ours may stand below: a cache in front is asked to forget topics.
        "move a section": 1,
        # The form says which guides may not be public where they are now.
        "move a section by form": 3,
        "delete a page": OF_PAGES,
        "delete a section": OF_PAGES,
        "delete a snippet": OF_REVISIONS,
    }


def test_without_our_pages_nobody_listens_to_pages(extra):
    assert extra("settings_blocks") == {
        "delete a page": OF_REVISIONS,
        "delete a section": OF_REVISIONS,
        "delete a snippet": OF_REVISIONS,
    }
