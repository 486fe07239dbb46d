"""
Telephone numbers: how one is checked, dialled and shown, and those for an ambulance.

Which of the emergency numbers of a country is the ambulance's stands here, and not in
the metadata of ``phonenumbers``: those mix it with police and fire brigade, and say
nothing of relay services.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext_lazy as _
from phonenumbers import NumberParseException, is_possible_number, parse

PHONE_NUMBER = re.compile(r"\+?[\d\s().\-/*#]+")
#: Digits in one number; E.164 allows no more.
MIN_DIGITS, MAX_DIGITS = 2, 15


@dataclass(frozen=True)
class Country:
    """
    The numbers that are offered for a country. Somebody there has to check them.

    ``relay`` is for people who cannot hear or speak on the telephone; ``also`` are
    other numbers for an ambulance that people type.
    """

    name: Promise
    emergency: str
    urgent: str = ""
    relay: str = ""
    also: tuple[str, ...] = ()

    @property
    def short_numbers(self) -> tuple[str, ...]:
        """All numbers that a text should take from the clinic settings instead."""
        numbers = (self.emergency, self.urgent, self.relay, *self.also)
        return tuple(filter(None, numbers))


#: From what the services publish: the NHS and the relay service 18000 in the United
#: Kingdom, the European emergency number, 911 in North America, Triple Zero with the
#: text relay 106 in Australia, 111 in New Zealand, 112 and 103 in Russia.
COUNTRIES = {
    "AU": Country(_("Australia"), "000", relay="106"),
    "CA": Country(_("Canada"), "911"),
    "EU": Country(_("European Union"), "112"),
    "NZ": Country(_("New Zealand"), "111"),
    "RU": Country(_("Russia"), "112", also=("103",)),
    "GB": Country(
        _("United Kingdom"), "999", urgent="111", relay="18000", also=("112",)
    ),
    "US": Country(_("United States"), "911"),
}

SHORT_NUMBERS = {
    each for country in COUNTRIES.values() for each in country.short_numbers
}
# Not within a longer number, an amount, a count or a year: “1,000”, “£112”, “911 %”.
SHORT_NUMBER_IN_TEXT = re.compile(
    r"(?<![\w£$€.,/\-+])(?<!\d[\s.,’'\-])"
    rf"({'|'.join(sorted(SHORT_NUMBERS, key=len, reverse=True))})"
    r"(?![\w/]|[\s.,’'\-]\d|\s?%)"
)


def country_choices() -> list[tuple[str, Any]]:
    return [(code, country.name) for code, country in COUNTRIES.items()]


def tel_url(number: str) -> str:
    """The ``tel:`` address that dials a telephone number written for people."""
    dialled = re.sub(r"[^\d+*#]", "", str(number))
    # Telephones know no other digits, whatever an editor types with.
    return "tel:" + re.sub(r"\d", lambda digit: str(int(digit[0])), dialled)


def format_phone(number: str) -> str:
    """
    A number as the clinic typed it, isolated from text that runs from right to left.

    Its groups would change places there.
    """
    # From a first strong isolate to its end.
    return f"\u2068{number}\u2069" if number and get_language_bidi() else number


def validate_phone(value: str) -> None:
    """Refuse two numbers, or words: a telephone would dial all digits in a row."""
    digits = len(re.sub(r"\D", "", value))
    if not PHONE_NUMBER.fullmatch(value) or not MIN_DIGITS <= digits <= MAX_DIGITS:
        raise ValidationError(
            _("Enter one telephone number, without words: people dial it by touch.")
        )
    if value.startswith("+") and not _is_possible(value):
        raise ValidationError(
            _("No number of that country is so long or so short. Look at each digit.")
        )


def _is_possible(international: str) -> bool:
    try:
        return bool(is_possible_number(parse(international)))
    except NumberParseException:
        return False


def find_emergency_numbers(text: str) -> list[str]:
    """Numbers for an ambulance that somebody typed into a text."""
    return SHORT_NUMBER_IN_TEXT.findall(text)
