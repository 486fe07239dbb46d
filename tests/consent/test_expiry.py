"""What the nightly command does once a consent has run out, and when it is renewed."""

import datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import PageLogEntry

from spine_content import consent
from spine_content.models import Consent, ConsentEvent, HiddenPicture
from spine_content.pages.models import PatientStoryPage
from tests import content

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def story(media_folder):
    picture = content.image()
    picture.get_rendition("width-30")
    shown = {"image": picture, "image_is": "patient", "image_alt": "In a garden"}
    made = content.story(title="Zebedee waited", **shown)
    made.save_revision().publish()
    return PatientStoryPage.objects.get(pk=made.pk)


def run_out(story, days=1):
    Consent.objects.filter(pk=story.consent_id).update(
        expires_on=timezone.localdate() - days * DAY
    )


def again(story):
    return PatientStoryPage.objects.get(pk=story.pk)


def events(story, kind):
    return ConsentEvent.objects.filter(consent=story.consent_id, kind=kind).count()


def files(folder):
    return {path for path in Path(folder).rglob("*") if path.is_file()}


def renew(story, told):
    with told(execute=True):
        agreed = Consent.objects.get(pk=story.consent_id)
        consent.renew(agreed, timezone.localdate() + 90 * DAY)


def test_nothing_happens_while_the_consent_lasts(story, media_folder):
    before = files(media_folder)
    done = consent.expire()
    assert (done.expired, done.restored, done.erased) == ([], [], [])
    assert again(story).live
    assert files(media_folder) == before


def test_an_expired_story_is_unpublished_and_marked_expired(story, client):
    run_out(story)
    assert consent.expire().expired == [story.consent.reference]
    page = again(story)
    assert (page.live, page.expired) == (False, True)
    entry = PageLogEntry.objects.filter(page=story.pk).first()
    assert entry.action == "wagtail.unpublish.scheduled"
    assert client.get(story.url).status_code == 410
    assert page.title == "Zebedee waited", "it is kept for a renewal"


def test_its_images_move_to_private_storage(story, media_folder, private_folder):
    run_out(story)
    data = Path(story.image.file.path).read_bytes()
    consent.expire()
    assert files(media_folder) == set()
    (private,) = files(private_folder)
    assert private.read_bytes() == data
    assert private.name == Path(HiddenPicture.objects.get().private_name).name
    assert (private.stat().st_mode & 0o077, len(private.stem)) == (0, 32)
    assert not story.image.renditions.exists()


@pytest.fixture
def own_place(settings, tmp_path):
    """A storage that a site has named for what nobody may see."""
    backend = "django.core.files.storage.FileSystemStorage"
    kept = {"BACKEND": backend, "OPTIONS": {"location": tmp_path / "vault"}}
    settings.STORAGES = {**settings.STORAGES, "spine_private": kept}
    return tmp_path / "vault"


def test_a_site_may_name_the_private_storage(story, private_folder, own_place):
    run_out(story)
    consent.expire()
    assert len(files(own_place)) == 1
    assert files(private_folder) == set()


@pytest.fixture
def nowhere_beside(monkeypatch):
    monkeypatch.setattr("spine_content.consent.image_files.os.access", lambda *_: False)


def test_without_private_storage_images_get_a_name_nobody_can_guess(
    story, media_folder, private_folder, nowhere_beside
):
    known = files(media_folder)
    run_out(story)
    consent.expire()
    assert known & files(media_folder) == set()
    assert len(files(media_folder)) == 1
    assert files(private_folder) == set()


def test_an_image_hidden_before_the_storage_was_named_is_restored(
    story, media_folder, settings, own_place, django_capture_on_commit_callbacks
):
    named = settings.STORAGES
    settings.STORAGES = {k: v for k, v in named.items() if k != "spine_private"}
    data = Path(story.image.file.path).read_bytes()
    run_out(story)
    consent.expire()
    settings.STORAGES = named
    renew(story, django_capture_on_commit_callbacks)
    (picture,) = files(media_folder)
    assert picture.read_bytes() == data
    assert not HiddenPicture.objects.exists()


