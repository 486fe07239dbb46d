"""Each file beside its outline: pages as clinics have them, one subject each."""

from pathlib import Path

import pytest

from spine_content.importing.documents import Original
from spine_content.importing.outlining import outline
from tests.importing.rendering import rendered

FILES = Path(__file__).parent / "files"
CASES = sorted(FILES.glob("*.html"), key=lambda path: path.name)


def original(path: Path) -> Original:
    html = path.read_text(encoding="utf-8")
    if path.name.endswith(".post.html"):
        return Original(key=path.name, html=html, kind="post", title="A post")
    return Original(key=path.name, html=html, slug=path.stem)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_outline(path: Path) -> None:
    made = outline(original(path), site_titles=["Example Clinic"])
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert rendered(made) == expected
