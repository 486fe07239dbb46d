"""Facts that no editor ever typed, and some that one might."""

import datetime

from hypothesis import strategies as st

from spine_content.facts.choices import (
    Basis,
    Better,
    Certainty,
    Comparator,
    Kind,
    Per,
    Status,
    TimeUnit,
    Verdict,
)
from spine_content.facts.types import (
    Answer,
    Fact,
    Frequency,
    Money,
    Question,
    Range,
    ScaleDifference,
    Timeframe,
)

ANY_INT = st.integers(-(10**12), 10**12)
DENOMINATORS = st.integers(1, 400) | st.integers(1, 10**18)
DECIMALS = st.decimals(-(10**6), 10**6, allow_nan=False)
PERCENTAGES = st.decimals(0, 100, places=4)
# Control characters cannot be stored, and “%” is what a careless format trips over.
TEXTS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=12)
TEXTS = TEXTS | st.just("100 % of %(people)s {braces}")


def choices(enumeration):
    return st.sampled_from([member.value for member in enumeration])


@st.composite
def counts(draw):
    denominator = draw(DENOMINATORS)
    edges = st.sampled_from([0, 1, denominator - 1, denominator])
    return draw(edges | st.integers(0, denominator)), denominator


@st.composite
def frequencies(draw):
    """A count or a percentage, as they come out of what is stored."""
    counted = draw(st.none() | counts())
    percentage = None if counted else draw(PERCENTAGES)
    return Frequency(
        *(counted or (None, None)),
        percentage,
        draw(choices(Per)),
        draw(st.none() | st.integers(1, 30)),
        *draw(st.just((None, None)) | counts()),
    )


def facts(values, kinds, statuses):
    return st.builds(
        Fact,
        id=TEXTS,
        question=st.just(1),
        kind=kinds,
        status=statuses,
        value=values,
        comparator=choices(Comparator),
        other_treatment=st.none() | st.integers(1, 4),
        timeframe=st.none() | st.builds(Timeframe, ANY_INT, choices(TimeUnit)),
        population=TEXTS,
        measured_how=TEXTS,
        basis=choices(Basis) | st.just(""),
        certainty=choices(Certainty),
        note=TEXTS,
    )


FREQUENCY_FACTS = facts(
    frequencies(), st.just(Kind.FREQUENCY.value), st.just(Status.KNOWN.value)
)

MAYBE_INT = st.none() | ANY_INT
MAYBE = st.none() | DECIMALS
ANY_VALUE = st.one_of(
    st.none(),
    st.builds(
        Frequency, MAYBE_INT, MAYBE_INT, MAYBE, TEXTS, MAYBE_INT, MAYBE_INT, MAYBE_INT
    ),
    frequencies(),
    st.builds(
        ScaleDifference,
        DECIMALS,
        DECIMALS,
        DECIMALS,
        choices(Better),
        MAYBE,
        MAYBE,
        MAYBE,
        MAYBE,
    ),
    st.builds(Range, MAYBE, MAYBE, MAYBE),
    st.builds(
        Money,
        st.sampled_from(["GBP", "EUR", "USD", "CHF", "JPY", "???"]),
        MAYBE,
        MAYBE,
        st.none() | st.dates(datetime.date(1900, 1, 1)),
        TEXTS,
    ),
    st.builds(Answer, choices(Verdict) | TEXTS, TEXTS),
)
ANY_FACT = facts(ANY_VALUE, choices(Kind), choices(Status))

QUESTIONS = st.builds(
    Question,
    pk=st.just(1),
    text=TEXTS,
    kind=choices(Kind),
    unit=TEXTS | st.sampled_from(["minutes", "Days", "kilograms"]),
    base=st.sampled_from([100, 1_000, 10_000]),
)


def rows_of(facts):
    """What `row` takes for its facts: some for each of four columns, or none."""
    return st.dictionaries(st.integers(1, 4), st.lists(facts, max_size=3), max_size=4)
