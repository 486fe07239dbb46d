"""
The tests on every version that we promise, where that Python is found:

    python -m tests.versions -e py313-wagtail80-django61 -- tests/pages
    python -m tests.versions --oldest -- tests/pages
"""

import shutil
import subprocess
import sys
from pathlib import Path

#: The oldest that we promise, as tox calls it.
OLDEST = "py310-wagtail74-django52"


def interpreters(version: str = "3.1") -> list[str]:
    """Those that pyenv has; tox finds those on the path by itself."""
    kept = Path.home() / ".pyenv" / "versions"
    return [str(path) for path in sorted(kept.glob(f"{version}*/bin/python"))]


def main(arguments: list[str]) -> int:
    command = [sys.executable, "-m", "tox", "run"]
    if arguments[:1] == ["--oldest"]:
        if not (interpreters("3.10.") or shutil.which("python3.10")):
            print("Python 3.10 was not found, so the oldest versions were not run.")
            return 0
        arguments = ["-q", "-e", OLDEST, *arguments[1:]]
    if found := interpreters():
        command += ["--discover", *found]
    try:
        # Last, as what stands behind two dashes is for pytest.
        return subprocess.call([*command, *arguments])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
