import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks import TableBlock
from tests.reading import rendered, words

BLOCK = TableBlock()
VALUE = {
    "caption": "Visiting <b>hours</b>",
    "columns": ["Ward", "Week", "Weekend"],
    "rows": [["Day", "8 to 6", "closed"], ["Spine", "2 to 8", "<i>10</i> to 8"]],
    "rows_have_names": True,
}


def cleaned(**changes):
    return BLOCK.clean(BLOCK.normalize({**VALUE, **changes}))


def test_every_cell_is_named_by_its_column_and_its_row():
    table = rendered(BLOCK, VALUE).table
    assert [words(th) for th in table.select('thead th[scope="col"]')] == [
        "Ward",
        "Week",
        "Weekend",
    ]
    assert [words(th) for th in table.select('tbody th[scope="row"]')] == [
        "Day",
        "Spine",
    ]
    assert [words(td) for td in table.select("td")] == [
        "8 to 6",
        "closed",
        "2 to 8",
        "<i>10</i> to 8",
    ]
    assert words(table.caption) == "Visiting <b>hours</b>"


def test_rows_need_no_names():
    table = rendered(BLOCK, {**VALUE, "rows_have_names": False}).table
    assert table.select('[scope="row"]') == []
    assert len(table.select("td")) == 6


def test_what_may_have_to_be_scrolled_is_reached_by_keyboard_and_has_a_name():
    region = rendered(BLOCK, VALUE).select_one(".spine-table")
    assert region["role"] == "region"
    assert region["tabindex"] == "0"
    assert region["aria-label"] == "Visiting <b>hours</b>"


def test_text_of_an_editor_cannot_become_markup():
    table = rendered(BLOCK, VALUE)
    assert table.i is None and table.b is None


def test_rows_of_another_length_are_named_in_words():
    with pytest.raises(ValidationError) as caught:
        cleaned(rows=[["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]])
    assert caught.value.block_errors["rows"].non_block_errors == [
        "Row 1 has 2 cells, but the table has 3 columns.",
        "Row 3 has 4 cells, but the table has 3 columns.",
    ]


def test_a_draft_may_still_have_them():
    value = BLOCK.normalize({**VALUE, "rows": [["a"]]})
    assert len(BLOCK.clean_deferred(value)["rows"][0]) == 1


def test_no_cell_stays_empty():
    assert cleaned()["caption"] == VALUE["caption"]
    with pytest.raises(ValidationError):
        cleaned(rows=[["Day", "", "closed"]])


@pytest.mark.parametrize("columns", [["One"], list("abcdefg")])
def test_a_table_has_two_to_six_columns(columns):
    with pytest.raises(ValidationError):
        cleaned(columns=columns, rows=[columns])
