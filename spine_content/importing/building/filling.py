"""Where each section of an outline lands on a page of one type."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spine_content.importing.building import texts
from spine_content.importing.building.days import days
from spine_content.importing.building.headings import subject, without_accents
from spine_content.importing.building.parts import BlockMaker, Raw, block, items
from spine_content.importing.building.texts import (
    BODY_FEATURES,
    LINE_FEATURES,
    NOTE_FEATURES,
    SECTION_FEATURES,
)
from spine_content.importing.documents import Outline, Section, Text

LIST = re.compile(r"\s*<(ul|ol)>((?:(?!<[uo]l>).)*)</\1>\s*\Z", re.DOTALL)
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
DEFINITION_WORDS, LONGEST_QUESTION, LONGEST_TITLE = 60, 200, 80


@dataclass
class Filler:
    """Gathers the values of the fields of one page."""

    model: Any
    maker: BlockMaker
    values: dict[str, Any] = field(default_factory=dict)
    #: Which sections left the body, and for where.
    placed: list[str] = field(default_factory=list)

    def fill(self, outline: Outline, summary: str) -> dict[str, Any]:
        """The value of each field that the document says something for."""
        self.values["summary"] = texts.shortened(summary, 300)
        body = self.maker.stream(outline.opening, BODY_FEATURES)
        for section in outline.sections:
            if not self._at_home(section):
                heading = Text(f"<h2>{escape(section.heading)}</h2>")
                body += self.maker.stream([heading, *section.parts], BODY_FEATURES)
        self.values["body"] = body
        return self.values

    def _at_home(self, section: Section) -> bool:
        """Put a section where the page has a place for it, whole or not at all."""
        home = self._home(section)
        if not home or not PUTTERS[home](self, home, section):
            return False
        # Its heading is what the page says there, or stands as a smaller one.
        self.maker.made["headings"] += 1
        label = capfirst(str(self.model._meta.get_field(home).verbose_name))
        self.placed.append(
            _("“%(heading)s” stands under “%(field)s”.")
            % {"heading": texts.plain(escape(section.heading)), "field": label}
        )
        return True

    def _home(self, section: Section) -> str:
        if self._has("phases") and days(without_accents(section.heading)):
            return "phases"
        about = subject(section.heading)
        if about == "warning_signs" and self._has(about):
            self.maker.warn_once(
                _(
                    "Choose the warning signs of the page from your list: they cannot "
                    "be taken from the text, which stands in the body."
                )
            )
        return about if about in PUTTERS and self._has(about) else ""

    def _has(self, name: str) -> bool:
        return any(each.name == name for each in self.model._meta.fields)

    # One way for each kind of home. Each gives whether the section fitted.

    def _section(self, home: str, section: Section) -> bool:
        there = self.values.setdefault(home, [])
        parts = list(section.parts)
        if there:
            parts.insert(0, Text(f"<h3>{escape(section.heading)}</h3>"))
            # Counted as the heading of the section.
            self.maker.made["headings"] -= 1
        there += self.maker.stream(parts, SECTION_FEATURES)
        return True

    def _note(self, home: str, section: Section) -> bool:
        if not (html := _only_text(section)):
            return False
        if before := self.values.get(home, ""):
            before += f"<p><b>{escape(texts.seen(section.heading))}</b></p>"
        self.values[home] = before + self.maker.html(html, NOTE_FEATURES)
        return True

    def _plain(self, home: str, section: Section) -> bool:
        html = _only_text(section)
        if not html or "<a " in html or home in self.values:
            return False
        self.maker.made.update(texts.count(texts.fit(html, NOTE_FEATURES)))
        self.values[home] = texts.plain(html)
        return True

    def _definition(self, home: str, section: Section) -> bool:
        html = _only_text(section)
        is_short = len(texts.plain(html).split()) <= DEFINITION_WORDS
        is_one = html.count("<p>") == 1 and "<li>" not in html
        return is_short and is_one and self._plain(home, section)

    def _points(self, home: str, section: Section) -> bool:
        lines = _list(section)
        if not lines or home in self.values:
            return False
        points = [
            {"text": self.maker.html(line, LINE_FEATURES), "source": None}
            for line in lines
        ]
        self.maker.made["list_items"] += len(lines)
        self.maker.made["paragraphs"] -= len(lines)
        self.values[home] = [block("point", point) for point in points]
        return True

    def _asked(self, home: str, section: Section) -> bool:
        lines = _list(section)
        asked = [texts.plain(line) for line in lines]
        too_long = any(len(each) > LONGEST_QUESTION for each in asked)
        if not lines or too_long or "<a " in "".join(lines) or home in self.values:
            return False
        self.maker.made["list_items"] += len(lines)
        self.values[home] = [block("question", each) for each in asked]
        return True

    def _phase(self, home: str, section: Section) -> bool:
        html, span = _only_text(section), days(without_accents(section.heading))
        if not html or span is None:
            return False
        there: list[Raw] = self.values.setdefault(home, [])
        if there and there[-1]["value"]["start_day"] > span[0]:
            return False
        value = {
            "title": texts.plain(escape(section.heading))[:LONGEST_TITLE],
            "start_day": span[0],
            "end_day": span[1],
            "gap_or_overlap": False,
            "expect": self.maker.html(html, NOTE_FEATURES),
            "do": items([]),
            "dont": items([]),
            "medicines": "",
        }
        there.append(block("phase", value))
        self.maker.warn_once(
            _("Say for each phase what to do and what to leave, and check its days.")
        )
        return True


PUTTERS: dict[str, Callable[[Filler, str, Section], bool]] = {
    **dict.fromkeys(
        ("benefits", "risks", "preparation", "how_performed", "followup"),
        Filler._section,
    ),
    **dict.fromkeys(("medicines_note", "other_choices", "uncertainty"), Filler._note),
    **dict.fromkeys(("suitable_if", "not_suitable_if"), Filler._points),
    "cost": Filler._plain,
    "plain_definition": Filler._definition,
    "questions_to_ask": Filler._asked,
    "phases": Filler._phase,
}
#: All that a document may fill, for when its draft is filled anew.
FIELDS = ("summary", "body", *PUTTERS)


def _only_text(section: Section) -> str:
    """The text of a section that holds nothing else, or nothing."""
    if not all(isinstance(part, Text) for part in section.parts):
        return ""
    return "".join(part.html for part in section.parts if isinstance(part, Text))


def _list(section: Section) -> list[str]:
    """The items of a section that is one flat list, or nothing."""
    match = LIST.match(texts.fit(_only_text(section), NOTE_FEATURES))
    return ITEM.findall(match[2]) if match else []
