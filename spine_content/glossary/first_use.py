"""A word is explained where a reader meets it first, and is plain after that."""

import re
from typing import Any

#: As ``opening_tag`` writes it, with what stands in it.
TERM = re.compile(
    r'<a class="spine-term" (data-found )?href="#spine-word-(\d+)"'
    r' aria-description="([^"]*)">(.*?)</a>',
    re.DOTALL,
)


def explain_first_use(response: Any) -> Any:
    """After a page is whole: keep the first link to each meaning."""
    response.content = first_only(response.content.decode(response.charset))
    return response


def first_only(html: str) -> str:
    """The first use with an anchor; later ones plain, unless an editor marked them."""
    met: set[str] = set()

    def replaced(match: re.Match[str]) -> str:
        found, pk, meaning, said = match.groups()
        rest = f'href="#spine-word-{pk}" aria-description="{meaning}">{said}</a>'
        if pk not in met:
            met.add(pk)
            return f'<a class="spine-term" id="spine-term-{pk}" {rest}'
        return said if found else f'<a class="spine-term spine-term--again" {rest}'

    return TERM.sub(replaced, html)
