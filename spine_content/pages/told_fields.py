"""What Wagtail's APIs may say of a story: nothing at all unless the gate says so."""

from typing import Any

from rest_framework.fields import Field
from wagtail.api import APIField
from wagtail.fields import StreamField

from spine_content import consent


class ToldField(Field):
    """One field of a story, empty wherever its patient has not agreed to it."""

    def __init__(self, name: str) -> None:
        super().__init__(source="*", read_only=True)
        self.told = name

    def to_representation(self, page: Any) -> Any:
        field = page._meta.get_field(self.told)
        is_stream = isinstance(field, StreamField)
        if not consent.may_show(page, channel="api"):
            return [] if is_stream else ""
        value = getattr(page, self.told)
        return value.stream_block.get_api_representation(value) if is_stream else value


def told(*names: str) -> list[APIField]:
    """``api_fields`` for these fields of a story."""
    return [APIField(name, serializer=ToldField(name)) for name in names]
