import pytest

from spine_content.facts.choices import CURRENCIES


@pytest.mark.parametrize("code", ["GBP", "EUR", "USD", "ZWG", "SLE", "VED", "XCG"])
def test_national_currencies_are_known(code):
    assert code in CURRENCIES


@pytest.mark.parametrize(
    "code", ["XAU", "XTS", "XXX", "CHE", "CLF", "HRK", "ANG", "gbp"]
)
def test_metals_funds_test_codes_and_withdrawn_currencies_are_unknown(code):
    assert code not in CURRENCIES


def test_every_code_has_three_capitals():
    assert all(len(code) == 3 and code.isupper() for code in CURRENCIES)
