"""The comments in which WordPress's block editor frames what it wrote."""

import re

from django.utils.translation import gettext as _

from spine_content.importing.documents import LeftOut
from spine_content.importing.names import names

COMMENT = re.compile(r"\s*<!-- /?wp:([\w/-]+).*?(/?)-->\s*", re.S)
#: They hold nothing: distances, and ends of pages.
EMPTY = names("spacer separator more nextpage")


def unframed(html: str) -> tuple[str, bool, list[LeftOut]]:
    """The text without the comments, whether there were any, and what is missing."""
    if "<!-- wp:" not in html:
        return html, False, []
    filled: list[str] = []

    def replace(match: re.Match[str]) -> str:
        name, alone = match.groups()
        if alone and name not in EMPTY and name not in filled:
            filled.append(name)
        return ""

    # A comment that never ends would be looked through again and again.
    end = html.rfind("-->") + 3
    framed, count = COMMENT.subn(replace, html[:end])
    html = framed + html[end:]
    left = []
    if filled:
        reason = _("WordPress filled these places when the page was shown.")
        left.append(LeftOut("blocks", ", ".join(filled), reason, " "))
    return html, bool(count), left
