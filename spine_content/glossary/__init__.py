"""
Words in rich text whose meaning the page explains, where they are first used.

Those of the glossary are found by themselves; an editor may also mark a word and pick
its term, and rich text keeps the term's id alone, so a meaning that is put right is
right on every page. Readers get a link to the list of words at the foot of the page:
it works by touch, by keyboard and without JavaScript; with it, the meaning opens beside
the word.
"""

from spine_content.glossary.explain import (
    Explainer,
    Vocabulary,
    explain_first_use,
    first_only,
)
from spine_content.glossary.links import LINK_TYPE, TermLinkHandler

__all__ = [
    "LINK_TYPE",
    "Explainer",
    "TermLinkHandler",
    "Vocabulary",
    "explain_first_use",
    "first_only",
]
