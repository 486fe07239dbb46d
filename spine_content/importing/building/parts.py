"""Parts of an outline become blocks, as the database keeps them."""

import re
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from pathlib import PurePosixPath
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _

from spine_content.images import is_descriptive
from spine_content.importing.building import texts
from spine_content.importing.building.links import Linker
from spine_content.importing.building.pictures import Pictures
from spine_content.importing.building.storing import NotTaken
from spine_content.importing.building.texts import LINE_FEATURES, NOTE_FEATURES, seen
from spine_content.importing.documents import (
    Download,
    LeftOut,
    Part,
    Picture,
    Questions,
    Table,
    Text,
    Video,
)

Raw = dict[str, Any]
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
#: More does not fit on a telephone, and the block takes no more.
WIDEST, LONGEST_CELL = 6, 300


def block(kind: str, value: Any) -> Raw:
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def items(values: list[Any]) -> list[Raw]:
    return [block("item", value) for value in values]


@dataclass
class BlockMaker:
    """Makes the blocks of one document, and counts what it makes."""

    linker: Linker
    pictures: Pictures
    made: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def stream(self, parts: list[Part], features: list[str]) -> list[Raw]:
        """Blocks for ``parts``. Texts that follow each other become one block."""
        blocks: list[Raw] = []
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
        fitted = texts.fit(html, features)
        self.made.update(texts.count(fitted))
        return self.linker.rewrite(fitted)

    def text(self, html: str) -> str:
        """The same for a field without markup."""
        for reference, words in LINK.findall(html):
            reason = _("A cell of a table holds plain text only.")
            name = f"{texts.plain(words)} ({unescape(reference)})"
            self.leave_out("link", name, reason)
        return texts.plain(html)

    def leave_out(self, what: str, name: str, reason: str) -> None:
        self.left_out.append(LeftOut(what, texts.seen(name)[:200], reason))

    def warn_once(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def _block(self, part: Part, features: list[str]) -> Raw | None:
        make: Callable[[Any, list[str]], Raw | None] = MAKERS[type(part)]
        return make(self, part, features)  # type: ignore[call-arg,arg-type]

    def _text(self, part: Text, features: list[str]) -> Raw | None:
        html = self.html(part.html, features)
        return block("rich_text", html) if html else None

    def _uncounted(self, html: str, features: list[str]) -> Raw | None:
        """A text that stands for something else, which is counted already."""
        fitted = texts.fit(html, features)
        return block("rich_text", self.linker.rewrite(fitted)) if fitted else None

    def _questions(self, part: Questions, features: list[str]) -> Raw | None:
        pairs = [
            {
                "question": texts.plain(escape(question)),
                "answer": self.html(answer, NOTE_FEATURES),
            }
            for question, answer in part.items
        ]
        self.made["questions"] += len(pairs)
        return block("faq", {"items": items(pairs)}) if pairs else None

    def _table(self, part: Table, features: list[str]) -> Raw | None:
        columns = [texts.plain(escape(name)) for name in part.columns]
        rows = [[self.text(cell) for cell in row] for row in part.rows]
        if not columns and not rows:
            return None
        is_named = any(columns)
        self.made["table_cells"] += sum(map(len, rows)) + len(columns) * is_named
        if not is_named:
            self.warn_once(_("A table has no names for its columns. Give it some."))
        if len(columns) > WIDEST:
            self.warn_once(
                _(
                    "A table has more than %d columns. Split it, or make a list of it, "
                    "before you publish the page."
                )
                % WIDEST
            )
        if any(not cell for row in rows for cell in row):
            self.warn_once(
                _("A table has empty cells. Write “not known”, or what belongs there.")
            )
        if any(len(cell) > LONGEST_CELL for row in rows for cell in row):
            self.warn_once(_("A table has a cell with too much text for a table."))
        value = {
            "caption": texts.plain(escape(part.caption)),
            "columns": items(columns),
            "rows": items([items(row) for row in rows]),
            "rows_have_names": part.rows_have_names,
        }
        return block("table", value)

    def _picture(self, part: Picture, features: list[str]) -> Raw | None:
        name = PurePosixPath(part.reference).name or part.reference
        alt = texts.plain(escape(part.alt))[:255]
        try:
            picture = self.pictures.take(part.reference, self.linker.key, alt)
        except NotTaken as reason:
            self.leave_out("image", f"{alt} ({name})" if alt else name, str(reason))
            # The words of a picture that is not there are words of the page still.
            return self._uncounted(f"<p>{part.caption}</p>", features)
        self.made["images"] += 1
        if not part.decorative and not is_descriptive(alt, name):
            self.warn_once(
                _("Say what the pictures show, for people who cannot see them.")
            )
        image = {"image": picture, "decorative": part.decorative, "alt_text": alt}
        caption = self.linker.rewrite(texts.fit(part.caption, LINE_FEATURES))
        return block("image", {"image": image, "caption": caption, "credit": ""})

    def _video(self, part: Video, features: list[str]) -> Raw | None:
        self.made["videos"] += 1
        self.warn_once(_("Say how long each video is, and what it says and shows."))
        value = {
            "title": texts.plain(escape(part.title))[:120],
            "url": seen(part.address),
        }
        return block("video", {**value, "length": "", "shows": ""})

    def _download(self, part: Download, features: list[str]) -> Raw | None:
        title = texts.plain(escape(part.title))
        try:
            store = self.linker.downloads
            if store is None:
                raise NotTaken(_("There are no documents on this site."))
            document = store.take(part.reference, self.linker.key, title)
        except NotTaken as reason:
            self.leave_out("download", title or part.reference, str(reason))
            link = f'<p><a href="{escape(part.reference)}">{escape(title)}</a></p>'
            return self._uncounted(link, features)
        self.made["downloads"] += 1
        value = {"document": document, "title": title[:120], "about": ""}
        return block("document", value)


MAKERS: dict[type, Any] = {
    Text: BlockMaker._text,
    Questions: BlockMaker._questions,
    Table: BlockMaker._table,
    Picture: BlockMaker._picture,
    Video: BlockMaker._video,
    Download: BlockMaker._download,
}
