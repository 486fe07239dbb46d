"""The page about vertebroplasty."""

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
    callout(
        "In short",
        """
        Experts disagree. In studies where some people had a pretend procedure,
        people’s pain fell by about the same amount in both groups. One study of
        people with very bad pain in the first 6 weeks found a benefit.
        """,
    ),
    text(
        """
        ### Compared with a pretend procedure

        In these studies, chance decided who got cement. The others went through the
        same steps, but no cement was put in. Nobody was told which one they had had.
        This shows what the cement itself does.

        A review in 2018 put five such studies together, with 541 people. It found
        little benefit over a pretend procedure, both for fresh breaks and for older
        ones. One study did find a benefit: it looked at people with very bad pain in
        the first 6 weeks.

        ### Compared with usual care

        In other studies, everybody knew whether they had had cement or the usual
        care: painkillers, rest and exercise. There the benefit looked bigger. The
        review of 2018 says that such studies probably make it look bigger than it
        is. So we show no number for pain from them.

        An American review in 2021 looked at older people. It says that
        vertebroplasty probably works better than usual care or a pretend procedure,
        but that the benefit is small. It was smaller against a pretend procedure,
        and larger when the pain was more recent.

        ### When the pain has lasted more than 3 months

        One study looked at people whose broken bone was still swollen on a scan. It
        found a benefit after 1 year. The others had had an injection to numb the
        place. The true benefit could be next to nothing, or quite large.

        ### What experts make of this

        - **Bone experts from America (2019)** found no benefit over a pretend
          procedure that a patient would clearly notice.
        - **NICE, which advises the NHS (2013),** says that it can be offered to some
          people with severe pain: see “It may suit you if” above.
        """
    ),
    faq(
        (
            "Will I feel better straight away?",
            """
            Some people do. But in one study both groups felt better at once, with
            cement and without it. In another, the groups were less than half a point
            apart after 1 day. So feeling better does not prove that it was the cement.
            """,
        ),
        (
            "Will it make my back straight again?",
            """
            It is not meant to. The cement holds the bone in the shape that it has
            now.
            """,
        ),
    ),
]

RISKS = [
    callout(
        "In short",
        """
        Cement that runs out of the bone is **often seen on a scan**. It **seldom does
        harm**, but when it does, the harm can be serious. That is why there are two
        kinds of numbers: what a scan shows, and what leads to harm.
        """,
    ),
    text(
        """
        ### New breaks in other bones

        Thin bones can break again, with cement or without it. Does cement make this
        more likely? The trials do not agree. One of 78 people saw more new breaks over
        2 years after vertebroplasty than after a pretend procedure. One of 180 people
        saw no difference over 1 year. Both results may be chance.

        ### What else can happen

        As with any needle, the place can be sore, bruise, bleed or become infected.
        """
    ),
    callout(
        "A leak on a scan is not the same as harm",
        """
        If somebody tells you that leaks are rare, ask what they mean: leaks that show
        on a scan, or leaks that cause a problem?
        """,
    ),
]

PREPARATION = [
    steps(
        (
            "You talk it over",
            """
            A team of specialists looks at your scans. A doctor tells you what you
            can hope for, what can go wrong, and what else you could choose.
            """,
        ),
        (
            "You have scans and blood tests",
            """
            A scan shows which bone hurts and whether it has healed. The blood tests
            show whether you have an infection and how well your blood clots.
            """,
        ),
        (
            "You take your time",
            """
            You may say yes, no, or not yet. You may change your mind at any time,
            even on the day.
            """,
        ),
        (
            "You plan the day",
            """
            Ask somebody to take you home and to stay with you for the first night.
            Pack all your medicines, or a list of them.
            """,
        ),
        (
            "You stop eating when we tell you to",
            "Ask about drinks, too.",
        ),
    ),
    care_card(
        "routine",
        "Tell us before the day if:",
        """
        - you take a blood thinner, or medicine for diabetes
        - you have a cold, a fever, or any other infection
        - a medicine or a contrast dye has ever made you ill
        - you are or may be pregnant: X-rays are used
        - your pain has become much better: you may not need this any more
        """,
    ),
    do_dont(
        do=[
            "write down your questions and bring them with you",
            "bring somebody who can listen with you",
            "keep moving about at home as well as you can",
        ],
        dont=[
            "stop a blood thinner unless we have told you to",
            "plan to drive yourself home",
            "feel pressed: waiting is a choice too",
        ],
    ),
]

