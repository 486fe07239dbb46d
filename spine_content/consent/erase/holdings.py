from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def delete(rows: Any) -> None:
    rows.delete()


@dataclass(frozen=True)
class Holding:
    """
    Rows of one table that hold something of a story, and how they lose it.

    ``rows`` leaves out what has lost it already, so that counting tells what is still
    there and erasing twice does no harm.
    """

    rows: Any
    erase: Callable[[Any], None] = delete

    @property
    def table(self) -> str:
        """The model's label, which certificates keep: it is no name of anybody."""
        return str(self.rows.model._meta.label)

    def count(self) -> int:
        return int(self.rows.count())
