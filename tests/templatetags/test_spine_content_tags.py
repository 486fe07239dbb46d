import re

import pytest
from django.template import Context, Template
from hypothesis import example, given
from hypothesis import strategies as st

from spine_content.blocks.care import Urgency
from spine_content.clinic.phones import tel_url
from spine_content.models import ClinicSettings


def render(source, **context):
    return Template("{% load spine_content_tags %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("999", "tel:999"),
        ("01632 960 001", "tel:01632960001"),
        ("+44 1632 960-001", "tel:+441632960001"),
        ("*#31#", "tel:*#31#"),
    ],
)
def test_a_number_written_for_people_can_be_dialled(written, dialled):
    assert tel_url(written) == dialled


@given(st.text())
@example('"><script>')
@example("javascript:alert(1)")
def test_nothing_but_a_number_is_ever_dialled(written):
    assert re.fullmatch(r"tel:[0-9+*#]*", tel_url(written))


@pytest.mark.parametrize("urgency", Urgency.values)
def test_a_sign_says_whom_to_call_where_there_is_a_number(urgency):
    text = render("{% urgency_action urgency '111' %}", urgency=urgency)
    assert "111" in text
    assert text.endswith("if you have:")


@pytest.mark.parametrize("urgency", [*Urgency.values, "unheard of", ""])
def test_a_sign_says_what_to_do_without_a_number(urgency):
    text = render("{% urgency_action urgency '' %}", urgency=urgency)
    assert text.endswith("if you have:")
    assert "{" not in text


def test_a_page_without_clinic_settings_has_no_number():
    assert render("{% phone clinic 'urgent' %}") == ""
    clinic = ClinicSettings(urgent_phone="111")
    assert render("{% phone clinic 'urgent' %}", clinic=clinic) == "111"


def test_a_number_is_escaped():
    clinic = ClinicSettings(urgent_phone="<b>111")
    assert render("{% phone clinic 'urgent' %}", clinic=clinic) == "&lt;b&gt;111"


@pytest.mark.parametrize(
    ("urgency", "text"),
    [("emergency", "Emergency"), ("routine", "Non-urgent advice"), ("?", "")],
)
def test_the_urgency_is_said_in_words(urgency, text):
    assert render("{% urgency_words urgency %}", urgency=urgency) == text
