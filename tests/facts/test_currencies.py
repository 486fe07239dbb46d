import pytest

from spine_content.facts.choices import CURRENCIES


@pytest.mark.parametrize("code", ["GBP", "EUR", "USD", "ZWG", "SLE", "VED", "XCG"])
def test_money_that_people_pay_with_is_known(code):
    assert code in CURRENCIES


@pytest.mark.parametrize(
    "code", ["XAU", "XTS", "XXX", "CHE", "CLF", "HRK", "ANG", "gbp"]
)
def test_metals_funds_tests_and_old_money_are_not(code):
    assert code not in CURRENCIES


def test_every_code_has_three_capitals():
    assert all(len(code) == 3 and code.isupper() for code in CURRENCIES)
