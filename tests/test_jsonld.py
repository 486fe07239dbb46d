"""Structured data hold what they are given, and nobody's text can end the script."""

import json

from hypothesis import given
from hypothesis import strategies as st

from spine_content import jsonld
from tests.reading import DATA, soup


@given(st.text())
def test_whatever_an_editor_types_stays_inside_the_script(text):
    script = jsonld.script_json(jsonld.node("Thing", name=f"{text}</script><b>&\u2028"))
    page = soup(f'<script type="{DATA}">{script}</script>')
    (only,) = page.find_all(True)
    assert json.loads(only.string)["name"] == f"{text}</script><b>&\u2028"
    assert not set(script) & set("<>&\u2028\u2029")


def test_what_is_not_known_is_not_mentioned():
    assert jsonld.node("Thing", name="", url=None, alternateName=[]) == {
        "@type": "Thing"
    }
    assert jsonld.organization("") is None
    assert jsonld.local_date(None) == ""
    assert jsonld.procedure("Bracing", "by magic") == {
        "@type": "TherapeuticProcedure",
        "name": "Bracing",
    }


def test_only_studies_are_called_scholarly_articles():
    kinds = {
        kind: jsonld.citation("A", kind, 2018, "https://example.com/")["@type"]
        for kind in ("trial", "review", "study", "guideline", "policy", "new")
    }
    assert [kind for kind, work in kinds.items() if work == "ScholarlyArticle"] == [
        "trial",
        "review",
        "study",
    ]
