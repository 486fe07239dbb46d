import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from spine_content.consent.image_files import storage_holding
from spine_content.importing import uploads
from spine_content.importing.building.placement import page_model
from spine_content.models import ImportRun
from tests import content
from tests.admin.people import RIGHTS, answer, browser, may_edit_pages, person
from tests.importing.old_site import packed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]
IMPORT = "/admin/clinic-import/"


@pytest.fixture
def writer():
    """Somebody who may add and change pages, and no more."""
    users = get_user_model().objects
    user = users.create_user("writer", "writer@example.com", "pw")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    may_edit_pages(user)
    return user


@pytest.fixture
def client(writer):
    client = Client()
    client.force_login(writer)
    return client


def upload(client, data=None, name="old-site.zip", parent=None):
    file = SimpleUploadedFile(name, packed() if data is None else data)
    parent = content.home().pk if parent is None else parent
    return client.post(IMPORT, {"file": file, "parent": parent})


def press(client, address, **posted):
    """Press a button and follow to the page that it leads to."""
    return client.post(address, posted, follow=True)


def ready(client, **kwargs):
    """A run that waits for decisions."""
    address = upload(client, **kwargs).url
    while "preview" not in address:
        address = client.post(address).url
    return ImportRun.objects.latest("pk")


def html(response):
    return re.sub(r"\s+", " ", response.content.decode())


def drafts():
    return {page.title: page.specific for page in page_model().objects.filter(live=0)}


def test_without_any_script_buttons_lead_from_the_file_to_the_drafts(client, writer):
    run = ready(client)
    preview = html(client.get(f"{IMPORT}{run.pk}/preview/"))
    assert "3 documents were read" in preview
    assert "Vertebroplasty" in preview
    lines = {line.title: line for line in run.documents.all()}
    choices = {
        f"type-{lines['Vertebroplasty'].pk}": "procedure",
        f"type-{lines['Our team'].pk}": "leave-out",
        f"type-{lines['After vertebroplasty'].pk}": "recovery",
    }
    page = press(client, f"{IMPORT}{run.pk}/preview/", create="yes", **choices)
    assert "Making drafts" in html(page)
    while "result" not in page.request["PATH_INFO"]:
        page = press(client, f"{IMPORT}{run.pk}/")
    made = drafts()
    assert {title: page.page_type for title, page in made.items()} == {
        "Vertebroplasty": "procedure",
        "After vertebroplasty": "recovery",
    }
    assert {page.owner for page in made.values()} == {writer}
    shown = html(page)
    assert f"/admin/pages/{made['Vertebroplasty'].pk}/edit/" in shown
    assert "Left out" in shown
    assert client.get(f"/admin/pages/{made['Vertebroplasty'].pk}/edit/").status_code


def test_a_script_is_told_how_far_it_is(client):
    address = upload(client).url
    shown = client.post(address, headers={"accept": "application/json"}).json()
    assert shown["next"].endswith("/preview/")


def test_the_report_is_a_file(client):
    run = ready(client)
    press(client, f"{IMPORT}{run.pk}/stop/")
    answer = client.get(f"{IMPORT}{run.pk}/report.json")
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    shown = json.loads(answer.content)
    assert shown["totals"]["outcomes"] == {"left_out": 3}
    assert (
        "Vertebroplasty" in client.get(f"{IMPORT}{run.pk}/report.txt").content.decode()
    )


def test_whoever_gives_up_keeps_nothing(client):
    run = ready(client)
    assert storage_holding(run.upload)
    page = press(client, f"{IMPORT}{run.pk}/stop/")
    assert "Given up" in html(page)
    assert not storage_holding(run.upload)
    assert drafts() == {}


def test_what_is_not_finished_is_offered_again(client):
    run = ready(client)
    assert f"{IMPORT}{run.pk}/" in html(client.get(IMPORT))
    press(client, f"{IMPORT}{run.pk}/stop/")
    assert f"{IMPORT}{run.pk}/" not in html(client.get(IMPORT))


def test_one_choice_for_all_that_nobody_can_tell(client):
    run = ready(client)
    team = run.documents.get(title="Our team")
    assert team.proposed_type == "ask"
    press(client, f"{IMPORT}{run.pk}/preview/", create="yes", unsure="comparison")
    while ImportRun.objects.get(pk=run.pk).state != "finished":
        client.post(f"{IMPORT}{run.pk}/")
    assert drafts()["Our team"].page_type == "comparison"


