"""
The consent of patients to their stories, and everything that follows from it.

``blockers`` says why a story may not be published, ``may_show`` whether visitors may
see it, and ``only_showable`` which of a queryset they may see: all in ``gate.py``.
``record_approval`` keeps the patient's word on a text, ``renew`` a new last day.
``withdraw`` ends a consent and erases what it covered, ``plan`` says what would go;
``expire`` does what is due every night, and ``remind`` tells staff beforehand.
"""

from spine_content.consent.approval import record_approval
from spine_content.consent.expiry import expire, renew, restore_images
from spine_content.consent.gate import (
    ConsentRequired,
    blockers,
    may_show,
    only_showable,
    stories_are_on,
    story_models,
)
from spine_content.consent.reminders import remind
from spine_content.consent.withdrawal import plan, withdraw

__all__ = [
    "ConsentRequired",
    "blockers",
    "expire",
    "may_show",
    "only_showable",
    "plan",
    "record_approval",
    "remind",
    "renew",
    "restore_images",
    "stories_are_on",
    "story_models",
    "withdraw",
]
