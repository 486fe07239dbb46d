"""The report, the home panel, the e-mail and the log: each user sees their own."""

import csv
import datetime
import io

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission

from spine_content.models import ClinicalReview, Source
from spine_content.reviews.report_rows import review_rows
from tests import content
from tests.admin.people import answer, browser
from tests.reading import read, words
from tests.reviews import staff
from tests.reviews.test_status import leak, number_changes

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/clinic-reviews/"
LOG = "/admin/clinic-registers/reviews/"
DAY = datetime.timedelta(days=1)


def due(page, days):
    day = timezone.localdate() + days * DAY
    found = ClinicalReview.objects.filter(object_id=str(page.pk))
    QuerySet.update(found, due_on=day)
    return date_format(day)


def make(name, **changes):
    return staff.signed(content.procedure(live=False, title=name, slug=name, **changes))


@pytest.fixture
def pages():
    """One page in each state, by the state."""
    made = {name: make(name) for name in ("overdue", "soon", "text", "fine")}
    due(made["overdue"], -1)
    due(made["soon"], 5)
    made["text"].title = "text!"
    made["text"].save_revision().publish()
    made["never"] = content.procedure(title="never", slug="never")
    mail.outbox.clear()
    return made


def shown(client, query=""):
    """Words of each row of the report, by title."""
    found = read(client, REPORT + query).select("table.listing tbody tr")
    return {
        words(row.select_one("td.title a, td a")).partition(" (")[0]: words(row)
        for row in found
    }


def pages_only(found):
    return {title: row for title, row in found.items() if title != "Vertebroplasty"}


def test_everything_that_needs_a_review_is_listed_the_most_pressing_first(
    pages, admin_client
):
    found = pages_only(shown(admin_client))
    assert list(found) == ["overdue", "text!", "soon", "never"]
    assert "It was due for review on" in found["overdue"]
    assert "Dr Asha, FRCR" in found["overdue"]
    assert "The text was changed after it was reviewed." in found["text!"]
    assert "It is due for review by" in found["soon"]
    assert "Nobody has reviewed it yet." in found["never"]


CONCERNS = {
    "overdue": ["overdue"],
    "changed": ["text!"],
    "due_soon": ["soon"],
    "never": ["never"],
    "facts": [],
    "sources": [],
}


@pytest.mark.parametrize("concern", CONCERNS)
def test_it_is_filtered_by_reason(concern, pages, admin_client):
    found = pages_only(shown(admin_client, f"?concern={concern}"))
    assert list(found) == CONCERNS[concern]


def test_it_is_filtered_by_type_and_ignores_unknown_values(pages, admin_client):
    assert list(shown(admin_client, "?kind=Treatment")) == ["Vertebroplasty"]
    everything = shown(admin_client)
    for query in ("?kind=x", "?concern=x", "?p=99", "?ordering=x", "?concern=%00"):
        assert admin_client.get(REPORT + query).status_code == 200
    assert shown(admin_client, "?p=1") == everything


def test_a_number_that_changed_after_the_review_is_listed(admin_client):
    content.with_facts(leak())
    make("numbers")
    assert "numbers" not in shown(admin_client)
    number_changes()
    assert "A number of its treatments was changed on" in shown(admin_client)["numbers"]


def test_facts_to_check_and_retracted_sources_are_listed(admin_client):
    today = timezone.localdate()
    content.with_facts(leak(check_by=today))
    Source.objects.update(retracted=True)
    make("sources")
    found = shown(admin_client)
    assert "The source" in found["sources"]
    assert "was retracted" in found["sources"]
    assert "“How often does it leak?” was to be checked by" in found["Vertebroplasty"]
    assert "was retracted" in found["Vertebroplasty"]


ANSWERS = {
    #          anonymous stranger writer  superuser
    REPORT: "  login     refused  ok      ok",
    LOG: "     login     refused  ok      ok",
}


@pytest.mark.parametrize("address", ANSWERS)
def test_each_screen_is_open_only_to_those_with_the_right(address):
    who = {
        "anonymous": browser("anonymous"),
        "stranger": browser("stranger"),
        "writer": staff.at_desk(staff.user("author")),
        "superuser": browser("superuser"),
    }
    found = [answer(client, address) for client in who.values()]
    assert found == ANSWERS[address].split()


def test_an_editor_of_one_section_sees_that_section(pages):
    here = content.topic(title="Here", slug="here")
    mine = content.procedure(here, title="mine", slug="mine")
    account = staff.user("local")
    account.groups.clear()
    group = account.groups.create(name="Local")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=group,
        page=here,
        permission=Permission.objects.get(codename="change_page"),
    )
    client = staff.at_desk(account)
    assert sorted(shown(client)) == ["Here", "mine"]
    exported = client.get(REPORT + "?export=csv").getvalue().decode()
    assert "mine" in exported
    assert "overdue" not in exported.replace("Overdue", "")
    home = client.get("/admin/").content.decode()
    assert "spine-due-reviews" not in home
    assert [row.instance.pk for row in review_rows(account)] == [here.pk, mine.pk]


