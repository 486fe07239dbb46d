"""The demo, and for each of its page types a bare page that says the same."""

import re
from collections import Counter
from itertools import cycle
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks.base import BlockWidget

from site_project.demo.loader import load
from spine_content.page_types import page_models
from tests.bench.models import BareListing, BarePage
from tests.pages import many_pages

BLOCKS = 12
WORDS_IN_A_PARAGRAPH = 60
#: Where our widget is a kind of theirs.
OURS_AND_THEIRS = (BlockWidget, BaseChooser)
#: Where the text of a page stands.
SECTIONS = {
    "procedure": ["benefits", "risks", "preparation", "how_performed", "followup"],
    "topic": ["body"],
}


def demo_pages() -> dict[str, Any]:
    """The first page of each kind that the demo shows."""
    load()
    kinds = ("procedure", "comparison", "story", "recovery", "topic")
    return {
        kind: page_models(kind)[0].objects.live().order_by("path").first()
        for kind in kinds
    }


def crowded(topic: Any, number: int) -> Any:
    """A topic like another one, with so many pages below it."""
    copied = topic.copy(update_attrs={"slug": f"topic-{number}"})
    copied.save_revision().publish()
    many_pages.add_pages(copied, number)
    return copied


def words_of(page: Any) -> list[str]:
    html = Client().get(page.url).content
    return BeautifulSoup(html, "html.parser").main.get_text(" ").split()


def rich_text(words: list[str], blocks: int = BLOCKS) -> list[tuple[str, str]]:
    """These words in so many blocks of rich text."""
    size = -(-len(words) // blocks)
    return [
        ("rich_text", paragraphs(words[start : start + size]))
        for start in range(0, size * blocks, size)
    ]


def paragraphs(words: list[str]) -> str:
    starts = range(0, len(words), WORDS_IN_A_PARAGRAPH)
    texts = [" ".join(words[at : at + WORDS_IN_A_PARAGRAPH]) for at in starts]
    return "".join(f"<p>{re.sub('[<>&]', ' ', text)}</p>" for text in texts)


def bare(
    page: Any, body: list[tuple[str, str]], model: Any = BarePage, slug: str = ""
) -> Any:
    """A bare page with the picture of one of ours, and with this body."""
    made = model(
        title=page.title,
        slug=slug or f"bare-{page.slug}",
        image=getattr(page, "image", None),
        body=body,
    )
    # Beside the page, as each level of an address takes a query of its own.
    page.get_parent().add_child(instance=made)
    made.save_revision().publish()
    return made


def fields_of(page: Any) -> Counter[str]:
    """How many fields of each kind are in the form of a page, by their widgets."""
    form = page.get_edit_handler().get_form_class()
    return Counter(
        next(
            (kind.__name__ for kind in OURS_AND_THEIRS if isinstance(widget, kind)),
            type(widget).__name__,
        )
        for widget in (field.widget for field in form.base_fields.values())
    )


def bare_listing(topic: Any, number: int) -> Any:
    """A bare page that lists pages below it, each as long as a short article."""
    words = words_of(topic)
    listing = bare(topic, rich_text(words), BareListing)
    for place in range(number):
        listing.add_child(
            instance=BarePage(
                title=f"Page {place}",
                slug=f"page-{place}",
                search_description="What a page says in one short sentence.",
                body=rich_text(words[:100], 1),
            )
        )
    return listing


def with_blocks(page: Any, number: int) -> Any:
    """A page like another one, with so many blocks of rich text in its sections."""
    sections: dict[str, list[Any]] = {name: [] for name in SECTIONS[page.page_type]}
    for name, block in zip(cycle(sections), rich_text(words_of(page), number)):
        sections[name].append(block)
    page = page.copy(update_attrs={"slug": f"{page.slug}-{number}", **sections})
    page.save_revision().publish()
    return page
