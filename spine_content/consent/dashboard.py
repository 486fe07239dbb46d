from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from spine_content.consent.reminders import expiring
from spine_content.consent.withdrawal_views import REGISTER, SEE

#: More would push everything else off the page; the register has them all.
SHOWN = 10


class ExpiringConsents(Component):
    """Tells on the first page of the admin which consents run out soon."""

    name = "spine_expiring_consents"
    template_name = "spine_content/admin/expiring_consents.html"
    order = 90

    def __init__(self, consents: list[Any], number: int) -> None:
        self.consents, self.number = consents, number

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        today = timezone.localdate()
        left = [(each.expires_on - today).days for each in self.consents]
        return {
            "consents": list(zip(self.consents, left, strict=True)),
            "number": self.number,
            "index_url_name": f"{REGISTER}_index",
            "inspect_url_name": f"{REGISTER}_inspect",
        }


def panels(user: Any) -> list[Component]:
    """The panel, for those who may see the register, when there is anything to tell."""
    if not any(user.has_perm(right) for right in SEE):
        return []
    consents = expiring()
    shown = list(consents[:SHOWN])
    return [ExpiringConsents(shown, consents.count())] if shown else []
