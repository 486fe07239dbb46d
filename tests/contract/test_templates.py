"""Templates a site may override: each is used, and each can be read on its own."""

import re

import pytest
from django.template.loader import get_template

from tests.contract.package import TEMPLATES, sources

OURS = sorted(
    path.relative_to(TEMPLATES).as_posix()
    for path in (TEMPLATES / "spine_content").rglob("*.html")
)
TEXTS = sources(".html", ".py")
#: A script of data is run by nobody, so that no policy forbids it.
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+="
    r'|<script(?! type="application/ld\+json">)(?![^>]*\bsrc=)',
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", OURS)
def test_every_template_is_used(name):
    users = [path for path, text in TEXTS.items() if f'"{name}"' in text]
    assert set(users) - {f"templates/{name}"}, f"nothing names {name}"


@pytest.mark.parametrize("name", OURS)
def test_every_template_can_be_compiled(name):
    get_template(name)


@pytest.mark.parametrize("name", [name for name in OURS if "/admin/" not in name])
def test_no_template_holds_inline_code(name):
    assert INLINE.findall((TEMPLATES / name).read_text()) == []


@pytest.mark.parametrize("name", [name for name in OURS if "/components/" in name])
def test_a_component_says_what_it_is_given(name):
    top = TEXTS[f"templates/{name}"].split("<")[0]
    assert "{% comment %}" in top or "{#" in top


def test_one_file_alone_knows_the_base_template_of_the_site():
    knowing = [
        name
        for name in OURS
        if '{% extends "base.html" %}' in TEXTS[f"templates/{name}"]
    ]
    assert knowing == ["spine_content/base.html"]


def test_every_template_that_python_names_is_there():
    named = {
        match
        for path, text in TEXTS.items()
        if path.endswith(".py")
        for match in re.findall(r'"(spine_content/[a-z_/]+\.html)"', text)
    }
    assert named - set(OURS) == set()
