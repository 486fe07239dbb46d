"""Where the parts of the package are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "spine_content"
TEMPLATES = PACKAGE / "templates"
CSS = PACKAGE / "static" / "spine_content" / "css"
JS = PACKAGE / "static" / "spine_content" / "js"
TESTS = ROOT / "tests"


def sources(*endings: str) -> dict[str, str]:
    """The text of every file of the package with such an ending, by its path."""
    return {
        path.relative_to(PACKAGE).as_posix(): path.read_text()
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix in endings
    }
