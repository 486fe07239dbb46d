from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from spine_content.clinic.phones import COUNTRIES


class ClinicSettingsForm(WagtailAdminModelForm):
    """Offers the numbers of a country, and records who has checked them."""

    numbers_checked = forms.BooleanField(
        label=gettext_lazy("I have checked the emergency numbers"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["numbers_checked"].help_text = self._numbers_help_text()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        filled_in = self._fill_in_country(cleaned)
        if cleaned.get("numbers_checked"):
            if filled_in:
                # Nobody can have checked what was not on the screen.
                self.add_error(
                    "numbers_checked",
                    _(
                        "Save first without this tick: the numbers of the country are "
                        "then filled in. Look at them, and tick."
                    ),
                )
            elif not cleaned.get("emergency_phone"):
                self.add_error("emergency_phone", _("Enter the number first."))
        return cleaned

    def save(self, commit: bool = True) -> Any:
        clinic = self.instance
        if self.cleaned_data.get("numbers_checked"):
            clinic.numbers_checked_on = timezone.localdate()
            clinic.numbers_checked_by = self.for_user
            clinic.checked_numbers = clinic.emergency_numbers()
        return super().save(commit)

    def _fill_in_country(self, cleaned: dict[str, Any]) -> bool:
        """Put in what is known of a country just chosen, where nothing was typed."""
        country = COUNTRIES.get(cleaned.get("country", ""))
        if country is None or "country" not in self.changed_data:
            return False
        known = {
            "emergency_phone": country.emergency,
            "emergency_relay": country.relay,
            "urgent_phone": country.urgent,
        }
        empty = {
            name: number
            for name, number in known.items()
            if number and cleaned.get(name) == ""
        }
        cleaned.update(empty)
        return bool(empty)

    def _numbers_help_text(self) -> str:
        clinic = self.instance
        if clinic.numbers_are_checked:
            return _("Checked on %(day)s by %(person)s: %(numbers)s.") % {
                "day": date_format(clinic.numbers_checked_on),
                "person": clinic.numbers_checked_by or _("somebody who has left"),
                "numbers": clinic.checked_numbers,
            }
        return _(
            "Nobody has checked them as they are now. Recovery guides can be published "
            "only when somebody has."
        )