@pytest.mark.parametrize(
    "posted",
    [
        {"type-{pk}": "no-such-type"},
        {"type-{pk}": ""},
        {"type-99999": "topic"},
        {"unsure": "root"},
        {"go": "\u0663"},
        {"go": "x"},
        {"go": "9999"},
        {},
    ],
)
def test_whatever_is_posted_that_was_not_offered_is_ignored(posted, client):
    run = ready(client)
    line = run.documents.first()
    before = line.page_type, line.outcome, run.unsure_type
    filled = {name.format(pk=line.pk): value for name, value in posted.items()}
    assert press(client, f"{IMPORT}{run.pk}/preview/", **filled).status_code == 200
    run.refresh_from_db()
    line.refresh_from_db()
    assert (line.page_type, line.outcome, run.unsure_type) == before


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [("site.exe", b"MZ", "ends in .html, .zip or .xml"), ("site.html", b"", "empty")],
)
def test_a_file_that_cannot_be_imported_is_refused_in_words(
    name, data, message, client
):
    assert message in html(upload(client, data, name))
    assert ImportRun.objects.count() == 0


def test_a_file_that_is_too_large_is_refused_in_words(client, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_UPLOAD_BYTES", 100)
    assert "larger than 100" in html(upload(client))


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 broken", b"<?xml version='1.0'?><rss>", b"\x00\x01\x02"]
)
def test_a_file_that_is_broken_stops_with_a_sentence(data, client):
    name = "site.zip" if data.startswith(b"PK") else "site.xml"
    address = upload(client, data, name).url
    page = press(client, address)
    assert page.status_code == 200
    run = ImportRun.objects.get()
    assert run.state == "stopped"
    assert run.report["warnings"][0] in page.content.decode().replace("&amp;", "&")


def test_a_page_that_went_meanwhile_stops_the_run(client):
    topic = content.topic()
    run = ready(client, parent=topic.pk)
    press(client, f"{IMPORT}{run.pk}/preview/", create="yes")
    topic.delete()
    page = press(client, f"{IMPORT}{run.pk}/")
    assert "is gone" in html(page)
    assert ImportRun.objects.get().state == "stopped"


def test_a_file_that_went_meanwhile_stops_the_run(client):
    run = ready(client)
    press(client, f"{IMPORT}{run.pk}/preview/", create="yes")
    uploads.delete_upload(run.upload)
    page = press(client, f"{IMPORT}{run.pk}/")
    assert "Upload it again" in html(page)


def test_a_page_below_which_somebody_may_add_nothing_is_no_choice(client):
    root = page_model().objects.get(depth=1)
    assert "Select a valid choice" in html(upload(client, parent=root.pk))


def seen_by(name):
    """A browser of somebody else: an officer writes pages, a viewer sees registers."""
    if name != "officer":
        return browser(f"{name}", "importrun")
    user = person(name, "treatment")
    Group.objects.filter(name="Writers").update(name="Other writers")
    may_edit_pages(user)
    client = Client()
    client.force_login(user)
    return client


ADDRESSES = {
    #              anonymous stranger viewer(of runs) officer superuser
    "":           "login     refused  refused ok      ok",
    "{pk}/":      "login     refused  refused 404     404",
    "{pk}/preview/": "login  refused  refused 404     404",
    "{pk}/result/": "login   refused  refused 404     404",
    "{pk}/report.json": "login 404    ok      404     ok",
    "999/":       "login     refused  refused 404     404",
}  # fmt: skip


@pytest.mark.parametrize("place", range(len(RIGHTS)), ids=RIGHTS)
def test_each_sees_only_what_they_may(place, client):
    run = ready(client)
    name = list(RIGHTS)[place]
    other = seen_by(name)
    found = {each: answer(other, IMPORT + each.format(pk=run.pk)) for each in ADDRESSES}
    expected = {each: answers.split()[place] for each, answers in ADDRESSES.items()}
    assert found == expected


def test_no_step_is_taken_for_a_stranger(client, writer):
    run = ready(client)
    stranger = browser("superuser")
    for address in ("", "preview/", "stop/"):
        assert stranger.post(f"{IMPORT}{run.pk}/{address}").status_code == 404
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(writer)
    assert careful.post(f"{IMPORT}{run.pk}/").status_code == 403


@pytest.mark.parametrize(("may", "shown"), [(True, True), (False, False)])
def test_the_menu_offers_it_only_to_those_who_may_add_pages(may, shown):
    client = seen_by("officer" if may else "stranger")
    assert (IMPORT in html(client.get("/admin/"))) is shown
