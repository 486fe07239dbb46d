"""Questions that a page tells to search engines only (schema.org, JSON-LD)."""

import json
from typing import Any

from spine_content.importing.markup import Markup, attribute


def questions(soup: Markup) -> list[tuple[str, str]]:
    """Each question with its answer, as it was written there."""
    found: list[tuple[str, str]] = []
    for script in soup.find_all("script"):
        if attribute(script, "type").lower() != "application/ld+json":
            continue
        try:
            data = json.loads("".join(map(str, script.contents)), strict=False)
        except (ValueError, RecursionError):
            continue
        _collect(data, found)
    return found


def _collect(data: Any, found: list[tuple[str, str]]) -> None:
    waiting = [data]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            if _is(value, "FAQPage"):
                entries = value.get("mainEntity")
                for entry in entries if isinstance(entries, list) else [entries]:
                    _add(entry, found)
            else:
                waiting += [v for v in value.values() if isinstance(v, (dict, list))]


def _is(value: dict[str, Any], kind: str) -> bool:
    kinds = value.get("@type")
    return kind in (kinds if isinstance(kinds, list) else [kinds])


def _add(entry: Any, found: list[tuple[str, str]]) -> None:
    if not isinstance(entry, dict):
        return
    answer = entry.get("acceptedAnswer")
    answer = answer[0] if isinstance(answer, list) and answer else answer
    text = answer.get("text") if isinstance(answer, dict) else None
    name = entry.get("name")
    if isinstance(name, str) and isinstance(text, str) and name.strip():
        found.append((name, text))
