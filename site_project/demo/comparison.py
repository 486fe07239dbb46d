"""The three choices side by side. The table itself is made from their facts."""

from site_project.demo.blocks import (
    callout,
    choice,
    faq,
    measures,
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

#: The rows that matter most for the decision. The page of each choice tells more.
ASKED = measures(
    "time",
    "anaesthetic",
    "stay",
    "waiting",
    "mild_pain",
    "pain_month",
    "pain_year",
    "health_month",
    "leak",
    "leak_canal",
    "leak_surgery",
    "lungs",
    "new_break",
    "serious_harm",
    "driving",
    "lifting",
    "cost",
)

SIDE_BY_SIDE = [
    callout(
        "How to read this",
        """
        “Not known” is an answer too: it means that we looked and found nothing that we
        can rely on. Where a row says “Not measured the same way”, its numbers cannot
        be set against each other.
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
        ### What experts make of the numbers

        - **Vertebroplasty and a pretend procedure:** a review in 2018 found little
          benefit, for fresh breaks and for older ones.
        - **Vertebroplasty and the usual care:** an American review says that it
          probably helps more, but that the benefit is small. When people know what
          they have had, a study can make the benefit look bigger than it is.
        - **Balloon kyphoplasty:** experts say that the evidence is not enough to
          prefer it, neither to vertebroplasty nor to care without a procedure.
        - **Cement outside the bone:** a scan often shows it. That is not the same as
          harm.
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
    "measures": ASKED,
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
