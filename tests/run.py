"""
Every check there is, one after the other, with a summary at the end:

    python -m tests.run -k consent
    python -m tests.run --lint
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests import versions

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS_RAN = 5
Step = tuple[str, list[str]]
# Not every test has to run on both databases: these parts of tests/ are run on one.
# docs/testing.md says why. `make tox` leaves nothing off on SQLite.
ON_POSTGRESQL = ("hosts", "pages", "reviews", "servers")
ON_SQLITE = (
    "admin",
    "api",
    "consent/test_roads.py",
    "languages",
    "quality/test_report.py",
)


def quick_steps() -> list[Step]:
    folders = [ROOT / "spine_content", ROOT / "templates"]
    templates = sorted(str(path) for top in folders for path in top.rglob("*.html"))
    manage = [sys.executable, "manage.py"]
    return [
        ("Style", ["ruff", "check", "."]),
        ("Format", ["ruff", "format", "--check", "."]),
        ("Templates", ["djhtml", "--check", "--tabwidth", "4", *templates]),
        ("Imports", ["lint-imports", "--no-logo"]),
        ("Types", ["mypy", "spine_content"]),
        ("Scripts", [sys.executable, "-m", "tests.scripts"]),
        (
            "Migrations",
            [*manage, "makemigrations", "--check", "--dry-run"]
            + ["--settings", "site_project.settings"],
        ),
    ]


def test_steps(arguments: list[str]) -> list[Step]:
    pytest = ["pytest", "-n", "2", *arguments]
    left_off = without(ON_POSTGRESQL)
    sqlite = ("Tests on SQLite", [*pytest, "-m", "not browser", *left_off])
    # Tests picked by hand are run on what is installed here.
    if not arguments and versions.has("--newest"):
        sqlite = on("newest", *left_off)
    return [
        sqlite,
        (
            "Tests on PostgreSQL and in the browser",
            [sys.executable, "-m", "tests.postgres", *pytest, *without(ON_SQLITE)],
        ),
        # What visitors meet.
        *([] if arguments else [on("oldest", "tests/pages")]),
    ]


def without(parts: tuple[str, ...]) -> list[str]:
    return [f"--ignore=tests/{part}" for part in parts]


def on(corner: str, *tests: str) -> Step:
    """A step that is run on the newest or the oldest versions that are promised."""
    command = [sys.executable, "-m", "tests.versions", f"--{corner}", "--"]
    return (
        f"Tests on SQLite, on the {corner} versions",
        [*command, *tests, "-q", "-p", "no:cacheprovider"],
    )


def run(step: Step, folder: str, allowed: set[int]) -> bool:
    name, command = step
    print(f"\n== {name}", flush=True)
    start = monotonic()
    code = call(command, folder)
    passed = code in allowed
    verdict = "passed" if passed else "FAILED"
    print(f"   {verdict} in {monotonic() - start:.1f} s", flush=True)
    return passed


def call(command: list[str], folder: str) -> int:
    environment = {
        **os.environ,
        # The tools beside this Python are meant, whether or not it is activated.
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        # Another project's variables must not lead the tests astray.
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": "sqlite://:memory:",
        "DEBUG": "true",
        # Whatever a test leaves behind goes when the run ends.
        "TMPDIR": folder,
    }
    child = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        return child.wait()
    except KeyboardInterrupt:
        # The child heard Ctrl-C as well, and clears up by itself.
        child.wait()
        raise


def main(arguments: list[str]) -> int:
    start = monotonic()
    steps = quick_steps()
    if arguments[:1] != ["--lint"]:
        browser = ("Browser", [sys.executable, "-m", "tests.chromium"])
        steps = [browser, *steps, *test_steps(arguments)]
    # Tests picked by hand may all be of the other kind.
    allowed = {0, NO_TESTS_RAN} if arguments else {0}
    with TemporaryDirectory(prefix="spine-") as folder:
        failed = [step[0] for step in steps if not run(step, folder, allowed)]
    print(f"\n{len(steps)} steps in {monotonic() - start:.0f} s: ", end="")
    print("FAILED: " + ", ".join(failed) if failed else "all passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
