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

    Pages may point at a draft, so whoever shows one filters by ``live``.
    """

    class Meta:
        abstract = True
