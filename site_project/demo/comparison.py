"""The three choices side by side."""

from site_project.demo.blocks import (
    callout,
    choice,
    faq,
    people,
    picture,
    questions,
    sources,
    text,
)
from site_project.demo.prose import plain, rich
from site_project.demo.support import SUPPORT

CHOICES = [
    choice(
        "vertebroplasty",
        suits_if="""
        - your pain has been severe for some weeks, and the best painkillers do not
          help enough
        - you accept that a pretend procedure eased pain about as well in several
          studies
        - you would rather try it than go on waiting
        """,
        suits_not_if="""
        - your pain is already getting less
        - the thought of cement that stays for good troubles you
        - you have an infection, or blood that does not clot well
        """,
    ),
    choice(
        "kyphoplasty",
        suits_if="""
        - your pain has been severe for some weeks, and the best painkillers do not
          help enough
        - your doctor thinks that lifting the bone could help you in particular
        - you accept that people in its studies knew what they had had, so that hope
          may explain a part of the benefit
        """,
        suits_not_if="""
        - your pain is already getting less
        - the bone has healed in its new shape
        - you have an infection, or blood that does not clot well
        """,
    ),
    choice(
        "care",
        suits_if="""
        - your pain is getting less, even slowly
        - you do not want a needle near your spine
        - you can get help at home for some weeks
        """,
        suits_not_if="""
        - your pain stays severe in spite of the best painkillers
        - painkillers make you too ill or too drowsy to manage
        """,
    ),
]

SIDE_BY_SIDE = [
    callout(
        "How to read this",
        """
        Every number says what it was compared with. Numbers from different studies
        cannot be set against each other: the people were different, and so was the
        way of counting.
        """,
    ),
    text(
        """
        ### What is done?

        - **Vertebroplasty:** cement is put into the bone through a needle.
        - **Balloon kyphoplasty:** a balloon makes room in the bone, then cement is put
          in.
        - **Care without a procedure:** painkillers, moving, help at home. The bone
          heals by itself.
        """
    ),
    picture(
        "stages",
        "A vertebra before it broke, after it broke, and with cement.",
    ),
    text(
        """
        ### How long does it take?

        - **Vertebroplasty:** 32 minutes on average in one trial.
        - **Balloon kyphoplasty:** 40 minutes on average in the same trial.
        - **Care without a procedure:** weeks to months. The bone can heal in 2 to 12
          weeks.

        ### Do I have to stay in hospital?

        - **Vertebroplasty:** from the same day to 2 or 3 nights. Hospitals differ.
        - **Balloon kyphoplasty:** hospitals differ. Ask yours.
        - **Care without a procedure:** not for this, if you can manage at home.

        ### How much does it help against pain?

        - **Vertebroplasty, compared with a pretend procedure:** about the same in
          several studies, with 131, 78 and 180 people. Better in one study of 120
          people with very bad pain in the first 6 weeks: after 2 weeks, 44 of 100 had
          only mild pain, compared with 21 of 100 after the pretend procedure.
        - **Vertebroplasty, compared with the usual care:** probably better, but the
          benefit is small.
        - **Balloon kyphoplasty, compared with the usual care:** better in a study of
          300 people. After 1 month, a score for physical health from 0 to 100 had
          risen by 7.2 points, compared with 2.0. Everybody knew what they had had.
        - **Balloon kyphoplasty, compared with vertebroplasty:** experts say that the
          evidence is not enough to prefer one.
        - **Care without a procedure:** 53 of 100 people lost so much pain while they
          waited for a study that they no longer fitted in. Of older people in
          hospital, most still had a lot of pain after 3 months.

        ### How often does cement leak out of the bone?

        - **Vertebroplasty:** seen by CT scan in 82 of 100 bones (164 of 201).
        - **Balloon kyphoplasty:** seen by CT scan in 73 of 100 bones (157 of 214), in
          the same trial.
        - **Care without a procedure:** there is no cement.

        ### How often does leaked cement do harm?

        - **Vertebroplasty:** of 3,175 people in one hospital, 26 had cement near the
          main nerves (8 of 1,000). Four needed surgery (about 1 of 1,000).
        - **Balloon kyphoplasty:** not known. We have no count of this kind.
        - **Both:** cement was seen in the lungs of 34 of 1,782 people (about 2 of
          100). Not all of them felt anything. There are reports of deaths.

        ### How many have a new break within about a year?

        - **Vertebroplasty, compared with the usual care:** 15 of 91 people (16 of
          100), compared with 21 of 85 (25 of 100).
        - **Balloon kyphoplasty, compared with vertebroplasty:** 50 of 140 people (36
          of 100), compared with 57 of 131 (44 of 100).

        All four numbers come from X-rays. Both differences may be chance.

        ### When can I get back to normal?

        - **Vertebroplasty and balloon kyphoplasty:** clinics differ. One says no
          driving for 2 days, another says 2 weeks. Limits for lifting run from 3 weeks
          to 3 months.
        - **Care without a procedure:** when the pain lets you. Nobody may drive while
          strong painkillers make them drowsy.

        ### What does it cost?

        We give no price here. Ask for a written estimate before you decide.
        """
    ),
    faq(
        (
            "Which one is best?",
            """
            Nobody can say that for everybody. It depends on how bad your pain is,
            whether it is getting less, and what matters to you. That is why this page
            names no winner.
            """,
        ),
        (
            "Do I have to decide now?",
            """
            No, unless you have a sign of an emergency. But do not put it off without a
            plan: both procedures are meant for breaks that have not healed.
            """,
        ),
        (
            "Why do experts disagree?",
            """
            The studies looked at different people at different times after the break,
            and they compared the cement with different things.
            """,
        ),
    ),
]

