"""
The tests on every version that we promise, where that Python is found:

    python -m tests.versions -e py313-wagtail80-django61 -- tests/pages
    python -m tests.versions --oldest -- tests/pages

--oldest and --newest are the corners of what is promised.
"""

import shutil
import subprocess
import sys
from pathlib import Path

#: As tox calls them.
CORNERS = {
    "--oldest": "py310-wagtail74-django52",
    "--newest": "py313-wagtail80-django61",
}


def interpreters(version: str = "3.1") -> list[str]:
    """Those that pyenv has; tox finds those on the path by itself."""
    pyenv_versions = Path.home() / ".pyenv" / "versions"
    return [str(path) for path in sorted(pyenv_versions.glob(f"{version}*/bin/python"))]


def has(corner: str) -> bool:
    """Whether its Python is found."""
    version = f"3.{CORNERS[corner][3:5]}"
    return bool(interpreters(f"{version}.") or shutil.which(f"python{version}"))


def main(arguments: list[str]) -> int:
    command = [sys.executable, "-m", "tox", "run"]
    if (corner := arguments[0] if arguments else "") in CORNERS:
        if not has(corner):
            print(f"The Python of {CORNERS[corner]} was not found: it was not run.")
            return 0
        arguments = ["-q", "-e", CORNERS[corner], *arguments[1:]]
    if found := interpreters():
        command += ["--discover", *found]
    try:
        # Last, as what stands behind two dashes is for pytest.
        return subprocess.call([*command, *arguments])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
