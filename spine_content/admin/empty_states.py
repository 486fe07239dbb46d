"""What an empty list says: what the things are for, and what to do first."""

from typing import Any

from django.utils.translation import gettext_lazy as _

#: By kind of page. Links are made in the template.
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
#: By name of the model, the same for snippets.
SNIPPETS: dict[str, Any] = {
    "treatment": _(
        "A treatment is anything that a patient can choose, doing nothing included. "
        "Its facts are entered here once, and every page shows them."
    ),
    "measure": _(
        "Measures are the questions that every treatment answers, such as “When can I "
        "drive again?”. A set to begin with is made by “manage.py load_measures”."
    ),
    "source": _(
        "Sources are the studies, guidelines and policies that facts and pages rest "
        "on. Enter each once, then choose it wherever it is needed."
    ),
    "warningsign": _(
        "A warning sign says when to get help. It is written once, with its urgency, "
        "and used on many pages."
    ),
    "glossaryterm": _(
        "Words that patients meet, with a plain meaning. Pages explain each where it "
        "is first used."
    ),
    "person": _(
        "People who write and review, with their credentials and interests. Every page "
        "names its authors, so begin with yourself."
    ),
}
