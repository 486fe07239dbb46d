from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from spine_content.blocks import body_blocks
from spine_content.fields import ContentStreamField
from spine_content.pages.topic import TopicPageMixin


class HomePage(Page):
    """The front page of the demo site. It borrows the plugin's blocks."""

    intro = models.CharField(max_length=250, blank=True)
    body = ContentStreamField(body_blocks(), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    max_count = 1

    def topics(self) -> Any:
        return self.get_children().live().type(TopicPageMixin)
