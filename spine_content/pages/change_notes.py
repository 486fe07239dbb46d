"""Notes for readers about changes. A published note can no longer be edited."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from spine_content.fields import ContentStreamField

KINDS = [
    ("correction", _("Correction")),
    ("evidence", _("New evidence")),
    ("wording", _("Clearer wording")),
]


class ChangeNoteBlock(blocks.StructBlock):
    """What changed on a page, for its readers."""

    #: Publishing fills it in, so it is no part of the text that somebody signs off.
    unread_children = ("published_on",)

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=KINDS,
        default="correction",
        help_text=_("A correction: something was wrong."),
    )
    text = blocks.TextBlock(
        label=_("What changed"),
        max_length=500,
        rows=2,
        help_text=_("What it said, and what it says now."),
    )
    # Never typed: publishing fills it in.
    published_on = blocks.DateBlock(
        label=_("Published on"),
        required=False,
        help_text=_("Filled in when you publish."),
    )

    class Meta:
        icon = "history"
        label = _("Note")
        description = _("What changed, for readers. Once published it stays.")
        label_format = "{kind}: {text}"
        form_layout = BlockGroup(children=["kind", "text"])
        template = "spine_content/blocks/change_note.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "kind": "correction",
            "text": "We wrote that you may drive after two days. It is two weeks.",
        }


NOTES_ARE_FINAL = _(
    "What readers have been told stays as it is: leave every published note alone, and "
    "add another one."
)


class ChangeNotesMixin(models.Model):
    """
    A page with notes on what changed.

    A note with a date in the row of the page has been published: it is part of
    whatever is saved afterwards, on every road.
    """

    if TYPE_CHECKING:  # what every page brings along
        live: bool
        alias_of_id: int | None

    change_notes = ContentStreamField(
        [("change_note", ChangeNoteBlock())],
        verbose_name=_("notes for readers"),
        blank=True,
        help_text=_(
            "Say openly what was wrong, or what is new. A note is dated when you "
            "publish, and stays on the page from then on. Changed numbers are told by "
            "themselves."
        ),
    )

    class Meta:
        abstract = True

    def save(self, clean: bool = True, **kwargs: Any) -> Any:
        named = kwargs.get("update_fields")
        # An alias says what its original says.
        if not self.alias_of_id and (named is None or "change_notes" in named):
            self._set_notes(
                self._with_dates(self._with_published(self._stored_notes()))
            )
        return super().save(clean=clean, **kwargs)  # type: ignore[call-arg]

    def with_content_json(self, content: Any) -> Any:
        # An older revision lacks the notes that were published since.
        page = super().with_content_json(content)  # type: ignore[misc]
        page._set_notes(page._with_published(self._notes()))
        return page

    def has_altered_notes(self) -> bool:
        """Whether a published note is missing, or says something else than it did."""
        now = {raw["id"]: _content(raw) for raw in self._notes()}
        return any(
            now.get(raw["id"]) != _content(raw)
            for raw in _only_published(self._stored_notes())
        )

    def _with_published(self, stored: list[Any]) -> list[Any]:
        public = _only_published(stored)
        known = {raw["id"] for raw in public}
        new = [raw for raw in self._notes() if raw["id"] not in known]
        # Only publishing gives a date.
        return [*public, *(_with_date(raw, None) for raw in new)]

    def _with_dates(self, notes: list[Any]) -> list[Any]:
        today = timezone.localdate().isoformat() if self.live else None
        return [raw if _date(raw) else _with_date(raw, today) for raw in notes]

    def _stored_notes(self) -> list[Any]:
        stored = type(self)._base_manager.filter(pk=self.pk).only("change_notes")
        page = stored.first() if self.pk else None
        return page._notes() if page else []

    def _notes(self) -> list[Any]:
        notes: list[Any] = self.change_notes.get_prep_value()
        return notes

    def _set_notes(self, notes: list[Any]) -> None:
        if notes != self._notes():
            block = self.change_notes.stream_block
            self.change_notes = block.to_python(notes)


def published_notes(page: Any) -> list[Any]:
    """The values of the published notes of a page, the latest first."""
    dated = [block.value for block in page.change_notes if block.value["published_on"]]
    return sorted(dated, key=lambda note: note["published_on"], reverse=True)


def _only_published(notes: list[Any]) -> list[Any]:
    return [raw for raw in notes if _date(raw)]


def _date(raw: Any) -> Any:
    return raw["value"].get("published_on")


def _with_date(raw: Any, day: str | None) -> Any:
    return {**raw, "value": {**raw["value"], "published_on": day}}


def _content(raw: Any) -> tuple[Any, Any]:
    return raw["value"].get("kind"), raw["value"].get("text")
