import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks.care import URGENCY_WORDS, CareCardBlock, Urgency
from spine_content.models import WarningSign


def test_cards_and_signs_know_the_same_urgencies_in_the_same_order():
    stored = WarningSign._meta.get_field("urgency").choices
    (*offered,) = CareCardBlock().child_blocks["urgency"].field.choices
    assert stored == Urgency.choices
    assert [each for each in offered if each[0]] == Urgency.choices
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
@pytest.mark.parametrize(
    ("start", "end", "field", "message"),
    [
        (3, 2, "until_day", "The last day must not be before the first day."),
        (3651, None, "from_day", "Enter a day up to 3650."),
        (0, 32000, "until_day", "Enter a day up to 3650."),
    ],
)
def test_days_that_cannot_be_are_refused(start, end, field, message):
    with pytest.raises(ValidationError) as caught:
        WarningSign(
            text="fever", urgency="urgent", from_day=start, until_day=end
        ).full_clean()
    assert caught.value.message_dict == {field: [message]}


def test_a_sign_is_named_by_its_words():
    assert str(WarningSign(text="new weakness in a leg")) == "new weakness in a leg"
