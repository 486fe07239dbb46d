"""Yes, no or it varies, and a few words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spine_content.facts.choices import Certainty, Verdict
from spine_content.facts.types import Answer, Fact, Statement
from spine_content.facts.wording.formatting import with_full_stop

VERDICTS: dict[str, Promise] = {
    Verdict.YES: _("Yes"),
    Verdict.NO: _("No"),
    Verdict.VARIES: _("It varies"),
}

QUALIFIED_VERDICTS: dict[str, dict[str, Promise]] = {
    Certainty.MODERATE: {
        Verdict.YES: _("Probably yes"),
        Verdict.NO: _("Probably not"),
        Verdict.VARIES: _("It probably varies"),
    },
    Certainty.LOW: {
        Verdict.YES: _("The answer may be yes"),
        Verdict.NO: _("The answer may be no"),
        Verdict.VARIES: _("It may vary"),
    },
    Certainty.VERY_LOW: {
        Verdict.YES: _("We are very uncertain: the answer may be yes"),
        Verdict.NO: _("We are very uncertain: the answer may be no"),
        Verdict.VARIES: _("We are very uncertain: it may vary"),
    },
}

QUALIFIED_TEXTS: dict[str, Promise] = {
    Certainty.MODERATE: _("This is probably so: %(text)s"),
    Certainty.LOW: _("This may be so: %(text)s"),
    Certainty.VERY_LOW: _("We are very uncertain. This may be so: %(text)s"),
}


def answer_statement(fact: Fact, value: Answer) -> Statement | None:
    """The verdict, then the text. ``None`` where neither was given."""
    verdicts = QUALIFIED_VERDICTS.get(fact.certainty, VERDICTS)
    verdict = str(verdicts.get(value.verdict, ""))
    text = value.text.strip()
    if verdict:
        return Statement(fact, f"{with_full_stop(verdict)} {text}" if text else verdict)
    headline = str(QUALIFIED_TEXTS.get(fact.certainty, "%(text)s")) % {"text": text}
    return Statement(fact, headline) if text else None
