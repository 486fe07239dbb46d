"""Everything that is measured: what a visitor waits for, and what an editor does."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from spine_content.importing import run
from tests.bench import clock, content
from tests.bench.models import LONG_FORMS
from tests.bench.report import Row
from tests.bench.weight import REQUESTS, STYLES_AND_SCRIPTS, gzipped, weight

KINDS = ("procedure", "comparison", "story", "recovery")
#: How many times as long as a bare page of the same words each may take.
AIM = 2.5
EDITOR_BLOCKS = 30
#: What an old site has, and how long each of its posts is, in words.
POSTS = WORDS = 500


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
        for kind in KINDS:
            page = self.pages[kind]
            body = content.rich_text(content.words_of(page))
            bare = content.bare(page, body)
            if kind == "procedure":
                again = content.bare(bare, body)
                yield self.visit("bare page against itself", again.url, bare.url, 1.05)
            yield self.visit(f"{kind} page", page.url, bare.url, AIM)

    def topics(self) -> Iterator[Row]:
        topic = self.pages["topic"]
        few = content.crowded(topic, 20)
        many = content.crowded(topic, 2000)
        bare = content.bare_listing(topic, 20)
        yield self.visit("topic page, 20 below", few.url, bare.url, AIM)
        yield self.visit("topic page, 2,000 below", many.url, bare.url, AIM)
        yield self.visit("2,000 below against 20", many.url, few.url, 1.1)

    def editing(self) -> Iterator[Row]:
        for kind in content.SECTIONS:
            page = self.pages[kind]
            ours = content.with_blocks(page, EDITOR_BLOCKS)
            body = content.rich_text(content.words_of(page), EDITOR_BLOCKS)
            slug = f"long-{ours.slug}"
            bare = content.bare(ours, body)
            long = content.bare(ours, body, LONG_FORMS[kind], slug)
            fields = content.fields_of(ours)
            found = content.fields_of(long)
            assert found == fields, f"Mend LONG_FORMS: {found} is not {fields}"
            edit, of_bare, of_long = [_edit(each) for each in (ours, bare, long)]
            name = f"editor of a {kind} page, {EDITOR_BLOCKS} blocks"
            yield self.visit(name, edit, of_bare, 1.3, client=self.editor)
            name = f"{name}, against a bare form of {sum(fields.values())} fields"
            yield self.visit(name, edit, of_long, 1.3, client=self.editor)

    def visit(
        self, name: str, ours: str, bare: str, aim: float, client: Any = None
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
        """An export of many posts against as many bare pages made by a loop."""
        every = content.words_of(self.pages["procedure"])
        words = list(islice(cycle(word for word in every if word.isalpha()), WORDS))
        with TemporaryDirectory() as folder:
            export = Path(folder, "export.xml")
            export.write_text(old_site(words), "utf-8")
            parent = self.pages["topic"]
            imported = partial(run, export, parent, self.user, wanted="topic")
            actions = [partial(undone, imported), partial(undone, create, words)]
            ratio, seconds = clock.ratio(*actions, 1)
        name = f"importer, {POSTS} posts of {WORDS} words: share of bare pages a second"
        milliseconds = seconds * 1000 / POSTS
        yield Row(name, 1 / ratio, 0.8, milliseconds=milliseconds, more_is_better=True)

    def weights(self) -> Iterator[Row]:
        """The heaviest of all pages, as a share of what is allowed."""
        found = [weight(fetch(self.visitor, p.url)) for p in self.pages.values()]
        heaviest = max(each.styles_and_scripts for each in found)
        # The page itself is a request as well.
        requests = 1 + max(len(each.fetched) for each in found)
        name = "styles and scripts, as a share of 15 KB"
        yield Row(name, heaviest / STYLES_AND_SCRIPTS, 1, bytes=heaviest)
        yield Row("requests without pictures, as a share of 4", requests / REQUESTS, 1)


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
    """The same posts, put into bare pages."""
    parent = Page.objects.get(depth=2)
    for number in range(POSTS):
        page = content.BarePage(
            title=f"Post {number}",
            slug=f"post-{number}",
            live=False,
            body=content.rich_text(words, 1),
        )
        parent.add_child(instance=page)
        page.save_revision()


def old_site(words: list[str]) -> str:
    """An export of posts, in five parts each."""
    size = WORDS // 5
    parts = [" ".join(words[at : at + size]) for at in range(0, WORDS, size)]
    html = "".join(f"<h2>Part {n}</h2><p>{part}</p>" for n, part in enumerate(parts))
    items = "".join(
        f"<item><title>Post {number}</title><link>https://old.example/{number}/</link>"
        f"<guid>https://old.example/?p={number}</guid>"
        f"<content:encoded><![CDATA[{html}]]></content:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_name>post-{number}</wp:post_name>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>"
        for number in range(POSTS)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old</title>'
        f"<wp:wxr_version>1.2</wp:wxr_version>{items}</channel></rss>"
    )
