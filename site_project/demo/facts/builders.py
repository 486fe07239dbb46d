"""Short names for facts, each kind as its block in ``Treatment.facts`` keeps it."""

from typing import Any
from uuid import UUID, uuid5

from site_project.demo.blocks import Block, Ref
from spine_content.starter.measures import MEASURES

#: Never change it: by their ids facts are known again, in every language.
NAMESPACE = UUID("7c0daef6-ebec-4c4f-b546-4f2fc6d30a06")
KINDS = {row.key: row.kind.value for row in MEASURES}

#: The day on which the numbers were last held against their sources.
CHECKED = {"checked_on": "2026-11-24", "check_by": "2028-11-24"}


def facts_of(treatment: str, **facts: Block) -> list[Block]:
    """The facts of one treatment, each under a key that it keeps for ever."""
    return [
        _with_ids(str(uuid5(NAMESPACE, f"{treatment}/{key}")), fact)
        for key, fact in facts.items()
    ]


def frequency(
    question: str,
    numerator: int | None = None,
    denominator: int | None = None,
    *,
    percentage: str | None = None,
    per: str = "people",
    studies: int | None = None,
    compared: tuple[int, int] = (None, None),
    compared_percentage: str | None = None,
    may_be_chance: bool = False,
    **shared: Any,
) -> Block:
    value = {
        "numerator": numerator,
        "denominator": denominator,
        "percentage": percentage,
        "per": per,
        "studies": studies,
        "compared_numerator": compared[0],
        "compared_denominator": compared[1],
        "compared_percentage": compared_percentage,
        "may_be_chance": may_be_chance,
    }
    return _known(question, value, **shared)


def scale_difference(
    question: str,
    difference: str,
    interval: tuple[str, str],
    *,
    scale: tuple[str, str],
    better: str,
    noticeable: str | None = None,
    **shared: Any,
) -> Block:
    """Points better for the patient than with something else; below 0 is worse."""
    value = {
        "scale_low": scale[0],
        "scale_high": scale[1],
        "better": better,
        "difference": difference,
        "ci_low": interval[0],
        "ci_high": interval[1],
        "noticeable": noticeable,
    }
    return _known(question, value, **shared)


def pain(
    question: str, difference: str, interval: tuple[str, str], **shared: Any
) -> Block:
    # The review of 2018 takes 1.5 of 10 points as the least that people notice, and
    # so does VERTOS IV.
    return scale_difference(
        question,
        difference,
        interval,
        scale=("0", "10"),
        better="lower",
        noticeable="1.5",
        **shared,
    )


def span(
    question: str,
    low: str | None = None,
    high: str | None = None,
    *,
    typical: str | None = None,
    **shared: Any,
) -> Block:
    return _known(question, {"low": low, "typical": typical, "high": high}, **shared)


def answer(question: str, verdict: str, text: str, **shared: Any) -> Block:
    return _known(question, {"verdict": verdict, "text": text}, **shared)


def not_known(question: str, note: str = "", **shared: Any) -> Block:
    return _fact(question, status="not_known", note=note, **CHECKED, **shared)


def not_applicable(question: str, note: str) -> Block:
    return _fact(question, status="not_applicable", note=note)


def conflicting(question: str, note: str, **shared: Any) -> Block:
    return _fact(question, status="conflicting", note=note, **CHECKED, **shared)


def _known(question: str, value: dict[str, Any], **shared: Any) -> Block:
    return _fact(question, value, status="known", **CHECKED, **shared)


def _fact(
    question: str,
    value: dict[str, Any] | None = None,
    *,
    sources: dict[str, str] | None = None,
    other: str | None = None,
    time: tuple[int, str] | None = None,
    **shared: Any,
) -> Block:
    """``sources`` says where in each of them it stands, if that helps to find it."""
    cited = [
        {"source": Ref("source", key), "where": where}
        for key, where in (sources or {}).items()
    ]
    number, unit = time or (None, "")
    treatment = Ref("treatment", other) if other else None
    return {
        "type": KINDS[question],
        "value": {
            "measure": Ref("measure", question),
            **(value or {}),
            **shared,
            "sources": cited,
            **({"comparator": "other", "other_treatment": treatment} if other else {}),
            **({"time": number, "time_unit": unit} if time else {}),
        },
    }


def _with_ids(identity: str, fact: Block) -> Block:
    # Items of lists have an id too, or each load would give them another one.
    cited = [
        {
            "type": "item",
            "value": citation,
            "id": str(uuid5(UUID(identity), citation["source"].key)),
        }
        for citation in fact["value"]["sources"]
    ]
    return {**fact, "value": {**fact["value"], "sources": cited}, "id": identity}
