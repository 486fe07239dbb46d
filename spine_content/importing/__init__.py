"""
What a clinic already has, made into drafts: read, outline, classify, build, report.

Nothing is published, nothing is fetched from the network, and nothing is lost in
silence: what is not taken is said, with its reason.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from spine_content.importing.documents import ImportRefused

if TYPE_CHECKING:
    from spine_content.importing.reporting import Report

__all__ = ["ImportRefused", "run"]


def run(path: Path, parent: Any, user: Any = None, **options: Any) -> "Report":
    """Import ``path`` below ``parent``: see ``running.run`` for the options."""
    # Only here: a site that imports nothing need not load what reads and outlines.
    from spine_content.importing import running

    return running.run(path, parent, user, **options)
