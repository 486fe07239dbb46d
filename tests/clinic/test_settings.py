import pytest

from spine_content.blocks.care import Urgency
from spine_content.clinic.review_intervals import ReviewTier
from spine_content.models import ClinicSettings

NUMBERS = {
    "emergency_phone": "999",
    "urgent_phone": "111",
    "clinic_phone": "01632 960 222",
}


@pytest.mark.parametrize(
    ("urgency", "number"),
    [
        ("emergency", "999"),
        (Urgency.EMERGENCY, "999"),
        ("urgent", "111"),
        (Urgency.ROUTINE, "01632 960 222"),
        ("unheard of", ""),
        ("", ""),
    ],
)
def test_every_urgency_has_its_own_number(urgency, number):
    assert ClinicSettings(**NUMBERS).phone_for(urgency) == number


@pytest.mark.parametrize("urgency", Urgency)
def test_a_number_that_is_not_set_is_empty(urgency):
    assert ClinicSettings().phone_for(urgency) == ""


@pytest.mark.django_db
def test_a_clinic_enters_its_numbers_in_the_admin(admin_client):
    address = "/admin/settings/spine_content/clinicsettings/"
    form = admin_client.get(address, follow=True)
    months = {f"months_{tier}": "12" for tier in ReviewTier.values}
    data = {**NUMBERS, **months, "disclaimer": "Ask us.", "contacts-count": "0"}
    response = admin_client.post(form.redirect_chain[-1][0], data)
    assert response.status_code == 302
    saved = ClinicSettings.objects.get()
    assert saved.phone_for("emergency") == "999"
    assert saved.disclaimer == "Ask us."


def test_a_new_site_has_a_disclaimer():
    assert "does not replace the advice" in ClinicSettings().disclaimer
