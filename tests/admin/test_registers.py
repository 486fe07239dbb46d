import csv
import datetime
import io

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Locale

from spine_content.consent.models import ConsentState
from spine_content.models import Consent
from tests import content
from tests.admin.people import RIGHTS, answer, browser, person

pytestmark = pytest.mark.django_db

LIST = "/admin/clinic-registers/consents/"
SECRET = "HC-SECRET-4711"


@pytest.fixture
def consent():
    return content.consent(subject_ref=SECRET)


def url(action: str, consent: Consent | None = None) -> str:
    args = [consent.pk] if consent else []
    return reverse(f"clinic-registers_consents_modeladmin_{action}", args=args)


def days(number: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=number)


def html(client, address: str) -> str:
    return client.get(address).content.decode()


ANSWERS = {
    #                     anonymous stranger viewer officer superuser
    "": "                 login     refused  ok      ok      ok",
    "?state=valid": "     login     refused  ok      ok      ok",
    "?state=x&photo=yes": "login    refused  ok      ok      ok",
    "?export=csv": "      login     refused  refused ok      ok",
    "?export=xlsx": "     login     refused  refused ok      ok",
    "inspect/{pk}/": "    login     refused  ok      ok      ok",
    "history/{pk}/": "    login     refused  ok      ok      ok",
    "create/": "          login     refused  refused ok      ok",
    "edit/{pk}/": "       login     refused  refused ok      ok",
    "delete/{pk}/": "     login     refused  refused refused refused",
    "inspect/999/": "     login     refused  404     404     404",
    "history/999/": "     login     refused  404     404     404",
    "edit/abc/": "        login     refused  404     404     404",
    "edit/99999999999999999999/": "login refused 404 404     404",
}


@pytest.mark.parametrize("place", range(len(RIGHTS)), ids=RIGHTS)
def test_each_address_is_open_only_to_those_with_the_right(place, consent):
    client = browser(list(RIGHTS)[place])
    expected = {path: answers.split()[place] for path, answers in ANSWERS.items()}
    found = {
        path: answer(client, LIST + path.format(pk=consent.pk)) for path in expected
    }
    assert found == expected


@pytest.mark.parametrize(
    ("who", "shown"), [("stranger", False), ("viewer", True), ("officer", True)]
)
def test_the_menu_names_the_registers_only_to_those_who_may_see_one(who, shown):
    assert ("Clinic registers" in html(browser(who), "/admin/")) is shown


@pytest.mark.parametrize(
    "query",
    [
        "subject_ref__startswith=HC",
        "subject_ref=nothing",
        "taken_by__password__startswith=x",
        "nope=1",
        "given_on__gte=garbage",
        "state=nonsense",
        "state=%00",
        "state=valid&state=%00",
        "photo=maybe",
        "p=abc",
        "p=-1",
        "p=999999999999999999999",
        "o=zzz",
        "o=-1.0",
        "ordering=subject_ref",
        "ordering=zzz",
        "ordering=-covers",
        "q=HC",
        "q=%00",
        "e=1",
        "export=pdf",
        "a=" + "x" * 2000,
    ],
)
def test_an_undeclared_parameter_changes_nothing(query, consent):
    page = html(browser("officer"), f"{LIST}?{query}")
    assert consent.reference in page


def test_unknown_parameters_are_left_out_of_links(consent):
    page = html(browser("officer"), f"{LIST}?nope=1&subject_ref=x&state=valid")
    assert "?photo=yes&amp;state=valid" in page


def test_the_list_says_in_words_where_each_consent_stands():
    content.consent(covers_photo=False, covers_video=False, covers_voice=False)
    content.consent(expires_on=days(60))
    content.consent(expires_on=days(-1))
    content.consent(withdrawn_at=timezone.now())
    content.consent(given_on=days(1))
    content.consent(subject_kind="child")
    content.consent(deceased_hold=True)
    page = html(browser("viewer"), LIST)
    for label in ConsentState.labels:
        assert page.count(f">{label}</span>") == 1
        assert f"{label} (1)" in page
    assert page.count('class="spine-register__row--expired"') == 1
    assert page.count('class="spine-register__row--withdrawn"') == 1
    assert "The text, the real first name, the full real name, an age band" in page


@pytest.mark.parametrize("state", ConsentState.values)
def test_a_state_lists_its_consents_and_no_others(state):
    for changes in (
        {},
        {"expires_on": days(3)},
        {"expires_on": days(-3)},
        {"withdrawn_at": timezone.now()},
        {"given_on": days(3)},
        {"subject_kind": "lacks_capacity"},
        {"deceased_hold": True},
    ):
        content.consent(**changes)
    page = html(browser("viewer"), f"{LIST}?state={state}")
    assert page.count("data-object-pk") == 1
    assert f"spine-state--{state}" in page


def test_states_agree_with_the_gate():
    now = timezone.now()
    moments = (None, now - datetime.timedelta(1), now + datetime.timedelta(1))
    for withdrawn in moments:
        for kind in Consent.SubjectKind.values:
            for given in (-5, 0, 1):
                for last in (-1, 0, 60, 61):
                    content.consent(
                        withdrawn_at=withdrawn,
                        subject_kind=kind,
                        given_on=days(given),
                        expires_on=days(last),
                    )
    fine = {ConsentState.VALID, ConsentState.EXPIRING}
    for each in Consent.objects.with_state(now):
        assert (each.problem(now) is None) == (each.state in fine)


