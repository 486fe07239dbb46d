"""An import in steps: each is short, and whatever ends one, the next goes on."""

import re
import tempfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from spine_content.consent import image_files
from spine_content.importing import ImportRefused, uploads
from spine_content.importing.building.placement import page_model
from spine_content.importing.runner import start_run, stop_abandoned_runs, stop_run
from spine_content.importing.steps import ImportStep
from spine_content.models import ImportRun
from tests import content
from tests.importing.old_site import packed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]


def started(data=None, name="old-site.zip"):
    run = start_run(name, content.home(), None, upload=uploads.upload_name())
    run.save()
    uploads.store_upload(run.upload, SimpleUploadedFile(name, data or packed()))
    return run


def step(run, seconds=0.0):
    """One step of a new request, which knows only what is stored."""
    run.refresh_from_db()
    taken = ImportStep(run, content.home(), seconds)
    try:
        taken.advance()
    finally:
        taken.close()
    return taken


def until(run, state):
    steps = 0
    while run.state != state:
        step(run)
        steps += 1
        assert steps < 20
    return steps


def titles():
    return set(page_model().objects.filter(live=False).values_list("title", flat=True))


def test_each_step_makes_one_whole_document_where_time_is_short():
    run = started()
    step(run)
    assert run.documents.count() == 1
    until(run, "ready")
    assert run.documents.count() == 3
    assert titles() == set()
    run.state = "building"
    run.save()
    taken = step(run)
    assert (taken.done, taken.total) == (1, 3)
    assert len(titles()) == 1
    until(run, "finished")
    assert titles() == {"Vertebroplasty", "After vertebroplasty", "Our team"}
    assert run.report["totals"]["outcomes"] == {"created": 3}


def test_what_was_left_out_is_not_made():
    run = started()
    until(run, "ready")
    left = run.documents.get(key="team.html")
    left.outcome = "left_out"
    left.save()
    run.state = "building"
    run.save()
    until(run, "finished")
    assert titles() == {"Vertebroplasty", "After vertebroplasty"}


def test_a_run_that_was_killed_goes_on_or_begins_anew():
    run = started()
    until(run, "ready")
    run.state = "building"
    run.save()
    step(run)
    another = started()
    until(another, "ready")
    outlooks = another.documents.values_list("outlook", flat=True)
    assert sorted(outlooks) == ["created", "created", "unchanged"]
    until(run, "finished")
    assert len(titles()) == 3


def test_the_file_is_kept_where_only_we_may_read_it_and_goes_when_the_run_is_over(
    private_folder, media_folder
):
    run = started()
    name = run.upload
    path = private_folder / name
    for each in (path, path.parent, private_folder):
        assert each.stat().st_mode & 0o077 == 0
    until(run, "ready")
    assert path.exists()
    assert not list(media_folder.rglob("*.upload"))
    stop_run(run)
    assert not path.exists()
    assert (run.state, run.upload) == ("stopped", "")


def test_no_copy_of_the_file_outlives_a_step(tmp_path, monkeypatch):
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    run = started()
    until(run, "ready")
    assert not list(copies.iterdir())


def test_another_web_server_finds_the_file_where_the_storage_is_shared(
    settings, tmp_path, monkeypatch
):
    options = {"location": str(tmp_path / "shared")}
    backend = "django.core.files.storage.FileSystemStorage"
    shared = {"spine_private": {"BACKEND": backend, "OPTIONS": options}}
    settings.STORAGES = {**settings.STORAGES, **shared}
    run = started()
    # The folder of temporary files is another one there, and so is that of the media.
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    settings.MEDIA_ROOT = str(elsewhere / "media")
    until(run, "ready")
    assert run.documents.count() == 3


def test_where_there_is_no_private_place_the_name_cannot_be_guessed(monkeypatch):
    monkeypatch.setattr(image_files, "_sibling_of", lambda public: None)
    run = started()
    assert image_files.storage_holding(run.upload) is image_files.public_storage()
    assert re.fullmatch(r"spine_imports/[0-9a-f]{32}\.upload", run.upload)
    until(run, "ready")


def test_the_next_upload_deletes_what_nobody_has_gone_on_with_for_a_day():
    old = started().upload
    ImportRun.objects.update(started_at=timezone.now() - timedelta(days=2))
    stop_abandoned_runs()
    assert ImportRun.objects.get().state == "stopped"
    new = started().upload
    assert not image_files.storage_holding(old)
    assert image_files.storage_holding(new)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "../..",
        "gone",
        "/etc",
        ".",
        "0" * 32,
        f"spine_imports/{'0' * 32}.upload",
    ],
)
def test_no_name_leads_anywhere_else(name, tmp_path):
    with pytest.raises(ImportRefused, match="no longer there"):
        uploads.copy_upload(name, "a.html", tmp_path)


@pytest.mark.parametrize("name", ["../../a.html", "a\x00b.html", "x" * 300 + ".html"])
def test_whatever_a_file_is_called_it_is_copied_into_its_folder(name, tmp_path):
    stored = uploads.upload_name()
    uploads.store_upload(stored, SimpleUploadedFile("a.html", b"<h1>A</h1>"))
    path = uploads.copy_upload(stored, name, tmp_path)
    assert path.parent == tmp_path
    assert path.suffix == ".html"
    assert path.read_bytes() == b"<h1>A</h1>"


def test_a_file_that_is_broken_is_refused_in_words():
    run = started(b"PK\x03\x04 broken")
    with pytest.raises(ImportRefused, match="broken"):
        step(run)
