import json
from typing import Any

from django.db.models import CASCADE, OneToOneField
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.blocks import StreamValue
from wagtail.blocks.base import BlockWidget
from wagtail.fields import StreamField

from spine_content import conf

#: What Wagtail saves by itself along with a revision, and no reader sees.
BOOKKEEPING_FIELDS = frozenset(
    {
        "draft_title",
        "first_published_at",
        "has_unpublished_changes",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "wagtail_admin_comments",
    }
)


class StreamWidget(BlockWidget):
    """
    The form of a stream, whose definition is made once for all editors.

    Wagtail makes it anew for every form, which takes longer than all the rest of a page
    with many streams.
    """

    @property
    def block_json(self) -> Any:
        return self._definition()[0]

    @property
    def js_context(self) -> Any:
        return self._definition()[1]

    def _definition(self) -> tuple[Any, Any]:
        # Blocks of a site's own may offer choices that change.
        if conf.get("EXTRA_BLOCKS"):
            return super().block_json, super().js_context
        made: dict[Any, tuple[Any, Any]]
        made = self.block_def.__dict__.setdefault("spine_definitions", {})
        # Labels are in the language of the editor, and a default may be today.
        key = (get_language(), timezone.localdate())
        if key not in made:
            # A day that is over is not asked for again.
            todays = {other: made[other] for other in made if other[1] == key[1]}
            made = {**todays, key: (super().block_json, super().js_context)}
            self.block_def.spine_definitions = made
        return made[key]


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

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(
            **{"widget": StreamWidget(self.stream_block), **kwargs}
        )

    def to_python(self, value: Any) -> Any:
        # Inside a migration the field knows no blocks: keep the stored data as it
        # is, or saving the page there would throw its content away.
        if value and not self.stream_block.child_blocks:
            stored = json.loads(value) if isinstance(value, str) else value
            if isinstance(stored, list):
                return StreamValue(self.stream_block, stored, is_lazy=True)
        return super().to_python(value)


def parent_link(model: Any, related_name: str) -> Any:
    """
    The link to a concrete parent model, under a related name that is ours alone.

    Django names it after the class, without its app: a site that has a class of the
    same name could not run beside ours.
    """
    return OneToOneField(
        model,
        on_delete=CASCADE,
        parent_link=True,
        primary_key=True,
        auto_created=True,  # as Django makes it, so that nobody takes it for content
        related_name=related_name,
    )
