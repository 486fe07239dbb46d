"""Numbers for readers of one language, in the settings of a site."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.coreutils import get_content_languages

from spine_content.clinic.blocks import ContactBlock


def entered(**values):
    return {"language": next(iter(get_content_languages())), **values}


@pytest.mark.parametrize("number", ["999 or 112", "call us", "1"])
def test_two_numbers_or_words_are_refused(number):
    block = ContactBlock()
    value = block.normalize(entered(emergency_phone=number))
    with pytest.raises(ValidationError) as caught:
        block.clean(value)
    assert "emergency_phone" in caught.value.block_errors


def test_one_number_is_kept_and_the_rest_may_stay_empty():
    block = ContactBlock()
    cleaned = block.clean(block.normalize(entered(emergency_phone="112")))
    assert cleaned["emergency_phone"] == "112"
