"""What the checks say about some words, without a page."""

from spine_content.quality import Passage, Place, Subject, appraise

HERE = Place("body", "Body", "b1")


def passage(text, **kinds):
    return Passage(text, HERE, **kinds)


def advice(*texts, language="en", kind="procedure", **told):
    passages = [passage(text) if isinstance(text, str) else text for text in texts]
    return appraise(Subject(kind, language, passages, **told)).advice


def keys(*texts, **told):
    return [each.key for each in advice(*texts, **told)]
