import json
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.fields import StreamField


class ContentStreamField(StreamField):
    """
    A StreamField whose blocks stay out of migrations.

    Sites may add blocks by setting; that must never ask them for a migration.
    """

    def __init__(
        self, block_types: Any = None, use_json_field: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(block_types or [], use_json_field=use_json_field, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs

    def to_python(self, value: Any) -> Any:
        # Inside a migration the field knows no blocks: keep the stored data as it
        # is, or saving the page there would throw its content away.
        if value and not self.stream_block.child_blocks:
            stored = json.loads(value) if isinstance(value, str) else value
            if isinstance(stored, list):
                return StreamValue(self.stream_block, stored, is_lazy=True)
        return super().to_python(value)
