"""
Checks the types that JSDoc gives the parts of the visitor's scripts:

    python -m tests.scripts
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JS = ROOT / "spine_content" / "static" / "spine_content" / "js"
PARTS = [JS / "words.js", *sorted(JS.glob("dates/*.js"))]
TYPESCRIPT = "typescript@5.9.3"
FOLDER = Path(sys.prefix) / TYPESCRIPT
COMPILER = FOLDER / "node_modules" / ".bin" / "tsc"
FLAGS = ["--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022"]


def main() -> int:
    npm = shutil.which("npm")
    if npm is None:
        print("npm is not here, so nobody checked the types of the scripts.")
        return 0
    if not COMPILER.exists():
        install = [npm, "install", "--prefix", str(FOLDER), "--no-save", "--no-audit"]
        if subprocess.call([*install, "--no-fund", TYPESCRIPT]):
            print(
                "TypeScript could not be had: nobody checked the types of the scripts."
            )
            return 0
    return subprocess.call([str(COMPILER), *FLAGS, *map(str, PARTS)])


if __name__ == "__main__":
    sys.exit(main())
