"""
From a fresh checkout to a running demo or test suite: makes the environment in
`.venv`, then hands over. Standard library only, as nothing is installed yet.
"""

from __future__ import annotations

import configparser
import errno
import hashlib
import importlib.util
import json
import os
import platform
import socket
import subprocess
import sys
from pathlib import Path
from textwrap import shorten

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
LOG = VENV / "install.log"
STAMP = VENV / "complete.json"

NEXT = {
    "demo": (["demo"], ["manage.py", "demo"]),
    "test": (["demo", "test"], ["-m", "tests.run"]),
    "lint": (["demo", "test"], ["-m", "tests.run", "--lint"]),
    "tox": (["demo", "test"], ["-m", "tests.versions"]),
    "lighthouse": (["demo", "test"], ["-m", "tests.lighthouse"]),
    "bench": (["demo", "test"], ["-m", "tests.bench"]),
    "guide": (["demo", "test"], ["-m", "tests.guide.template"]),
    "screenshots": (["demo", "test"], ["-m", "tests.guide.screenshots"]),
    "messages": (["demo", "test"], ["-m", "tests.languages.catalogues"]),
}
SIGNS_OF_NO_NETWORK = (
    "NewConnectionError",
    "NameResolutionError",
    "name resolution",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Network is unreachable",
)


class Stop(Exception):
    """What to tell the person at the terminal, in one sentence."""


def main(verb: str, *arguments: str) -> None:
    extras, command = NEXT[verb]
    if verb == "demo":
        check_port(os.environ.get("PORT") or "8000")
    make_environment(wanted(extras))
    os.chdir(ROOT)
    sys.stdout.flush()
    # -u: whoever reads this through a pipe sees each line when it is said.
    python = [str(VENV_PYTHON), "-u"]
    os.execv(VENV_PYTHON, [*python, *command, *arguments])  # noqa: S606


def check_port(text: str) -> int:
    """The port as a number; stops when the demo could not have it."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Stop(f"PORT is '{text}', but must be a number from 1 to 65535.")
    with socket.socket() as probe:
        # As the server does it, or a port freed a moment ago would count as taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError as error:
            why = (
                "is in use by another program"
                if error.errno == errno.EADDRINUSE
                else f"cannot be used ({error.strerror})"
            )
            raise Stop(
                f"Port {text} {why}: choose another one, such as `make demo PORT=8001`."
            ) from None
    return int(text)


def wanted(extras: list[str]) -> dict[str, object]:
    """What a complete environment has to look like."""
    return {
        "python": f"{platform.python_version()} {sys.base_prefix}",
        # Scripts in an environment name its place: it cannot be moved.
        "root": str(ROOT),
        "requirements": requirements_hash((ROOT / "setup.cfg").read_text("utf-8")),
        "extras": extras,
    }


def requirements_hash(setup_cfg: str) -> str:
    """Changes with what has to be installed, but not with the tools' settings."""
    config = configparser.RawConfigParser()
    config.read_string(setup_cfg)
    sections = [name for name in config.sections() if name.startswith("options")]
    text = repr([(name, config.items(name)) for name in sections])
    return hashlib.sha256(text.encode()).hexdigest()


def read_stamp() -> dict[str, object] | None:
    try:
        return json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def plan(stamp: dict | None, want: dict) -> str:
    """
    The stamp is written last and removed first, so where it is missing, the
    environment may be half made in any way, and is made anew.
    """
    if not stamp or any(stamp.get(key) != want[key] for key in ("python", "root")):
        return "make"
    is_enough = set(want["extras"]) <= set(stamp["extras"])
    if is_enough and stamp["requirements"] == want["requirements"]:
        return "keep"
    return "install"


def make_environment(want: dict) -> None:
    stamp = read_stamp()
    step = plan(stamp, want)
    if step == "keep":
        return
    if step == "make":
        make_venv()
        extras = want["extras"]
    else:
        extras = sorted({*stamp["extras"], *want["extras"]})
        STAMP.unlink()
    install(extras)
    STAMP.write_text(json.dumps({**want, "extras": extras}), "utf-8")
    say("Installed.\n")


def make_venv() -> None:
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise Stop(
            f"Python {platform.python_version()} came without its venv module: "
            "install it, on Debian and Ubuntu with `apt install python3-venv`."
        )
    say(f"Making an environment for Python {platform.python_version()} in .venv...\n")
    result = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        capture_output=True,
        text=True,
    )
    if result.returncode:
        last = (result.stderr or result.stdout).strip().splitlines()[-1:]
        raise Stop(f"The environment .venv could not be made: {' '.join(last)}")


def install(extras: list[str]) -> None:
    names = "Wagtail and the demo" if extras == ["demo"] else "Wagtail and the tests"
    say(f"Installing {names}: one to three minutes, details in .venv/install.log\n  ")
    command = [VENV_PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--no-input", "--progress-bar=off", "-e", f".[{','.join(extras)}]"]
    pip = subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    with pip, LOG.open("w", encoding="utf-8") as log:
        for line in pip.stdout:
            log.write(line)
            if line.startswith("Collecting "):
                say(".")
            if line.startswith("Installing collected"):
                say(" unpacking...")
    say("\n")
    if pip.returncode:
        raise Stop(explain(LOG.read_text("utf-8")))


def explain(log: str) -> str:
    """Why pip failed, from the end of its log: it often recovers from the rest."""
    lines = [line.strip() for line in log.strip().splitlines()[-30:]]
    if any(sign in line for line in lines for sign in SIGNS_OF_NO_NETWORK):
        return (
            "The Python package index could not be reached: check the network and "
            "try again (details in .venv/install.log)."
        )
    errors = [line for line in lines if line.lower().startswith("error")] or lines
    last = "\n  ".join(shorten(line, 160) for line in errors[-2:])
    return f"pip could not install everything (details in .venv/install.log):\n  {last}"


def say(text: str) -> None:
    print(text, end="", flush=True)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Stop as reason:
        sys.exit(str(reason))
    except KeyboardInterrupt:
        sys.exit("\nStopped; the next run starts this step again.")