HOW_PERFORMED = [
    picture(
        "needle_path",
        "The needle goes through a bridge of bone beside the canal that holds the "
        "nerves.",
    ),
    steps(
        (
            "You lie on your front",
            "The team makes you comfortable with pillows and watches your breathing.",
        ),
        (
            "You are given something against the pain",
            """
            Some hospitals numb your back and give you medicine that makes you sleepy.
            Others put you fully to sleep. Ask which it will be.
            """,
        ),
        (
            "The doctor guides a needle into the bone",
            """
            A moving X-ray picture shows where the needle is. You may feel pressure.
            """,
        ),
        (
            "Cement goes in",
            """
            It is a paste at first. It grows warm and sets hard within minutes. The
            doctor watches on the screen and stops if it runs the wrong way.
            """,
        ),
        (
            "The needle comes out",
            "You get a plaster on the place.",
        ),
        (
            "You lie flat for a while",
            "Then you get up with help.",
        ),
    ),
]

FOLLOWUP = [
    text(
        """
        You may be sore where the needle went in. Move about as soon as you are
        allowed to, a little more each day.

        Clinics disagree about lifting and driving, and we know of no study that shows
        which advice is best. Follow the advice of your own team. The guide below
        shows the range.
        """
    ),
    callout(
        "The cement does not treat thin bones",
        """
        Ask your family doctor about treatment for thin bones (osteoporosis). It is a
        separate treatment, and you need it whether you have cement or not.
        """,
    ),
]

BODY = [
    picture(
        "stages",
        "A vertebra before it broke, after it broke, and with cement. The cement does "
        "not give the bone back its old shape.",
    ),
    text(
        """
        ### What the cement is

        Bone cement is a kind of acrylic. Its short name is PMMA. It is mixed just
        before use, goes in as a paste and stays in the bone for good.

        ### Why we say “pretend procedure”

        Pain often gets better by itself, and it gets better when somebody takes care
        of us. To find out what the cement adds, people with cement have to be compared
        with people who believe that they had it. Doctors call this a sham procedure.
        """
    ),
    quote(
        """
        Ask what happens if you wait. It is a fair question, and a good doctor will be
        glad that you asked.
        """,
        "Jo Example, specialist nurse (fictional)",
    ),
]

PAGE = {
    "slug": "vertebroplasty",
    "title": "Vertebroplasty",
    "summary": plain(
        """
        Bone cement is put into a broken bone of your spine through a needle. Experts
        disagree about how much it helps: in several studies a pretend procedure eased
        the pain about as well.
        """
    ),
    "treatment": Ref("treatment", "vertebroplasty"),
    "plain_definition": plain(
        """
        A broken bone in the spine is filled with cement. A doctor passes a hollow
        needle through the skin of your back into the bone, and watches it on a moving
        X-ray picture. The cement goes in as a paste, sets hard within minutes and
        holds the broken parts together.
        """
    ),
    "treats": "Painful breaks in the spine because of thin bones (osteoporosis)",
    "procedure_type": "percutaneous",
    "body_location": "Spine",
    "image": Ref("picture", "vertebra_cement"),
    "scope_note": rich(
        """
        This page is for you if your bones are thin, a scan has shown a broken bone in
        your spine, and you have heard of vertebroplasty.

        It is not about a break in a bad accident or a bone weakened by cancer. Those
        need other advice.
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
        (
            "a nerve or the spinal cord is being squeezed: such people were left out "
            "of that study",
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
        - [Balloon kyphoplasty](page:balloon-kyphoplasty). Much the same, but a
          small balloon makes room for the cement first.
        - **Waiting.** You can decide later.

        **If nothing is done,** the bone can heal in 2 to 12 weeks. While they waited
        to join a study, more than half of the people lost so much pain that they no
        longer fitted in. Others are less lucky. Of older people who had to be in
        hospital, most still had a lot of pain after 3 months.
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
        - **Who gains most.** One study found a benefit in people with very bad pain
          in the first 6 weeks. Others, also with recent breaks, did not.
        - **Whether other bones break more often afterwards.** The studies were too
          small to tell.
        - **How often serious harm happens.** There were too few cases in the studies
          to be sure.
        - **Which advice for afterwards is best.** Clinics differ, and we found no
          study that compares them.
        """
    ),
    "body": BODY,
    "questions_to_ask": questions(
        "What happens if I wait another few weeks?",
        "How do you know that the pain comes from this bone?",
        "How many of these have you done, and how often did something go wrong?",
        "Will I be awake?",
        "When may I go home, drive and lift things?",
        "Who treats my thin bones, so that no other bone breaks?",
    ),
    "further_support": SUPPORT,
    "authors": people("nurse", "radiologist"),
    "sources": sources(
        "nice",
        "vertos2",
        "clinic",
        "aomrc",
        "invest",
        "buchbinder",
        "vertos4",
        "vapour",
        "cochrane",
        "ahrq",
        "vertos5",
        "asbmr",
        "kaviar",
        "zhan",
        "hsieh",
        "lungs",
        "vertos2_fractures",
        "staples",
        "vertos4_fractures",
        "fda",
        "northern_care",
        "mayo",
        "wellington",
    ),
}
