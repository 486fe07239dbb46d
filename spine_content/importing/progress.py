from dataclasses import dataclass
from typing import Any

WIDTH = 30


@dataclass
class Bar:
    """A progress bar on a terminal; silent where nobody is watching."""

    stream: Any
    total: int = 0

    def show(self, done: int) -> None:
        if not self._is_watched:
            return
        # The number that a reader expects may turn out too small.
        total = max(self.total, done, 1)
        filled = WIDTH * done // total
        bar = "#" * filled + "." * (WIDTH - filled)
        self.stream.write(f"\r[{bar}] {done}/{total}")
        self.stream.flush()

    def end(self) -> None:
        if self._is_watched:
            self.stream.write("\n")

    @property
    def _is_watched(self) -> bool:
        return bool(getattr(self.stream, "isatty", lambda: False)())
