"""Short names for what the demo's pages are made of."""

from dataclasses import dataclass
from typing import Any

from site_project.demo.prose import line, plain, rich

Block = dict[str, Any]


@dataclass(frozen=True)
class Ref:
    """Something loaded before the page: its kind, and its key in the demo's data."""

    kind: str
    key: str


@dataclass(frozen=True)
class Picture:
    """A drawing inside a body. It brings its own alternative text."""

    key: str


def text(source: str) -> Block:
    return {"type": "rich_text", "value": rich(source)}


def picture(key: str, caption: str) -> Block:
    value = {"image": Picture(key), "caption": line(caption), "credit": ""}
    return {"type": "image", "value": value}


def callout(title: str, source: str) -> Block:
    return {"type": "callout", "value": {"title": title, "text": rich(source)}}


def care_card(urgency: str, heading: str, source: str) -> Block:
    value = {"urgency": urgency, "heading": heading, "text": rich(source)}
    return {"type": "care_card", "value": value}


def do_dont(do: list[str], dont: list[str]) -> Block:
    return {"type": "do_dont", "value": {"do": do, "dont": dont}}


def steps(*titles_and_texts: tuple[str, str]) -> Block:
    found = [{"title": title, "text": rich(text)} for title, text in titles_and_texts]
    return {"type": "steps", "value": {"steps": found}}


def faq(*questions_and_answers: tuple[str, str]) -> Block:
    items = [{"question": q, "answer": rich(a)} for q, a in questions_and_answers]
    return {"type": "faq", "value": {"items": items}}


def quote(words: str, who: str) -> Block:
    return {"type": "quote", "value": {"text": plain(words), "who": who}}


def icon_list(*icons_and_texts: tuple[str, str]) -> Block:
    items = [{"icon": icon, "text": line(words)} for icon, words in icons_and_texts]
    return {"type": "icon_list", "value": {"items": items}}


def related_pages(heading: str, *slugs: str) -> Block:
    pages = [Ref("page", slug) for slug in slugs]
    return {"type": "related_pages", "value": {"heading": heading, "pages": pages}}


def people(*keys: str) -> list[Block]:
    return _chosen("person", keys)


def sources(*keys: str) -> list[Block]:
    return _chosen("source", keys)


def signs(*keys: str) -> list[Block]:
    return _chosen("sign", keys)


def measures(*keys: str) -> list[Block]:
    return _chosen("measure", keys)


def questions(*asked: str) -> list[Block]:
    return [{"type": "question", "value": question} for question in asked]


def points(*texts_and_sources: tuple[str, str]) -> list[Block]:
    """Lines of a list, each with the source it rests on."""
    return [
        {
            "type": "point",
            "value": {"text": line(words), "source": Ref("source", source)},
        }
        for words, source in texts_and_sources
    ]


def choice(treatment: str, suits_if: str, suits_not_if: str) -> Block:
    value = {
        "treatment": Ref("treatment", treatment),
        "suits_if": rich(suits_if),
        "suits_not_if": rich(suits_not_if),
    }
    return {"type": "choice", "value": value}


def support(name: str, about: str, url: str) -> Block:
    value = {"name": name, "about": about, "url": url, "phone": ""}
    return {"type": "support", "value": value}


def phase(
    title: str,
    days: tuple[int, int | None],
    *,
    expect: str,
    do: list[str],
    dont: list[str],
    medicines: str = "",
) -> Block:
    """A stretch of days from the first to the last, or to no end."""
    value = {
        "title": title,
        "start_day": days[0],
        "end_day": days[1],
        "expect": rich(expect),
        "do": do,
        "dont": dont,
        "medicines": rich(medicines) if medicines else "",
    }
    return {"type": "phase", "value": value}


def milestone(
    activity: str,
    days: tuple[int, int] | None,
    condition: str,
    measure: str = "",
) -> Block:
    """The earliest and the usual day at the clinic, or the question of the facts."""
    value = {
        "activity": activity,
        "measure": Ref("measure", measure) if measure else None,
        "earliest_day": days[0] if days else None,
        "usual_day": days[1] if days else None,
        "condition": line(condition),
    }
    return {"type": "milestone", "value": value}


def _chosen(kind: str, keys: tuple[str, ...]) -> list[Block]:
    return [{"type": kind, "value": Ref(kind, key)} for key in keys]
