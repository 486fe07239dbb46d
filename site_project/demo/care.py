"""The page about care without a procedure: a choice like any other."""

from site_project.demo.blocks import (
    Ref,
    callout,
    care_card,
    do_dont,
    faq,
    people,
    picture,
    points,
    questions,
    quote,
    signs,
    sources,
    steps,
    text,
)
from site_project.demo.prose import plain, rich
from site_project.demo.support import SUPPORT

BENEFITS = [
    text(
        """
        ### Who gets better by themselves

        Nobody can tell beforehand. In one study, people with a recent break were ready
        to take part. Before it began, more than half of them lost so much pain that
        they no longer fitted in. Older people who have to be in hospital have a harder
        time.

                ### Compared with cement

        When people knew what they had had, those with cement did better than those
        with the usual care. When they did not know, because the others had had a
        pretend procedure, the groups were about the same. A review of 18 studies
        found just that in 2020.

        One study found something else. It looked at people with very bad pain in the
        first 6 weeks. More of them had only mild pain two weeks after
        [vertebroplasty](page:vertebroplasty) than after a pretend procedure.
        """
    ),
    callout(
        "This is not “doing nothing”",
        """
        Good care without a procedure has a plan: medicine that is checked, exercises,
        help at home, and a day on which somebody looks at you again.
        """,
    ),
]

RISKS = [
    text(
        """
        There is no needle and no cement, so nothing can leak. But this choice has
        risks of its own.

        - **Strong painkillers** (opioids) can make you drowsy, sick and constipated.
          Older people feel this more.
        - **Lying in bed for long** makes muscles weak.
        - **A new break.** Thin bones can break again, with cement or without it.
        - **Pain that stays.** Some people are not better after months. Then you can
          still talk about a procedure, though it may be too late for one: NICE speaks
          of breaks that are recent and have not healed.
        """
    ),
]

PREPARATION = [
    text(
        """
        You can begin today. A plan on paper helps on bad days, when it is hard to
        think.
        """
    ),
    steps(
        (
            "Agree a plan for your pain",
            """
            Which medicine, how much, how often, and what to do if it is not enough.
            Ask what to take against constipation.
            """,
        ),
        (
            "Make your home easier",
            """
            Put the things that you use every day between hip and shoulder height.
            Take loose rugs away. Have a light by the bed.
            """,
        ),
        (
            "Find help for the first weeks",
            "For shopping, laundry, pets and lifting. People like to be asked.",
        ),
        (
            "Fix a day for a check",
            "So that nobody forgets you, and so that you need not be brave for long.",
        ),
    ),
]

HOW_PERFORMED = [
    picture("walking", "Short walks, with a rest when you need one."),
    steps(
        (
            "The first days: rest, but not all day",
            """
            Lie down when you need to. Get up for a few minutes every hour or two. Roll
            onto your side before you sit up.
            """,
        ),
        (
            "The first weeks: a little more each day",
            """
            Walk several short ways and not one long one. A physiotherapist shows you
            exercises that suit you.
            """,
        ),
        (
            "After some weeks: we look again",
            """
            If the pain is going down, the painkillers go down too. If it is not, we
            talk about what else can be done.
            """,
        ),
        (
            "All the time: your thin bones are treated",
            "This is the only step that is about the next break.",
        ),
    ),
    do_dont(
        do=[
            "move a little every hour while you are awake",
            "bend your knees, not your back, to pick something up",
            "use a stick or a frame if it gives you courage",
            "take painkillers by the clock, as you were told",
        ],
        dont=[
            "stay in bed for days",
            "lift anything that makes you hold your breath",
            "drive while you take strong painkillers (opioids)",
        ],
    ),
]

FOLLOWUP = [
    text(
        """
        Nobody can promise you a date. At our (fictional) clinic we ring people after 2
        weeks and see them after 6 weeks. If they still have pain, we see them again
        after 3 months.
        """
    ),
    care_card(
        "routine",
        "Ask us for an earlier visit if:",
        """
        - the pain keeps you from sleeping or from getting out of bed
        - the painkillers do not help or make you feel ill
        - you no longer manage at home
        """,
    ),
    faq(
        (
            "Can I still have a procedure later?",
            """
            Perhaps. The advice in Britain is for breaks that are recent and have not
            healed. So a check after some weeks is part of the plan.
            """,
        ),
        (
            "Do I make it worse when I move?",
            """
            Pain when you move does not have to mean harm. Small movements are part of
            getting better. If something new happens, look under “When to get help”.
            """,
        ),
        (
            "Should I wear a brace?",
            """
            Experts disagree. If one eases your pain and you can walk in it, talk to us
            about for how long.
            """,
        ),
    ),
]

