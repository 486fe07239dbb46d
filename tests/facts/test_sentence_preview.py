"""The sentence below a fact in the form: what visitors will read, and what is amiss."""

import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from spine_content.facts.choices import Kind
from spine_content.facts.sentence_preview import preview_blocks
from tests import content
from tests.admin.people import RIGHTS, browser, person

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/spine-content/fact/"
#: Who may see what visitors will read: whoever may write treatments.
ANSWERS = {"anonymous": 302, "stranger": 403, "viewer": 403, "officer": 200}


def ask(client: Client, sent: Any) -> Any:
    body = sent if isinstance(sent, str | bytes) else json.dumps(sent)
    return client.post(ADDRESS, body, content_type="application/json")


def asked(kind: str = "frequency", **values: Any) -> dict[str, Any]:
    """What the script in the browser sends of a fact with these fields filled in."""
    defaults = {
        "status": "known",
        "comparator": "none",
        "certainty": "not_graded",
        "basis": "",
        "sources": [],
        "per": "people",
        "better": "lower",
    }
    return {"type": kind, "value": {**defaults, **values}}


@pytest.fixture
def editor(admin_client: Client) -> Client:
    return admin_client


def leak() -> str:
    return str(content.measure().pk)


@pytest.mark.parametrize("name", [*RIGHTS])
def test_preview_requires_a_permission_on_treatments(name):
    response = ask(browser(name, "treatment"), asked())
    assert response.status_code == ANSWERS.get(name, 200)


@pytest.mark.parametrize("right", ["add", "change"])
def test_either_permission_on_treatments_is_enough(right, monkeypatch):
    monkeypatch.setitem(RIGHTS, "writer", (right,))
    assert ask(browser("writer", "treatment"), asked()).status_code == 200


def test_an_ended_session_gets_no_redirect_to_the_preview():
    header = {"X-Requested-With": "XMLHttpRequest"}
    response = Client().post(ADDRESS, "{}", "application/json", headers=header)
    assert response.status_code == 403


def test_preview_requires_a_csrf_token():
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("superuser"))
    assert ask(client, asked()).status_code == 403


def test_preview_accepts_post_only(editor):
    assert editor.get(ADDRESS).status_code == 405


def test_the_preview_of_a_count_reads_as_on_the_page(editor):
    source = str(content.source().pk)
    sent = asked(
        measure=leak(),
        numerator="24",
        denominator="55",
        basis="evidence",
        sources=[{"source": source, "where": "Table 2"}],
    )
    answer = ask(editor, sent).json()
    assert answer["errors"] == {}
    assert "24 of 55" in answer["sentence"]
    assert "How often does it leak?" in answer["sentence"]


def test_each_kind_has_its_sentence(editor):
    expected = {
        "range": ({"low": "20", "high": "40"}, "40"),
        "money": ({"low": "900", "currency": "GBP", "as_of": "2026-01-31"}, "900"),
        "answer": ({"verdict": "yes", "text": "For one night."}, "For one night."),
        "scale_difference": (
            {"scale_low": "0", "scale_high": "10", "difference": "1.3"}
            | {"comparator": "sham"},
            "1.3",
        ),
    }
    for kind, (values, words) in expected.items():
        measure = content.measure(f"Asked for {kind}?", kind=kind)
        sent = asked(kind, measure=str(measure.pk), basis="policy", **values)
        answer = ask(editor, sent).json()
        assert answer["errors"] == {}
        assert words in answer["sentence"]


def test_not_known_is_previewed_whatever_else_was_typed(editor):
    sent = asked(measure=leak(), status="not_known", numerator="24", denominator="")
    answer = ask(editor, sent).json()
    assert answer["errors"] == {}
    assert "Not known" in answer["sentence"]
    assert "24" not in answer["sentence"]


