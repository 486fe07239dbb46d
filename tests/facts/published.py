"""Numbers of published studies, as an editor would put them down."""

from decimal import Decimal

from spine_content.facts.choices import Comparator, Kind, Per, TimeUnit
from spine_content.facts.types import (
    Fact,
    Frequency,
    Question,
    ScaleDifference,
    Timeframe,
)

VERTEBROPLASTY, KYPHOPLASTY, STAYING = 1, 2, 3
NAMES = {
    VERTEBROPLASTY: "Vertebroplasty",
    KYPHOPLASTY: "Kyphoplasty",
    STAYING: "Staying as you are",
}

MILD_PAIN = Question(10, "How many people have only mild pain?", Kind.FREQUENCY)
LEAK = Question(11, "How often does cement leak?", Kind.FREQUENCY)
NEW_BREAKS = Question(12, "How many people break another bone?", Kind.FREQUENCY)
PAIN = Question(13, "How much does it help with pain?", Kind.SCALE)


def fact(question, value, **values):
    return Fact("a-fact", question.pk, question.kind, value=value, **values)


def count(numerator, denominator, question=LEAK, **values):
    """A fact that says no more than how many of how many."""
    return fact(question, Frequency(numerator, denominator), **values)


def points(difference, low=None, high=None, **values):
    """A fact about pain from 0 to 10, of which people notice 1.5 points."""
    ends = [end and Decimal(end) for end in (low, high)]
    value = ScaleDifference(
        Decimal(0),
        Decimal(10),
        Decimal(difference),
        ci_low=ends[0],
        ci_high=ends[1],
        noticeable=Decimal("1.5"),
    )
    return fact(PAIN, value, comparator=Comparator.SHAM, **values)


VAPOUR = fact(
    MILD_PAIN,
    Frequency(24, 55, studies=1, compared_numerator=12, compared_denominator=57),
    comparator=Comparator.SHAM,
    timeframe=Timeframe(14, TimeUnit.DAYS),
)
KAVIAR_VERTEBROPLASTY = fact(
    LEAK, Frequency(164, 201, per=Per.VERTEBRAE, studies=1), measured_how="on CT scans"
)
KAVIAR_KYPHOPLASTY = fact(
    LEAK, Frequency(157, 214, per=Per.VERTEBRAE, studies=1), measured_how="on CT scans"
)
ZHAN_KYPHOPLASTY = fact(
    LEAK,
    Frequency(percentage=Decimal("18.4"), per=Per.VERTEBRAE),
    measured_how="on X-rays and scans of many kinds",
)
CANAL_LEAK = count(26, 3175)
CANAL_SURGERY = count(4, 3175)
KLAZEN = fact(
    NEW_BREAKS,
    Frequency(15, 91, compared_numerator=21, compared_denominator=85),
    comparator=Comparator.USUAL,
    timeframe=Timeframe(11, TimeUnit.MONTHS),
)
COCHRANE_SUCCESS = fact(
    MILD_PAIN,
    Frequency(12, 38, compared_numerator=9, compared_denominator=40),
    comparator=Comparator.SHAM,
)
INVEST = points("0.7", "-0.3", "1.7")
VERTOS_4 = points("-0.43", "-1.17", "0.31")
