"""
Gentle help to write plainly and honestly: it advises, says why, and blocks nothing.

Pure functions on plain values: no tables and no requests here.
"""

from spine_content.quality.appraisal import (
    HIGHEST_GRADE,
    HIGHEST_LIX,
    Appraisal,
    Subject,
    appraise,
)
from spine_content.quality.checklist import ITEMS, Answered, Item
from spine_content.quality.readability import ENOUGH_WORDS, Counts, Reading
from spine_content.quality.types import Advice, Known, Passage, Place, Topic

__all__ = [
    "ENOUGH_WORDS",
    "HIGHEST_GRADE",
    "HIGHEST_LIX",
    "ITEMS",
    "Advice",
    "Answered",
    "Appraisal",
    "Counts",
    "Item",
    "Known",
    "Passage",
    "Place",
    "Reading",
    "Subject",
    "Topic",
    "appraise",
]
