"""Programs that run beside a test, and end with it."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list[str], port: int, **options) -> Iterator[int]:
    """A program that listens on a port of this machine."""
    child = subprocess.Popen(command, **options)
    try:
        until = time.monotonic() + PATIENCE
        while not _listens(port):
            assert child.poll() is None, f"{command[0]} ended at once."
            assert time.monotonic() < until, f"{command[0]} does not listen."
            time.sleep(0.1)
        yield port
    finally:
        child.terminate()
        child.wait(PATIENCE)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def redis(folder: Path) -> Iterator[str]:
    """The address of a Redis of its own, which writes nothing down."""
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1"]
    command += ["--save", "", "--appendonly", "no", "--dir", str(folder)]
    with running([_found(command[0]), *command[1:]], port, stdout=subprocess.DEVNULL):
        yield f"redis://127.0.0.1:{port}/0"


def _found(name: str) -> str:
    path = shutil.which(name)
    assert path, f"{name} is not installed."
    return path


@contextmanager
def gunicorn(environment: dict[str, str]) -> Iterator[str]:
    """The address of the demo in a process of its own."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "site_project.wsgi"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", "1"]
    command += ["--log-level", "warning"]
    with running(command, port, cwd=ROOT, env=environment):
        yield f"http://127.0.0.1:{port}"


def manage(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "django", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
