from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Page,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.snippets.models import register_snippet


class ArticlePage(Page):
    """Has nothing to do with a clinic."""

    body = RichTextField(blank=True)
    content_panels = [*Page.content_panels, "body"]


@register_snippet
class Note(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):
    """A snippet of the site's own."""

    text = models.CharField(max_length=80)
    panels = ["text"]

    def __str__(self):
        return self.text
