"""Whole sentences out of what editors typed, with a full stop or without."""

from django.utils.translation import gettext as _

ENDS = tuple(".!?…。！？؟।")


def ended(text: str) -> str:
    """The text with a full stop, unless it ends in a mark of its own."""
    text = text.strip()
    if not text or text.endswith(ENDS):
        return text
    return _("%(sentence)s.") % {"sentence": text}
