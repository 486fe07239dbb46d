"""An import in steps: each is short, and whatever ends one, the next goes on."""

import os
import time
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from spine_content.importing import ImportRefused, uploads
from spine_content.importing.building.kinds import page_model
from spine_content.importing.planning import begin, stop_old
from spine_content.importing.steps import Step, give_up
from spine_content.models import ImportRun
from tests import content
from tests.importing.old_site import packed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]


def started(data=None, name="old-site.zip"):
    token = uploads.keep(SimpleUploadedFile(name, data or packed()))
    run = begin(name, content.home(), None, upload=token)
    run.save()
    return run


def step(run, seconds=0.0):
    """One step of a new request, which knows only what is stored."""
    run.refresh_from_db()
    taken = Step(run, content.home(), seconds)
    taken.take()
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


def test_the_file_is_kept_where_only_we_may_read_it_and_goes_when_the_run_is_over():
    run = started()
    path = uploads.path_of(run.upload)
    assert path.parent.stat().st_mode & 0o077 == 0
    assert path.parent.parent.stat().st_mode & 0o077 == 0
    until(run, "ready")
    assert path.exists()
    give_up(run)
    assert not path.exists()
    assert run.state == "stopped"


def test_the_next_upload_deletes_what_nobody_has_gone_on_with_for_a_day():
    old = uploads.path_of(started().upload).parent
    os.utime(old, (0, time.time() - uploads.DAY - 60))
    ImportRun.objects.update(started_at=timezone.now() - timedelta(days=2))
    stop_old()
    assert ImportRun.objects.get().state == "stopped"
    new = uploads.path_of(started().upload)
    assert not old.exists()
    assert new.exists()


@pytest.mark.parametrize("token", ["", "..", "../..", "gone", "/etc", ".", "0" * 32])
def test_no_token_leads_anywhere_else(token):
    with pytest.raises(ImportRefused, match="no longer there"):
        uploads.path_of(token)


@pytest.mark.parametrize("name", ["../../a.html", "a\x00b.html", "x" * 300 + ".html"])
def test_whatever_a_file_is_called_it_is_kept_in_its_folder(name):
    upload = SimpleUploadedFile("a.html", b"<h1>A</h1>")
    upload._name = name
    path = uploads.path_of(uploads.keep(upload))
    assert path.suffix == ".html"
    assert path.read_bytes() == b"<h1>A</h1>"


def test_a_file_that_is_broken_is_refused_in_words():
    run = started(b"PK\x03\x04 broken")
    with pytest.raises(ImportRefused, match="broken"):
        step(run)
