"""The name is the address: what knows one file of a block knows them all."""

import pytest
from django.apps import apps
from django.db.models import Model
from django.test.utils import isolate_apps
from wagtail.models import LockableMixin, Page, RevisionMixin

from spine_content.blocks import body_blocks
from spine_content.page_types import page_models
from tests import content
from tests.contract.package import CSS, PACKAGE, TEMPLATES, TESTS

BODY = [key for key, _block in body_blocks()]
OURS = [
    model
    for label in ("spine_content", "spine_pages")
    for model in apps.get_app_config(label).get_models(include_auto_created=True)
]


@pytest.mark.parametrize("key", BODY)
def test_a_block_is_at_the_same_address_in_every_room(key):
    block = type(dict(body_blocks())[key])
    # A family of blocks shares a module; the class is called as the block is.
    assert block.__module__.rpartition(".")[0] == "spine_content.blocks"
    name = key.replace("_", "")
    assert block.__name__.lower() in (f"{name}block", f"captioned{name}block")
    for room in (
        TEMPLATES / f"spine_content/blocks/{key}.html",
        CSS / f"blocks/{key}.css",
        TESTS / f"blocks/test_{key}.py",
    ):
        assert room.is_file()


@pytest.mark.parametrize(
    "template", sorted((TEMPLATES / "spine_content/blocks").iterdir())
)
def test_every_block_is_tested(template):
    assert (TESTS / f"blocks/test_{template.stem}.py").is_file()


@pytest.mark.parametrize("kind", content.MAKERS)
def test_a_page_type_is_at_the_same_address_in_every_room(kind):
    (model,) = page_models(kind)
    assert model.packaged_template == f"spine_content/pages/{kind}_page.html"
    for room in (
        PACKAGE / f"pages/{kind}.py",
        TEMPLATES / model.packaged_template,
        TESTS / f"pages/test_{kind}.py",
    ):
        assert room.is_file()


@pytest.mark.parametrize("room", ["blocks", "pages"])
def test_no_style_sheet_is_left_over(room):
    templates = TEMPLATES / "spine_content" / room
    for sheet in (CSS / room).glob("*.css"):
        found = list(templates.glob(f"{sheet.stem}*.html"))
        assert found, sheet.name


def test_no_room_is_called_after_nothing():
    vague = {"utils", "helpers", "common", "core", "services", "misc"}
    assert not {path.stem for path in PACKAGE.rglob("*.py")} & vague


def clashing(model):
    """Relations to models of others whose way back a site's own class may want too."""
    relations = [
        field.remote_field
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if field.is_relation and field.related_model not in OURS
    ]
    return [
        relation.field.name
        for relation in relations
        if not relation.hidden
        for name in {relation.get_accessor_name(), relation.field.related_query_name()}
        if not name.startswith("spine_")
    ]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_no_way_back_to_us_is_one_that_a_site_may_want(model):
    assert clashing(model) == []


@isolate_apps()
def test_a_way_back_that_wagtail_or_django_named_is_found():
    class Person(LockableMixin, RevisionMixin, Model):  # noqa: DJ008
        class Meta:
            app_label = "spine_content"

    class TopicPage(Page):
        class Meta:
            app_label = "spine_content"

    assert clashing(Person) == ["locked_by"]
    assert clashing(TopicPage) == ["page_ptr"]