def test_it_is_exported_and_no_cell_is_a_formula(admin_client):
    staff.reviewer("asha")
    make("plain")
    page = content.procedure(title='=HYPERLINK("x")', slug="formula")
    response = admin_client.get(REPORT + "?export=csv")
    table = list(csv.reader(io.StringIO(response.getvalue().decode())))
    assert table[0][:3] == ["Title", "Type", "Review"]
    assert f"'{page.title}" in [row[0] for row in table]
    response = admin_client.get(REPORT + "?export=xlsx&concern=never")
    sheet = load_workbook(io.BytesIO(response.getvalue())).active
    titles = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert f"'{page.title}" in titles


def cost(client):
    client.get(REPORT)
    with CaptureQueriesContext(connection) as queries:
        client.get(REPORT)
    return len(queries)


def test_the_number_of_queries_does_not_grow_with_the_pages(pages, admin_client):
    before = cost(admin_client)
    for number in range(6):
        make(f"more-{number}")
        content.procedure(slug=f"never-{number}", title=f"never-{number}")
    assert cost(admin_client) == before


def test_the_home_page_of_the_admin_lists_what_is_due(pages, admin_client):
    panel = read(admin_client, "/admin/").select_one("#spine-due-reviews-content")
    lines = [words(each).partition(":")[0] for each in panel.select("li")]
    assert lines == ["overdue", "soon"]


def digest(*arguments):
    out = io.StringIO()
    call_command("review_digest", *arguments, stdout=out)
    return out.getvalue()


def test_the_digest_goes_to_reviewers_and_owners(pages):
    owner = staff.user("owner")
    page = pages["never"]
    page.owner = owner
    page.save()
    printed = digest()
    assert printed == "Sent 2 e-mails.\n"
    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert set(letters) == {"asha@example.com", "owner@example.com"}
    whole, own = letters["asha@example.com"].body, letters["owner@example.com"].body
    for name in ("overdue", "text!", "soon", "never"):
        assert f"{name} (Procedure)" in whole
    assert "never (Procedure)" in own
    assert "overdue (Procedure)" not in own
    assert f"http://testserver/admin/pages/{page.pk}/edit/" in own


def test_a_dry_run_sends_nothing_and_shows_everything(pages):
    printed = digest("--dry-run")
    assert mail.outbox == []
    assert "To asha@example.com:" in printed
    assert "overdue (Procedure): It was due for review on" in printed


def test_the_command_can_fail_when_a_review_is_overdue(pages):
    with pytest.raises(CommandError, match="overdue") as error:
        digest("--dry-run", "--fail-on-overdue")
    assert error.value.returncode == 1
    due(pages["overdue"], 100)
    digest("--dry-run", "--fail-on-overdue")


def test_no_email_is_sent_when_no_review_is_due():
    staff.signed(content.procedure(live=False))
    staff.signed(content.treatment())
    mail.outbox.clear()
    assert digest() == "Sent 0 e-mails.\n"


def test_the_log_cannot_be_changed(pages):
    client = staff.at_desk(staff.user("author"))
    table = read(client, LOG).select("table.listing tbody tr")
    assert len(table) == 4
    assert "Dr Asha" in words(table[0])
    review = ClinicalReview.objects.first()
    inspected = words(read(client, f"{LOG}inspect/{review.pk}/"))
    assert review.checksum in inspected
    for action in ("create/", f"edit/{review.pk}/", f"delete/{review.pk}/"):
        assert answer(client, LOG + action) in ("refused", "404")


def test_the_number_of_queries_does_not_grow_with_the_log(admin_client):
    def log_cost():
        admin_client.get(LOG)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(LOG)
        return len(queries)

    make("one")
    staff.signed(content.treatment())
    before = log_cost()
    for number in range(4):
        make(f"more-{number}")
    assert log_cost() == before


def test_the_log_is_filtered_and_exported(pages, admin_client):
    assert not read(admin_client, f"{LOG}?status=second").select(
        "table.listing tbody tr"
    )
    response = admin_client.get(f"{LOG}?export=csv&status=single")
    table = list(csv.reader(io.StringIO(response.getvalue().decode())))
    assert len(table) == 5
    deleted = pages["fine"]
    deleted.delete()
    assert "Deleted" in admin_client.get(LOG).content.decode()
