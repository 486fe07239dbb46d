"""How long a sign-off holds: the more harm an old page could do, the shorter."""

import calendar
import datetime
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

#: Months after which nobody should trust a review, as the PIF TICK has it.
MAX_MONTHS = 36


class ReviewTier(models.TextChoices):
    """What could happen if a page of this kind were out of date."""

    HIGH = "high", _("Warning signs and medicines")
    MIDDLE = "middle", _("Procedures, comparisons and facts")
    LOW = "low", _("Everything else")


def review_months_field(label: Any, default: int, help_text: Any) -> Any:
    """A setting for the number of months that a sign-off holds."""
    limits = [MinValueValidator(1), MaxValueValidator(MAX_MONTHS)]
    return models.PositiveSmallIntegerField(
        label, default=default, validators=limits, help_text=help_text
    )


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))
