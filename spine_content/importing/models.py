"""What was brought along from an old site: when, by whom, and what became of it."""

import hashlib
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def key_hash(key: str) -> str:
    """By what a document is found again, even after what it is called was erased."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


class ImportRun(models.Model):
    """
    One import of a file or folder below one page.

    ``parent_page_id`` is a plain number: a register must not keep a page from being
    deleted, nor go with it.
    """

    class State(models.TextChoices):
        READING = "reading", _("Being read")
        READY = "ready", _("Waiting for a decision")
        BUILDING = "building", _("Making drafts")
        LINKING = "linking", _("Joining up links")
        FINISHED = "finished", _("Finished")
        STOPPED = "stopped", _("Given up")

    #: States in which nothing more becomes of a run.
    OVER = (State.FINISHED, State.STOPPED)

    started_at = models.DateTimeField(_("begun"), default=timezone.now, db_index=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=8, choices=State.choices, default=State.READING
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by whom"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    source_name = models.CharField(_("file"), max_length=255)
    parent_page_id = models.PositiveIntegerField(_("page above the drafts"))
    parent_title = models.CharField(_("below"), max_length=255)
    #: What is made of documents whose type cannot be told.
    unsure_type = models.CharField(_("if unsure"), max_length=20, blank=True)
    #: The folder of an upload in the private store, until the run ends.
    upload = models.CharField(max_length=64, blank=True, editable=False)
    #: The number of the last document whose links are joined up.
    joined = models.PositiveIntegerField(default=0, editable=False)
    #: What is true of the whole file: ``warnings``, ``left_out`` and ``totals``.
    report = models.JSONField(_("report"), default=dict)

    class Meta:
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.source_name}, {timezone.localtime(self.started_at):%Y-%m-%d}"

    @property
    def is_over(self) -> bool:
        return self.state in self.OVER


class ImportedDocument(models.Model):
    """One document of an import run, and the draft that was made of it."""

    class Outcome(models.TextChoices):
        PLANNED = "planned", _("Not made yet")
        CREATED = "created", _("Draft made")
        UPDATED = "updated", _("Draft brought up to date")
        UNCHANGED = "unchanged", _("Nothing has changed")
        KEPT = "kept", _("Left as it is")
        DELETED = "deleted", _("Deleted since, not made again")
        LEFT_OUT = "left_out", _("Left out")
        FAILED = "failed", _("Could not be made")

    run = models.ForeignKey(
        ImportRun,
        verbose_name=_("import run"),
        on_delete=models.CASCADE,
        related_name="documents",
    )
    position = models.PositiveIntegerField(_("number"))
    key = models.TextField(_("where it was found"), blank=True)
    key_hash = models.CharField(max_length=64, db_index=True)
    #: The document that it stood below, until its page has its place in the tree.
    parent_key_hash = models.CharField(max_length=64, blank=True)
    #: What the source was like in this run …
    digest = models.CharField(max_length=64)
    #: … and when the draft was last made of it.
    built_digest = models.CharField(max_length=64, blank=True)
    title = models.TextField(_("title"), blank=True)
    kind = models.CharField(max_length=20, default="file")
    address = models.TextField(_("old address"), blank=True)
    #: Of the old site, for the record: never the author or date of the page.
    author = models.TextField(_("author there"), blank=True)
    published_at = models.DateTimeField(_("published there"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed there"), null=True, blank=True)
    status = models.CharField(_("state there"), max_length=40, blank=True)
    categories = models.JSONField(_("categories there"), default=list)

    proposed_type = models.CharField(_("proposed type"), max_length=20)
    reasons = models.JSONField(_("why"), default=list)
    #: The type that somebody chose, or that was made.
    page_type = models.CharField(_("type"), max_length=20, blank=True)
    #: What was to be expected when the file was read; nothing is decided by it.
    outlook = models.CharField(max_length=9, blank=True)
    #: Somebody wants a page again that was deleted after an earlier run.
    again = models.BooleanField(default=False)
    headings = models.JSONField(_("sections"), default=list)

    outcome = models.CharField(
        _("what became of it"),
        max_length=9,
        choices=Outcome.choices,
        default=Outcome.PLANNED,
        db_index=True,
    )
    page_id = models.PositiveIntegerField(_("page"), null=True, db_index=True)
    #: The revision that we made: as long as it is the latest, nobody touched the draft.
    revision_id = models.PositiveBigIntegerField(null=True)
    redirect_id = models.PositiveBigIntegerField(null=True)
    #: Links to documents of the old site that no page was known for yet.
    open_links = models.JSONField(default=list)
    #: How many headings, paragraphs, links … there were, and how many the draft has.
    found = models.JSONField(_("found"), default=dict)
    made = models.JSONField(_("made"), default=dict)
    #: Where each section went, in sentences.
    placed = models.JSONField(_("where it went"), default=list)
    warnings = models.JSONField(_("warnings"), default=list)
    left_out = models.JSONField(_("left out"), default=list)
    missing = models.JSONField(_("still to fill in"), default=list)
    has_warnings = models.BooleanField(_("has warnings"), default=False)

    class Meta:
        verbose_name = _("imported document")
        verbose_name_plural = _("imported documents")
        ordering = ["run", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "key_hash"], name="spine_one_line_per_document"
            )
        ]

    def __str__(self) -> str:
        return self.title or self.key or str(_("Erased"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.has_warnings = bool(self.warnings or self.left_out)
        super().save(*args, **kwargs)
