"""Which field of a page type each section of a document is put into."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spine_content.blocks.text import (
    BODY_FEATURES,
    LINE_FEATURES,
    NOTE_FEATURES,
    SECTION_FEATURES,
)
from spine_content.importing.building.blocks import (
    BlockBuilder,
    RawBlock,
    list_items,
    raw_block,
)
from spine_content.importing.building.section_subjects import (
    days_in_heading,
    section_subject,
    without_accents,
)
from spine_content.importing.documents import ParsedDocument, Section, Text
from spine_content.importing.sanitiser import (
    count_elements,
    plain_text,
    sanitise_for_features,
    shorten,
    without_control_characters,
)

_FLAT_LIST = re.compile(r"\s*<(ul|ol)>((?:(?!<[uo]l>).)*)</\1>\s*\Z", re.DOTALL)
_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
MAX_DEFINITION_WORDS, MAX_QUESTION_LENGTH, MAX_TITLE_LENGTH = 60, 200, 80


@dataclass
class FieldMapper:
    """Maps the sections of one document to the fields of one page type."""

    model: Any
    builder: BlockBuilder
    values: dict[str, Any] = field(default_factory=dict)
    #: Which sections left the body, and for where.
    placed: list[str] = field(default_factory=list)

    def map_fields(self, parsed: ParsedDocument, summary: str) -> dict[str, Any]:
        """The value of each field that the document says something for."""
        self.values["summary"] = shorten(summary, 300)
        body = self.builder.stream(parsed.opening, BODY_FEATURES)
        for section in parsed.sections:
            if not self._place_section(section):
                heading = Text(f"<h2>{escape(section.heading)}</h2>")
                body += self.builder.stream([heading, *section.parts], BODY_FEATURES)
        self.values["body"] = body
        return self.values

    def _place_section(self, section: Section) -> bool:
        """Put a section where the page has a place for it, whole or not at all."""
        field_name = self._field_for(section)
        if not field_name or not FIELD_MAPPERS[field_name](self, field_name, section):
            return False
        # Its heading is what the page says there, or stands as a smaller one.
        self.builder.made["headings"] += 1
        label = capfirst(str(self.model._meta.get_field(field_name).verbose_name))
        self.placed.append(
            _("“%(heading)s” stands under “%(field)s”.")
            % {"heading": plain_text(escape(section.heading)), "field": label}
        )
        return True

    def _field_for(self, section: Section) -> str:
        if self._has("phases") and days_in_heading(without_accents(section.heading)):
            return "phases"
        about = section_subject(section.heading)
        if about == "warning_signs" and self._has(about):
            self.builder.warn_once(
                _(
                    "Choose the warning signs of the page from your list: they cannot "
                    "be taken from the text, which stands in the body."
                )
            )
        return about if about in FIELD_MAPPERS and self._has(about) else ""

    def _has(self, name: str) -> bool:
        return any(each.name == name for each in self.model._meta.fields)

    # One way for each kind of field_name. Each gives whether the section fitted.

    def _section(self, field_name: str, section: Section) -> bool:
        there = self.values.setdefault(field_name, [])
        parts = list(section.parts)
        if there:
            parts.insert(0, Text(f"<h3>{escape(section.heading)}</h3>"))
            # Counted as the heading of the section.
            self.builder.made["headings"] -= 1
        there += self.builder.stream(parts, SECTION_FEATURES)
        return True

    def _note(self, field_name: str, section: Section) -> bool:
        if not (html := _only_text(section)):
            return False
        if before := self.values.get(field_name, ""):
            before += (
                f"<p><b>{escape(without_control_characters(section.heading))}</b></p>"
            )
        self.values[field_name] = before + self.builder.html(html, NOTE_FEATURES)
        return True

    def _plain(self, field_name: str, section: Section) -> bool:
        html = _only_text(section)
        if not html or "<a " in html or field_name in self.values:
            return False
        self.builder.made.update(
            count_elements(sanitise_for_features(html, NOTE_FEATURES))
        )
        self.values[field_name] = plain_text(html)
        return True

    def _definition(self, field_name: str, section: Section) -> bool:
        html = _only_text(section)
        is_short = len(plain_text(html).split()) <= MAX_DEFINITION_WORDS
        is_one = html.count("<p>") == 1 and "<li>" not in html
        return is_short and is_one and self._plain(field_name, section)

    def _points(self, field_name: str, section: Section) -> bool:
        lines = _flat_list_items(section)
        if not lines or field_name in self.values:
            return False
        points = [
            {"text": self.builder.html(line, LINE_FEATURES), "source": None}
            for line in lines
        ]
        self.builder.made["list_items"] += len(lines)
        self.builder.made["paragraphs"] -= len(lines)
        self.values[field_name] = [raw_block("point", point) for point in points]
        return True

    def _asked(self, field_name: str, section: Section) -> bool:
        lines = _flat_list_items(section)
        asked = [plain_text(line) for line in lines]
        too_long = any(len(each) > MAX_QUESTION_LENGTH for each in asked)
        if (
            not lines
            or too_long
            or "<a " in "".join(lines)
            or field_name in self.values
        ):
            return False
        self.builder.made["list_items"] += len(lines)
        self.values[field_name] = [raw_block("question", each) for each in asked]
        return True

    def _phase(self, field_name: str, section: Section) -> bool:
        html, span = (
            _only_text(section),
            days_in_heading(without_accents(section.heading)),
        )
        if not html or span is None:
            return False
        there: list[RawBlock] = self.values.setdefault(field_name, [])
        if there and there[-1]["value"]["start_day"] > span[0]:
            return False
        value = {
            "title": plain_text(escape(section.heading))[:MAX_TITLE_LENGTH],
            "start_day": span[0],
            "end_day": span[1],
            "gap_or_overlap": False,
            "expect": self.builder.html(html, NOTE_FEATURES),
            "do": list_items([]),
            "dont": list_items([]),
            "medicines": "",
        }
        there.append(raw_block("phase", value))
        self.builder.warn_once(
            _("Say for each phase what to do and what to leave, and check its days.")
        )
        return True


FIELD_MAPPERS: dict[str, Callable[[FieldMapper, str, Section], bool]] = {
    **dict.fromkeys(
        ("benefits", "risks", "preparation", "how_performed", "followup"),
        FieldMapper._section,
    ),
    **dict.fromkeys(
        ("medicines_note", "other_choices", "uncertainty"), FieldMapper._note
    ),
    **dict.fromkeys(("suitable_if", "not_suitable_if"), FieldMapper._points),
    "cost": FieldMapper._plain,
    "plain_definition": FieldMapper._definition,
    "questions_to_ask": FieldMapper._asked,
    "phases": FieldMapper._phase,
}
#: All that a document may fill, for when its draft is filled anew.
FIELDS = ("summary", "body", *FIELD_MAPPERS)


def _only_text(section: Section) -> str:
    """The text of a section that holds nothing else, or nothing."""
    if not all(isinstance(part, Text) for part in section.parts):
        return ""
    return "".join(part.html for part in section.parts if isinstance(part, Text))


def _flat_list_items(section: Section) -> list[str]:
    """The items of a section that is one flat list, or nothing."""
    match = _FLAT_LIST.match(sanitise_for_features(_only_text(section), NOTE_FEATURES))
    return _ITEM.findall(match[2]) if match else []
