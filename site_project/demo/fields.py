"""Turns what a file says into what fields and blocks store, as their forms would."""

import json
from collections import defaultdict
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import ForeignKey, Model
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from site_project.demo.files import ContentError, inside, shaped
from site_project.demo.prose import rich
from spine_content.models import GlossaryTerm

#: Never change it: by their ids facts are known again, in every language.
NAMESPACE = UUID("7c0daef6-ebec-4c4f-b546-4f2fc6d30a06")
LINKS = {"page": ("page", Page), "term": ("spine-glossary", GlossaryTerm)}


class Reader:
    """Knows the primary key of everything that the content refers to by a name."""

    def __init__(self) -> None:
        self.known: dict[type[Model], dict[str, Any]] = defaultdict(dict)
        #: What each picture shows, by its name.
        self.alts: dict[str, str] = {}

    def values(self, model: type[Model], data: Any) -> dict[str, Any]:
        """The values of fields, under the names that the model's constructor takes."""
        found = {}
        for name, value in shaped(data, dict).items():
            with inside(name):
                field = model._meta.get_field(name)
                found[field.attname] = self.field(field, value)
                if name == "image":
                    found["image_alt"] = self.alts[value]
        return found

    def field(self, field: Any, value: Any) -> Any:
        if isinstance(field, StreamField):
            stored = self.block(field.stream_block, value, uuid4())
            return json.dumps(stored, cls=DjangoJSONEncoder)
        if isinstance(field, RichTextField):
            return rich(shaped(value, str), self.link)
        if isinstance(field, ForeignKey):
            return self.find(field.related_model, value)
        return field.clean(line(value), None)

    def block(self, block: Any, value: Any, seed: UUID) -> Any:
        """What a block stores. The ids of the blocks inside it come from ``seed``."""
        if isinstance(block, blocks.StreamBlock):
            return self.items(block.child_blocks, value, seed)
        if isinstance(block, blocks.ListBlock):
            return self.items({"item": block.child_block}, value, seed)
        if isinstance(block, ImageBlock):
            image = self.block(block.child_blocks["image"], value, seed)
            return {"image": image, "alt_text": self.alts[value], "decorative": False}
        if isinstance(block, blocks.StructBlock):
            return self.struct(block.child_blocks, shaped(value, dict), seed)
        if isinstance(block, blocks.RichTextBlock):
            return rich(shaped(value, str), self.link)
        if isinstance(block, blocks.ChooserBlock):
            return self.find(block.target_model, value)
        return block.get_prep_value(block.clean(line(value)))

    def items(self, kinds: dict[str, Any], values: Any, seed: UUID) -> list[Any]:
        """The blocks of a list. A kind is named only where there are several."""
        found = []
        for place, value in enumerate(shaped(values, list)):
            identity = uuid5(seed, str(place))
            if isinstance(value, dict) and "id" in value:
                identity = uuid5(NAMESPACE, value["id"])
                value = {name: value[name] for name in value if name != "id"}
            if len(kinds) == 1:
                value = dict.fromkeys(kinds, value)
            if len(shaped(value, dict)) != 1:
                raise ContentError(f"a dash is missing in item {place + 1}")
            ((kind, told),) = value.items()
            with inside(f"{place + 1} {kind}"):
                stored = self.block(chosen(kind, kinds), told, identity)
            found.append({"type": kind, "value": stored, "id": str(identity)})
        return found

    def struct(self, children: Any, fields: Any, seed: UUID) -> dict[str, Any]:
        for name in fields:
            chosen(name, children)
        found = {}
        for name, child in children.items():
            with inside(name):
                if name in fields:
                    found[name] = self.block(child, fields[name], seed)
                else:
                    nothing_typed = child.clean(child.get_default())
                    found[name] = child.get_prep_value(nothing_typed)
        return found

    def find(self, model: Any, name: str) -> Any:
        return chosen(name, self.known[Page if issubclass(model, Page) else model])

    def link(self, address: str) -> str:
        """The attributes of a link, whose page may still have to be made."""
        kind, _, name = address.partition(":")
        key = kind in LINKS and self.find(LINKS[kind][1], name)
        return f'linktype="{LINKS[kind][0]}" id="{key}"' if key else f'href="{address}"'


def line(value: Any) -> str:
    return " ".join(shaped(value, str).split())


def chosen(name: str, known: dict[str, Any]) -> Any:
    if name not in known:
        raise ContentError(f"“{name}” is not known, only {', '.join(known)}")
    return known[name]
