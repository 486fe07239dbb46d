"""Tables of data, and tables that only put things beside one another."""

from dataclasses import dataclass

from bs4.element import NavigableString, Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Table
from spine_content.importing.html_tree import HEADING_TAGS, attribute, visible_text
from spine_content.importing.parsing.nodes import Node, as_lines
from spine_content.importing.parsing.walker import Walker

#: A cell with more letters than this is a text, and its table keeps no data.
MAX_CELL_LENGTH = 500
#: How far a cell may reach: a table must not fill the memory.
MAX_COLUMNS = 60
MAX_CELLS = 20_000
#: Rows times the widest row: one of ten thousand cells would widen all others.
MAX_GRID = 200_000


@dataclass
class Cell:
    html: str
    text: str
    is_name: bool
    bold: bool
    columns: int
    rows: int


@dataclass
class Row:
    cells: list[Cell]
    in_head: bool


def table(walker: Walker, tag: Tag) -> None:
    walker.flush()
    # A table around another one only puts it somewhere.
    rows = [] if tag.find("table") is not None else _rows(tag)
    if not _is_data_table(tag, rows):
        walker.walk(tag)
        walker.flush()
        return
    rest: list[Node] = []
    read = [Row(_cells(walker, row, rest), head) for row, head in rows]
    caption = tag.find("caption")
    title = ""
    if isinstance(caption, Tag):
        title, more = walker.plain_title(caption)
        rest += more
    walker.nodes += [_build_table(walker, read, title), *rest]
    _add_strays(walker, tag)


def _add_strays(walker: Walker, tag: Tag) -> None:
    """What stands in a table outside its cells, as it must not: it comes after it."""
    parts = ("table", "thead", "tbody", "tfoot", "tr")
    for holder in (tag, *tag.find_all(parts)):
        if holder is not tag and holder.find_parent("table") is not tag:
            continue
        for child in holder.contents:
            if type(child) is NavigableString:
                walker.add_text(child)
            elif isinstance(child, Tag) and child.name not in (
                *parts,
                "td",
                "th",
                "caption",
                "colgroup",
                "col",
            ):
                walker.visit(child)
    walker.flush()


def _rows(tag: Tag) -> list[tuple[Tag, bool]]:
    """The rows of a table, not those of a table in it; the foot comes last."""
    rows: list[tuple[Tag, bool]] = []
    foot: list[tuple[Tag, bool]] = []
    for part in tag.find_all(("tr",)):
        if part.find_parent("table") is not tag:
            continue
        group = part.find_parent(("thead", "tbody", "tfoot", "table"))
        name = group.name if group else ""
        (foot if name == "tfoot" else rows).append((part, name == "thead"))
    return rows + foot


def _own_cells(row: Tag) -> list[Tag]:
    return [
        cell
        for cell in row.contents
        if isinstance(cell, Tag) and cell.name in ("td", "th")
    ]


def _is_data_table(tag: Tag, rows: list[tuple[Tag, bool]]) -> bool:
    if attribute(tag, "role") in ("presentation", "none"):
        return False
    widths = [len(_own_cells(row)) for row, _head in rows]
    if not widths or max(widths) < 2 or max(widths) * len(widths) > MAX_GRID:
        return False
    cells = [cell for row, _head in rows for cell in _own_cells(row)]
    if any(cell.find(("form", "iframe", "input", "article")) for cell in cells):
        return False
    said = tag.find(("th", "caption", "thead")) is not None or attribute(tag, "summary")
    if said and any(widths[1:]):
        return True
    if len(rows) < 2:
        return False
    return not any(_is_long(cell) for cell in cells) and _has_words(cells)


def _is_long(cell: Tag) -> bool:
    if cell.find(tuple(HEADING_TAGS)) is not None or len(cell.find_all("p")) > 3:
        return True
    return len(visible_text(cell)) > MAX_CELL_LENGTH


def _has_words(cells: list[Tag]) -> bool:
    return sum(bool(visible_text(cell)) for cell in cells) * 2 >= len(cells)


def _cells(walker: Walker, row: Tag, rest: list[Node]) -> list[Cell]:
    cells = []
    for tag in _own_cells(row):
        with walker.capture() as nodes:
            walker.walk(tag)
        found, others = as_lines(nodes)
        if others:
            walker.warn(_("Pictures and files in a table stand after it now."))
        rest += others
        html = "<br>".join(found)
        bold = bool(found) and all(
            line.startswith("<b>") and line.endswith("</b>") for line in found
        )
        cells.append(
            Cell(
                html,
                visible_text(tag),
                tag.name == "th",
                bold,
                _span(tag, "colspan"),
                _span(tag, "rowspan"),
            )
        )
    return cells


def _span(tag: Tag, name: str) -> int:
    value = attribute(tag, name)
    if not value.isdecimal() or len(value) > 5:
        return 1
    # "0" means: to the end of the table.
    return int(value) if int(value) or name == "colspan" else MAX_CELLS


def _build_table(walker: Walker, rows: list[Row], caption: str) -> Table:
    heads = _header_rows(rows)
    grid = _grid(walker, rows)
    width = max((len(row) for row in grid), default=0)
    for row in grid:
        row += [None] * (width - len(row))
    columns = [_column(grid[:heads], number) for number in range(width)]
    body = grid[heads:]
    named = bool(body) and all(row[0] is not None and row[0].is_name for row in body)
    if not named and heads and body:
        named = not columns[0] and any(columns)
    return Table(
        columns=columns,
        rows=[[cell.html if cell else "" for cell in row] for row in body],
        caption=caption,
        rows_have_names=named,
    )


def _header_rows(rows: list[Row]) -> int:
    """How many of the first rows name the columns."""
    heads = [row.in_head for row in rows]
    names = [_all(row, [cell.is_name for cell in row.cells]) for row in rows]
    for marks in (heads, names):
        count = marks.index(False) if False in marks else 1
        if count and len(rows) > 1:
            return count
    first = rows[0]
    return int(len(rows) > 1 and _all(first, [cell.bold for cell in first.cells]))


def _all(row: Row, marks: list[bool]) -> bool:
    """Whether all cells of a row that have a text have the mark."""
    said = [mark for cell, mark in zip(row.cells, marks, strict=True) if cell.text]
    return bool(said) and all(said)


def _grid(walker: Walker, rows: list[Row]) -> list[list[Cell | None]]:
    """Every cell in every place that it covers."""
    grid: list[list[Cell | None]] = [[] for _row in rows]
    filled = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while column < len(grid[number]) and grid[number][column] is not None:
                column += 1
            wide = max(1, min(cell.columns, MAX_COLUMNS - column))
            high = max(1, min(cell.rows, len(rows) - number))
            if filled + wide * high > MAX_CELLS:
                wide = high = 1
            filled += wide * high
            for line in grid[number : number + high]:
                line += [None] * (column + wide - len(line))
                line[column : column + wide] = [cell] * wide
            if wide * high > 1:
                walker.warn(
                    _("A cell of a table reached over others. Each has its text now.")
                )
            column += wide
    return grid


def _column(heads: list[list[Cell | None]], number: int) -> str:
    names: list[str] = []
    for row in heads:
        cell = row[number]
        if cell is not None and cell.text and cell.text not in names:
            names.append(cell.text)
    return " – ".join(names)
