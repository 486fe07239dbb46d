"""The page about balloon kyphoplasty."""

from site_project.demo.blocks import (
    Ref,
    callout,
    care_card,
    do_dont,
    faq,
    icon_list,
    people,
    picture,
    points,
    questions,
    related_pages,
    signs,
    sources,
    steps,
    text,
)
from site_project.demo.prose import plain, rich
from site_project.demo.support import SUPPORT

BENEFITS = [
    callout(
        "In short",
        """
        People who had balloon kyphoplasty did better than people who had care without
        a procedure. But everybody knew what they had had, and that alone can change
        how we feel. Experts say that the evidence is not enough to prefer it.
        """,
    ),
    text(
        """
        ### Compared with care without a procedure

        - **300 people with a recent break, 2009.** Physical health got better in the
          first month, and more so with kyphoplasty. Fewer than 80 of 100 people could
          be counted in the results.
        - **The same people after 2 years.** Those who had had kyphoplasty still had
          less pain. Some authors had ties to a maker of the equipment.
        - **134 people with cancer, 2011.** After 1 month, back trouble in daily life
          had become less with kyphoplasty: a score for it had fallen by 8.3 points.
          It fell less without a procedure. The maker helped to pay for this study.

        In all of these studies, people knew which treatment they had had. None of
        them used a pretend procedure. With vertebroplasty, the benefit was smaller
        when a pretend procedure was used. Whether that would happen here too, these
        studies cannot say.

        ### Compared with vertebroplasty

        Seven studies that a review found in 2018 compared the two. Bone experts from
        America looked at the evidence in 2019. They say that it is not enough to
        prefer kyphoplasty to vertebroplasty, or to care without a procedure.
        """
    ),
    faq(
        (
            "Will the balloon make me taller again?",
            """
            It is meant to give the broken bone back some height. Ask your doctor what
            that could mean for you. Bones that broke long ago have set in their new
            shape.
            """,
        ),
        (
            "Is it better because it does more?",
            """
            Not for that reason alone. Experts say that there is not enough evidence
            to prefer it. It takes a little longer, and a scan shows leaks less often.
            """,
        ),
    ),
]

RISKS = [
    callout(
        "In short",
        """
        Cement that runs out of the bone is **often seen on a scan**. It **seldom does
        harm**, but when it does, the harm can be serious.
        """,
    ),
    text(
        """
        ### Why the numbers for leaks are so far apart

        The studies did not look in the same way. One used CT scans, which show even
        small leaks, and counted bones. The review put together studies that looked in
        all kinds of ways. Both say that leaks are less common with the balloon.

        ### A warning from reports

        With kyphoplasty, the spinal cord may be squeezed more often, and the bridge of
        bone beside it may break more often. This comes from reports to the American
        regulator. Reports cannot tell us how often.

        ### New breaks in other bones

        Thin bones can break again, with cement or without it. A maker of the equipment
        paid for the one trial that compared the two procedures.

        ### What else can happen

        As with any needle, the place can be sore, bruise, bleed or become infected.
        """
    ),
]

PREPARATION = [
    steps(
        (
            "You talk it over",
            """
            Ask about all the choices, also about the one without a procedure. You may
            say yes, no, or not yet.
            """,
        ),
        (
            "You have scans and blood tests",
            """
            They show which bone hurts, whether it has healed, whether you have an
            infection, and how well your blood clots.
            """,
        ),
        (
            "You meet the team that puts you to sleep or makes you drowsy",
            "Tell them about heart or lung trouble, and about loose teeth.",
        ),
        (
            "You plan the way home",
            """
            Ask somebody to take you home and to stay with you for the first night.
            """,
        ),
    ),
    care_card(
        "routine",
        "Tell us before the day if:",
        """
        - you take a [blood thinner](term:blood thinner), or medicine for diabetes
        - you have a cold, a fever, or any other infection
        - a medicine or a contrast dye has ever made you ill
        - your pain has become much better: you may not need this any more
        """,
    ),
]

HOW_PERFORMED = [
    steps(
        (
            "You lie on your front",
            "The team makes you comfortable with pillows and watches your breathing.",
        ),
        (
            "You are given something against the pain",
            """
            This may be a [numbing injection](term:local anaesthetic) with medicine
            that makes you [sleepy](term:sedation), or a
            [full sleep](term:general anaesthetic). Ask which it will be.
            """,
        ),
        (
            "A needle goes into the bone, sometimes one from each side",
            "A moving X-ray picture shows the doctor where the needles are.",
        ),
        (
            "A small balloon is filled inside the bone",
            "It presses the bone up and leaves a hollow space.",
        ),
        (
            "The balloon comes out again",
            "It does not stay in your body.",
        ),
        (
            "Cement fills the space",
            "It is a thick paste at first and sets hard within minutes.",
        ),
    ),
    picture(
        "needle_path",
        "The needle goes through a bridge of bone beside the canal that holds the "
        "nerves.",
    ),
    icon_list(
        (
            "clock",
            """
            **How long it takes.** A little longer than vertebroplasty, because of the
            balloon.
            """,
        ),
        (
            "home",
            """
            **Going home.** Hospitals differ. Ask what yours does before you pack.
            """,
        ),
    ),
]

