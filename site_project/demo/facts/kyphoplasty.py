from site_project.demo.facts.both import (
    BY_CT,
    BY_KAVIAR_XRAY,
    BY_REVIEW,
    KAVIAR,
    LUNGS,
    NO_PRICE,
    OWN_RULE,
    REPORTS,
    WHILE_WAITING,
)
from site_project.demo.facts.builders import (
    answer,
    facts_of,
    frequency,
    not_applicable,
    not_known,
    scale_difference,
    span,
)

UNTESTED = "We know of no study that compared it with a pretend procedure."
ABOUT_THE_OTHER = "The advice that we found is about vertebroplasty. Ask your hospital."

KYPHOPLASTY = facts_of(
    "kyphoplasty",
    # What it involves
    time=span(
        "time",
        typical="40",
        measured_how="as the average of one trial",
        basis="evidence",
        sources={"kaviar": "mean 40.0 minutes"},
    ),
    anaesthetic=answer(
        "anaesthetic",
        "varies",
        "Your back is numbed and you are made sleepy, or you are fully asleep.",
        basis="policy",
        sources={"clinic": ""},
        note="Hospitals differ: ask yours.",
    ),
    fasting=not_known("fasting", ABOUT_THE_OTHER),
    flat=not_known("flat", ABOUT_THE_OTHER),
    stay=answer(
        "stay",
        "varies",
        "Some people go home on the same day, others stay.",
        basis="policy",
        sources={"clinic": ""},
        note="Hospitals differ: ask yours.",
    ),
    # How well it works
    waiting=not_applicable("waiting", WHILE_WAITING),
    mild_pain=not_known("mild_pain", UNTESTED, comparator="sham"),
    pain_month=not_known("pain_month", UNTESTED, comparator="sham"),
    pain_quarter=not_known("pain_quarter", UNTESTED, comparator="sham"),
    pain_year=not_known(
        "pain_year",
        f"{UNTESTED} In one where all knew what they had had, people still had less "
        "pain after 2 years.",
        comparator="sham",
        basis="evidence",
        sources={"free24": ""},
    ),
    health_month=scale_difference(
        "health_month",
        "5.2",
        ("2.9", "7.4"),
        scale=("0", "100"),
        better="higher",
        comparator="usual_care",
        population="300 people with a break of the last 3 months",
        measured_how="with a score for physical health (SF-36)",
        basis="evidence",
        sources={"free": ""},
        note="All knew what they had had, and that alone can change how we feel.",
    ),
    # What can go wrong
    leak=frequency(
        "leak", 157, 214, compared=(164, 201), other="vertebroplasty", **BY_CT, **KAVIAR
    ),
    leak_review=frequency(
        "leak", percentage="18.4", basis="evidence", sources={"zhan": ""}, **BY_REVIEW
    ),
    leak_canal=not_known(
        "leak_canal",
        "A study of reports warns that the spinal cord may be squeezed more often with "
        "the balloon. Reports cannot tell how often.",
        basis="evidence",
        sources={"nussbaum": ""},
    ),
    leak_surgery=not_known("leak_surgery", "We found no count of this kind."),
    lungs=frequency("lungs", 34, 1782, **LUNGS),
    new_break=frequency(
        "new_break",
        50,
        140,
        compared=(57, 131),
        other="vertebroplasty",
        **BY_KAVIAR_XRAY,
    ),
    new_break_decade=not_known("new_break_decade"),
    serious_harm=answer(
        "serious_harm",
        "yes",
        "There are reports of damaged nerves, blocked blood in the lungs, heart or "
        "lung failure, and deaths.",
        basis="guideline",
        sources={"fda": "", "nussbaum": "squeezed cord, broken bridge of bone"},
        note=REPORTS,
    ),
    # Getting back to normal
    # Our own rule first: a reader's calendar takes the first day that is told.
    washing_own=span("washing", "2", **OWN_RULE),
    washing=span(
        "washing",
        "0",
        "2",
        basis="policy",
        sources={"baycare": "", "tristate": ""},
        note="One American clinic says at once, another 1 to 2 days.",
    ),
    driving_own=span("driving", "14", **OWN_RULE),
    driving=span(
        "driving",
        "2",
        "14",
        basis="policy",
        sources={"baycare": "2 days", "tristate": "2 weeks"},
        note="Two American clinics. Never while you take opioids.",
    ),
    work=span(
        "work",
        "2",
        "3",
        basis="policy",
        sources={"tristate": ""},
        note="This is what one American clinic says.",
    ),
    lifting_own=span("lifting", "12", **OWN_RULE),
    lifting=span(
        "lifting",
        "3",
        "13",
        basis="policy",
        sources={"tristate": "3 weeks", "baycare": "3 months"},
        note="One American clinic says 3 weeks, another 3 months.",
    ),
    sport=span(
        "sport",
        typical="6",
        basis="policy",
        sources={"fortius": ""},
        note="This is what one London clinic says.",
    ),
    cost=not_known("cost", NO_PRICE),
)
