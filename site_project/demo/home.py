"""The front page of the demo."""

from site_project.demo.blocks import callout, text
from site_project.demo.prose import plain
from site_project.demo.settings import SITE_NAME

PAGE = {
    "slug": "hillside-spine-clinic",
    "title": SITE_NAME,
    "intro": plain(
        """
        Plain answers about back problems: what you can choose, what is known, what is
        not, and what the days after are like.
        """
    ),
    "body": [
        callout(
            "This is a fictional demo clinic",
            """
            Hillside Spine Clinic does not exist. Its staff, its telephone number and
            its patients’ stories are made up. The studies that its pages name are
            real. Please do not use this site to decide about your own health.
            """,
        ),
        text(
            """
            ## Broken bones in the spine

            - [Your choices side by side](page:compare-your-choices)
            - [Vertebroplasty](page:vertebroplasty)
            - [Balloon kyphoplasty](page:balloon-kyphoplasty)
            - [Care without a procedure](page:care-without-a-procedure)

            ## After a procedure

            - [The days after vertebroplasty](page:recovery-after-vertebroplasty)
            - [The days after balloon
              kyphoplasty](page:recovery-after-balloon-kyphoplasty)

            ## Stories

            - [I chose to wait](page:i-chose-to-wait) (made up)
            - [Still in pain afterwards](page:still-in-pain-afterwards) (made up)
            """
        ),
    ],
}