PAGE = {
    "slug": "compare-your-choices",
    "title": "Vertebroplasty, balloon kyphoplasty or care without a procedure",
    "summary": plain(
        """
        Three choices for a broken bone in the spine, side by side: what is done, how
        well it works, what can go wrong. Experts disagree about cement, and no choice
        is best for everybody.
        """
    ),
    "decision": "Should I have cement put into a broken bone in my spine?",
    "scope_note": rich(
        """
        This page is for you if a scan has shown a broken bone in your spine, your
        bones are thin, and you still have pain.

        It is **not** for you if you have one of the signs of an emergency: new
        weakness or numbness in a leg, numbness around your genitals or bottom, new
        loss of control over bladder or bowels, chest pain, or trouble breathing. Then
        call an ambulance.
        """
    ),
    "choices": CHOICES,
    "body": SIDE_BY_SIDE,
    "uncertainty": rich(
        """
        - **Who gains most from cement.** One study points to people with very bad pain
          in the first 6 weeks. Others do not.
        - **What the balloon adds.** The studies of kyphoplasty that we name used no
          pretend procedure.
        - **Whether cement makes new breaks more or less likely.** The studies were too
          small to tell.
        - **How often serious harm happens.** There were too few cases to be sure.
        """
    ),
    "questions_to_ask": questions(
        "What would you do if my pain were half as bad?",
        "Is my pain likely to go on as it is now?",
        "What is the worst that you have seen happen?",
        "If I wait, until when can I still choose a procedure?",
        "What matters most to me: less pain soon, few risks, or staying at home?",
    ),
    "further_support": SUPPORT,
    "authors": people("radiologist", "nurse", "physiotherapist"),
    "sources": sources(
        "kaviar",
        "aomrc",
        "mayo",
        "wellington",
        "invest",
        "buchbinder",
        "vertos4",
        "vapour",
        "ahrq",
        "cochrane",
        "sanli",
        "free",
        "asbmr",
        "nice",
        "vertos2",
        "hsieh",
        "lungs",
        "fda",
        "vertos2_fractures",
        "baycare",
        "tristate",
        "royal_free",
        "clinic",
    ),
}
