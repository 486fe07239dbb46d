"""Collects what is to be translated from the places where visitors read it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

from tests.languages.places import (
    DEMO_TEMPLATES,
    MODULES,
    NOT_TRANSLATED,
    PACKAGE,
    TEMPLATES,
)

TEXT = r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
#: What Django makes of the tags of a template.
CALL = re.compile(rf"\b(_|n?p?gettext)\({TEXT}(?:,\s*{TEXT})?(?:,\s*{TEXT})?")


class Message(NamedTuple):
    """One string; ``plural`` is empty where it has one form, as is ``context``."""

    text: str
    plural: str = ""
    context: str = ""


def public_messages() -> list[Message]:
    """Every string that visitors read, in the order of the places and once each."""
    found = dict.fromkeys(template_messages(TEMPLATES))
    for place, names in MODULES.items():
        for path in files(PACKAGE / place, "*.py"):
            found.update(dict.fromkeys(in_module(path, names)))
    return [message for message in found if message.text not in NOT_TRANSLATED]


def demo_messages() -> list[Message]:
    """What the demo's own templates say beyond what the package says."""
    return list(dict.fromkeys(template_messages(DEMO_TEMPLATES)))


def template_messages(paths: tuple[Path, ...]) -> Iterator[Message]:
    for place in paths:
        for path in files(place, "*.html"):
            yield from in_template(path)


def files(path: Path, pattern: str) -> list[Path]:
    return sorted(path.rglob(pattern)) if path.is_dir() else [path]


def in_template(path: Path) -> Iterator[Message]:
    source = templatize(path.read_text("utf-8"), origin=str(path))
    for name, *texts in CALL.findall(source):
        given = [ast.literal_eval(text) for text in texts if text]
        yield message(name, given)


def in_module(path: Path, names: tuple[str, ...]) -> Iterator[Message]:
    tree = ast.parse(path.read_text("utf-8"))
    wanted = [node for node in ast.walk(tree) if name_of(node) in names]
    missing = set(names) - set(map(name_of, wanted))
    assert not missing, f"{path.name} has no {', '.join(sorted(missing))} any more."
    for root in wanted or [tree]:
        for node in ast.walk(root):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
                name = node.func.id.removesuffix("_lazy")
                # Whatever is given by name is a string somewhere else.
                if re.fullmatch("_|n?p?gettext", name) and len(texts) >= needed(name):
                    yield message(name, texts)


def name_of(node: ast.AST) -> str:
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return node.name
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id
    return ""


def needed(name: str) -> int:
    """How many texts a function of gettext takes."""
    return 1 + name.startswith("n") + ("pgettext" in name)


def message(name: str, texts: list[str]) -> Message:
    context = texts.pop(0) if "pgettext" in name else ""
    plural = texts[1] if name.startswith("n") else ""
    return Message(texts[0], plural, context)
