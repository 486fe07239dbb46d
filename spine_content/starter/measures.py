"""
Questions that patients ask of every treatment, spinal fractures first.

Plain data. The key of a question says for ever which one it is, whatever an editor
makes of its words: rename none, and give none to another question.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spine_content.facts.choices import Group, Kind

MINUTES = pgettext_lazy("unit", "minutes")
HOURS = pgettext_lazy("unit", "hours")
DAYS = pgettext_lazy("unit", "days")
WEEKS = pgettext_lazy("unit", "weeks")

INVOLVES: list[dict[str, Any]] = [
    {
        "key": "time",
        "question": _("How long does it take?"),
        "kind": Kind.RANGE,
        "unit": MINUTES,
    },
    {
        "key": "anaesthetic",
        "question": _("Am I awake, or do I sleep?"),
        "kind": Kind.ANSWER,
    },
    {
        "key": "fasting",
        "question": _("How long must I go without food before it?"),
        "kind": Kind.RANGE,
        "unit": HOURS,
    },
    {
        "key": "flat",
        "question": _("How long do I have to lie flat afterwards?"),
        "kind": Kind.RANGE,
        "unit": HOURS,
    },
    {
        "key": "stay",
        "question": _("Do I have to stay in hospital overnight?"),
        "kind": Kind.ANSWER,
    },
]

BENEFITS: list[dict[str, Any]] = [
    {
        "key": "waiting",
        "question": _("How many people get much better while they wait?"),
        "kind": Kind.FREQUENCY,
    },
    {
        "key": "by_itself",
        "question": _("Does the pain go away by itself?"),
        "kind": Kind.ANSWER,
    },
    {
        "key": "mild_pain",
        "question": _("How many people have only mild pain after two weeks?"),
        "kind": Kind.FREQUENCY,
    },
    {
        "key": "pain_month",
        "question": _("How much less pain is there after one month?"),
        "kind": Kind.SCALE,
    },
    {
        "key": "pain_quarter",
        "question": _("How much less pain is there after three months?"),
        "kind": Kind.SCALE,
    },
    {
        "key": "pain_year",
        "question": _("How much less pain is there after one year?"),
        "kind": Kind.SCALE,
    },
    {
        "key": "health_month",
        "question": _("How much better is physical health after one month?"),
        "kind": Kind.SCALE,
    },
    {
        "key": "exercise",
        "question": _("Does exercise help?"),
        "kind": Kind.ANSWER,
    },
    {
        "key": "brace",
        "question": _("Does a brace help?"),
        "kind": Kind.ANSWER,
    },
]

HARMS: list[dict[str, Any]] = [
    {
        "key": "leak",
        "question": _("How often does a scan show cement outside the bone?"),
        "kind": Kind.FREQUENCY,
    },
    {
        "key": "leak_canal",
        "question": _("How often does cement get near the main nerves?"),
        "kind": Kind.FREQUENCY,
        "base": 1_000,
    },
    {
        "key": "leak_surgery",
        "question": _("How many people need surgery because cement has leaked?"),
        "kind": Kind.FREQUENCY,
        "base": 1_000,
    },
    {
        "key": "lungs",
        "question": _("How often does a scan show cement in the lungs?"),
        "kind": Kind.FREQUENCY,
    },
    {
        "key": "new_break",
        "question": _("How many people have a new break in the spine within a year?"),
        "kind": Kind.FREQUENCY,
    },
    {
        "key": "new_break_decade",
        "question": _("How many people have a new break in the spine in ten years?"),
        "kind": Kind.FREQUENCY,
    },
    {
        "key": "serious_harm",
        "question": _("Can it do serious harm?"),
        "kind": Kind.ANSWER,
    },
]

RECOVERY: list[dict[str, Any]] = [
    {
        "key": "healing",
        "question": _("How long does healing take?"),
        "kind": Kind.RANGE,
        "unit": WEEKS,
    },
    {
        "key": "washing",
        "question": _("When can I have a shower?"),
        "kind": Kind.RANGE,
        "unit": DAYS,
    },
    {
        "key": "driving",
        "question": _("When can I drive again?"),
        "kind": Kind.RANGE,
        "unit": DAYS,
    },
    {
        "key": "work",
        "question": _("When can I do light work again?"),
        "kind": Kind.RANGE,
        "unit": WEEKS,
    },
    {
        "key": "lifting",
        "question": _("When can I lift heavy things again?"),
        "kind": Kind.RANGE,
        "unit": WEEKS,
    },
    {
        "key": "sport",
        "question": _("When can I do sport again?"),
        "kind": Kind.RANGE,
        "unit": WEEKS,
    },
]

COST: list[dict[str, Any]] = [
    {
        "key": "cost",
        "question": _("What does it cost me?"),
        "kind": Kind.MONEY,
    },
]


def _in_order(**groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One list, ten numbers apart, so that there is room for an editor's own."""
    return [
        {"unit": "", "base": 100, **row, "group": Group(group), "order": 10 * place}
        for group, rows in groups.items()
        for place, row in enumerate(rows, start=1)
    ]


MEASURES = _in_order(
    involves=INVOLVES, benefits=BENEFITS, harms=HARMS, recovery=RECOVERY, cost=COST
)
