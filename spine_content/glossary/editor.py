"""
The terms in the admin: their list, and the button of the rich text editor.

Imported by hooks only: it loads the admin.
"""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.admin.ui.tables import LiveStatusTagColumn

from spine_content.admin.viewsets import ClinicSnippetViewSet
from spine_content.blocks.text import GLOSSARY_FEATURE
from spine_content.glossary.explain import LINK_TYPE, TermLinkHandler
from spine_content.glossary.models import GlossaryTerm

ENTITY_TYPE = "SPINE-GLOSSARY"


class TermElementHandler(LinkElementHandler):
    """The data of a marked term for the editor."""

    def get_attribute_data(self, attrs: dict[str, Any]) -> dict[str, Any]:
        pk = attrs.get("id", "")
        if not pk.isdigit():
            return {}
        term = GlossaryTerm.objects.filter(pk=pk).first()
        return {"id": int(pk), "term": term.term if term else ""}


def _to_database(props: dict[str, Any]) -> Any:
    attributes = {"linktype": LINK_TYPE, "id": props.get("id")}
    return DOM.create_element("a", attributes, props["children"])


def register(features: Any) -> None:
    """Register the feature with Wagtail's rich text."""
    features.register_link_type(TermLinkHandler)
    features.register_editor_plugin(
        "draftail",
        GLOSSARY_FEATURE,
        EntityFeature(
            {
                "type": ENTITY_TYPE,
                "icon": "help",
                "description": _("Explain a word"),
                "attributes": ["id", "term"],
                "chooserUrls": {
                    "termChooser": reverse_lazy(
                        "wagtailsnippetchoosers_spine_content_glossaryterm:choose"
                    )
                },
            },
            js=["wagtailadmin/js/chooser-modal.js", "spine_content/js/glossary.js"],
        ),
    )
    features.register_converter_rule(
        "contentstate",
        GLOSSARY_FEATURE,
        {
            "from_database_format": {
                f'a[linktype="{LINK_TYPE}"]': TermElementHandler(ENTITY_TYPE)
            },
            "to_database_format": {"entity_decorators": {ENTITY_TYPE: _to_database}},
        },
    )


class GlossaryTermViewSet(ClinicSnippetViewSet):
    model = GlossaryTerm
    icon = "comment"
    empty_state = _(
        "Words that patients meet, with a plain meaning. Pages explain each where it "
        "is first used."
    )
    list_display = ["term", "meaning", LiveStatusTagColumn(label=_("Status"))]
