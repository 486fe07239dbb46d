import datetime
from typing import Any

from django.db.models import Case, CharField, Q, TextChoices, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spine_content.models import Consent

SOON = datetime.timedelta(days=60)


class ConsentState(TextChoices):
    """Where a consent stands, in the words that staff read."""

    VALID = "valid", _("Valid")
    EXPIRING = "expiring", _("Expires within 60 days")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    NOT_YET = "not_yet", _("Not yet valid")
    HELD = "held", _("Held back")
    PRIVATE = "private", _("Stays private")


def with_state(consents: Any, at: datetime.datetime | None = None) -> Any:
    """The same consents, each with its ``state`` at ``at`` (now unless given)."""
    day = timezone.localdate(at)
    withdrawn = Q(withdrawn_at__lte=at) if at else Q(withdrawn_at__isnull=False)
    # In the order in which Consent.problem() asks.
    cases = [
        (withdrawn, ConsentState.WITHDRAWN),
        (~Q(subject_kind__in=Consent.PUBLISHABLE), ConsentState.PRIVATE),
        (Q(deceased_hold=True), ConsentState.HELD),
        (Q(given_on__gt=day), ConsentState.NOT_YET),
        (Q(expires_on__lt=day), ConsentState.EXPIRED),
        (Q(expires_on__lte=day + SOON), ConsentState.EXPIRING),
    ]
    whens = [When(test, then=Value(state.value)) for test, state in cases]
    valid = Value(ConsentState.VALID.value)
    return consents.annotate(
        state=Case(*whens, default=valid, output_field=CharField())
    )
