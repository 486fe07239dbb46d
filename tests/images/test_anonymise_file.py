"""A patient's picture says nothing by its name, and nothing by its metadata."""

import io
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.images import ImageFile
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry

from spine_content.images import anonymise_file, has_anonymous_name
from tests import content
from tests.images import photographs
from tests.images.photographs import CANARIES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    # Pictures of the test before may have had the same numbers.
    cache.clear()
    return tmp_path


def photograph(form="JPEG", name="margaret-smith"):
    data = photographs.MAKERS[form]()
    file = ImageFile(io.BytesIO(data), name=f"{name}.{form.lower()}")
    return get_image_model().objects.create(title="Margaret Smith", file=file)


def files(folder):
    return {str(path) for path in Path(folder).rglob("*") if path.is_file()}


@pytest.fixture
def run_on_commit(django_capture_on_commit_callbacks):
    """Runs what waits for the end of the transaction."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.mark.parametrize("how", ["saved", "draft", "text"])
def test_a_storys_picture_loses_its_name(how, media, run_on_commit):
    image = photograph()
    image.get_rendition("width-30")
    shown = {"image": image, "image_is": "patient", "image_alt": "In a garden"}
    block = {"image": image, "caption": "", "credit": ""}
    with run_on_commit():
        if how == "text":
            content.story(body=[("image", block)])
        elif how == "saved":
            content.story(**shown)
        else:
            story = content.story()
            for field, value in shown.items():
                setattr(story, field, value)
            story.save_revision()
    image.refresh_from_db()
    assert has_anonymous_name(image)
    assert image.title == f"Story image {image.pk}"
    assert image.file.storage.exists(image.file.name)
    assert not [name for name in files(media) if "margaret" in name.lower()]


def test_the_new_file_is_as_good_as_the_old_one(media):
    image = photograph()
    anonymise_file(image)
    image.refresh_from_db()
    stored = image.file.storage.open(image.file.name).read()
    assert image.file_size == len(stored)
    known = image.file_hash
    image._set_file_hash()
    assert image.file_hash == known
    assert image.get_rendition("width-30").width == 30


@pytest.mark.parametrize("form", photographs.MAKERS)
def test_metadata_goes_even_where_a_site_keeps_it(form, settings, run_on_commit):
    settings.SPINE_CONTENT = {"STRIP_IMAGE_METADATA": False}
    image = photograph(form)
    before = image.file.storage.open(image.file.name).read()
    assert any(word in before for word in CANARIES.values())
    with run_on_commit():
        content.story(image=image, image_is="patient", image_alt="In a garden")
    image.refresh_from_db()
    stored = image.file.storage.open(image.file.name).read()
    assert not [word for word in CANARIES.values() if word in stored]


@pytest.mark.parametrize("image_is", ["illustration", "model"])
def test_a_drawing_keeps_its_name(image_is, run_on_commit):
    image = photograph()
    with run_on_commit():
        content.story(image=image, image_is=image_is, image_alt="A drawn bone")
    image.refresh_from_db()
    assert image.title == "Margaret Smith"
    assert "margaret" in image.file.name


def test_a_drawing_in_the_text_that_other_pages_use_keeps_its_name(run_on_commit):
    image = photograph()
    content.topic(image=image, image_alt="A drawn bone")
    with run_on_commit():
        content.story(body=[("image", {"image": image, "caption": "", "credit": ""})])
    image.refresh_from_db()
    assert image.title == "Margaret Smith"


def test_what_was_logged_about_it_is_renamed(admin_client, run_on_commit):
    image = photograph()
    ModelLogEntry.objects.log_action(image, "wagtail.create")
    with run_on_commit():
        content.story(image=image, image_is="patient", image_alt="In a garden")
    assert not ModelLogEntry.objects.filter(label__contains="Margaret").exists()


def test_saving_again_changes_nothing(media, run_on_commit):
    image = photograph()
    with run_on_commit():
        story = content.story(image=image, image_is="patient", image_alt="In a garden")
    image.refresh_from_db()
    name = image.file.name
    with run_on_commit():
        story.save_revision()
    image.refresh_from_db()
    assert image.file.name == name


def test_a_picture_whose_file_is_lost_stops_nobody(run_on_commit):
    image = photograph()
    image.file.storage.delete(image.file.name)
    with run_on_commit():
        story = content.story(image=image, image_is="patient", image_alt="In a garden")
    assert story.live


@pytest.mark.parametrize("alt", ["Photo", "margaret-smith", "Margaret Smith"])
def test_the_name_of_a_picture_is_no_alternative_text(alt):
    image = photograph()
    story = content.story(live=False, image=image, image_is="patient", image_alt=alt)
    assert "image_alt" in dict(story.publish_problems())
