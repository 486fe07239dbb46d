"""What exactly somebody signs: a checksum of everything an object says."""

import hashlib
import json
import re
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.models import get_all_child_relations

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
#: What editors say to each other.
UNREAD_CHILDREN = frozenset({"wagtail_admin_comments"})
#: What the editor in the browser numbers paragraphs with: not a word of it is read.
BLOCK_KEY = re.compile(r'\sdata-block-key="[^"]*"')


def text_checksum(instance: Any) -> str:
    """The same for the same text, wherever it is kept and whoever saved it last."""
    told = json.loads(json.dumps(_text(instance), cls=DjangoJSONEncoder))
    plain = json.dumps(_plain(told), sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def _text(instance: Any) -> dict[str, Any]:
    """Everything that ``instance`` says, as it is in memory, by field."""
    fields = [f for f in instance._meta.concrete_fields if f.name not in BOOKKEEPING]
    told = {f.name: f.get_prep_value(f.value_from_object(instance)) for f in fields}
    # A page type of a site's own may have lists of its own.
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if name not in UNREAD_CHILDREN:
            told[name] = [_text(child) for child in getattr(instance, name).all()]
    return told


def _plain(value: Any) -> Any:
    """``value`` without what changes when nobody has changed a word."""
    if isinstance(value, dict):
        # A part of a stream is numbered anew when it is copied, and dated when it is
        # published.
        numbered = "type" in value and "value" in value
        left_out = {"id"} if numbered else {"published_on"}
        return {k: _plain(v) for k, v in value.items() if k not in left_out}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return BLOCK_KEY.sub("", value) if isinstance(value, str) else value
