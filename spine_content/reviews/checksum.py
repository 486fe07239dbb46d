"""What exactly somebody signs: a checksum of everything an object says."""

import hashlib
import json
import re
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue

#: What may change without a word on the page being another one.
BOOKKEEPING = frozenset(
    {
        *("id", "page_ptr", "path", "depth", "numchild", "url_path", "slug"),
        *("content_type", "translation_key", "locale", "alias_of", "owner"),
        *("live", "has_unpublished_changes", "expired", "draft_title", "show_in_menus"),
        *("go_live_at", "expire_at", "first_published_at", "last_published_at"),
        *("latest_revision", "latest_revision_created_at", "live_revision"),
        *("locked", "locked_at", "locked_by", "consent"),
    }
)
EMPTY: tuple[Any, ...] = (None, "", [], {})
#: What editors say to each other.
UNREAD_CHILDREN = frozenset({"wagtail_admin_comments"})
#: What the editor in the browser numbers paragraphs with: not a word of it is read.
BLOCK_KEY = re.compile(r'\sdata-block-key="[^"]*"')


def text_checksum(instance: Any, unsaved: bool = False) -> str:
    """
    The same for the same text, wherever it is kept and whoever saved it last.

    With ``unsaved`` also what code has changed inside blocks and has not saved yet,
    which may ask the database for what they point at.
    """
    return _checksum(_text(instance, unsaved))


def content_checksum(content: dict[str, Any]) -> str:
    """The same for what a revision keeps, to set one revision beside another."""
    left_out = {*BOOKKEEPING, *UNREAD_CHILDREN, "pk"}
    told = {name: content[name] for name in content if name not in left_out}
    return _checksum({name: _parsed(value) for name, value in told.items()})


def _checksum(told: dict[str, Any]) -> str:
    plain = _plain(json.loads(json.dumps(told, cls=DjangoJSONEncoder)))
    words = json.dumps(plain, sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()


def _parsed(value: Any) -> Any:
    """A stream is kept as text in a revision."""
    try:
        return json.loads(value) if str(value).startswith("[") else value
    except ValueError:
        return value


def _text(instance: Any, unsaved: bool) -> dict[str, Any]:
    """Everything that ``instance`` says, as it is in memory, by field."""
    fields = [f for f in instance._meta.concrete_fields if f.name not in BOOKKEEPING]
    told = {field.name: _stored(field, instance, unsaved) for field in fields}
    # A page type of a site's own may have lists of its own.
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if name not in UNREAD_CHILDREN:
            children = getattr(instance, name).all()
            told[name] = [_text(child, unsaved) for child in children]
    return told


def _stored(field: Any, instance: Any, unsaved: bool) -> Any:
    value = field.value_from_object(instance)
    if not isinstance(value, StreamValue):
        return field.get_prep_value(value)
    # As it was loaded: a block that somebody has looked at meanwhile would be told with
    # every part that it could have.
    raw = list(value.raw_data)
    return _with_changes(value, raw) if unsaved else raw


def _with_changes(stream: StreamValue, raw: list[Any]) -> list[Any]:
    told = stream.get_prep_value()
    untouched = stream.stream_block.to_python(raw)
    # Looking at every block makes it say all that it says when it is saved.
    list(untouched)
    return [
        loaded if before == now else now
        for loaded, before, now in zip(
            raw, untouched.get_prep_value(), told, strict=True
        )
    ]


def _plain(value: Any) -> Any:
    """``value`` without what changes when nobody has changed a word."""
    if isinstance(value, dict):
        if value.get("type") == "item" and "value" in value:
            # An item of a list, which may also be stored without this wrapping.
            return _plain(value["value"])
        # A part of a stream is numbered anew when it is copied, and dated when it is
        # published. What is empty may be stored or not.
        numbered = "type" in value and "value" in value
        left_out = {"id"} if numbered else {"published_on"}
        told = {k: _plain(v) for k, v in value.items() if k not in left_out}
        return {k: v for k, v in told.items() if v is not False and v not in EMPTY}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return BLOCK_KEY.sub("", value) if isinstance(value, str) else value
