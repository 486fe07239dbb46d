"""Where many pages stand with their reviewers, in as many queries as for one."""

from collections.abc import Sequence
from typing import Any

from spine_content.facts.usage import last_number_changes
from spine_content.reviews.status import Status, statuses


def review_statuses(pages: Sequence[Any]) -> dict[int, Status]:
    """
    The status of each of these pages, as what they are, by key.

    A number counts as changed when it is one of a treatment that the page is about.
    Whether the page shows just this one is told on the page itself.
    """
    return statuses(pages, last_number_changes(pages))
