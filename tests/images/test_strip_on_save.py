"""However an image gets in, neither it nor its renditions say where it was taken."""

import io
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images import get_image_model

from spine_content.images import metadata
from tests.images import photographs
from tests.images.photographs import CANARIES, GPS_LATITUDE

pytestmark = pytest.mark.django_db
Image = get_image_model()
each_format = pytest.mark.parametrize("form", photographs.MAKERS)


def photograph(form="JPEG"):
    return photographs.MAKERS[form](6), f"photo.{form.lower()}"


def upload(form="JPEG"):
    data, name = photograph(form)
    return SimpleUploadedFile(name, data, f"image/{form.lower()}")


def assert_no_metadata(file):
    file.open()
    data = file.read()
    assert data
    for word in [*CANARIES.values(), GPS_LATITUDE]:
        assert word not in data


@each_format
def test_an_image_made_by_code_and_its_renditions_have_no_metadata(form):
    data, name = photograph(form)
    image = Image.objects.create(title="P", file=ImageFile(io.BytesIO(data), name=name))
    assert_no_metadata(image.file)
    for spec in (
        "original",
        "width-30",
        "width-30|format-jpeg",
        "fill-20x20|format-png",
        "max-30x30|format-webp",
    ):
        assert_no_metadata(image.get_rendition(spec).file)
    small = image.get_rendition("width-30")
    assert (small.width, small.height) == (30, 45), "it is no longer upright"


@each_format
def test_an_image_uploaded_in_the_admin_has_no_metadata(form, admin_client):
    admin_client.post(
        reverse("wagtailimages:add"), {"title": "P", "file": upload(form)}
    )
    image = Image.objects.get()
    assert_no_metadata(image.file)
    assert image.file_size == image.file.size
    stored_hash = image.file_hash
    image._set_file_hash()
    assert stored_hash == image.file_hash


def test_many_images_uploaded_at_once_have_no_metadata(admin_client):
    for form in photographs.MAKERS:
        response = admin_client.post(
            reverse("wagtailimages:add_multiple"),
            {"title": form, "files[]": upload(form)},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
        assert response.json()["success"]
    for image in Image.objects.all():
        assert_no_metadata(image.file)


def test_a_file_that_replaces_another_has_no_metadata(admin_client):
    image = Image.objects.create(
        title="P",
        file=ImageFile(
            io.BytesIO(photographs.saved(photographs.picture(), "PNG")), name="a.png"
        ),
    )
    address = reverse("wagtailimages:edit", args=[image.pk])
    admin_client.post(address, {"title": "P", "file": upload()})
    image.refresh_from_db()
    assert image.filename.endswith("jpeg")
    assert_no_metadata(image.file)


@pytest.mark.parametrize("save", [True, False])
def test_a_file_stored_before_its_row_has_no_metadata(save):
    data, name = photograph()
    image = Image(title="P")
    image.file.save(name, ContentFile(data), save=save)
    image.save()
    again = Image.objects.get(pk=image.pk)
    assert_no_metadata(again.file)
    folder = Path(again.file.path).parent
    left = [
        path for path in folder.iterdir() if CANARIES["camera"] in path.read_bytes()
    ]
    assert left == []


def test_a_new_title_does_not_touch_the_file():
    data, name = photograph("PNG")
    image = Image.objects.create(title="P", file=ImageFile(io.BytesIO(data), name=name))
    before = image.file.name
    image.title = "Another"
    image.save()
    assert Image.objects.get().file.name == before


def test_a_row_without_its_file_can_be_saved():
    image = Image(title="P", file="original_images/lost.jpg", width=1, height=1)
    image.save()
    image.title = "Still lost"
    image.save()


def test_the_same_photograph_twice_is_noticed(admin_client):
    for _ in range(2):
        response = admin_client.post(
            reverse("wagtailimages:add_multiple"),
            {"title": "P", "files[]": upload()},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
    assert response.json()["duplicate"]


def test_a_file_that_we_cannot_read_is_stored_as_it_is(monkeypatch):
    def stumble(data, exif):
        raise IndexError

    monkeypatch.setitem(metadata.STRIPPERS, "JPEG", stumble)
    data, name = photograph()
    image = Image.objects.create(title="P", file=ImageFile(io.BytesIO(data), name=name))
    with image.file.open() as file:
        assert file.read() == data


def test_the_setting_can_keep_metadata(settings):
    settings.SPINE_CONTENT = {"STRIP_IMAGE_METADATA": False}
    data, name = photograph()
    image = Image.objects.create(title="P", file=ImageFile(io.BytesIO(data), name=name))
    with image.file.open() as file:
        assert file.read() == data