def test_the_other_treatment_is_named(editor):
    other = content.treatment("Waiting", "no_treatment")
    sent = asked(
        measure=leak(),
        numerator="24",
        denominator="55",
        compared_numerator="30",
        compared_denominator="50",
        comparator="other",
        other_treatment=str(other.pk),
    )
    assert "Waiting" in ask(editor, sent).json()["sentence"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "numerator"),
        ({"numerator": "60", "denominator": "55"}, "numerator"),
        ({"numerator": "two"}, "numerator"),
        ({"numerator": "1", "denominator": "2"}, "basis"),
        ({"numerator": "1", "denominator": "2", "basis": "evidence"}, "sources"),
        ({"sources": [{"source": "", "where": ""}]}, "sources"),
        ({"percentage": "101"}, "percentage"),
        ({"time": "3"}, "time_unit"),
        ({"check_by": "soon"}, "check_by"),
        ({"status": "unheard of"}, "status"),
    ],
)
def test_publishing_errors_are_returned_by_field(editor, values, field):
    answer = ask(editor, asked(measure=leak(), **values)).json()
    message = answer["errors"][field]
    assert message.endswith(".")


def test_a_fact_without_a_question_has_no_sentence(editor):
    answer = ask(editor, asked(numerator="1", denominator="2")).json()
    assert answer["sentence"] == ""
    assert "measure" in answer["errors"]


def test_a_question_of_another_kind_has_no_sentence(editor):
    measure = content.measure("How long?", kind="range")
    sent = asked(measure=str(measure.pk), numerator="1", denominator="2")
    answer = ask(editor, sent).json()
    assert answer["sentence"] == ""
    assert "Choose another question" in answer["errors"]["measure"]


def test_the_sentence_is_in_the_language_of_the_page(editor, settings, monkeypatch):
    settings.WAGTAIL_CONTENT_LANGUAGES = [("en-gb", "English"), ("fr", "French")]
    heard = []
    monkeypatch.setattr(
        "spine_content.facts.sentence_preview.visitor_sentence",
        lambda fact: heard.append(translation.get_language()) or "",
    )
    for language in ("fr", "xx", None, ["fr"]):
        ask(editor, {**asked(), "language": language})
    assert heard == ["fr", "en-gb", "en-gb", "en-gb"]


NONSENSE = [
    "",
    "{",
    b"\xff",
    "[" * 100_000,
    "null",
    [],
    {},
    {"type": "frequency"},
    {"type": "unheard of", "value": {}},
    {"type": ["frequency"], "value": {}},
    {"type": "frequency", "value": []},
    asked(numerator={}),
    asked(measure=[1]),
    asked(measure="abc"),
    asked(measure="\0"),
    asked(measure="x" * 10_000),
    asked(sources={}),
    asked(sources=[[]]),
    asked(sources=[{"source": "abc"}]),
    asked(sources=[{}] * 1_000),
]


@pytest.mark.parametrize("sent", NONSENSE, ids=range(len(NONSENSE)))
def test_invalid_input_is_refused_with_a_message(editor, sent):
    response = ask(editor, sent)
    assert response.status_code == 400
    assert response.json()["error"].endswith(".")


odd = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["1e9999", "-1e9999", "9" * 5000, "NaN", "Infinity", "-0", "\0"]),
)
fields = sorted(
    {name for block in preview_blocks().values() for name in block.child_blocks}
)


@given(
    kind=st.sampled_from(Kind.values),
    values=st.dictionaries(st.sampled_from(fields), odd, max_size=8),
)
@example(kind="frequency", values={"numerator": "1", "denominator": "9" * 4000})
@example(kind="range", values={"low": "1e9999", "high": "1e9999"})
@example(kind="money", values={"low": "1e-9999", "currency": "GBP"})
@example(kind="answer", values={"measure": 10**30, "text": "x"})
def test_any_typed_value_gets_a_response(kind, values):
    measure = content.measure(f"Asked for {kind}?", kind=kind)
    client = Client()
    client.force_login(superuser())
    sent = asked(kind, **{"measure": str(measure.pk), **values})
    assert ask(client, sent).status_code in (200, 400)


def superuser() -> Any:
    # One test answers many times, and has one person to do so.
    known = get_user_model().objects.filter(is_superuser=True).first()
    return known or person("superuser")
