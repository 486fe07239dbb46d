"""StreamField blocks for the parts of a document, as the database stores them."""

import re
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import singledispatchmethod
from html import unescape
from pathlib import PurePosixPath
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _

from spine_content.blocks.text import LINE_FEATURES, NOTE_FEATURES
from spine_content.images import is_descriptive
from spine_content.importing.building.links import LinkRewriter
from spine_content.importing.building.media import FileRejected, ImageStore
from spine_content.importing.documents import (
    Download,
    Part,
    Picture,
    Questions,
    Skipped,
    Table,
    Text,
    Video,
)
from spine_content.importing.sanitiser import (
    count_elements,
    plain_text,
    sanitise_for_features,
    without_control_characters,
)

RawBlock = dict[str, Any]
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
#: More does not fit on a telephone, and the block takes no more.
MAX_COLUMNS, MAX_CELL_LENGTH = 6, 300


def raw_block(kind: str, value: Any) -> RawBlock:
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def list_items(values: list[Any]) -> list[RawBlock]:
    return [raw_block("item", value) for value in values]


@dataclass
class BlockBuilder:
    """Makes the blocks of one document, and counts what it makes."""

    rewriter: LinkRewriter
    pictures: ImageStore
    made: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def stream(self, parts: list[Part], features: list[str]) -> list[RawBlock]:
        """Blocks for ``parts``. Texts that follow each other become one block."""
        blocks: list[RawBlock] = []
        for part in parts:
            made = self._block(part, features)
            if made is None:
                continue
            before = blocks[-1] if blocks else None
            if before and before["type"] == made["type"] == "rich_text":
                before["value"] += made["value"]
            else:
                blocks.append(made)
        return blocks

    def html(self, html: str, features: list[str]) -> str:
        """Text for one field: clean, fitting, counted, with its links rewritten."""
        fitted = sanitise_for_features(html, features)
        self.made.update(count_elements(fitted))
        return self.rewriter.rewrite(fitted)

    def text(self, html: str) -> str:
        """The same for a field without markup."""
        for reference, words in _LINK.findall(html):
            reason = _("A cell of a table holds plain text only.")
            name = f"{plain_text(words)} ({unescape(reference)})"
            self.skip("link", name, reason)
        return plain_text(html)

    def skip(self, what: str, name: str, reason: str) -> None:
        self.skipped.append(
            Skipped(what, without_control_characters(name)[:200], reason)
        )

    def warn_once(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    @singledispatchmethod
    def _block(self, part: Part, features: list[str]) -> RawBlock | None:
        raise NotImplementedError

    @_block.register
    def _text(self, part: Text, features: list[str]) -> RawBlock | None:
        html = self.html(part.html, features)
        return raw_block("rich_text", html) if html else None

    def _uncounted(self, html: str, features: list[str]) -> RawBlock | None:
        """A text that stands for something else, which is counted already."""
        fitted = sanitise_for_features(html, features)
        return raw_block("rich_text", self.rewriter.rewrite(fitted)) if fitted else None

    @_block.register
    def _questions(self, part: Questions, features: list[str]) -> RawBlock | None:
        pairs = [
            {
                "question": plain_text(escape(question)),
                "answer": self.html(answer, NOTE_FEATURES),
            }
            for question, answer in part.items
        ]
        self.made["questions"] += len(pairs)
        return raw_block("faq", {"items": list_items(pairs)}) if pairs else None

    @_block.register
    def _table(self, part: Table, features: list[str]) -> RawBlock | None:
        columns = [plain_text(escape(name)) for name in part.columns]
        rows = [[self.text(cell) for cell in row] for row in part.rows]
        if not columns and not rows:
            return None
        is_named = any(columns)
        self.made["table_cells"] += sum(map(len, rows)) + len(columns) * is_named
        for sentence in _table_warnings(columns, [c for row in rows for c in row]):
            self.warn_once(sentence)
        value = {
            "caption": plain_text(escape(part.caption)),
            "columns": list_items(columns),
            "rows": list_items([list_items(row) for row in rows]),
            "rows_have_names": part.rows_have_names,
        }
        return raw_block("table", value)

    @_block.register
    def _picture(self, part: Picture, features: list[str]) -> RawBlock | None:
        name = PurePosixPath(part.reference).name or part.reference
        alt = plain_text(escape(part.alt))[:255]
        try:
            picture = self.pictures.store(part.reference, self.rewriter.key, alt)
        except FileRejected as reason:
            self.skip("image", f"{alt} ({name})" if alt else name, str(reason))
            # The words of a picture that is not there are words of the page still.
            return self._uncounted(f"<p>{part.caption}</p>", features)
        self.made["images"] += 1
        if not part.decorative and not is_descriptive(alt, name):
            self.warn_once(
                _("Say what the pictures show, for people who cannot see them.")
            )
        image = {"image": picture, "decorative": part.decorative, "alt_text": alt}
        caption = self.rewriter.rewrite(
            sanitise_for_features(part.caption, LINE_FEATURES)
        )
        return raw_block("image", {"image": image, "caption": caption, "credit": ""})

    @_block.register
    def _video(self, part: Video, features: list[str]) -> RawBlock | None:
        self.made["videos"] += 1
        self.warn_once(_("Say how long each video is, and what it says and shows."))
        value = {
            "title": plain_text(escape(part.title))[:120],
            "url": without_control_characters(part.address),
        }
        return raw_block("video", {**value, "length": "", "shows": ""})

    @_block.register
    def _download(self, part: Download, features: list[str]) -> RawBlock | None:
        title = plain_text(escape(part.title))
        try:
            store = self.rewriter.downloads
            if store is None:
                raise FileRejected(_("There are no documents on this site."))
            document = store.store(part.reference, self.rewriter.key, title)
        except FileRejected as reason:
            self.skip("download", title or part.reference, str(reason))
            link = f'<p><a href="{escape(part.reference)}">{escape(title)}</a></p>'
            return self._uncounted(link, features)
        self.made["downloads"] += 1
        value = {"document": document, "title": title[:120], "about": ""}
        return raw_block("document", value)


def _table_warnings(columns: list[str], cells: list[str]) -> Iterator[str]:
    if not any(columns):
        yield _("A table has no names for its columns. Give it some.")
    if len(columns) > MAX_COLUMNS:
        yield (
            _(
                "A table has more than %d columns. Split it, or make a list of it, "
                "before you publish the page."
            )
            % MAX_COLUMNS
        )
    if not all(cells):
        yield _("A table has empty cells. Write “not known”, or what belongs there.")
    if any(len(cell) > MAX_CELL_LENGTH for cell in cells):
        yield _("A table has a cell with too much text for a table.")
