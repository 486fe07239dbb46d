"""Blocks stay out of migrations, and no migration can empty a page."""

import datetime
import json
import re
from unittest.mock import patch

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.writer import MigrationWriter
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st
from wagtail.blocks.base import BlockWidget

from site_project.models import HomePage
from spine_content.fields import ContentStreamField
from spine_content.pages.models import ProcedurePage, RecoveryGuidePage, TopicPage
from tests import content

OURS = [
    field
    for model in apps.get_models()
    for field in model._meta.get_fields()
    if isinstance(field, ContentStreamField)
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
STORED = st.lists(
    st.fixed_dictionaries(
        {"type": st.text(min_size=1), "value": JSON, "id": st.uuids().map(str)}
    ),
    min_size=1,
)


def historical(model):
    """The model as a data migration sees it: without any of our code."""
    state = MigrationExecutor(connection).loader.project_state()
    return state.apps.get_model(model._meta.app_label, model._meta.model_name)


@pytest.mark.parametrize("field", OURS, ids=str)
def test_a_migration_never_mentions_a_block(field):
    written, _imports = MigrationWriter.serialize(field)
    assert "block_lookup" not in written
    assert "Block" not in written
    for name in field.stream_block.child_blocks:
        assert f"'{name}'" not in written
        assert f'"{name}"' not in written


@pytest.mark.parametrize("field", OURS, ids=str)
def test_a_field_taken_apart_keeps_everything_but_its_blocks(field):
    _name, path, args, kwargs = field.deconstruct()
    again = ContentStreamField(*args, **kwargs)
    assert path == "spine_content.fields.ContentStreamField"
    assert list(again.stream_block.child_blocks) == []
    assert again.blank == field.blank
    assert again.help_text == field.help_text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "model", "field"),
    [
        (content.procedure, ProcedurePage, "benefits"),
        (content.procedure, ProcedurePage, "suitable_if"),
        (content.recovery, RecoveryGuidePage, "phases"),
        (content.topic, TopicPage, "warning_signs"),
    ],
)
def test_a_data_migration_that_saves_a_page_keeps_its_content(make, model, field):
    page = make()
    before = list(getattr(model.objects.get(pk=page.pk), field).raw_data)
    assert before

    old = historical(model).objects.get(pk=page.pk)
    old.title = "Renamed by a migration"
    old.save()

    after = model.objects.get(pk=page.pk)
    assert after.title == "Renamed by a migration"
    assert list(getattr(after, field).raw_data) == before


@pytest.mark.django_db
def test_a_data_migration_can_read_and_change_the_stored_blocks():
    page = content.procedure()
    old = historical(ProcedurePage).objects.get(pk=page.pk)
    stored = [dict(block) for block in old.benefits.raw_data]
    assert [block["type"] for block in stored] == ["rich_text"]
    stored[0]["value"] = "<p>Changed.</p>"
    old.benefits = json.dumps(stored)
    old.save()
    (block,) = ProcedurePage.objects.get(pk=page.pk).benefits
    assert block.value.source == "<p>Changed.</p>"


@given(STORED)
def test_whatever_is_stored_survives_a_field_that_knows_no_blocks(stored):
    field = ContentStreamField()
    value = field.to_python(json.dumps(stored))
    assert field.get_prep_value(value) == stored


@given(STORED)
def test_a_list_survives_as_well_as_its_text(stored):
    field = ContentStreamField()
    assert field.get_prep_value(field.to_python(stored)) == stored


@pytest.mark.parametrize("nothing", [None, "", "[]", []])
def test_an_empty_field_stays_empty(nothing):
    value = ContentStreamField().to_python(nothing)
    assert len(value) == 0


@pytest.mark.django_db
def test_a_host_uses_the_field_as_any_stream_field():
    home = HomePage(body=[("quote", {"text": "Some words.", "who": "A nurse"})])
    (block,) = home.body
    assert (block.block_type, block.value["who"]) == ("quote", "A nurse")


def form(field, language="en-gb", day=datetime.date(2026, 1, 1)):
    """What the browser of an editor is told about the blocks of a field."""
    with (
        translation.override(language),
        patch.object(timezone, "localdate", lambda: day),
    ):
        widget = field.formfield().widget
        return widget.block_json, str(widget.media)


@pytest.mark.parametrize("field", [OURS[0], OURS[-1]], ids=str)
def test_the_form_of_a_stream_is_the_one_that_wagtail_makes(field):
    by_wagtail = BlockWidget(field.stream_block)
    named = re.compile(r'"_type": "[^"]+"|"blockDefId": "[^"]+"')
    for _time in range(2):
        definition, media = form(field)
        # What is said twice is told by a reference, which may be another each time.
        assert set(named.findall(definition)) == set(
            named.findall(by_wagtail.block_json)
        )
        assert media == str(by_wagtail.media)


def test_it_is_made_once_for_a_language_and_a_day():
    field = TopicPage._meta.get_field("body")
    first = form(field)[0]
    assert form(field)[0] is first
    german = form(field, language="de")[0]
    assert german != first
    assert form(field, language="de")[0] is german
    assert form(field)[0] is first
    form(field, day=datetime.date(2026, 1, 2))
    assert form(field)[0] is not first


def test_it_is_made_each_time_where_a_site_has_blocks_of_its_own(settings):
    settings.SPINE_CONTENT = {"EXTRA_BLOCKS": {"extra": "tests.hosts.extra_block.X"}}
    field = TopicPage._meta.get_field("body")
    assert form(field)[0] is not form(field)[0]
