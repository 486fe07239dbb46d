"""
Runs a host: a small real site in a folder, a database and processes of its own.

What its developer, editors and visitors find is written in the host's ``visit.py``,
which is run by a pytest inside the host.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

HOSTS = Path(__file__).parent
ROOT = HOSTS.parent.parent


class Host:
    """A site in a folder; ``settings`` is the dotted name of its settings."""

    def __init__(self, folder: Path, settings: str, database: str) -> None:
        self.folder = folder
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
        self.environment = {
            **inherited,
            "DJANGO_SETTINGS_MODULE": settings,
            "HOST_DATABASE_URL": database,
            "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=240,
        )

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "django", *arguments)

    def visit(self, visits: Path) -> None:
        """Migrates the site and runs the tests in ``visits`` inside it."""
        before = _migrations()
        done = self.run(
            *("-m", "pytest", str(visits), "-q", "-p", "no:django"),
            *("-p", "tests.hosts.visiting", "-p", "no:cacheprovider", "-p", "no:xdist"),
            *("-c", os.devnull, "--rootdir", str(self.folder), "--tb", "short"),
            *("-W", "ignore"),
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert _migrations() == before, "A migration was written into the package."


@contextmanager
def unpacked(name: str, into: Path) -> Iterator[Host]:
    """The host that is kept in ``tests/hosts/<name>``, in a place of its own."""
    shutil.copytree(
        HOSTS / name, into / name, ignore=shutil.ignore_patterns("__pycache__")
    )
    with database(into) as url:
        yield Host(into, f"{name}.settings", url)


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """The address of an empty database beside the one that the tests use."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith(("postgres", "psql", "pgsql")):
        yield f"sqlite:///{folder / 'db.sqlite3'}"
        return
    import psycopg

    name = f"host_{folder.name}_{os.getpid()}".replace("-", "_")[:60]
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlsplit(address)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _migrations() -> set[Path]:
    return set((ROOT / "spine_content").rglob("migrations/*.py"))
