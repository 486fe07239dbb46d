"""
The tests on every version that we promise, where that Python is found:

    python -m tests.versions -e py313-wagtail80-django61 -- tests/pages
    python -m tests.versions --corners -- tests/pages
"""

import shutil
import subprocess
import sys
from pathlib import Path

#: The Python, and the environment of tox, of the oldest and of the newest.
CORNERS = {"3.10": "py310-wagtail74-django52", "3.13": "py313-wagtail80-django61"}


def interpreters(version: str = "3.1*") -> list[str]:
    """Those that pyenv has; tox finds those on the path by itself."""
    kept = Path.home() / ".pyenv" / "versions"
    return [str(path) for path in sorted(kept.glob(f"{version}*/bin/python"))]


def corners() -> list[str]:
    found = []
    for version, environment in CORNERS.items():
        if interpreters(f"{version}.") or shutil.which(f"python{version}"):
            found.append(environment)
        else:
            print(f"Python {version} was not found: {environment} was not run.")
    return found


def main(arguments: list[str]) -> int:
    command = [sys.executable, "-m", "tox", "run"]
    if arguments[:1] == ["--corners"]:
        if not (environments := corners()):
            return 0
        arguments = ["-q", "-e", ",".join(environments), *arguments[1:]]
    if found := interpreters():
        command += ["--discover", *found]
    try:
        # Last, as what stands behind two dashes is for pytest.
        return subprocess.call([*command, *arguments])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
