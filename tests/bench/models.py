"""What a developer writes who has Wagtail and nothing else."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import RichTextBlock
from wagtail.fields import RichTextField, StreamField
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


def stream():
    return StreamField([("rich_text", RichTextBlock())], blank=True)


def line():
    return models.CharField(max_length=255, blank=True)


def text():
    return models.TextField(blank=True)


def choice():
    return models.CharField(max_length=1, blank=True, choices=[("a", "A"), ("b", "B")])


def page():
    return models.ForeignKey(
        Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )


def long_form(name, **numbers):
    """
    A bare page with as many fields of each kind as one of ours, and a picture.

    Its body is one of the streams, and the only one that is not empty.
    """
    makers = {
        "stream": stream,
        "line": line,
        "text": text,
        "rich": lambda: RichTextField(blank=True),
        "choice": choice,
        "page": page,
    }
    fields = {
        f"{kind}_{place}": makers[kind]()
        for kind, number in numbers.items()
        for place in range(number - (kind == "stream"))
    }
    panels = [*AbstractBarePage.content_panels, *map(FieldPanel, fields)]
    members = {"__module__": __name__, "content_panels": panels, **fields}
    return type(AbstractBarePage)(name, (AbstractBarePage,), members)


LONG_FORMS = {
    "procedure": long_form(
        "BareProcedure", stream=15, line=3, text=5, rich=4, choice=2, page=1
    ),
    "topic": long_form("BareTopic", stream=9, line=2, text=3, choice=1, page=1),
}
