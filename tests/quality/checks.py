"""Runs the checks on a few words, without a page."""

from spine_content.quality.page_report import check
from spine_content.quality.types import Location, PageText, Paragraph

LOCATION = Location("body", "Body", "b1")


def paragraph(text, **kinds):
    return Paragraph(text, LOCATION, **kinds)


def advice(*texts, language="en", page_type="procedure", **values):
    paragraphs = [paragraph(text) if isinstance(text, str) else text for text in texts]
    return check(PageText(page_type, language, paragraphs, **values)).advice


def keys(*texts, **values):
    return [each.key for each in advice(*texts, **values)]
