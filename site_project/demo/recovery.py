"""The days and weeks after each procedure. Day 0 is the day of the procedure."""

from typing import Any

from site_project.demo.blocks import (
    Block,
    Ref,
    callout,
    care_card,
    faq,
    milestone,
    people,
    phase,
    picture,
    questions,
    signs,
    sources,
    text,
)
from site_project.demo.prose import plain, rich
from site_project.demo.support import SUPPORT

SIGNS = signs(
    "leg",
    "saddle",
    "bladder",
    "chest",
    "fever",
    "wound",
    "worse",
    "sudden",
    "painkillers",
)


def phases(needle_marks: str, first_weeks: str) -> list[Block]:
    """The four stretches of days. Only the marks and the first weeks differ."""
    return [
        phase(
            "The day itself",
            (0, 0),
            expect=f"""
            You lie flat at first: ask for how long. Then somebody helps you up.
            {needle_marks} Some people go home today, others stay for some nights.

            Your pain may be less, the same, or more than before. Today does not show
            how it will be.
            """,
            do=[
                "ask for painkillers before the pain is bad",
                "get up with somebody beside you the first time",
                "ask whom to ring tonight",
            ],
            dont=[
                "drive, or sign anything important",
                "go home to an empty house",
            ],
            medicines="Ask when to take your blood thinner and diabetes medicine "
            "again.",
        ),
        phase(
            "The first days",
            (1, 3),
            expect=f"""
            You may be sore, and have a bruise. You may be tired. {first_weeks}
            """,
            do=[
                "walk a little several times a day",
                "roll onto your side before you sit up",
                "look at the place under the plaster once a day",
                "drink enough, and eat fruit and vegetables against constipation",
            ],
            dont=[
                "lie in a bath",
                "lift more than a full kettle",
                "drive",
            ],
            medicines="""
            Take your painkillers by the clock. If you need less, take less, the
            strongest first.
            """,
        ),
        phase(
            "Up to two weeks",
            (4, 14),
            expect="""
            Walking gets easier, for some soon and for others slowly. One study of
            vertebroplasty was about people with very bad pain in the first 6 weeks. At
            the end of this time, fewer than half of them had only mild pain.
            """,
            do=[
                "walk a bit further each day",
                "do light jobs while standing",
                "book your visit to the family doctor about thin bones",
            ],
            dont=[
                "bend and twist at the same time",
                "lift shopping bags, children or pets",
                "drive while you take strong painkillers (opioids)",
            ],
            medicines="""
            Strong painkillers should become less. If you cannot do without them, tell
            us.
            """,
        ),
        phase(
            "Weeks three to twelve",
            (15, 84),
            expect="""
            You find out what you can do again. If you still have a lot of pain now, you
            have not failed. Come and see us.
            """,
            do=[
                "add one new thing at a time",
                "begin exercises with a physiotherapist",
                "make your home less likely to trip you up",
            ],
            dont=[
                "take up heavy lifting again without asking us",
                "stop medicine for thin bones because you feel better",
            ],
        ),
    ]


MILESTONES = [
    milestone(
        "Walk about the house",
        (0, 1),
        "Have somebody beside you the first time.",
    ),
    milestone(
        "Climb stairs",
        (1, 3),
        "Keep one hand on the rail.",
    ),
    milestone(
        "Have a shower",
        None,
        "Only if you can stand well enough, and somebody is near.",
        measure="washing",
    ),
    milestone(
        "Drive a car",
        None,
        "Only if you can brake hard without thinking about it, and take **no** strong "
        "painkillers (opioids).",
        measure="driving",
    ),
    milestone(
        "Do light work",
        None,
        "Only if you can change between sitting, standing and walking.",
        measure="work",
    ),
    milestone(
        "Lift more than a full kettle",
        None,
        "Only if you have asked your team. Keep the weight close to you.",
        measure="lifting",
    ),
    milestone(
        "Take up sport again",
        None,
        "Only something that cannot knock you over.",
        measure="sport",
    ),
]

