"""What a document is called when its site calls every page the same."""

import pytest

from spine_content.importing.documents import SourceDocument
from spine_content.importing.parsing import parse_document, repeated_titles


def page(
    title: str, body: str = "<p>Words.</p>", key: str = "a.html"
) -> SourceDocument:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return SourceDocument(key=key, html=html)


@pytest.mark.parametrize(
    ("titles", "repeated"),
    [
        (["Clinic", "Clinic", "Clinic"], {"Clinic"}),
        (["Knee | Clinic", "Hip | Clinic", "Team &amp; all"], {"Clinic"}),
        (["Clinic – Knee", "Clinic – Hip"], {"Clinic"}),
        (["Knee", "Hip"], set()),
        (["Knee"], set()),
        ([], set()),
    ],
)
def test_what_titles_have_in_common(titles: list[str], repeated: set[str]) -> None:
    assert repeated_titles(page(title) for title in titles) == repeated


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Knee | Clinic", "<p>Words.</p>", "Knee"),
        ("Knee – Ex Clinic Town", "<p>Words.</p>", "Knee"),
        ("Knee – what to expect", "<p>Words.</p>", "Knee – what to expect"),
        ("Knie » Praxis", "<p>Words.</p>", "Knie"),
        ("Site", "<h1>Knee</h1>", "Knee"),
        ("Site", "<h2>Knee</h2><p>Words.</p><h2>Hip</h2>", "Knee"),
        ("Knee", "<h1>Site</h1><p>Words.</p>", "Knee"),
        ("Knee – Site", "<p>Words.</p>", "Knee"),
        ("Site – Knee", "<p>Words.</p>", "Knee"),
        ("A-1 therapy", "<p>Words.</p>", "A-1 therapy"),
        ("Site", "<header><h1>Knee</h1></header><main>Words</main>", "Knee"),
        ("Site", "<nav><h1>Menu</h1></nav><main>Words</main>", "A"),
        ("Site", "<h1><img src='a.png' alt='x'></h1><p><b>Knee</b></p><p>x</p>", "A"),
        ("", "<h1>One</h1><h1>Two</h1>", "One"),
        ("Two", "<h1>One</h1><h1>Two</h1>", "Two"),
        ("Three", "<h1>One</h1><h1>Two</h1>", "Three"),
    ],
)
def test_title(title: str, body: str, expected: str) -> None:
    assert parse_document(page(title, body), site_titles={"Site"}).title == expected
