import csv
import io

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from spine_content.importing.documents import Skipped
from tests import content
from tests.admin.people import RIGHTS, answer, browser
from tests.importing.samples import lines, parsed_document, run_of, source_document

pytestmark = pytest.mark.django_db

LIST = "/admin/clinic-registers/imports/"

ANSWERS = {
    #                     anonymous stranger viewer officer superuser
    "": "                 login     refused  ok      ok      ok",
    "?state=finished": "  login     refused  ok      ok      ok",
    "?export=csv": "      login     refused  refused ok      ok",
    "inspect/{pk}/": "    login     refused  ok      ok      ok",
    "history/{pk}/": "    login     refused  ok      ok      ok",
    "create/": "          login     refused  refused refused refused",
    "edit/{pk}/": "       login     refused  refused refused refused",
    "delete/{pk}/": "     login     refused  refused refused refused",
    "inspect/999/": "     login     refused  404     404     404",
}


@pytest.fixture
def run():
    user = get_user_model().objects.create_superuser("anna")
    parsed = parsed_document(
        "Old page", skipped=[Skipped("script", "alert", "It is code.")]
    )
    return run_of((source_document(), parsed), user=user, name="=old.zip")


def html(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize("place", range(len(RIGHTS)), ids=RIGHTS)
def test_the_register_is_read_by_those_with_the_right_and_changed_by_nobody(place, run):
    client = browser(list(RIGHTS)[place], "importrun")
    expected = {path: answers.split()[place] for path, answers in ANSWERS.items()}
    found = {path: answer(client, LIST + path.format(pk=run.pk)) for path in expected}
    assert found == expected


def test_one_run_shows_each_document_with_what_became_of_it(run):
    client = browser("viewer", "importrun")
    page = html(client, f"{LIST}inspect/{run.pk}/")
    (line,) = lines(run)
    assert "Old page" in page
    assert "It is code." in page
    assert "Draft made" in page
    assert line.missing[0] in page
    # Somebody who may only read the register is led to no form.
    assert f"/admin/pages/{line.page_id}/edit/" not in page
    assert f"/admin/pages/{line.page_id}/edit/" in html(
        browser("superuser"), f"{LIST}inspect/{run.pk}/"
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=finished", True),
        ("state=reading", False),
        ("warnings=yes", True),
        ("warnings=no", False),
        ("user={user}", True),
        ("user=0", True),
        ("run__user__password__startswith=p", True),
    ],
)
def test_runs_are_found_by_state_user_and_warnings(query, found, run):
    page = html(
        browser("viewer", "importrun"), f"{LIST}?{query.format(user=run.user_id)}"
    )
    assert (f"{LIST}inspect/{run.pk}/" in page) is found


def test_an_export_runs_no_formula(run):
    answer = browser("officer", "importrun").get(f"{LIST}?export=csv")
    (row,) = csv.DictReader(io.StringIO(answer.getvalue().decode()))
    assert row["File"] == "'=old.zip"
    assert row["Drafts"] == "1"
    assert row["To look at"] == "1"


def test_the_list_costs_the_same_however_many_runs_there_are(
    run, django_assert_num_queries
):
    client = browser("viewer", "importrun")
    client.get(LIST)
    with django_assert_num_queries(15) as few:
        client.get(LIST)
    for number in range(5):
        run_of(
            (source_document(f"{number}.html"), parsed_document()), name=f"{number}.zip"
        )
    with django_assert_num_queries(len(few)):
        client.get(LIST)


def test_nobody_is_offered_a_right_that_does_nothing():
    page = html(browser("superuser"), "/admin/groups/new/")
    rights = Permission.objects.filter(content_type__model="importrun")
    offered = {right.codename for right in rights if f'value="{right.pk}"' in page}
    assert offered == {"view_importrun", "change_importrun"}


def test_a_run_outlives_its_pages(run):
    for page in content.home().get_children():
        page.specific.delete()
    page = html(browser("superuser"), f"{LIST}inspect/{run.pk}/")
    assert "deleted since" in page
