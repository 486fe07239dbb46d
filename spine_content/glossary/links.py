import re
from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html
from wagtail.rich_text import LinkHandler

from spine_content.glossary.models import GlossaryTerm

LINK_TYPE = "spine-glossary"

MENTION = re.compile(rf'<a\s[^>]*linktype="{LINK_TYPE}"[^>]*>')
MENTION_ID = re.compile(r'\sid="(\d+)"')


class TermLinkHandler(LinkHandler):
    """What readers get: a link that says the meaning to a screen reader at once."""

    identifier = LINK_TYPE

    @staticmethod
    def get_model() -> Any:
        return GlossaryTerm

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        ids = {attrs["id"] for attrs in attrs_list if attrs.get("id", "").isdigit()}
        terms = GlossaryTerm.objects.filter(live=True).in_bulk(map(int, ids))
        known = {str(pk): term for pk, term in terms.items()}
        return [opening_tag(known.get(attrs.get("id", ""))) for attrs in attrs_list]

    @classmethod
    def extract_references(cls, attrs: dict[str, Any]) -> Iterable[Any]:
        if attrs.get("id", "").isdigit():
            yield GlossaryTerm, attrs["id"], "", ""


def opening_tag(term: Any, by_itself: bool = False) -> str:
    """The link to the meaning of a word, as ``first_use`` looks for it."""
    if term is None:  # deleted or not published: the word stays, plain
        return "<a>"
    # On paper the style sheet prints the description in brackets behind the word.
    return format_html(
        '<a class="spine-term" {}href="#spine-word-{}" aria-description="{}">',
        "data-found " if by_itself else "",
        term.pk,
        term.meaning,
    )
