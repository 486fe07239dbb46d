"""The files of the demo's content: a writer who made a mistake is told where."""

import shutil

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from site_project.demo import files
from site_project.demo.fields import Reader
from site_project.demo.files import CONTENT, ContentError, inside, read
from spine_content.models import Person, Source, Treatment
from spine_content.pages.models import ProcedurePage

FACT = {"measure": "leak", "numerator": "3", "denominator": "9"}
WRONG = [
    # Fields
    ({"sumary": "x"}, "sumary: ProcedurePage has no field named"),
    ({"summary": ["x"]}, "summary: this has to be text"),
    ({"title": ""}, "title: This field cannot be blank."),
    ({"procedure_type": "big"}, "procedure_type: Value 'big' is not a valid choice."),
    ({"treatment": "cement"}, "treatment: “cement” is not known, only vertebroplasty"),
    ({"image": "spin"}, "image: “spin” is not known, only spine"),
    # Links
    ({"scope_note": "[a](page:b)"}, "scope_note: “b” is not known, only care"),
    ({"scope_note": "[a](term:b)"}, "scope_note: “b” is not known, only "),
    # Blocks
    (
        {"body": "Only text"},
        "body: this has to be a list, with a dash before each item",
    ),
    ({"body": ["Only text"]}, "body: this has to be fields"),
    ({"body": [{"fact": "x"}]}, "body: 1 fact: “fact” is not known, only rich_text"),
    (
        {"body": [{"callout": {}, "quote": {}}]},
        "body: a dash is missing in item 1",
    ),
    (
        {"body": [{"rich_text": "x"}, {"callout": {"titel": "x"}}]},
        "body: 2 callout: “titel” is not known, only title, text",
    ),
    (
        {"body": [{"callout": {"title": "x"}}]},
        "body: 1 callout: text: This field is required.",
    ),
    (
        {"body": [{"care_card": {"urgency": "soon", "heading": "x", "text": "x"}}]},
        "body: 1 care_card: urgency: Select a valid choice.",
    ),
    ({"authors": ["nobody"]}, "authors: 1 person: “nobody” is not known, only nurse"),
]


@pytest.fixture(autouse=True)
def no_site_of_a_failed_load():
    """The database forgets what was loaded; the cache of addresses does not."""
    yield
    Site.clear_site_root_paths_cache()


@pytest.fixture
def reader() -> Reader:
    reader = Reader()
    reader.known[Page] = {"care": 3}
    reader.known[Treatment] = {"vertebroplasty": 4}
    reader.known[Person] = {"nurse": 5}
    reader.known[Source] = {"nice": 6}
    reader.known[ProcedurePage._meta.get_field("image").related_model] = {"spine": 7}
    reader.alts["spine"] = "The spine"
    return reader


@pytest.mark.parametrize(("told", "words"), WRONG)
def test_what_is_wrong_is_said_with_its_place(reader, told, words):
    with pytest.raises(ContentError) as error, inside("pages/a.yaml"):
        reader.values(ProcedurePage, told)
    assert str(error.value).startswith(f"pages/a.yaml: {words}")


def test_what_is_right_is_stored_as_its_form_would_store_it(reader):
    values = reader.values(
        ProcedurePage,
        {
            "title": "Two\n  lines",
            "image": "spine",
            "scope_note": "## Yes & **no**\n\n- one\n  more\n- [two](page:care)\n\nEnd",
        },
    )
    assert values == {
        "title": "Two lines",
        "image_id": 7,
        "image_alt": "The spine",
        "scope_note": "<h2>Yes &amp; <b>no</b></h2><ul><li>one more</li>"
        '<li><a linktype="page" id="3">two</a></li></ul><p>End</p>',
    }


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the content, which a test may spoil."""
    shutil.copytree(CONTENT, tmp_path / "content")
    monkeypatch.setattr(files, "CONTENT", tmp_path / "content")
    return tmp_path / "content"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: b\na: c\n", "“a” is there twice"),
        ("a: b: c\n", "mapping values are not allowed"),
        ("a: [b\n", "expected"),
        ("a: \x07\n", "control characters are not allowed"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(copied, text, words):
    (copied / "people.yaml").write_text(text)
    with pytest.raises(ContentError, match=words) as error:
        read("people.yaml")
    assert str(error.value).startswith("people.yaml: ")


def test_every_value_is_text_however_it_looks(copied):
    (copied / "people.yaml").write_text("a: no\nb: 2026-01-05\nc: 0.70\nd: 10:00\ne:\n")
    assert read("people.yaml") == {
        "a": "no",
        "b": "2026-01-05",
        "c": "0.70",
        "d": "10:00",
        "e": "",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("pictures.yaml", "spine:", "spin:", r"pictures.yaml: spin: .*spin.png"),
        ("signs.yaml", "source: royal_free", "source: no", "signs.yaml: leg: source"),
        (
            "signs.yaml",
            "leg:",
            "leg: x\nlag:",
            "signs.yaml: leg: this has to be fields",
        ),
        ("sources.yaml", "title: A rand", "x: A rand", "sources.yaml: invest: x: So"),
        ("people.yaml", "name: Jo", "role: Jo", "people.yaml: “role” is there twice"),
        ("people.yaml", "  name: Jo Example\n", "", "people.yaml: nurse: 'name' is mi"),
        ("clinic.yaml", "country: GB", "country: XX", "clinic.yaml: country"),
    ],
)
def test_the_command_says_what_is_wrong(copied, file, old, new, words):
    path = copied / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(CommandError, match=rf"In site_project/demo/content: {words}"):
        call_command("load_demo")
