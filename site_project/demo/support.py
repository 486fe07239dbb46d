"""Where readers find more help. These places are real."""

from site_project.demo.blocks import support

SUPPORT = [
    support(
        "Royal Osteoporosis Society",
        "A British charity for people with thin bones, with a helpline run by nurses.",
        "https://theros.org.uk/",
    ),
    support(
        "NICE",
        "The body that advises the NHS. Its guidance on both procedures is free to "
        "read.",
        "https://www.nice.org.uk/guidance/ta279",
    ),
]
