"""Numbers and full stops as the reader's language has them."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

SENTENCE_ENDS = tuple(".!?…。！？؟।")


def format_number(number: int | Decimal) -> str:
    """A number with its thousands marked and no zeros that say nothing."""
    if isinstance(number, Decimal):
        number = number.normalize()
    return number_format(number, force_grouping=True)


def plural_number(number: Decimal) -> int:
    """The whole number whose plural form fits. Fractions take that of a few."""
    return int(number) if number == number.to_integral_value() else 2


def with_full_stop(text: str) -> str:
    """The text with a full stop, unless it ends in a mark of its own."""
    text = text.strip()
    if not text or text.endswith(SENTENCE_ENDS):
        return text
    return _("%(sentence)s.") % {"sentence": text}
