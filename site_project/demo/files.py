"""Reads the files of the demo's content, and says which of them is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from django.core.exceptions import FieldDoesNotExist, ValidationError

CONTENT = Path(__file__).parent / "content"
SHAPES = {list: "a list, with a dash before each item", dict: "fields", str: "text"}


class ContentError(Exception):
    """What is wrong in which file, in words for whoever wrote it."""


# The parser in C is ten times as quick, and not everywhere.
class TextLoader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
    """YAML without surprises: every value is text, and no name comes twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[str, Any]:
        names: set[str] = set()
        for name, _value in node.value:
            if name.value in names:
                twice = f"“{name.value}” is there twice"
                raise yaml.MarkedYAMLError(None, None, twice, name.start_mark)
            names.add(name.value)
        return super().construct_mapping(node, deep)


def read(name: str, shape: type = dict) -> Any:
    """What a file says: texts, in lists and under names."""
    with inside(name):
        text = (CONTENT / name).read_text("utf-8")
        # It makes nothing but texts.
        return shaped(yaml.load(text, TextLoader), shape)  # noqa: S506


def entries(name: str) -> Iterator[tuple[str, str, Any]]:
    """Place, key and fields of each entry of a file, or of each file of a folder."""
    if not (CONTENT / name).is_dir():
        for key, fields in read(f"{name}.yaml").items():
            with inside(f"{name}.yaml: {key}"):
                shaped(fields, dict)
            yield f"{name}.yaml: {key}", key, fields
    for path in sorted((CONTENT / name).glob("*.yaml")):
        # A number before the key says where it comes in a list.
        place = f"{name}/{path.name}"
        yield place, path.stem.partition("-")[2], read(place)


def shaped(value: Any, shape: type) -> Any:
    if not isinstance(value, shape):
        raise ContentError(f"this has to be {SHAPES[shape]}")
    return value


@contextmanager
def inside(place: str) -> Iterator[None]:
    """Say where in the content it is that something is wrong."""
    try:
        yield
    except ValidationError as error:
        raise ContentError(f"{place}: {' '.join(error.messages)}") from None
    except KeyError as error:
        raise ContentError(f"{place}: {error} is missing") from None
    except (ContentError, FieldDoesNotExist, OSError, yaml.YAMLError) as error:
        raise ContentError(f"{place}: {error}") from None
