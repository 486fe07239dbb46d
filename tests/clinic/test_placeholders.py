"""What editors write for a number, wherever they write it, and what readers see."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from spine_content.clinic.placeholders import (
    placeholder_errors,
    placeholder_hints,
    render_placeholders,
)
from spine_content.models import ClinicSettings
from spine_content.pages.models import RecoveryGuidePage, TopicPage
from tests import content
from tests.forms import edit_address, posted
from tests.reading import read, words

CLINIC = ClinicSettings(
    emergency_phone="999", urgent_phone="111", clinic_phone="01632 960 222"
)
TEL = '<a href="tel:{}">{}</a>'


def rendered(html, clinic=CLINIC):
    """What readers see of a text in HTML."""
    page = RecoveryGuidePage(individual_note=html)
    return render_placeholders(page, clinic).individual_note


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Call {emergency}.</p>", f"<p>Call {TEL.format('999', '999')}.</p>"),
        ("{urgent}", TEL.format("111", "111")),
        ("{clinic}", TEL.format("01632960222", "01632 960 222")),
        ("{emergency}{urgent}", TEL.format("999", "999") + TEL.format("111", "111")),
        # In a link there can be no other one.
        ('<a href="/x">Call {urgent}</a>', '<a href="/x">Call 111</a>'),
        ("<p>{emergncy} {} { emergency }</p>", "<p>{emergncy} {} { emergency }</p>"),
        ("<p>{{emergency}}</p>", f"<p>{{{TEL.format('999', '999')}}}</p>"),
        ("<p>No number.</p>", "<p>No number.</p>"),
    ],
)
def test_a_placeholder_becomes_a_number_that_is_dialled_by_touch(html, shown):
    assert rendered(html) == shown


@pytest.mark.parametrize("clinic", [None, ClinicSettings()], ids=["none", "empty"])
@pytest.mark.parametrize(
    ("token", "shown"),
    [
        ("{emergency}", "the emergency number of your country"),
        ("{urgent}", "an urgent advice line"),
        ("{clinic}", "your clinic"),
    ],
)
def test_without_a_number_readers_see_words_instead_of_the_placeholder(
    token, shown, clinic
):
    assert rendered(f"<p>Call {token}.</p>", clinic) == f"<p>Call {shown}.</p>"


def test_a_number_is_escaped_in_html():
    clinic = ClinicSettings(emergency_phone="<b>9</b>")
    assert "<b>" not in rendered("{emergency}", clinic)


def test_placeholders_are_replaced_in_every_field_of_a_page():
    values = {
        "title": "First",
        "start_day": 0,
        "end_day": 1,
        "expect": "<p>{urgent}</p>",
        "do": ["call {clinic}"],
        "dont": ["wait for {emergency}"],
        "medicines": "",
    }
    faq = {"question": "Whom?", "answer": "<p>{urgent}</p>"}
    page = RecoveryGuidePage(
        phases=[("phase", values)],
        questions_to_ask=[("question", "Is it {clinic}?")],
        conflict_statement="Ask {clinic}",
        body=[("rich_text", "<p>{emergency}</p>"), ("faq", {"items": [faq]})],
    )
    shown = render_placeholders(page, CLINIC)
    phase = shown.phases[0].value
    assert 'href="tel:111"' in phase["expect"].source
    assert list(phase["do"]) == ["call 01632 960 222"]
    assert list(phase["dont"]) == ["wait for 999"]
    assert shown.questions_to_ask[0].value == "Is it 01632 960 222?"
    assert shown.conflict_statement == "Ask 01632 960 222"
    body = str(shown.body.get_prep_value())
    assert "tel:999" in body and "tel:111" in body
    assert "{emergency}" not in body and "{urgent}" not in body
    # The page itself is as its editor wrote it, and so is what is saved.
    assert page.phases[0].value["dont"][0] == "wait for {emergency}"
    assert page.conflict_statement == "Ask {clinic}"


def test_a_page_without_placeholders_is_not_copied():
    page = RecoveryGuidePage(individual_note="<p>No number.</p>")
    assert render_placeholders(page, CLINIC) is page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "field", ["title", "seo_title", "search_description", "summary"]
)
def test_placeholders_are_refused_in_fields_that_listings_show(field, admin_client):
    content.checked_numbers()
    page = content.recovery(live=False)
    data = posted(page, "publish", **{field: "Call {emergency} now"})
    errors = admin_client.post(edit_address(page), data).context["form"].errors
    assert errors == {
        field: [
            "{emergency} is not replaced here, as lists show this text too. Move it "
            "into the text of the page."
        ]
    }


@pytest.mark.django_db
def test_a_placeholder_without_a_number_keeps_a_page_from_being_published(admin_client):
    page = content.topic(live=False, body=[content.text("<p>Call {urgent}.</p>")])
    response = admin_client.post(edit_address(page), posted(page, "publish"))
    assert response.context["form"].errors == {
        "body": [
            "There is no number for {urgent} yet. Enter it under “Settings”, “Clinic "
            "settings”."
        ]
    }
    content.checked_numbers(urgent_phone="111")
    response = admin_client.post(edit_address(page), posted(page, "publish"))
    assert response.status_code == 302


@pytest.mark.django_db
def test_a_page_whose_numbers_are_set_has_no_errors():
    page = content.recovery(individual_note="<p>{urgent} {unknown}</p>")
    ClinicSettings.objects.update(urgent_phone="")
    assert [name for name, _message in placeholder_errors(page)] == ["individual_note"]
    ClinicSettings.objects.update(urgent_phone="111")
    page = RecoveryGuidePage.objects.get()
    assert list(placeholder_errors(page)) == []


@pytest.mark.parametrize(
    ("html", "hint"),
    [
        ("<p>Call 999.</p>", "has 999 typed into it"),
        ("<p>Call <b>911</b> now</p>", "has 911 typed into it"),
        ("<p>Call&nbsp;999.</p>", "has 999 typed into it"),
        ("<p>99</p><p>9</p>", ""),
        ("<p>999, 999</p>", "has 999 typed into it"),
        ("<p>{emergncy}</p>", "has {emergncy} in it"),
        ("<p>{emergency}</p>", ""),
        ("<p>1,000 people, £112, 111 %</p>", ""),
    ],
)
def test_the_editor_gets_a_hint_for_typed_numbers_and_unknown_placeholders(html, hint):
    (*hints,) = placeholder_hints(RecoveryGuidePage(individual_note=html))
    assert len(hints) == bool(hint)
    assert all(hint in each and "Your own team" in each for each in hints)


@pytest.mark.django_db
def test_readers_see_the_number_of_their_language(client, settings):
    settings.LANGUAGE_CODE = "en-gb"
    contact = {"language": "en-gb", "emergency_phone": "112", "clinic_phone": ""}
    content.checked_numbers(contacts=[("contact", contact)], clinic_phone="0123")
    page = content.topic(body=[content.text("<p>{emergency} or {clinic}</p>")])
    shown = read(client, page.url)
    assert "112 or 0123" in words(shown.main)


class AnyText(TestCase):
    @settings(max_examples=60)
    @given(st.text(alphabet="{}<>/ aemrgncyu\"'&;", max_size=60))
    def test_any_text_can_be_shown_and_looked_through(self, text):
        page = TopicPage(condition=text, body=[("rich_text", text)])
        shown = render_placeholders(page, CLINIC)
        assert "{emergency}" not in shown.condition
        list(placeholder_hints(page))
        list(placeholder_errors(page))
