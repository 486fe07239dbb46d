"""What a developer writes who has Wagtail and nothing else."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page


class AbstractBarePage(Page):
    """Rich text blocks with one picture."""

    image = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField([("rich_text", RichTextBlock())])

    content_panels = [*Page.content_panels, FieldPanel("image"), FieldPanel("body")]

    class Meta:
        abstract = True


class BarePage(AbstractBarePage):
    """A page of an article."""


class BareListing(AbstractBarePage):
    """The same with the first twenty pages below it."""

    def listed(self):
        return self.get_children().live().public().specific()[:20]
