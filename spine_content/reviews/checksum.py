"""Which text exactly somebody signs off: a checksum of everything an object says."""

import json
from collections.abc import Iterable
from typing import Any

from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

from spine_content.blocks.checksum import text_checksum
from spine_content.fields import BOOKKEEPING_FIELDS

#: Fields that are no part of the text.
UNSIGNED_FIELDS = BOOKKEEPING_FIELDS | {
    *("id", "page_ptr", "path", "depth", "numchild", "url_path", "slug"),
    *("content_type", "translation_key", "locale", "alias_of", "owner"),
    *("live", "expired", "show_in_menus", "go_live_at", "expire_at"),
    *("locked", "locked_at", "locked_by", "consent"),
}


def instance_checksum(instance: Any, unsaved: bool = False) -> str:
    """
    The checksum of everything that ``instance`` says, as it is in memory.

    With ``unsaved`` also of what code has changed inside blocks and has not saved yet,
    which may ask the database for what they point at.
    """
    return text_checksum(_texts(instance, unsaved))


def revision_checksum(revision: Any) -> str:
    """The same for what a revision stores, to compare two revisions."""
    model, content = revision.content_type.model_class(), revision.content
    texts = {}
    for name in content.keys() - UNSIGNED_FIELDS - {"pk"}:
        field = _field(model, name)
        value = content[name]
        if isinstance(field, StreamField) and isinstance(value, str):
            value = json.loads(value)
        texts[name] = _typed(field, value)
    return text_checksum(texts)


def _field(model: Any, name: str) -> Any:
    # A model may have lost a field since, and child relations are not fields.
    return next((each for each in _fields(model) if each.name == name), None)


def _fields(model: Any) -> Iterable[Any]:
    return model._meta.concrete_fields if model else ()


def _texts(instance: Any, unsaved: bool) -> dict[str, Any]:
    """Everything that ``instance`` says, by field."""
    texts = {
        field.name: _typed(field, _stored(field, instance, unsaved))
        for field in _fields(type(instance))
        if field.name not in UNSIGNED_FIELDS
    }
    # A page type of a site's own may have lists of its own.
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if name not in UNSIGNED_FIELDS:
            children = getattr(instance, name).all()
            texts[name] = [_texts(child, unsaved) for child in children]
    return texts


def _typed(field: Any, value: Any) -> Any:
    """A stored value as what it is: a stream, HTML, or plain."""
    if isinstance(field, StreamField) and isinstance(value, list):
        return StreamValue(field.stream_block, value, is_lazy=True)
    return RichText(value or "") if isinstance(field, RichTextField) else value


def _stored(field: Any, instance: Any, unsaved: bool) -> Any:
    value = field.value_from_object(instance)
    if not isinstance(value, StreamValue):
        return field.get_prep_value(value)
    # As it was loaded: a block that somebody has looked at since would name every part
    # that it could have.
    raw = list(value.raw_data)
    return _with_changes(value, raw) if unsaved else raw


def _with_changes(stream: StreamValue, raw: list[Any]) -> list[Any]:
    current = stream.get_prep_value()
    untouched = stream.stream_block.to_python(raw)
    # Looking at every block makes it name all parts, as it does when it is saved.
    list(untouched)
    return [
        loaded if before == now else now
        for loaded, before, now in zip(
            raw, untouched.get_prep_value(), current, strict=True
        )
    ]
