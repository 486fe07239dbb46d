"""The table of a run, and the same for machines."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Row:
    """One thing measured, with its aim, which may be a least."""

    name: str
    ratio: float
    aim: float
    queries: int = 0
    bare_queries: int = 0
    bytes: int = 0
    milliseconds: float = 0
    more_is_better: bool = False

    @property
    def verdict(self) -> str:
        ratio, aim = round(self.ratio, 2), self.aim
        return (
            "met"
            if (ratio >= aim if self.more_is_better else ratio <= aim)
            else "missed"
        )


HEAD = ("", "ratio", "aim", "", "queries", "bare", "KB gzipped", "ms")


def table(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = [HEAD, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    texts = [
        " | ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    ]
    rule = "|".join("-" * (width + 2) for width in widths)
    head, *rest = [f"| {text} |" for text in texts]
    return "\n".join([head, f"|{rule}|", *rest])


def _cells(row: Row) -> tuple[str, ...]:
    sign = "≥" if row.more_is_better else "≤"
    return (
        row.name,
        f"{row.ratio:.2f}",
        f"{sign} {row.aim:g}",
        row.verdict,
        str(row.queries or ""),
        str(row.bare_queries or ""),
        f"{row.bytes / 1024:.1f}" if row.bytes else "",
        f"{row.milliseconds:.1f}" if row.milliseconds else "",
    )


def write(rows: list[Row], path: Path) -> None:
    found = {
        row.name: {
            "ratio": round(row.ratio, 3),
            "aim": row.aim,
            "queries": row.queries,
        }
        for row in rows
    }
    path.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
