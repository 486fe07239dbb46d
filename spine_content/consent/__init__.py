from spine_content.consent.approval import record_approval
from spine_content.consent.expiry import expire, restore_pictures
from spine_content.consent.gate import (
    blockers,
    may_show,
    only_showable,
    stories_are_on,
    story_models,
)
from spine_content.consent.reminders import remind
from spine_content.consent.terms import renew
from spine_content.consent.withdrawal import plan, withdraw

__all__ = [
    "blockers",
    "expire",
    "may_show",
    "only_showable",
    "plan",
    "record_approval",
    "remind",
    "renew",
    "restore_pictures",
    "stories_are_on",
    "story_models",
    "withdraw",
]
