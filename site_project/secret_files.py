import os
from collections.abc import Callable
from pathlib import Path


def read_or_create_secret(path: Path, make: Callable[[], str]) -> str:
    """A secret made once and kept in a file that only its owner can read."""
    try:
        secret = path.read_text("utf-8").strip()
    except FileNotFoundError:
        secret = ""
    if not secret:
        secret = make()
        write_secret(path, secret)
    return secret


def write_secret(path: Path, secret: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf-8") as file:
        # The mode above only counts for a new file.
        path.chmod(0o600)
        file.write(secret + "\n")
