import io
import json

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from spine_content.importing.building.placement import page_model
from spine_content.models import ImportRun
from tests import content
from tests.importing import old_site

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_folder")]


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "old-site"
    folder.mkdir()
    for name, data in old_site.files().items():
        (folder / name).write_bytes(data)
    return folder


def imported(path, *options):
    out = io.StringIO()
    home = str(content.home().pk)
    call_command("import_content", str(path), "--parent", home, *options, stdout=out)
    return out.getvalue()


def drafts():
    return {page.title: page.specific for page in page_model().objects.filter(live=0)}


def test_a_folder_becomes_drafts(site, tmp_path):
    user = get_user_model().objects.create_superuser("anna")
    report = tmp_path / "report.json"
    text = imported(site, "--user", "anna", "--report", str(report))
    assert "Draft made: 3" in text
    made = drafts()
    page = made["Vertebroplasty"]
    assert page.owner == user
    written = json.loads(report.read_text())
    assert written["totals"]["outcomes"] == {"created": 3}
    (document,) = [d for d in written["documents"] if d["title"] == "Vertebroplasty"]
    assert document["page"] == page.pk
    assert document["made"]["images"] == 1
    linked = f'<a id="{made["After vertebroplasty"].pk}" linktype="page">'
    assert linked in page.get_latest_revision_as_object().body[0].value.source
    assert "Nothing has changed: 3" in imported(site)


def test_a_zip_of_the_folder_gives_the_same(site, tmp_path):
    packed = tmp_path / "old-site.zip"
    packed.write_bytes(old_site.packed())
    imported(packed, "--type", "procedure")
    assert {page.page_type for page in drafts().values()} == {"procedure"}
    assert "Nothing has changed: 3" in imported(site)


def test_a_rehearsal_changes_nothing(site):
    text = imported(site, "--dry-run")
    assert "Nothing was changed" in text
    assert "Draft made: 3" in text
    assert drafts() == {}
    assert ImportRun.objects.count() == 0


def test_pages_that_were_deleted_come_again_if_asked(site):
    imported(site)
    for page in drafts().values():
        page.delete()
    assert "not made again: 3" in imported(site)
    assert "Draft made: 3" in imported(site, "--again")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["gone.html", "--parent", "{home}"], "gone.html"),
        (["{site}", "--parent", "999"], "no page with the ID 999"),
        (["{site}", "--parent", "{home}", "--user", "nobody"], "Nobody signs in"),
        (["{site}", "--parent", "{home}", "--user", "stranger"], "may not add pages"),
        (["{site}", "--parent", "{home}", "--report", "/gone/r.json"], "/gone"),
    ],
)
def test_what_cannot_be_done_is_said(options, message, site):
    get_user_model().objects.create_user("stranger")
    filled = [each.format(home=content.home().pk, site=site) for each in options]
    with pytest.raises(CommandError, match=message):
        call_command("import_content", *filled)
    assert drafts() == {}
