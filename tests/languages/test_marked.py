"""No template that visitors see says anything that cannot be translated."""

import re

import pytest
from django.template.base import Lexer, TokenType

from tests.languages.collecting import files
from tests.languages.places import DEMO_TEMPLATES, TEMPLATES

FOLDERS = [*TEMPLATES, *DEMO_TEMPLATES]
#: It is shown where nothing works, translations included.
LAST_RESORT = "500.html"
PATHS = [
    path
    for folder in FOLDERS
    for path in files(folder, "*.html")
    if path.name != LAST_RESORT
]
TAG = re.compile(r"<[^>]*>|<!--.*?-->", re.DOTALL)
#: Attributes that are read or heard, with what stands in them.
ATTRIBUTES = re.compile(r"\b(?:aria-label|title|alt|placeholder)=\"([^\"]*)\"")
MARKED = ("blocktranslate", "blocktrans", "comment")
#: What stands for a tag of Django's while the tags of HTML are taken out.
HOLE = "\0"


def unmarked(source):
    """What a template says by itself, outside everything that is translated."""
    said, until = [], ""
    for token in Lexer(source).tokenize():
        word = token.contents.split(maxsplit=1)[0] if token.contents.strip() else ""
        if token.token_type is TokenType.BLOCK and until and word == until:
            until = ""
        elif token.token_type is TokenType.BLOCK and not until and word in MARKED:
            until = f"end{word}"
        elif not until:
            is_text = token.token_type is TokenType.TEXT
            said.append(token.contents if is_text else HOLE)
    text = "".join(said)
    found = [*ATTRIBUTES.findall(text), *TAG.sub(HOLE, text).split(HOLE)]
    return [words.strip() for words in found if re.search(r"[^\W\d_]", words)]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_template_says_nothing_unmarked(path):
    assert unmarked(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Hello</p>", ["Hello"]),
        ("<p>{{ name }} says</p>", ["says"]),
        ('<nav aria-label="Pages">1 – 2</nav>', ["Pages"]),
        ('{% translate "Hello" %}<p class="spine">{{ name }}</p>', []),
        ("{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}", []),
        ("{% comment %} Hello {% endcomment %}{# Hello #}", []),
        ('<a {% if a %}rel="next"{% endif %} href="{% url b %}">2</a>', []),
    ],
)
def test_it_tells_what_is_said_from_what_is_written(source, found):
    assert unmarked(source) == found


def test_places_are_there():
    assert all(folder.exists() for folder in FOLDERS)
