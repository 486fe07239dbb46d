from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

WIDTH = 30


@contextmanager
def bar(stream: Any) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal; silent where nobody is watching."""
    watched = getattr(stream, "isatty", bool)()

    def show(done: int, total: int) -> None:
        # The number that a reader expects may turn out too small.
        filled = WIDTH * done // max(total, done, 1)
        drawn = "#" * filled + "." * (WIDTH - filled)
        if watched:
            stream.write(f"\r[{drawn}] {done}/{max(total, done)}")
            stream.flush()

    yield show
    if watched:
        stream.write("\n")
