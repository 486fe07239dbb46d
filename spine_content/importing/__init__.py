"""
What a clinic already has, made into drafts: read, outline, classify, build, report.

Nothing is published, nothing is fetched from the network, and nothing is lost in
silence: what is not taken is said, with its reason.
"""

from spine_content.importing.documents import ImportRefused
from spine_content.importing.running import run

__all__ = ["ImportRefused", "run"]
