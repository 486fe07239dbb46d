"""Forms and their fields: they do not work without the site that they belong to."""

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.markup import attribute, words
from spine_content.importing.outlining.walker import Walker

#: A form with more letters, or with a heading, is a whole page in a form: ASP.NET
#: makes every page so.
LONG = 1500


def form(walker: Walker, tag: Tag) -> None:
    walker.flush()
    text = words(tag)
    if len(text) > LONG or tag.find(("h1", "h2", "main", "article")) is not None:
        walker.walk(tag)
    else:
        walker.leave("form", text or attribute(tag, "action") or _("A form"), _reason())
    walker.flush()


def field(walker: Walker, tag: Tag) -> None:
    if attribute(tag, "type") == "hidden":
        return
    text = words(tag)
    name = (
        text
        or attribute(tag, "value")
        or attribute(tag, "placeholder")
        or attribute(tag, "name")
        or tag.name
    )
    walker.leave("field", name, _reason(), text)


def _reason() -> str:
    return _("A form of the old site does not work in the new one.")


def button(walker: Walker, tag: Tag) -> None:
    text = words(tag)
    if text:
        walker.leave("button", text, _("A button of the old site does nothing here."))