def test_a_second_run_does_nothing(story, private_folder):
    run_out(story)
    consent.expire()
    before = files(private_folder)
    done = consent.expire()
    assert (done.expired, done.restored, done.erased) == ([], [], [])
    assert files(private_folder) == before
    assert events(story, "expired") == 1


def test_a_renewal_restores_the_images(
    story, client, media_folder, private_folder, django_capture_on_commit_callbacks
):
    name, data = story.image.file.name, Path(story.image.file.path).read_bytes()
    run_out(story)
    assert client.get(story.url).status_code == 410
    consent.expire()
    assert client.get(story.url).status_code == 410
    renew(story, django_capture_on_commit_callbacks)
    picture = get_image_model().objects.get(pk=story.image_id)
    assert picture.file.name == name
    assert Path(picture.file.path).read_bytes() == data
    assert not HiddenPicture.objects.exists()
    assert files(media_folder) == {Path(picture.file.path)}
    assert files(private_folder) == set()
    page = again(story)
    page.get_latest_revision().publish()
    answer = client.get(story.url)
    assert answer.status_code == 200
    assert Path(name).stem in answer.content.decode()


@pytest.mark.parametrize("step", ["delete_renditions", "_copy", "delete_file"])
def test_hiding_an_image_that_was_interrupted_is_completed(
    step, story, media_folder, private_folder, monkeypatch
):
    data = Path(story.image.file.path).read_bytes()
    run_out(story)

    def fail(*args):
        raise RuntimeError("The power went off.")

    with monkeypatch.context() as broken:
        broken.setattr(f"spine_content.consent.image_files.{step}", fail)
        with pytest.raises(RuntimeError):
            consent.expire()
    consent.expire()
    (private,) = files(private_folder)
    assert private.read_bytes() == data
    assert files(media_folder) == set()
    assert not again(story).live


def test_an_image_with_another_valid_consent_is_not_hidden(story, media_folder):
    # It shows both of them, and one of them still agrees.
    shown = {"image": story.image, "image_is": "patient", "image_alt": "In a garden"}
    content.story(title="Another", slug="another", **shown)
    run_out(story)
    consent.expire()
    assert not HiddenPicture.objects.exists()
    assert Path(story.image.file.path).is_file()


@pytest.mark.parametrize(("days", "is_erased"), [(30, False), (31, True)])
def test_a_story_not_renewed_is_erased_after_thirty_days(days, is_erased, story):
    run_out(story, days)
    consent.expire()
    assert (again(story).title == "Withdrawn story") is is_erased
    assert events(story, "erased") == int(is_erased)
    assert events(story, "withdrawn") == 0


def test_an_erased_story_leaves_no_file_and_no_address(
    story, media_folder, private_folder, client
):
    run_out(story)
    consent.expire()
    assert files(private_folder)
    run_out(story, 31)
    assert consent.expire().erased == [story.consent.reference]
    assert files(media_folder) == files(private_folder) == set()
    assert client.get(story.url).status_code == 404


def test_the_command_has_options_to_keep_content(story, capsys):
    run_out(story, 100)
    call_command("expire_stories", keep=True)
    assert again(story).title == "Zebedee waited"
    assert f"Taken down: {story.consent.reference}." in capsys.readouterr().out
    call_command("expire_stories", erase_after=200)
    assert again(story).title == "Zebedee waited"
    call_command("expire_stories", erase_after=10)
    assert again(story).title == "Withdrawn story"
    with pytest.raises(CommandError):
        call_command("expire_stories", erase_after=-1)


def test_an_interrupted_withdrawal_is_completed(story):
    Consent.objects.filter(pk=story.consent_id).update(withdrawn_at=timezone.now())
    assert consent.expire().erased == [story.consent.reference]
    assert again(story).title == "Withdrawn story"
    assert consent.expire().erased == []
