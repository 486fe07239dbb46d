"""Telephone numbers: as people write them, as they are dialled, as they are typed."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import is_emergency_number

from spine_content.clinic.phones import (
    COUNTRIES,
    country_choices,
    find_emergency_numbers,
    format_phone,
    tel_url,
    validate_phone,
)


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("999", "tel:999"),
        ("01632 960 111", "tel:01632960111"),
        ("+44 (0)1632-960.222", "tel:+4401632960222"),
        ("*31#999", "tel:*31#999"),
        ("٩٩٩", "tel:999"),
        ("", "tel:"),
    ],
)
def test_tel_url_keeps_only_what_a_telephone_dials(number, address):
    assert tel_url(number) == address


@given(st.text())
def test_tel_url_is_safe_for_any_text(text):
    assert re.fullmatch(r"tel:[\d+*#]*", tel_url(text))


@pytest.mark.parametrize(
    "number",
    [
        *("15", "999", "+7 (495) 123-45-67", "01632/960123", "116 117", "*55"),
        "+44 (0)1632-960.222",
    ],
)
def test_a_single_number_is_accepted(number):
    validate_phone(number)


@pytest.mark.parametrize(
    "number",
    [
        "999 or 112",
        "call 999",
        "9",
        "+",
        "0123456789012345",
        "999;112",
        "<b>999</b>",
        "999+112x",
    ],
)
def test_words_and_two_numbers_are_refused(number):
    with pytest.raises(ValidationError, match="one telephone number"):
        validate_phone(number)


@pytest.mark.parametrize("number", ["+44 16", "+1 555 0100 000 00", "+999 12345"])
def test_an_international_number_of_an_impossible_length_is_refused(number):
    with pytest.raises(ValidationError, match="so long or so short"):
        validate_phone(number)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 999 at once.", ["999"]),
        ("Ring 112 or 911!", ["112", "911"]),
        ("(111)", ["111"]),
        ("In Australia: 000", ["000"]),
        ("text 18000", ["18000"]),
        ("999, 999", ["999", "999"]),
        ("1,000 people", []),
        ("£112", []),
        ("112 % of them", []),
        ("111%", []),
        ("in 1999", []),
        ("01632 999 111", []),
        ("999.5 mg", []),
        ("10-111", []),
        ("911/912", []),
        ("no number", []),
        ("", []),
    ],
)
def test_numbers_for_an_ambulance_are_found_in_texts_and_others_are_not(text, found):
    assert find_emergency_numbers(text) == found


@given(st.text())
def test_any_text_can_be_searched_for_emergency_numbers(text):
    assert all(number in text for number in find_emergency_numbers(text))


def test_every_number_that_is_offered_is_one_and_is_known_when_typed():
    for code, country in COUNTRIES.items():
        assert country.emergency in country.short_numbers, code
        for number in country.short_numbers:
            validate_phone(number)
            assert find_emergency_numbers(f"Call {number}.") == [number]
    assert dict(country_choices()).keys() == COUNTRIES.keys()


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("GB", {"999", "111", "18000", "112"}),
        ("EU", {"112"}),
        ("US", {"911"}),
        ("CA", {"911"}),
        ("AU", {"000", "106"}),
        ("NZ", {"111"}),
        ("RU", {"112", "103"}),
    ],
)
def test_the_numbers_of_a_country_are_those_of_its_services(code, numbers):
    assert {*COUNTRIES[code].short_numbers} == numbers


def test_each_emergency_number_is_one_by_the_metadata_of_phonenumbers():
    regions = {"EU": "DE"}
    for code, country in COUNTRIES.items():
        assert is_emergency_number(country.emergency, regions.get(code, code)), code


def test_groups_of_a_number_keep_their_order_from_right_to_left():
    assert format_phone("01632 960 123") == "01632 960 123"
    with override("ar"):
        assert format_phone("01632 960 123") == "\u206801632 960 123\u2069"
        assert tel_url(format_phone("01632 960 123")) == "tel:01632960123"
        assert format_phone("") == ""
