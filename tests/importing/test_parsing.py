"""Each file beside its outline: pages as clinics have them, one subject each."""

from pathlib import Path

import pytest

from spine_content.importing.documents import SourceDocument
from spine_content.importing.parsing import parse_document
from tests.importing.rendering import rendered

FILES = Path(__file__).parent / "files"
CASES = sorted(FILES.glob("*.html"), key=lambda path: path.name)


def source_document(path: Path) -> SourceDocument:
    html = path.read_text(encoding="utf-8")
    if path.name.endswith(".post.html"):
        return SourceDocument(key=path.name, html=html, kind="post", title="A post")
    return SourceDocument(key=path.name, html=html, slug=path.stem)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_outline(path: Path) -> None:
    made = parse_document(source_document(path), site_titles=["Example Clinic"])
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert rendered(made) == expected
