"""Every piece of code that developers are given does what its page says it does."""

import ast
import re
import shlex
from configparser import ConfigParser
from pathlib import Path

import pytest
from django.core.management import get_commands

from spine_content import conf
from tests import run as run_tests
from tests.hosts import plugin

ROOT = Path(__file__).resolve().parent.parent.parent
#: Pages with code for developers.
PAGES = [
    ROOT / "README.md",
    *[
        ROOT / f"docs/{name}.md"
        for name in ("api", "integration", "consent", "deployment")
    ],
]
TEXT = "\n".join(page.read_text() for page in PAGES)
HOSTS = ROOT / "tests/hosts"
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
PYTHON = [code for language, code in BLOCKS if language == "python"]
#: Code that is part of a host, and runs there.
IN_HOSTS = [
    HOSTS / "own_ways/models.py",
    HOSTS / "own_ways/settings.py",
    HOSTS / "visit_before_uninstalling.py",
]


def block(language, part):
    """The one block of a language that contains something."""
    (found,) = [code for name, code in BLOCKS if name == language and part in code]
    return found


def statements(code):
    """What code says, statement by statement, without its documentation."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and ast.get_docstring(node):
            node.body = node.body[1:]
    inner = [n.body for n in tree.body if isinstance(n, ast.FunctionDef)]
    return {ast.unparse(node) for body in [tree.body, *inner] for node in body}


def run(code):
    names = {"__name__": "docs"}
    exec(code, names)  # noqa: S102
    return names


def test_the_one_edit_is_what_the_hosts_make():
    assert run(block("python", "INSTALLED_APPS = ["))["INSTALLED_APPS"] == plugin.PLUGIN


def test_the_settings_are_all_there_with_their_defaults():
    assert run(block("python", "SPINE_CONTENT = {"))["SPINE_CONTENT"] == conf.DEFAULTS


@pytest.mark.parametrize("code", PYTHON, ids=lambda code: code.split("\n")[0])
def test_every_piece_of_python_runs_here_or_in_a_host(code):
    if any(statements(code) <= statements(path.read_text()) for path in IN_HOSTS):
        return
    run(code)


def test_the_blocks_alone_make_a_field():
    field = run(block("python", "body_blocks()"))["body"]
    assert "callout" in field.stream_block.child_blocks


@pytest.mark.parametrize(
    ("language", "part", "path"),
    [
        ("html", '"site.html"', "templates/spine_content/base.html"),
        ("html", "spine_kicker", "templates/own_ways/clinic_procedure_page.html"),
        ("css", "--spine-", "static/own_ways/site.css"),
    ],
)
def test_files_to_write_are_those_of_a_host(language, part, path):
    assert block(language, part) == (HOSTS / "own_ways" / path).read_text()


def test_every_command_exists():
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg")
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for language, code in BLOCKS:
        for line in code.splitlines() if language == "sh" else []:
            match shlex.split(line, comments=True):
                case []:
                    pass
                case ["make", target]:
                    assert target in targets
                case ["pip", "install", name]:
                    assert name == setup["metadata"]["name"]
                case ["python", "manage.py", command, *_]:
                    assert command in get_commands()
                case other:
                    raise AssertionError(f"Nobody checks {other}.")


def test_every_check_is_listed():
    sources = (ROOT / "spine_content/checks").glob("*.py")
    pattern = r"spine_content\.[EW]\d+"
    ours = {each for path in sources for each in re.findall(pattern, path.read_text())}
    assert set(re.findall(pattern, TEXT)) == ours


def test_whatever_the_guide_names_is_there():
    text = (ROOT / "docs/developers-guide.md").read_text()
    named = re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.\w+)?|[a-z_]+\.py)`", text)
    assert len(named) > 30
    package = ROOT / "spine_content"
    inside = (package / "templates", package / "static/spine_content")
    places = (ROOT, package, *inside)
    for name in named:
        assert any((place / name).exists() for place in places), name


def test_what_is_left_off_where_is_said():
    text = (ROOT / "docs/testing.md").read_text()
    (sqlite,) = re.findall(r"^\| tests on SQLite .*$", text, re.MULTILINE)
    (postgresql,) = re.findall(r"^\| tests on PostgreSQL .*$", text, re.MULTILINE)
    assert re.findall(r"`([\w./]+)`", sqlite) == [*run_tests.ON_POSTGRESQL]
    assert re.findall(r"`([\w./]+)`", postgresql) == [*run_tests.ON_SQLITE]
