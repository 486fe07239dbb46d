"""Where the sign-off of an object stands, and what its next reviewer has to know."""

from spine_content.reviews.status import DUE_SOON, State, Status, status, statuses

__all__ = ["DUE_SOON", "State", "Status", "status", "statuses"]
