"""
The tests on every version that we promise, where that Python is found:

    python -m tests.versions -e py313-wagtail80-django61 -- tests/pages
"""

import subprocess
import sys
from pathlib import Path


def interpreters() -> list[str]:
    """Those that pyenv has; tox finds those on the path by itself."""
    kept = Path.home() / ".pyenv" / "versions"
    return [str(path) for path in sorted(kept.glob("3.1*/bin/python"))]


def main(arguments: list[str]) -> int:
    command = [sys.executable, "-m", "tox", "run"]
    if found := interpreters():
        command += ["--discover", *found]
    try:
        # Last, as what stands behind two dashes is for pytest.
        return subprocess.call([*command, *arguments])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
