"""Treatments side by side, from the facts that each of them carries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import content
from tests.pages import full
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def leak(numerator, denominator, **values):
    return content.fact(
        content.measure(), numerator=numerator, denominator=denominator, **values
    )


def stay(**values):
    question = content.measure("Do I stay overnight?", kind="answer", group="involves")
    return content.fact(question, **values)


@pytest.fixture
def treatments():
    return [
        content.with_facts(leak(4, 3175), stay(verdict="no", text="")),
        content.with_facts(leak(157, 214), name="Kyphoplasty"),
        content.with_facts(
            leak(0, 0, status="not_applicable", note="There is no cement."),
            stay(verdict="no", text=""),
            name="Waiting",
            kind="no_treatment",
        ),
    ]


def choices(*treatments):
    return [
        ("choice", {"treatment": each, "suits_if": "", "suits_not_if": ""})
        for each in treatments
    ]


@pytest.fixture
def table(client, treatments):
    page = content.comparison(choices=choices(*treatments))
    return read(client, page.url).select_one("table.spine-comparison")


def rows(table):
    return {
        row.th.find(string=True, recursive=False).strip(): row
        for row in table.select("tbody tr:has(td)")
    }


def answers(row):
    return [
        [words(each) for each in cell.select(".spine-statement__answer")]
        for cell in row("td")
    ]


def test_columns_are_the_choices_in_the_order_of_the_editor(table):
    assert [words(name) for name in table.select("thead th")] == [
        "Question",
        "Vertebroplasty",
        "Kyphoplasty",
        "Waiting",
    ]


def test_rows_are_questions_in_groups(table):
    groups = [words(heading) for heading in table.select("th[scope=rowgroup]")]
    assert groups == ["What it involves", "What can go wrong"]
    assert list(rows(table)) == ["Do I stay overnight?", "How often does it leak?"]


def test_every_cell_has_an_answer_and_all_counts_one_base(table):
    found = rows(table)
    leaks = answers(found["How often does it leak?"])
    assert leaks == [["1 of 1,000 people"], ["734 of 1,000 people"], ["Does not apply"]]
    assert answers(found["Do I stay overnight?"]) == [["No"], ["Not known"], ["No"]]


def test_the_raw_counts_and_the_sources_are_told(table):
    leaks = rows(table)["How often does it leak?"]
    first, second, _third = leaks("td")
    assert "4 of 3,175 people" in words(first)
    assert "157 of 214 people" in words(second)
    link = first.select_one(".spine-source-link")
    assert words(link) == "Source 1 for “How often does it leak?”, Vertebroplasty"


def test_dots_say_the_same_with_one_base_and_are_silent(table):
    leaks = rows(table)["How often does it leak?"]
    arrays = leaks.select(".spine-array")
    assert len(arrays) == 2
    assert len({array.svg["viewbox"] for array in arrays}) == 1
    assert all(array.find_parent(attrs={"aria-hidden": "true"}) for array in arrays)


def test_it_is_a_table_for_a_screen_reader_however_it_is_laid_out(table):
    assert table["role"] == "table"
    assert words(table.caption)
    assert {row["role"] for row in table("tr")} == {"row"}
    assert {cell["role"] for cell in table("td")} == {"cell"}
    assert {group["role"] for group in table(["thead", "tbody"])} == {"rowgroup"}
    assert {head["role"] for head in table.select("thead th")} == {"columnheader"}
    assert {head["role"] for head in table.select("tbody th")} == {"rowheader"}
    assert all(head.get("scope") for head in table("th"))
    names = table.select("td .spine-comparison__choice")
    assert {name["aria-hidden"] for name in names} == {"true"}


def test_there_is_no_winner(table):
    assert not table.select("[class*=best], [class*=winner], [class*=recommend]")
    assert not set("✓✔✗✘★👍") & set(table.get_text())


def test_what_was_not_measured_the_same_way_is_said(client):
    compared = [
        content.with_facts(leak(164, 201, measured_how="on CT scans")),
        content.with_facts(leak(30, 100, measured_how="on X-rays"), name="Kyphoplasty"),
    ]
    page = content.comparison(choices=choices(*compared))
    row = read(client, page.url).select_one(".spine-comparison tr:has(td)")
    note = words(row.select_one("th .spine-comparison__unlike"))
    assert note.startswith("Not measured the same way")


def test_alike_is_compared_with_alike_without_a_word(client):
    compared = [
        content.with_facts(leak(164, 201)),
        content.with_facts(leak(157, 214), name="Kyphoplasty"),
    ]
    page = content.comparison(choices=choices(*compared))
    assert not read(client, page.url).select(".spine-comparison__unlike")


def test_the_editor_may_choose_the_questions(client, treatments):
    unanswered = content.measure("Does it hurt?", kind="answer", group="involves")
    measures = [("measure", content.measure()), ("measure", unanswered)]
    page = content.comparison(choices=choices(*treatments), measures=measures)
    table = read(client, page.url).select_one("table.spine-comparison")
    found = rows(table)
    assert set(found) == {"How often does it leak?", "Does it hurt?"}
    assert answers(found["Does it hurt?"]) == [["Not known"]] * 3


def test_the_editor_may_add_a_note_to_one_answer(client, treatments):
    note = {
        "treatment": treatments[1],
        "measure": content.measure(),
        "text": "Not all of these leaks did harm.",
    }
    page = content.comparison(choices=choices(*treatments), cell_notes=[("note", note)])
    table = read(client, page.url).select_one("table.spine-comparison")
    cells = rows(table)["How often does it leak?"]("td")
    assert ["did harm" in words(cell) for cell in cells] == [False, True, False]


@pytest.mark.parametrize("change", ["unpublish", "delete"])
def test_a_choice_that_is_gone_leaves_the_others(change, client, treatments):
    page = content.comparison(choices=choices(*treatments))
    if change == "delete":
        treatments[1].delete()
    else:
        treatments[1].live = False
        treatments[1].save()
    table = read(client, page.url).select_one("table.spine-comparison")
    columns = [words(name) for name in table.select("thead th")]
    assert columns == ["Question", "Vertebroplasty", "Waiting"]
    assert answers(rows(table)["Do I stay overnight?"]) == [["No"], ["No"]]


def test_without_a_shared_question_there_is_no_table(client):
    page = read(client, content.comparison(body=[]).url)
    assert page.select("table") == []
    assert "Side by side" not in [words(heading) for heading in page("h2")]


def many(number, questions):
    """That many treatments which answer that many questions, each with a source."""
    measures = [content.measure(f"Question {n}?", order=n) for n in range(questions)]
    others = {"comparator": "other", "other_treatment": content.treatment("Rest")}
    return [
        content.with_facts(
            *[
                content.fact(each, numerator=n + 1, denominator=200, **others)
                for n, each in enumerate(measures)
            ],
            name=f"Treatment {name}",
            kind="no_treatment",
        )
        for name in range(number)
    ]


def cost(client, page):
    client.get(page.url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page.url).status_code == 200
    return len(queries)


@pytest.mark.parametrize(("number", "questions"), [(2, 5), (4, 5), (2, 30), (4, 30)])
def test_a_bigger_table_takes_no_more_queries(number, questions, client):
    full.clinic()
    page = content.comparison(choices=choices(*many(number, questions)))
    page.save_revision().publish()
    page.refresh_from_db()
    assert cost(client, page) == 17
    table = read(client, page.url).select_one("table.spine-comparison")
    assert len(table.select("td")) == number * questions
