from site_project.demo.facts.both import NO_PRICE, SIX_WEEKS
from site_project.demo.facts.builders import (
    answer,
    conflicting,
    facts_of,
    frequency,
    not_applicable,
    not_known,
    scale_difference,
    span,
)

NO_PROCEDURE = "There is no procedure."
NO_CEMENT = "There is no cement."
ONLY_COMPARED = (
    "Studies compare other treatments with it. We know of none that compares it with "
    "no care at all."
)
AS_PAIN_LETS_YOU = "We found no clinic that names a day. Let the pain guide you."

CARE = facts_of(
    "care",
    # What it involves
    time=not_applicable("time", f"{NO_PROCEDURE} Healing takes weeks."),
    anaesthetic=not_applicable("anaesthetic", NO_PROCEDURE),
    fasting=not_applicable("fasting", NO_PROCEDURE),
    flat=not_applicable("flat", NO_PROCEDURE),
    stay=answer(
        "stay",
        "no",
        "Not for this, if you can manage at home.",
        basis="policy",
        sources={"clinic": ""},
        note="This is our own clinic’s advice. Hillside is a made-up clinic.",
    ),
    # How well it works
    waiting=frequency(
        "waiting",
        229,
        431,
        studies=1,
        population=SIX_WEEKS,
        measured_how="by who no longer had enough pain to take part in a study",
        basis="evidence",
        sources={"vertos2": ""},
        note="The others still had a lot of pain and took part.",
    ),
    by_itself=answer(
        "by_itself",
        "varies",
        "Of older people in hospital, most still have a lot of pain after 3 months, "
        "and over a third after 6.",
        basis="guideline",
        sources={"aomrc": ""},
    ),
    mild_pain=not_known("mild_pain", ONLY_COMPARED),
    pain_month=not_known("pain_month", ONLY_COMPARED),
    pain_quarter=not_known("pain_quarter", ONLY_COMPARED),
    pain_year=not_known("pain_year", ONLY_COMPARED),
    health_month=scale_difference(
        "health_month",
        "-5.2",
        ("-7.4", "-2.9"),
        scale=("0", "100"),
        better="higher",
        other="kyphoplasty",
        population="300 people with a break of the last 3 months",
        measured_how="with a score for physical health (SF-36)",
        basis="evidence",
        sources={"free": ""},
        note="All knew what they had had, and that alone can change how we feel.",
    ),
    exercise=answer(
        "exercise",
        "varies",
        "It may help you to move better, and ease pain and the fear of falling.",
        basis="guideline",
        sources={"asbmr": ""},
        note="It does not make falls or new breaks fewer.",
    ),
    brace=conflicting(
        "brace",
        "One group of experts sees no benefit. Another says that it is unclear.",
        basis="guideline",
        sources={"aomrc": "no benefit", "asbmr": "unclear"},
    ),
    # What can go wrong
    leak=not_applicable("leak", NO_CEMENT),
    leak_canal=not_applicable("leak_canal", NO_CEMENT),
    leak_surgery=not_applicable("leak_surgery", NO_CEMENT),
    lungs=not_applicable("lungs", NO_CEMENT),
    new_break=frequency(
        "new_break",
        21,
        85,
        compared=(15, 91),
        other="vertebroplasty",
        time=(11, "months"),
        population=SIX_WEEKS,
        measured_how="on X-rays",
        basis="evidence",
        sources={"vertos2_fractures": ""},
        may_be_chance=True,
    ),
    new_break_decade=not_known("new_break_decade"),
    serious_harm=not_known(
        "serious_harm",
        "We found no count. Strong painkillers and long rest in bed have risks of "
        "their own.",
    ),
    # Getting back to normal
    healing=span(
        "healing",
        "2",
        "12",
        basis="guideline",
        sources={"aomrc": ""},
        note="Pain may end before the bone has healed, or go on after it.",
    ),
    washing=not_applicable("washing", "There is no wound, so you need not wait."),
    driving=not_known(
        "driving",
        "We found no clinic that names a day. Never while strong painkillers make you "
        "drowsy.",
    ),
    work=not_known("work", AS_PAIN_LETS_YOU),
    lifting=not_known(
        "lifting",
        "We found no clinic that names a day. Leave alone whatever makes you hold "
        "your breath.",
    ),
    sport=not_known("sport", AS_PAIN_LETS_YOU),
    cost=not_known("cost", NO_PRICE),
)