BODY = [
    picture(
        "vertebra_fractured",
        "The middle bone has lost height at the front. It heals in this shape.",
    ),
    text(
        """
        ### What happens inside

        A squashed bone mends like any other: new bone grows across the cracks. It does
        not grow tall again, so the back may stay a little shorter and rounder. That
        alone need not hurt.

        ### Sleeping and sitting

        - Lie on your side with a pillow between your knees, or on your back with one
          under them.
        - Choose a chair that is high and firm, with arms to push up from.
        - Change position before it hurts, and not after.

        These tips are our own clinic’s. Keep what helps you and forget the rest.
        """
    ),
    quote(
        """
        Do not wait until you have no pain before you move. Move so that you have less.
        But if something frightens you, stop and ring us.
        """,
        "Lee Specimen, physiotherapist (fictional)",
    ),
]

PAGE = {
    "slug": "care-without-a-procedure",
    "title": "Care without a procedure",
    "summary": plain(
        """
        Painkillers, moving a little every day, and help at home while the bone heals.
        In one study more than half of the people got much better while they waited.
        Others had pain for months.
        """
    ),
    "treatment": Ref("treatment", "care"),
    "plain_definition": plain(
        """
        The broken bone in your spine is left to heal by itself. Meanwhile you get
        medicine that makes the pain bearable, help with moving, and help at home.
        Somebody checks how you are after a few weeks. Nothing is put into your bone.
        """
    ),
    "treats": "Breaks in the spine because of thin bones (osteoporosis)",
    "procedure_type": "noninvasive",
    "body_location": "Spine",
    "image": Ref("picture", "spine"),
    "scope_note": rich(
        """
        This page is for you if a scan has shown a broken bone in your spine and your
        bones are thin. It is also for you if you have been offered cement and want to
        know what the choice without it looks like.
        """
    ),
    "suitable_if": points(
        ("your pain is getting less, even slowly", "clinic"),
        ("you can move about with painkillers, if only a little", "clinic"),
        ("you would rather wait and see before you decide", "clinic"),
        ("the break is old and has healed", "nice"),
    ),
    "not_suitable_if": points(
        (
            "your pain stays severe although you have had the best pain treatment that "
            "can be given: ask about a procedure then",
            "nice",
        ),
        (
            "painkillers make you so ill or drowsy that you cannot look after yourself",
            "clinic",
        ),
        ("you have one of the signs of an emergency further down", "royal_free"),
    ),
    "other_choices": rich(
        """
        You can choose a procedure instead, now or after some weeks:

        - [Vertebroplasty](page:vertebroplasty): cement through a needle.
        - [Balloon kyphoplasty](page:balloon-kyphoplasty): a balloon makes room
          first.

        **If nothing is done at all,** without painkillers and without moving, the days
        are harder than they need to be. Please do not just put up with it.
        """
    ),
    "benefits": BENEFITS,
    "risks": RISKS,
    "preparation": PREPARATION,
    "medicines_note": rich(
        """
        - **Painkillers.** Tell us what else you take: some painkillers do not go with
          blood thinners, or with weak kidneys.
        - **Opioids.** Use them for as short a time as you can, and do not stop them
          all at once if you have taken them for long.
        - **Blood thinners.** Nothing changes, as there is no needle.
        """
    ),
    "how_performed": HOW_PERFORMED,
    "followup": FOLLOWUP,
    "warning_signs": signs(
        "leg", "saddle", "bladder", "chest", "worse", "sudden", "painkillers"
    ),
    "uncertainty": rich(
        """
        - **Who will get better by themselves.** Nobody can tell beforehand.
        - **Which exercises help most.** Experts say that exercise may help, but not
          which.
        - **Whether a brace helps.** Experts disagree.
        - **How long to wait before you think again.** We found no number that rests
          on a study. Our clinic’s 6 weeks are our own rule.
        """
    ),
    "body": BODY,
    "questions_to_ask": questions(
        "How will we know that I am getting better?",
        "When do we look again, and who rings whom?",
        "What can I take if the pain gets worse at the weekend?",
        "Which exercises may I do, and which not?",
        "Who treats my thin bones?",
    ),
    "further_support": SUPPORT,
    "authors": people("physiotherapist", "nurse"),
    "sources": sources(
        "vertos2",
        "clinic",
        "nice",
        "royal_free",
        "aomrc",
        "asbmr",
        "sanli",
        "vapour",
        "vertos2_fractures",
    ),
}
