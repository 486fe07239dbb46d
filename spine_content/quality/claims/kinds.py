import re
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils.translation import gettext_lazy as _


class Kind(Enum):
    """Why a claim needs a number, and which facts could give one."""

    SAFETY = "safety"
    EFFECT = "effect"
    FREQUENCY = "frequency"
    PROMISE = "promise"
    ONE_IN = "one_in"
    RELATIVE = "relative"
    STUDIES = "studies"


#: Said after “…” with what was found.
WHY: dict[Kind, Any] = {
    Kind.SAFETY: _(
        "“%(found)s” means something else to everybody. Say what can go wrong, and "
        "how often."
    ),
    Kind.EFFECT: _(
        "“%(found)s” does not say how well it works, for whom, or compared with what."
    ),
    Kind.FREQUENCY: _(
        "“%(found)s” can be read as a few or as nearly all. Say how many out of 100."
    ),
    Kind.PROMISE: _("“%(found)s” promises what nobody can promise to one person."),
    Kind.ONE_IN: _(
        "“%(found)s” is hard to compare with other numbers. Count out of 100 or 1,000 "
        "everywhere."
    ),
    Kind.RELATIVE: _(
        "“%(found)s” makes a small change look big. Say how many out of 100 with it "
        "and without it."
    ),
    Kind.STUDIES: _("“%(found)s” does not say which ones. Name the source."),
}


@dataclass(frozen=True)
class Claim:
    """Words that claim something, under the key by which an answer is kept."""

    key: str
    kind: Kind
    pattern: re.Pattern[str]


def claim(key: str, kind: Kind, pattern: str) -> Claim:
    return Claim(key, kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE))


@dataclass(frozen=True)
class Phrases:
    """What the check knows of one language."""

    claims: tuple[Claim, ...]
    #: Words that turn a claim into its opposite when they stand shortly before it.
    denials: frozenset[str]
    #: Beginnings of words that make a sentence one about harm.
    harms: tuple[str, ...]
