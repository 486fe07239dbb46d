from typing import Any

from django.conf import settings
from django.db import models
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index


class ClinicSnippet(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    index.Indexed,
    models.Model,
):
    """
    Clinical content that is not a page: it has drafts, history, locks and workflow.

    Pages may point at a draft, so code that shows one has to filter by ``live``.
    """

    # Wagtail names the way back after the class, without its app.
    locked_by: Any = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=LockableMixin._meta.get_field("locked_by").verbose_name,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    locked_by.wagtail_reference_index_ignore = True

    class Meta:
        abstract = True


def live_values(stream: Any) -> list[Any]:
    """The published snippets of a stream: one may be a draft or deleted by now."""
    return [block.value for block in stream if block.value and block.value.live]
