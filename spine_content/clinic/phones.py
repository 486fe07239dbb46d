"""Telephone numbers: what one is, how it is dialled, and those for an ambulance."""

import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext_lazy as _

ONE_NUMBER = re.compile(r"\+?[\d\s().\-/*#]+")
MOST_DIGITS = 15


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
    def typed(self) -> tuple[str, ...]:
        """All short numbers that a text should take from the site instead."""
        known = (self.emergency, self.urgent, self.relay, *self.also)
        return tuple(number for number in known if number)


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

TYPED = {number for country in COUNTRIES.values() for number in country.typed}
# Not within a longer number, an amount, a count or a year: “1,000”, “£112”, “911 %”.
TYPED_NUMBER = re.compile(
    r"(?<![\w£$€.,/\-+])(?<!\d[\s.,’'\-])"
    rf"({'|'.join(sorted(TYPED, key=len, reverse=True))})"
    r"(?![\w/]|[\s.,’'\-]\d|\s?%)"
)


def country_choices() -> list[tuple[str, Any]]:
    return [(code, country.name) for code, country in COUNTRIES.items()]


def tel(number: str) -> str:
    """The address that dials a telephone number written for people."""
    return "tel:" + re.sub(r"[^\d+*#]", "", str(number))


def written(number: str) -> str:
    """A number for people. From right to left its groups would change places."""
    # From a first strong isolate to its end.
    return f"\u2068{number}\u2069" if number and get_language_bidi() else number


def one_number(value: str) -> None:
    """Refuse two numbers, or words: a telephone would dial all digits in a row."""
    digits = re.sub(r"\D", "", value)
    if not ONE_NUMBER.fullmatch(value) or not 2 <= len(digits) <= MOST_DIGITS:
        raise ValidationError(
            _("Enter one telephone number, without words: people dial it by touch.")
        )


def typed_numbers(text: str) -> list[str]:
    """Numbers for an ambulance that somebody typed into a text."""
    return TYPED_NUMBER.findall(text)
