"""The page that introduces broken bones in the spine and gathers the others."""

from site_project.demo.blocks import (
    Ref,
    callout,
    do_dont,
    faq,
    people,
    picture,
    questions,
    signs,
    sources,
    text,
)
from site_project.demo.prose import plain

PAGE = {
    "slug": "spinal-fractures",
    "title": "Spinal fractures",
    "summary": plain(
        """
        When bones are thin, a bone in the spine can break without a fall. Some people
        get better in weeks, others have pain for months. Here are your choices, and
        the days after.
        """
    ),
    "condition": "Broken bones in the spine",
    "image": Ref("picture", "spine"),
    "warning_signs": signs("leg", "saddle", "bladder", "chest", "worse", "sudden"),
    "featured_comparison": Ref("page", "compare-your-choices"),
    "body": [
        text(
            """
            Your spine is a column of bones, one on top of the other. Each of them is
            called a **vertebra**. When bones are thin, a vertebra can be squashed: by
            a fall, by lifting something, or just by bending. Doctors call this a
            compression fracture. A fracture is a break. Thin bones are called
            **osteoporosis**.
            """
        ),
        picture(
            "vertebra_fractured",
            "The middle bone has lost height at the front. The dashed line shows its "
            "shape before it broke.",
        ),
        text(
            """
            ## What it feels like

            Often there is a sudden pain in the middle of the back. It is worse when
            you stand, walk or turn over in bed. Some breaks hardly hurt and are found
            by chance. The back can become shorter and rounder.

            ## What happens next

            The bone can heal in 2 to 12 weeks. In one study of people with a recent
            break, more than half lost so much pain while they waited that they no
            longer fitted in. But of older people who had to be in hospital, most still
            had a lot of pain after 3 months. The sources are named at the foot of this
            page.
            """
        ),
        callout(
            "Two things need care, not one",
            """
            The broken bone is the first. The thin bones are the second: without
            treatment, others may break. Ask your doctor about both.
            """,
        ),
        text(
            """
            ## Your choices

            You can let the bone heal with painkillers, moving and help at home. If the
            pain stays severe, cement can be put into the bone. There are two ways to
            do this: vertebroplasty and balloon kyphoplasty. Experts disagree about how
            much they help. We have put
            [all three choices side by side](page:compare-your-choices).
            """
        ),
        do_dont(
            do=[
                "tell somebody how bad the pain really is",
                "move a little every hour, as well as you can",
                "ask for a scan if the pain does not get less",
            ],
            dont=[
                "stay in bed for days",
                "lift anything heavy",
                "decide in a hurry, unless you have a sign of an emergency",
            ],
        ),
        faq(
            (
                "How do I know that it is a break?",
                """
                You cannot know by the feeling alone. An X-ray shows the shape of the
                bone. An MRI scan, made with a strong magnet, can show whether the
                break is recent.
                """,
            ),
            (
                "Why did I break a bone without falling?",
                """
                Thin bones can break from a small thing, such as opening a window. It is
                not your fault, and it is a good reason to have your bones checked.
                """,
            ),
            (
                "Are the stories on this site true?",
                """
                No. Hillside is a made-up clinic, and its stories are made up too. Each
                of them says so at the top.
                """,
            ),
        ),
    ],
    "questions_to_ask": questions(
        "Is my bone really broken, and how do you know?",
        "Why did it break?",
        "What happens if I wait?",
        "Who treats my thin bones?",
    ),
    "authors": people("nurse", "physiotherapist"),
    "sources": sources("vertos2", "aomrc"),
}
