"""The steps of an erasure: their order, and how other rooms add theirs."""

import pytest

from spine_content.consent import erasure

#: What is needed to find the rest goes last.
ORDER = [
    "search_entries",
    "image_rows",
    "translation_memory",
    "discussions",
    "quality_rows",
    "review_notes",
    "forms",
    "redirects",
    "promotions",
    "embeds",
    "imports",
    "sessions",
    "log_entries",
    "references",
    "page_rows",
]


def names():
    return [step.__name__ for step in erasure.STEPS]


def step(scope):
    yield from ()


@pytest.fixture
def steps(monkeypatch):
    monkeypatch.setattr(erasure, "STEPS", [*erasure.STEPS])


def test_the_order_of_steps():
    assert names() == ORDER


def test_a_step_is_taken_once_and_next_after_the_one_named(steps):
    erasure.register_erasure_step(step, after=erasure.embeds)
    erasure.register_erasure_step(step, after=erasure.discussions)
    at = ORDER.index("embeds") + 1
    assert names() == [*ORDER[:at], "step", *ORDER[at:]]


def test_a_step_after_none_that_is_registered_is_refused(steps):
    with pytest.raises(ValueError, match="not in list"):
        erasure.register_erasure_step(step, after=lambda scope: iter(()))
    assert names() == ORDER
