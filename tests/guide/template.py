"""
Makes the help page of the admin out of docs/editors-guide.md, so that they agree:

    python -m tests.guide.template

Pictures are left out, as they show what the reader has on the screen already, and so
are sentences that lead to other files. Each piece is marked for translation.
"""

import re
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs/editors-guide.md"
TEMPLATE = ROOT / "spine_content/templates/spine_content/admin/editors_guide.html"
TOP = """\
{% comment %} Made from docs/editors-guide.md by "make guide". {% endcomment %}
{% load i18n %}
"""

PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
#: A sentence that leads to another file.
LEADS_AWAY = re.compile(r"[^.!?]*\[[^\]]*\]\([^)]*\.md\)\.")
PART = "## "
ITEM = re.compile(r"^(?:\d+\.|-) ", re.MULTILINE)
LOOKS = (
    (r"\*\*(.+?)\*\*", r"<b>\1</b>"),
    (r"\*(.+?)\*", r"<i>\1</i>"),
    (r'"(.+?)"', r"“\1”"),
    ("'", "’"),
)
#: It says where this page is, which whoever reads it here knows.
ELSEWHERE = " In the admin the same guide"


def made(guide: str) -> str:
    """The template; the title is left to the page around it."""
    _title, *pieces = re.split(r"\n{2,}", PICTURE.sub("", guide).strip())
    told = [piece for piece in pieces if piece.strip()]
    parts = [piece for piece in told if piece.startswith(PART)]
    opening = next(index for index, piece in enumerate(told) if piece in parts)
    before, after = told[:opening], told[opening:]
    return "".join([TOP, *map(html, before), contents(parts), *map(html, after)])


def contents(parts: list[str]) -> str:
    named = [(anchor(part), words(part.removeprefix(PART))) for part in parts]
    lines = [f'        <li><a href="#{a}">{told}</a></li>\n' for a, told in named]
    label = "{% translate 'On this page' %}"
    return (
        f'<nav class="spine-guide__contents" aria-label="{label}">\n'
        f"    <ul>\n{''.join(lines)}    </ul>\n</nav>\n"
    )


def anchor(part: str) -> str:
    return re.sub(r"\W+", "-", part.lower()).strip("-")


def html(piece: str) -> str:
    if piece.startswith(PART):
        heading = words(piece.removeprefix(PART))
        return f'<h2 id="{anchor(piece)}">{heading}</h2>\n'
    if ITEM.match(piece):
        tag = "ul" if piece.startswith("-") else "ol"
        items = [words(item) for item in ITEM.split(piece) if item.strip()]
        lines = "".join(f"    <li>{item}</li>\n" for item in items)
        return f"<{tag}>\n{lines}</{tag}>\n"
    told = LEADS_AWAY.sub("", piece.split(ELSEWHERE)[0])
    return f"<p>{words(told)}</p>\n" if told.strip() else ""


def words(text: str) -> str:
    """Marked for translation, with the emphasis and the quotes of the admin."""
    told = escape(" ".join(LEADS_AWAY.sub("", text).split()), quote=False)
    for pattern, replacement in LOOKS:
        told = re.sub(pattern, replacement, told)
    return f"{{% blocktranslate %}}{told}{{% endblocktranslate %}}"


if __name__ == "__main__":
    TEMPLATE.write_text(made(GUIDE.read_text("utf-8")), "utf-8")
