"""What is read from, wherever it lies."""

from collections.abc import Callable
from types import TracebackType
from typing import Protocol


class Readable(Protocol):
    """A file that is open for reading."""

    def read(self, size: int = -1, /) -> bytes: ...

    def __enter__(self) -> "Readable": ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> None: ...


#: Opens the same file again and again.
Opener = Callable[[], Readable]
