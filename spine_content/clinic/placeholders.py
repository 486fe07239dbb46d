"""``{emergency}`` and the like in texts: they stand for the numbers of the site."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, Protocol

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spine_content.blocks.stream_text import (
    map_text,
    plain_texts,
    stored_text,
    text_fields,
)
from spine_content.clinic.phones import find_emergency_numbers, format_phone, tel_url
from spine_content.clinic.settings import ClinicSettings

#: The urgency that each placeholder stands for.
PLACEHOLDERS = {"emergency": "emergency", "urgent": "urgent", "clinic": "routine"}
#: What is read where a number is missing: never a pair of braces.
MISSING_NUMBER_WORDS = {
    "emergency": gettext_lazy("the emergency number of your country"),
    "urgent": gettext_lazy("an urgent advice line"),
    "clinic": gettext_lazy("your clinic"),
}
PLACEHOLDER = re.compile(r"\{(\w+)\}")
LINK = re.compile(r"(<a\b.*?</a>)", re.DOTALL)
#: Shown in lists, in search results and on other sites too, where no number is put in.
FIELDS_IN_LISTINGS = ("title", "seo_title", "search_description", "summary")


class ClinicPage(Protocol):
    """What placeholders ask of a page: the settings of the site on which it stands."""

    planned_parent: Any

    def clinic_settings(self) -> ClinicSettings | None: ...

    def number_hints(self, clinic: ClinicSettings | None) -> list[Any]:
        """Sentences about what the page itself needs of the numbers."""
        ...


def render_placeholders(page: Any, clinic: ClinicSettings | None) -> Any:
    """The page as readers see it: a copy with numbers in place of its placeholders."""
    return map_text(page, partial(replace_placeholders, clinic))


def placeholder_errors(page: ClinicPage) -> Iterator[tuple[str, str]]:
    """Field name and message for placeholders that readers would not understand."""
    for name in FIELDS_IN_LISTINGS:
        if used := _known(getattr(page, name, None) or ""):
            yield (
                name,
                _(
                    "%(token)s is not replaced here, as lists show this text too. "
                    "Move it into the text of the page."
                )
                % {"token": f"{{{used[0]}}}"},
            )
    used_in = _placeholders_by_field(page)
    clinic = page.clinic_settings() if used_in else None
    for name, used in used_in.items():
        unset = [each for each in used if not _number(clinic, each)]
        if name not in FIELDS_IN_LISTINGS and unset:
            yield (
                name,
                _(
                    "There is no number for %(token)s yet. Enter it under “Settings”, "
                    "“Clinic settings”."
                )
                % {"token": f"{{{unset[0]}}}"},
            )


def placeholder_hints(page: Any) -> Iterator[str]:
    """A sentence for each typed number, and for each unknown placeholder."""
    for field in text_fields(page):
        text = " ".join(plain_texts(page, field))
        about = {"field": capfirst(str(field.verbose_name))}
        for number in dict.fromkeys(find_emergency_numbers(text)):
            yield _(
                "“%(field)s” has %(number)s typed into it. If that is a telephone "
                "number, write {emergency} or {urgent} instead: readers then always "
                "get the right one."
            ) % {**about, "number": number}
        for word in dict.fromkeys(PLACEHOLDER.findall(text)):
            if word not in PLACEHOLDERS:
                yield _(
                    "“%(field)s” has {%(word)s} in it, which is no telephone number "
                    "that we know. Readers see it as it is."
                ) % {**about, "word": word}


def replace_placeholders(
    clinic: ClinicSettings | None, text: str, is_html: bool
) -> str:
    """A text as readers see it: with numbers in place of its placeholders."""
    if "{" not in text:
        return text
    if not is_html:
        return PLACEHOLDER.sub(partial(_as_text, clinic), text)
    # Inside a link there can be no other one.
    parts = LINK.split(text)
    return "".join(
        PLACEHOLDER.sub(partial(_as_text if index % 2 else _as_link, clinic), part)
        for index, part in enumerate(parts)
    )


def _as_text(clinic: ClinicSettings | None, match: re.Match[str]) -> str:
    name = match[1]
    if name not in PLACEHOLDERS:
        return match[0]
    return format_phone(_number(clinic, name)) or str(MISSING_NUMBER_WORDS[name])


def _as_link(clinic: ClinicSettings | None, match: re.Match[str]) -> str:
    number = _number(clinic, match[1])
    if not number:
        return _as_text(clinic, match)
    return format_html('<a href="{}">{}</a>', tel_url(number), format_phone(number))


def _number(clinic: ClinicSettings | None, name: str) -> str:
    return (
        clinic.phone_for(PLACEHOLDERS[name]) if clinic and name in PLACEHOLDERS else ""
    )


def _known(text: str) -> list[str]:
    return [name for name in PLACEHOLDER.findall(text) if name in PLACEHOLDERS]


def _placeholders_by_field(page: Any) -> dict[str, list[str]]:
    """The placeholders in each field that has any."""
    found = {
        field.name: _known(" ".join(plain_texts(page, field)))
        for field in text_fields(page)
        # Few fields have one, and to read the words of all takes long.
        if PLACEHOLDER.search(stored_text(page, field))
    }
    return {name: used for name, used in found.items() if used}
