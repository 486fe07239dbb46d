"""What an empty list of pages says: what they are for, and what to do first."""

from typing import Any

from django.utils.translation import gettext_lazy as _

#: By page type. Links are made in the template.
PAGES: dict[str, Any] = {
    "topic": _(
        "A topic introduces a condition and gathers the pages about it. It is a good "
        "first page: the others are written below it."
    ),
    "procedure": _(
        "A procedure page shows the facts of a treatment. Put down the treatment with "
        "its facts first, then write the page about it."
    ),
    "comparison": _(
        "A comparison sets two to four treatments side by side, from their facts. It "
        "needs two published treatments, one of them without a procedure."
    ),
    "story": _(
        "A story is public only while a consent covers it. Write the draft, and ask a "
        "consent officer to attach the consent."
    ),
    "recovery": _(
        "A recovery guide needs the telephone numbers of the clinic, a treatment and "
        "at least one warning sign for emergencies."
    ),
}
