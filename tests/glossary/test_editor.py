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


def marked(pk):
    return (
        f'<p data-block-key="a1">A <a linktype="spine-glossary" id="{pk}">word</a>.</p>'
    )


def test_opening_and_saving_a_text_changes_nothing():
    term = GlossaryTerm.objects.create(term="vertebra", meaning="A bone.")
    state, saved = opened_and_saved(marked(term.pk))
    (entity,) = state["entityMap"].values()
    assert entity["type"] == "SPINE-GLOSSARY"
    assert entity["data"] == {"id": term.pk, "term": "vertebra"}
    assert saved == marked(term.pk)


def test_a_deleted_term_is_still_a_link_in_the_editor():
    state, saved = opened_and_saved(marked(4711))
    assert state["entityMap"]["0"]["data"] == {"id": 4711, "term": ""}
    assert saved == marked(4711)


@pytest.mark.parametrize("features", [BODY_FEATURES, SECTION_FEATURES, NOTE_FEATURES])
def test_the_button_has_its_script_and_its_chooser(features, admin_client):
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


def test_a_single_line_has_no_button():
    options = RichTextBlock(features=LINE_FEATURES).field.widget.options
    assert "SPINE-GLOSSARY" not in [each["type"] for each in options["entityTypes"]]
