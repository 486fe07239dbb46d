"""Words that claim much and say little, in the languages that somebody has listed."""

from spine_content.quality.claims.finding import LANGUAGES, claims

__all__ = ["LANGUAGES", "claims"]
