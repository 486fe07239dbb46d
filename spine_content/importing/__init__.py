"""
Importing the pages of an old site as drafts. The way of a document, in order:

``sources`` reads it, ``parsing`` finds out what it says, ``classification`` proposes a
page type, ``building`` makes the draft, ``report`` says what became of it. ``runner``
does all of it in one go, ``steps`` in the admin (``views``, ``preview``, ``admin``).

Nothing is published, nothing is fetched from the network, and nothing is lost in
silence: what is skipped is reported with its reason.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from spine_content.importing.documents import ImportRefused

if TYPE_CHECKING:
    from spine_content.importing.report import Report

__all__ = ["ImportRefused", "run"]


def run(path: Path, parent: Any, user: Any = None, **options: Any) -> "Report":
    """Import ``path`` below ``parent``: see ``runner.run`` for the options."""
    # Only here: a site that imports nothing need not load the parsers.
    from spine_content.importing import runner

    return runner.run(path, parent, user, **options)