def test_filters_are_counted_among_what_the_others_leave():
    content.consent(covers_photo=True)
    content.consent(covers_photo=False)
    content.consent(covers_photo=True, withdrawn_at=timezone.now())
    page = html(browser("viewer"), f"{LIST}?state=valid")
    assert "Yes (1)" in page
    assert "No (1)" in page
    assert "Withdrawn (1)" in page


def test_no_match_is_said_and_the_way_back_shown(consent):
    page = html(browser("viewer"), f"{LIST}?state=withdrawn")
    assert "No consents match these filters." in page
    assert "Show all" in page


def test_rows_are_sorted_by_a_column_that_is_shown(consent):
    early = content.consent(expires_on=days(5))
    page = html(browser("viewer"), f"{LIST}?ordering=expires_on")
    assert page.index(early.reference) < page.index(consent.reference)
    assert "ordering=-expires_on" in page


def test_a_long_list_has_pages():
    for _each in range(51):
        content.consent()
    first, last = Consent.objects.last(), Consent.objects.first()
    client = browser("viewer")
    assert first.reference not in html(client, LIST)
    assert first.reference in html(client, f"{LIST}?p=2")
    assert last.reference in html(client, LIST)


def test_a_longer_list_takes_no_more_queries(django_assert_max_num_queries):
    client = browser("viewer")
    for _each in range(40):
        content.consent()
    html(client, LIST)
    with django_assert_max_num_queries(14):
        html(client, LIST)


def test_the_reference_to_the_patient_is_on_the_page_of_one_consent_only(consent):
    client = browser("superuser")
    edit = client.post(url("edit", consent), form(subject_ref=SECRET))
    assert edit.status_code == 302
    story = content.story(consent=consent)
    for address in (
        LIST,
        f"{LIST}?export=csv",
        url("history", consent),
        "/admin/reports/site-history/",
        "/admin/spine_consent_chooser/",
        f"/admin/spine_consent_chooser/chosen/{consent.pk}/",
        reverse("wagtailadmin_pages:edit", args=[story.pk]),
        "/admin/",
    ):
        response = client.get(address)
        body = response.getvalue().decode()
        assert response.status_code == 200, address
        assert SECRET not in body, address
    for action in ("inspect", "edit"):
        assert SECRET in html(client, url(action, consent))
    assert SECRET not in str(consent)


def form(**changes) -> dict:
    return {
        "subject_ref": "HC-1",
        "subject_kind": "adult",
        "method": "paper",
        "form_version": "2.1",
        "given_on": "2026-01-05",
        "expires_on": "2028-01-04",
        "scopes": ["text", "photo"],
        "channels": ["website"],
        "languages": [str(Locale.get_default().pk)],
        "withdrawal_explained": "on",
        "public_limits_explained": "on",
        **changes,
    }


def test_an_officer_records_a_consent():
    officer = person("officer")
    client = browser("anonymous")
    client.force_login(officer)
    response = client.post(url("create"), form(taken_by="999"), follow=True)
    consent = Consent.objects.get()
    assert f"Consent &#x27;{consent.reference}&#x27; created." in response.text
    assert consent.taken_by == officer
    assert consent.scopes == {"text", "photo"}
    assert consent.expires_on == datetime.date(2028, 1, 4)
    assert "Created" in html(client, url("history", consent))
    other = browser("superuser")
    other.post(url("edit", consent), form(scopes=["text"]))
    consent.refresh_from_db()
    assert consent.scopes == {"text"}
    assert consent.taken_by == officer


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"scopes": []}, "This field is required."),
        ({"subject_ref": ""}, "This field is required."),
        ({"method": "not_needed"}, "Only a made-up story needs no consent."),
        (
            {"expires_on": "2026-01-04"},
            "The last day must not be before the day it was given.",
        ),
    ],
)
def test_a_consent_that_makes_no_sense_is_refused_in_words(changes, message):
    response = browser("officer").post(url("create"), form(**changes))
    assert message in response.text
    assert not Consent.objects.exists()


def test_a_form_warns_before_unsaved_work_is_lost(consent):
    client = browser("officer")
    for address in (url("create"), url("edit", consent)):
        page = html(client, address)
        assert "data-edit-form" in page
        assert "w-unsaved" in page


def test_pages_say_where_they_are(consent):
    client = browser("officer")
    for action in ("inspect", "edit", "history"):
        page = html(client, url(action, consent))
        assert f'href="{LIST}"' in page
        assert "w-breadcrumb" in page
        assert consent.reference in page


def test_nobody_deletes_a_consent(consent):
    client = browser("superuser")
    client.post(url("delete", consent))
    assert Consent.objects.filter(pk=consent.pk).exists()
    assert url("delete", consent) not in html(client, LIST)
    assert "delete_consent" not in html(client, reverse("wagtailusers_groups:add"))


def test_an_export_keeps_no_and_says_choices_in_words():
    content.consent(covers_photo=False, form_version="=1+1", subject_kind="fictional")
    text = browser("officer").get(f"{LIST}?export=csv").getvalue().decode()
    [row] = csv.DictReader(io.StringIO(text))
    assert row["Photographs"] == "False"
    assert row["Voice"] == "True"
    assert row["State"] == "Valid"
    assert row["Whose story it is"] == "Nobody: the story is made up as an example"
    assert row["Version of the form"] == "'=1+1"
    assert row["Withdrawn"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_text_of_an_export_is_a_formula(start, kind):
    content.consent(form_version=f"{start}cmd|' /C calc'!A0\x0b")
    data = browser("officer").get(f"{LIST}?export={kind}").getvalue()
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    else:
        rows = list(load_workbook(io.BytesIO(data)).active.values)
    assert rows[1][-1].startswith("'")
    assert rows[1][-1].endswith("cmd|' /C calc'!A0")
