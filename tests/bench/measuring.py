"""Everything that is measured: what a visitor waits for, and what an editor does."""

import importlib.util
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from tests.bench import clock, content
from tests.bench.report import Row
from tests.bench.weight import REQUESTS, STYLES_AND_SCRIPTS, gzipped, weight

AIMS = {"procedure": 1.5, "comparison": 2.0, "story": 1.5, "recovery": 1.5}
EDITOR_BLOCKS = 30
DOCUMENTS = 10


class Bench:
    """One run; ``rounds`` is how often each pair is looked at."""

    def __init__(self, rounds: int = clock.ROUNDS) -> None:
        self.rounds = rounds
        self.visitor = Client()
        self.editor = Client()
        self.user = get_user_model().objects.create_superuser("bench", password="-")
        self.editor.force_login(self.user)
        self.pages = content.demo_pages()

    def rows(self) -> Iterator[Row]:
        yield from self.content_pages()
        yield from self.topics()
        yield from self.editing()
        yield from self.importing()
        yield from self.weights()

    def content_pages(self) -> Iterator[Row]:
        for kind, aim in AIMS.items():
            page = self.pages[kind]
            body = content.rich_text(content.words_of(page))
            bare = content.bare(page, body)
            if kind == "procedure":
                again = content.bare(bare, body)
                yield self.visit("bare page against itself", again.url, bare.url, 1.05)
            yield self.visit(f"{kind} page", page.url, bare.url, aim)
            yield self.first_visit(f"{kind} page", page.url, bare.url)

    def topics(self) -> Iterator[Row]:
        topic = self.pages["topic"]
        few = content.crowded(topic, 20)
        many = content.crowded(topic, 2000)
        bare = content.bare_listing(topic, 20)
        yield self.visit("topic page, 20 below", few.url, bare.url, 1.5)
        yield self.visit("topic page, 2,000 below", many.url, bare.url, 1.5)
        yield self.first_visit("topic page, 20 below", few.url, bare.url)
        yield self.first_visit("topic page, 2,000 below", many.url, bare.url)
        yield self.visit("2,000 below against 20", many.url, few.url, 1.1)

    def editing(self) -> Iterator[Row]:
        for kind in content.SECTIONS:
            page = self.pages[kind]
            ours = content.with_blocks(page, EDITOR_BLOCKS)
            bare = content.bare(
                ours, content.rich_text(content.words_of(page), EDITOR_BLOCKS)
            )
            forms = [_edit(each) for each in (ours, bare)]
            name = f"editor of a {kind} page, {EDITOR_BLOCKS} blocks"
            yield self.visit(name, *forms, 1.3, client=self.editor)

    def first_visit(self, name: str, ours: str, bare: str) -> Row:
        """The same where nothing is kept, as after each change. It has no aim."""
        # What is asked for with a query is always made anew.
        return self.visit(f"{name}, first visitor", f"{ours}?new=1", bare, None)

    def visit(
        self, name: str, ours: str, bare: str, aim: float | None, client: Any = None
    ) -> Row:
        """One page against another, as often as it takes to know."""
        client = client or self.visitor
        actions = [partial(fetch, client, url) for url in (ours, bare)]
        # The first look at a page makes its pictures and reads its templates.
        html, _other = [action() for action in actions]
        ratio, seconds = clock.ratio(*actions, self.rounds)
        queries = [count(action) for action in actions]
        return Row(name, ratio, aim, *queries, gzipped(html), seconds * 1000)

    def importing(self) -> Iterator[Row]:
        if not (importer := the_importer()):
            print("  The importer is left out: it cannot run yet.")
            return
        words = content.words_of(self.pages["procedure"])
        with TemporaryDirectory() as folder:
            for number in range(DOCUMENTS):
                write_document(Path(folder), number, words)
            parent = self.pages["topic"]
            imported = partial(importer, Path(folder), parent, self.user)
            actions = [partial(undone, imported), partial(undone, create, words)]
            for action in actions:
                action()
            ratio, seconds = clock.ratio(*actions, max(self.rounds // 5, 1))
            yield Row(
                f"importer, {DOCUMENTS} documents, against bare creation",
                1 / ratio,
                0.8,
                *[count(action) for action in actions],
                milliseconds=seconds * 1000,
                more_is_better=True,
            )

    def weights(self) -> Iterator[Row]:
        """The heaviest of all pages, as a share of what is allowed."""
        found = [weight(fetch(self.visitor, p.url)) for p in self.pages.values()]
        heaviest = max(each.styles_and_scripts for each in found)
        # The page itself is a request as well.
        requests = 1 + max(len(each.fetched) for each in found)
        name = "styles and scripts, as a share of 15 KB"
        yield Row(name, heaviest / STYLES_AND_SCRIPTS, 1, bytes=heaviest)
        yield Row("requests without pictures, as a share of 4", requests / REQUESTS, 1)


def the_importer() -> Any:
    if importlib.util.find_spec("spine_content.importing") is None:
        return None
    module = importlib.import_module("spine_content.importing")
    return getattr(module, "run", None)


def _edit(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def fetch(client: Any, url: str) -> bytes:
    response = client.get(url)
    assert response.status_code == 200, f"{url}: {response.status_code}"
    return response.content


def count(action: Any) -> int:
    with CaptureQueriesContext(connection) as queries:
        action()
    return len(queries)


def undone(action: Any, *arguments: Any) -> None:
    """Does something and takes it back, so that the next time is like the first."""
    with transaction.atomic():
        action(*arguments)
        transaction.set_rollback(True)


def create(words: list[str]) -> None:
    """The same documents, typed into bare pages."""
    parent = Page.objects.get(depth=2)
    for number in range(DOCUMENTS):
        page = content.BarePage(
            title=f"Document {number}",
            slug=f"document-{number}",
            live=False,
            body=content.rich_text(words),
        )
        parent.add_child(instance=page)
        page.save_revision()


def write_document(folder: Path, number: int, words: list[str]) -> None:
    texts = "".join(
        f"<h2>Part {part}</h2>{html}"
        for part, (_key, html) in enumerate(content.rich_text(words), 1)
    )
    title = f"Document {number}"
    folder.joinpath(f"document-{number}.html").write_text(
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title></head>"
        f"<body><main><h1>{title}</h1>{texts}</main></body></html>",
        "utf-8",
    )
