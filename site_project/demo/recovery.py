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
            You lie flat at first: hospitals say from 2 to several hours. Then somebody
            helps you up. {needle_marks} Some people go home today, others stay for 2
            or 3 nights.

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
            the end of this time 44 of 100 had only mild pain, compared with 21 of 100
            who had had a pretend procedure.
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
            You find out what you can do again. Clinics differ about lifting: some say
            3 weeks, some 3 months. If you still have a lot of pain now, you have not
            failed. Come and see us.
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
        0,
        "somebody is beside you the first time. This is our own clinic’s advice.",
    ),
    milestone(
        "Climb stairs",
        1,
        "you have one hand on the rail. This is our own clinic’s advice.",
    ),
    milestone(
        "Have a shower",
        2,
        "you can stand well enough, and somebody is near. One American clinic says "
        "after 1 to 2 days, another says at once.",
    ),
    milestone(
        "Drive a car",
        2,
        "you can brake hard without thinking about it, and take **no** strong "
        "painkillers (opioids). Clinics say from 2 days to 2 weeks.",
    ),
    milestone(
        "Do light work",
        14,
        "you can change between sitting, standing and walking. One American clinic "
        "says 2 to 3 weeks.",
    ),
    milestone(
        "Lift more than a full kettle",
        21,
        "you have asked your team, and can keep the weight close to you. Clinics say "
        "from 3 weeks to 3 months.",
    ),
    milestone(
        "Take up sport again",
        42,
        "it is something that cannot knock you over. One London clinic says about 6 "
        "weeks.",
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
    - whom to ring by day and by night
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

            One study of 300 people used a score for physical health from 0 to 100.
            After 1 month it had risen by 7.2 points with kyphoplasty, and by 2.0 points
            without a procedure. They knew what they had had. So expect some change in
            the first month, but do not be surprised if yours is smaller.
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
