"""The numbers of a site: offered by country, checked once by somebody, and kept."""

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data

from spine_content.models import ClinicSettings
from tests import content
from tests.forms import stream
from tests.reading import soup, words

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/settings/spine_content/clinicsettings/"
TYPED = (
    *("clinic_name", "country", "emergency_phone", "emergency_relay"),
    *("urgent_phone", "urgent_hours", "clinic_phone", "clinic_hours", "disclaimer"),
    *("months_high", "months_middle", "months_low"),
)


def saved(admin_client, contacts=(), **values):
    """Sends the form with these values; gives the settings and what is wrong."""
    form = admin_client.get(ADDRESS, follow=True)
    clinic = ClinicSettings.for_site(content.home().get_site())
    clinic.contacts = [*contacts]
    block = ClinicSettings._meta.get_field("contacts").stream_block
    data = {name: getattr(clinic, name) for name in TYPED}
    data |= nested_form_data({"contacts": stream(block, clinic.contacts)})
    response = admin_client.post(form.redirect_chain[-1][0], {**data, **values})
    errors = {} if response.status_code == 302 else response.context["form"].errors
    return ClinicSettings.objects.get(), errors


def state(admin_client):
    """What the form says of the numbers as they are."""
    page = soup(admin_client.get(ADDRESS, follow=True).content)
    return words(page.select_one('[data-contentpath="numbers_checked"]'))


def test_numbers_of_a_country_are_filled_in_where_nothing_was_typed(admin_client):
    clinic, errors = saved(admin_client, country="GB", emergency_phone="112")
    assert errors == {}
    assert clinic.emergency_phone == "112"
    assert (clinic.emergency_relay, clinic.urgent_phone) == ("18000", "111")
    assert clinic.clinic_phone == ""
    assert not clinic.numbers_are_checked


def test_a_number_that_was_taken_out_stays_out_while_the_country_does(admin_client):
    saved(admin_client, country="GB")
    clinic, _errors = saved(admin_client, urgent_phone="")
    assert (clinic.country, clinic.urgent_phone) == ("GB", "")


def test_nobody_can_have_checked_what_was_not_on_the_screen(admin_client):
    clinic, errors = saved(admin_client, country="GB", numbers_checked="on")
    assert list(errors) == ["numbers_checked"]
    assert "Save first without this tick" in errors["numbers_checked"][0]
    assert (clinic.emergency_phone, clinic.numbers_are_checked) == ("", False)


def test_without_a_number_there_is_nothing_to_check(admin_client):
    _clinic, errors = saved(admin_client, numbers_checked="on")
    assert errors == {"emergency_phone": ["Enter the number first."]}


def test_ticking_records_who_checked_the_numbers_and_when(admin_client, admin_user):
    assert "Nobody has checked them as they are now." in state(admin_client)
    clinic, errors = saved(admin_client, emergency_phone="999", numbers_checked="on")
    assert errors == {}
    assert clinic.numbers_are_checked
    assert clinic.numbers_checked_by == admin_user
    assert clinic.numbers_checked_on == timezone.localdate()
    assert f"by {admin_user}: 999." in state(admin_client)


def test_saving_anything_else_keeps_the_record_of_the_check(admin_client):
    saved(admin_client, emergency_phone="999", numbers_checked="on")
    clinic, _errors = saved(admin_client, clinic_name="Hillside")
    assert clinic.numbers_are_checked


@pytest.mark.parametrize(
    "changes", [{"emergency_phone": "112"}, {"emergency_phone": ""}]
)
def test_another_number_has_to_be_checked_anew(changes, admin_client):
    saved(admin_client, emergency_phone="999", numbers_checked="on")
    clinic, errors = saved(admin_client, **changes)
    assert errors == {}
    assert not clinic.numbers_are_checked
    assert "Nobody has checked them as they are now." in state(admin_client)


def test_the_numbers_of_every_language_are_checked(admin_client):
    french = ("contact", {"language": "en-gb", "emergency_phone": "15"})
    clinic, errors = saved(
        admin_client, [french], emergency_phone="999", numbers_checked="on"
    )
    assert errors == {}
    assert clinic.checked_numbers == "999, en-gb: 15"
    assert clinic.in_language("en-gb").numbers_are_checked
    clinic, _errors = saved(admin_client, [])
    assert not clinic.numbers_are_checked


def test_the_record_outlives_whoever_made_it(admin_client):
    saved(admin_client, emergency_phone="999", numbers_checked="on")
    other = get_user_model().objects.create(username="gone")
    ClinicSettings.objects.update(numbers_checked_by=other)
    other.delete()
    assert ClinicSettings.objects.get().numbers_are_checked
    assert "by somebody who has left: 999." in state(admin_client)


@pytest.mark.parametrize("field", ["emergency_phone", "urgent_phone", "clinic_phone"])
def test_what_is_no_number_is_refused_next_to_its_field(field, admin_client):
    clinic, errors = saved(admin_client, **{field: "999 or 112"})
    assert errors == {
        field: ["Enter one telephone number, without words: people dial it by touch."]
    }
    assert getattr(clinic, field) == ""


def test_an_invalid_number_for_another_language_is_refused_too(admin_client):
    wrong = ("contact", {"language": "en-gb", "urgent_phone": "call us"})
    _clinic, errors = saved(admin_client, [wrong])
    assert list(errors) == ["contacts"]
