"""What a page may weigh, and what `make bench` writes down."""

import json

import pytest

from spine_content.models import GlossaryTerm
from tests import content
from tests.bench import clock
from tests.bench.report import Row, table, write
from tests.bench.weight import REQUESTS, STYLES_AND_SCRIPTS, weight


@pytest.mark.django_db
@pytest.mark.parametrize("kind", content.MAKERS)
def test_a_page_with_explained_words_is_light(kind, client):
    GlossaryTerm.objects.create(term="Some plain words", meaning="Words.")
    GlossaryTerm.objects.create(term="sore", meaning="It hurts a little.")
    page = client.get(content.MAKERS[kind]().url).content
    assert (b"spine-term" in page) == (kind != "story")
    found = weight(page)
    assert found.styles_and_scripts <= STYLES_AND_SCRIPTS
    # The page itself is a request as well.
    assert 1 + len(found.fetched) <= REQUESTS
    assert found.with_fonts == []


def test_what_takes_longer_has_a_ratio_above_one():
    ratio, seconds = clock.ratio(
        lambda: sum(range(100_000)), lambda: sum(range(100)), rounds=2
    )
    assert ratio > 1
    assert seconds > 0


def test_the_report_says_which_aims_are_met(tmp_path):
    rows = [
        Row("quick", 1.2, 1.5, 7, 6),
        Row("slow", 1.8, 1.5, 9, 6),
        Row("importer", 0.9, 0.8, more_is_better=True),
    ]
    assert [row.verdict for row in rows] == ["met", "missed", "met"]
    assert len({len(line) for line in table(rows).splitlines()}) == 1
    write(rows, tmp_path / "bench.json")
    written = json.loads((tmp_path / "bench.json").read_text())
    assert written["quick"] == {"ratio": 1.2, "aim": 1.5, "queries": 7}
