import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks.care_card import URGENCIES, URGENCY_WORDS
from spine_content.models import WarningSign
from spine_content.models.warnings import Urgency


def test_blocks_and_tables_know_the_same_urgencies_in_the_same_order():
    assert Urgency.choices == URGENCIES
    assert list(URGENCY_WORDS) == Urgency.values
    assert Urgency.values[0] == "emergency"


@pytest.mark.django_db
@pytest.mark.parametrize("days", [(0, 2), (2, 2), (None, 2), (2, None), (None, None)])
def test_the_days_a_sign_counts_may_be_open(days):
    start, end = days
    WarningSign(
        text="fever", urgency="urgent", from_day=start, until_day=end
    ).full_clean()


@pytest.mark.django_db
def test_a_sign_cannot_end_before_it_begins():
    with pytest.raises(ValidationError) as caught:
        WarningSign(
            text="fever", urgency="urgent", from_day=3, until_day=2
        ).full_clean()
    assert list(caught.value.message_dict) == ["until_day"]


def test_a_sign_is_named_by_its_words():
    assert str(WarningSign(text="new weakness in a leg")) == "new weakness in a leg"
