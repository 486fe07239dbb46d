"""Migrations fit every site: any Wagtail, any image model, any blocks."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests.contract.package import PACKAGE

OURS = ("spine_content", "spine_pages")
FILES = sorted(PACKAGE.glob("**/migrations/[0-9]*.py"))
each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def test_there_are_migrations_of_both_apps():
    assert {file.parent.parent.name for file in FILES} == {"spine_content", "pages"}


@pytest.mark.django_db
def test_no_model_has_changed_since(capsys):
    call_command("makemigrations", check=True, dry_run=True)
    assert "No changes detected" in capsys.readouterr().out


@each
def test_none_knows_what_only_the_newest_wagtail_has(file):
    text = file.read_text()
    assert "WAGTAIL_PAGE_MODEL" not in text
    for number in re.findall(r'"wagtailcore",\s*"(\d{4})', text):
        assert int(number) <= 97


@each
def test_none_names_an_image_or_user_model(file):
    text = file.read_text()
    for name in (
        "wagtailimages.image",
        "wagtailimages.Image",
        "auth.user",
        "auth.User",
    ):
        assert f'"{name}"' not in text
        assert f"'{name}'" not in text


@each
def test_none_knows_a_block(file):
    assert "block_lookup" not in file.read_text()
    assert "wagtail.blocks" not in file.read_text()


def test_whoever_has_another_image_model_depends_on_it():
    for file in FILES:
        if "get_image_model_string()" in file.read_text():
            dependency = "migrations.swappable_dependency(get_image_model_string())"
            assert dependency in file.read_text()


@pytest.mark.django_db
def test_the_tables_do_without_the_pages():
    graph = MigrationLoader(connection).graph
    for node in graph.leaf_nodes("spine_content"):
        assert not [
            parent for parent in graph.forwards_plan(node) if parent[0] == "spine_pages"
        ]


@pytest.mark.django_db
@pytest.mark.parametrize("app", OURS)
def test_every_app_has_one_last_migration(app):
    assert len(MigrationLoader(connection).graph.leaf_nodes(app)) == 1