FOLLOWUP = [
    text(
        """
        You may be sore where the needles went in. Move about as soon as you are
        allowed to, a little more each day. Clinics give different advice about
        driving, lifting and washing. The guide below shows the range.
        """
    ),
    do_dont(
        do=[
            "walk a little several times a day",
            "ask for help with shopping and heavy things",
            "ask your family doctor to treat your thin bones",
        ],
        dont=[
            "drive while you take strong painkillers (opioids)",
            "wait until the morning with a sign of an emergency",
        ],
    ),
]

BODY = [
    picture(
        "vertebra_fractured",
        "A bone that has lost height at the front. The dashed line shows its shape "
        "before it broke.",
    ),
    text(
        """
        ### How it differs from vertebroplasty

        Both fill a broken bone with cement. In vertebroplasty the cement goes straight
        into the bone. In kyphoplasty a balloon makes room for it first. The other
        steps, and the days after, are much the same.
        """
    ),
    related_pages(
        "Look at the other choices", "vertebroplasty", "compare-your-choices"
    ),
]

PAGE = {
    "slug": "balloon-kyphoplasty",
    "title": "Balloon kyphoplasty",
    "summary": plain(
        """
        A small balloon makes room in a broken bone of your spine, then cement fills
        the room. People did better with it than without a procedure, but they knew
        what they had had, so nobody can be sure why.
        """
    ),
    "treatment": Ref("treatment", "kyphoplasty"),
    "plain_definition": plain(
        """
        A doctor passes a hollow needle through the skin of your back into the broken
        bone. A small balloon is filled inside, to lift the bone and make room. Then
        the balloon is taken out and the room is filled with cement, which sets hard
        within minutes.
        """
    ),
    "treats": "Painful breaks in the spine because of thin bones (osteoporosis)",
    "procedure_type": "percutaneous",
    "body_location": "Spine",
    "image": Ref("picture", "vertebra_balloon"),
    "scope_note": rich(
        """
        This page is for you if your bones are thin, a scan has shown a broken bone in
        your spine, and you have heard of balloon kyphoplasty.

        If your bone broke because of cancer, your cancer team can tell you more: only
        one of the studies below is about people with cancer.
        """
    ),
    "suitable_if": points(
        (
            "your pain is severe and goes on, although you have had the best pain "
            "treatment that can be given",
            "nice",
        ),
        ("the break is recent and has not healed", "nice"),
        (
            "a doctor has examined your back and looked at a scan, and both show that "
            "the pain comes from that bone",
            "nice",
        ),
        ("a team of specialists has talked about your case", "nice"),
    ),
    "not_suitable_if": points(
        (
            "your pain is getting better by itself: this happened to more than half of "
            "the people who were about to join a study",
            "vertos2",
        ),
        ("the break has already healed", "nice"),
        ("you have an infection, or blood that does not clot well", "clinic"),
    ),
    "other_choices": rich(
        """
        You do not have to have this. You can also choose:

        - [Care without a procedure](page:care-without-a-procedure). Painkillers,
          moving, and help at home while the bone heals.
        - [Vertebroplasty](page:vertebroplasty). Cement without a balloon.
        - **Waiting.** You can decide later.

        **If nothing is done,** the bone can heal in 2 to 12 weeks. Some people get
        better by themselves, and some have pain for months: nobody can tell you
        beforehand which you will be.
        """
    ),
    "benefits": BENEFITS,
    "risks": RISKS,
    "preparation": PREPARATION,
    "medicines_note": rich(
        """
        - **Blood thinners.** Tell us early. We say in writing whether to stop, and
          when. Stopping by yourself can be dangerous.
        - **Diabetes.** Going without food changes your blood sugar. Ask what to take
          on the day.
        - **Painkillers.** Go on taking them unless we say otherwise.
        """
    ),
    "how_performed": HOW_PERFORMED,
    "followup": FOLLOWUP,
    "warning_signs": signs(
        "leg", "saddle", "bladder", "chest", "fever", "wound", "worse", "sudden"
    ),
    "uncertainty": rich(
        """
        - **What the cement and the balloon themselves do.** The studies on this page
          did not use a pretend procedure, so hope and care may explain a part of the
          benefit.
        - **Whether it is better than vertebroplasty.** There is not enough evidence
          to say.
        - **Whether other bones break less often afterwards.** The one trial we name
          was stopped early.
        - **How often serious harm happens.** There were too few cases in the studies
          to be sure.
        """
    ),
    "body": BODY,
    "questions_to_ask": questions(
        "Why do you suggest the balloon, and not vertebroplasty?",
        "What happens if I wait another few weeks?",
        "Will I be asleep?",
        "How many of these have you done, and how often did something go wrong?",
        "Do you have any ties to the makers of the balloon or the cement?",
    ),
    "further_support": SUPPORT,
    "authors": people("nurse", "radiologist"),
    "sources": sources(
        "nice",
        "vertos2",
        "clinic",
        "aomrc",
        "free",
        "free24",
        "cafe",
        "cochrane",
        "asbmr",
        "kaviar",
        "zhan",
        "lungs",
        "nussbaum",
        "fda",
        "mayo",
        "wellington",
    ),
}
