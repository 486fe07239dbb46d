"""Tables of data, and tables that only put things beside one another."""

from dataclasses import dataclass

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Table
from spine_content.importing.markup import HEADINGS, attribute, words
from spine_content.importing.outlining.pieces import Piece, lines
from spine_content.importing.outlining.walker import Walker

#: A cell with more letters than this is a text, and its table keeps no data.
LONG = 500
#: How far a cell may reach: a table must not fill the memory.
MOST_COLUMNS = 60
MOST_CELLS = 20_000


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
    if not _keeps_data(tag, rows):
        walker.walk(tag)
        walker.flush()
        return
    rest: list[Piece] = []
    read = [Row(_cells(walker, row, rest), head) for row, head in rows]
    caption = tag.find("caption")
    title = ""
    if isinstance(caption, Tag):
        title, more = walker.title_of(caption)
        rest += more
    walker.pieces += [_table(walker, read, title), *rest]
    _strays(walker, tag)


def _strays(walker: Walker, tag: Tag) -> None:
    """What stands in a table outside its cells, as it must not: it comes after it."""
    parts = ("table", "thead", "tbody", "tfoot", "tr")
    for holder in (tag, *tag.find_all(parts)):
        if holder is not tag and holder.find_parent("table") is not tag:
            continue
        for node in holder.contents:
            if not isinstance(node, Tag):
                walker.text(str(node)) if type(
                    node
                ).__name__ == "NavigableString" else 0
            elif node.name not in (*parts, "td", "th", "caption", "colgroup", "col"):
                walker.visit(node)
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


def _keeps_data(tag: Tag, rows: list[tuple[Tag, bool]]) -> bool:
    if attribute(tag, "role") in ("presentation", "none"):
        return False
    widths = [len(_own_cells(row)) for row, _head in rows]
    if not widths or max(widths) < 2:
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
    if cell.find(tuple(HEADINGS)) is not None or len(cell.find_all("p")) > 3:
        return True
    return len(words(cell)) > LONG


def _has_words(cells: list[Tag]) -> bool:
    return sum(bool(words(cell)) for cell in cells) * 2 >= len(cells)


def _cells(walker: Walker, row: Tag, rest: list[Piece]) -> list[Cell]:
    cells = []
    for tag in _own_cells(row):
        with walker.capture() as pieces:
            walker.walk(tag)
        found, others = lines(pieces)
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
                words(tag),
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
    return int(value) if int(value) or name == "colspan" else MOST_CELLS


def _table(walker: Walker, rows: list[Row], caption: str) -> Table:
    heads = _head(rows)
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


def _head(rows: list[Row]) -> int:
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
            wide = max(1, min(cell.columns, MOST_COLUMNS - column))
            high = max(1, min(cell.rows, len(rows) - number))
            if filled + wide * high > MOST_CELLS:
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