NOTE = rich(
    """
    **Your own team comes first.** They know you, and they know what was done. If they
    told you something else than this page, do what they told you.
    """
)

QUESTIONS = questions(
    "Whom do I ring at night, and what do I say?",
    "When may I lift, drive and work? Please write it down for me.",
    "When do you see me again?",
    "Who treats my thin bones, and from when?",
)

CLINICS_DIFFER = [
    callout(
        "Why this guide gives ranges",
        """
        Clinics give quite different advice. We know of no study that shows which is
        best. Where a day on this page is our own rule, we say so. Hillside is a made-up
        clinic: ask your own.
        """,
    ),
    picture("walking", "Short walks, with a rest when you need one."),
]

BETTER_OR_NOT = faq(
    (
        "I feel no better. Has something gone wrong?",
        """
        Not for that reason alone. For many people pain changes slowly, with cement and
        without it. If it gets worse, or if it is suddenly new, ring us today.
        """,
    ),
    (
        "I feel wonderful. May I do everything?",
        """
        Please keep to the plan. The other bones in your spine are as thin as they were.
        """,
    ),
)

BEFORE_YOU_LEAVE = care_card(
    "routine",
    "Before you go home, make sure that you know:",
    """
    - whom to ring: by day {clinic}, by night {urgent}
    - which medicines to take tonight
    - when somebody looks at you again
    """,
)

VERTEBROPLASTY: dict[str, Any] = {
    "slug": "recovery-after-vertebroplasty",
    "title": "After vertebroplasty",
    "summary": plain(
        """
        What to expect after vertebroplasty, from the first hours to the first three
        months, what to do and what to leave, and when to get help.
        """
    ),
    "treatment": Ref("treatment", "vertebroplasty"),
    "individual_note": NOTE,
    "warning_signs": SIGNS,
    "phases": phases(
        "There is a plaster where the needle went in.",
        "If the pain is already less, that is good. If it is not, that tells nothing "
        "yet.",
    ),
    "milestones": MILESTONES,
    "body": [
        *CLINICS_DIFFER,
        BEFORE_YOU_LEAVE,
        text(
            """
            ### Looking after your other bones

            The cement holds one bone. The rest of your bones are as thin as before.
            Treatment for thin bones is the part of your recovery that looks ahead.
            Exercise may help you to move better and to be less afraid of falling.
            """
        ),
        BETTER_OR_NOT,
    ],
    "questions_to_ask": QUESTIONS,
    "further_support": SUPPORT,
    "authors": people("nurse", "physiotherapist"),
    "sources": sources(
        "clinic",
        "royal_free",
        "baycare",
        "tristate",
        "mayo",
        "wellington",
        "vapour",
        "fortius",
        "asbmr",
    ),
}

KYPHOPLASTY: dict[str, Any] = {
    "slug": "recovery-after-balloon-kyphoplasty",
    "title": "After balloon kyphoplasty",
    "summary": plain(
        """
        What to expect after balloon kyphoplasty, from the first hours to the first
        three months: what to do, what to leave, and when to get help.
        """
    ),
    "treatment": Ref("treatment", "kyphoplasty"),
    "individual_note": NOTE,
    "warning_signs": SIGNS,
    "phases": phases(
        "There are one or two plasters where the needles went in.",
        "The balloon was taken out, so only the cement stays in your back.",
    ),
    "milestones": MILESTONES,
    "body": [
        *CLINICS_DIFFER,
        BEFORE_YOU_LEAVE,
        text(
            """
            ### What the studies say about the weeks after

            In one study of 300 people, physical health got better in the first month.
            It got better with kyphoplasty, and less so without a procedure. They knew
            what they had had. So expect some change in the first month, but do not be
            surprised if yours is smaller.
            """
        ),
        BETTER_OR_NOT,
    ],
    "questions_to_ask": QUESTIONS,
    "further_support": SUPPORT,
    "authors": people("nurse", "physiotherapist"),
    "sources": sources(
        "clinic",
        "royal_free",
        "baycare",
        "tristate",
        "mayo",
        "wellington",
        "vapour",
        "fortius",
        "free",
    ),
}
