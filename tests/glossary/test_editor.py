import json

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from spine_content.blocks.text import (
    BODY_FEATURES,
    LINE_FEATURES,
    NOTE_FEATURES,
    SECTION_FEATURES,
    RichTextBlock,
)
from spine_content.models import GlossaryTerm

pytestmark = pytest.mark.django_db


def opened_and_saved(html):
    converter = ContentstateConverter(BODY_FEATURES)
    state = converter.from_database_format(html)
    return json.loads(state), converter.to_database_format(state)


def mention(pk):
    return (
        f'<p data-block-key="a1">A <a linktype="spine-glossary" id="{pk}">word</a>.</p>'
    )


def test_an_editor_sees_the_term_and_changes_nothing_by_opening_the_text():
    term = GlossaryTerm.objects.create(term="vertebra", meaning="A bone.")
    state, saved = opened_and_saved(mention(term.pk))
    (entity,) = state["entityMap"].values()
    assert entity["type"] == "SPINE-GLOSSARY"
    assert entity["data"] == {"id": term.pk, "term": "vertebra"}
    assert saved == mention(term.pk)


def test_a_deleted_term_can_still_be_taken_out():
    state, saved = opened_and_saved(mention(4711))
    assert state["entityMap"]["0"]["data"] == {"id": 4711, "term": ""}
    assert saved == mention(4711)


@pytest.mark.parametrize("features", [BODY_FEATURES, SECTION_FEATURES, NOTE_FEATURES])
def test_the_button_is_there_with_its_script_and_its_chooser(features, admin_client):
    widget = RichTextBlock(features=features).field.widget
    options = {each["type"]: each for each in widget.options["entityTypes"]}
    address = str(options["SPINE-GLOSSARY"]["chooserUrls"]["termChooser"])
    chooser = "wagtailsnippetchoosers_spine_content_glossaryterm:choose"
    assert address == reverse(chooser)
    assert admin_client.get(address).status_code == 200
    scripts = str(widget.media)
    for script in ("wagtailadmin/js/chooser-modal.js", "spine_content/js/glossary.js"):
        assert script in scripts
        assert finders.find(script)


def test_a_single_line_has_no_room_for_it():
    options = RichTextBlock(features=LINE_FEATURES).field.widget.options
    assert "SPINE-GLOSSARY" not in [each["type"] for each in options["entityTypes"]]
