import io

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from PIL import Image as Picture_
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import GroupPagePermission

from spine_content.importing.documents import Download, Picture
from tests import content
from tests.images import photographs
from tests.importing.samples import (
    TOO_BIG,
    Folder,
    draft,
    lines,
    parsed_document,
    png,
    run_of,
    source_document,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_folder")]
HAND = Picture("pictures/hand.png", alt="A hand", caption="<b>My</b> hand")


def imported(*parts, user=None, keys=("a.html",), **files):
    documents = [
        (source_document(key), parsed_document(opening=list(parts))) for key in keys
    ]
    return run_of(*documents, files=Folder(**files), kind="topic", user=user)


def stored(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_picture_keeps_its_words():
    (line,) = lines(imported(HAND, hand__png=png()))
    (block,) = draft(line).body
    image = block.value["image"]
    assert (image.title, image.contextual_alt_text, image.decorative) == (
        "A hand",
        "A hand",
        False,
    )
    assert block.value["caption"].source == "<p><b>My</b> hand</p>"
    assert line.made["images"] == 1


def test_the_same_picture_is_stored_once_for_all_documents_and_runs():
    imported(HAND, keys=("a.html", "b.html"), hand__png=png())
    imported(HAND, keys=("c.html",), hand__png=png())
    assert get_image_model().objects.count() == 1


def test_where_a_picture_was_taken_is_not_kept():
    picture = Picture("home.jpg", alt="Our house")
    imported(picture, home__jpg=photographs.jpeg())
    imported(picture, keys=("b.html",), home__jpg=photographs.jpeg())
    image = get_image_model().objects.get()
    with image.file.open() as file:
        assert not Picture_.open(file).getexif().get_ifd(0x8825)


def test_a_picture_with_the_wrong_ending_is_named_after_what_it_is():
    (line,) = lines(imported(Picture("hand.jpg", alt="A hand"), hand__jpg=png()))
    assert line.made["images"] == 1
    assert get_image_model().objects.get().file.name.endswith(".png")


def bomb():
    data = io.BytesIO()
    Picture_.new("1", (30_000, 30_000)).save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("gone.png", None, "did not come along"),
        ("hand.png", b"no picture", "valid image"),
        ("hand.png", TOO_BIG, "too big"),
        ("hand.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Not a supported"),
        ("hand.png", bomb, "pixels"),
    ],
    ids=["not there", "not a picture", "too big", "svg", "bomb"],
)
def test_a_picture_that_is_not_taken_is_named_with_the_reason(
    name, data, reason, media_folder
):
    files = {name.replace(".", "__"): data() if callable(data) else data}
    if data is None:
        files = {}
    (line,) = lines(imported(Picture(name, caption="Its words"), **files))
    (left,) = line.left_out
    assert left["name"] == name
    assert reason in left["reason"]
    assert draft(line).body[0].value.source == "<p>Its words</p>"
    assert stored(media_folder) == []


def cut(kind):
    data = io.BytesIO()
    Picture_.effect_noise((200, 200), 90).convert("RGB").save(data, kind)
    return data.getvalue()[: len(data.getvalue()) // 2]


@pytest.mark.parametrize("strip", [True, False])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_half_of_a_picture_does_not_cost_its_page(kind, strip, settings, media_folder):
    settings.SPINE_CONTENT = {"STRIP_IMAGE_METADATA": strip}
    name = f"hand.{kind.lower()}"
    picture = Picture(name, caption="Its words")
    (line,) = lines(imported(picture, **{name.replace(".", "__"): cut(kind)}))
    assert line.outcome == "created"
    (left,) = line.left_out
    assert left["name"] == name
    assert left["reason"].endswith(".")
    assert draft(line).body[0].value.source == "<p>Its words</p>"
    assert stored(media_folder) == []


def test_whoever_may_not_add_pictures_gets_the_text_without_them():
    user = get_user_model().objects.create_user("anna")
    writers = Group.objects.create(name="Writers")
    GroupPagePermission.objects.create(
        group=writers,
        page=content.home(),
        permission=Permission.objects.get(codename="add_page"),
    )
    user.groups.add(writers)
    (line,) = lines(imported(HAND, user=user, hand__png=png()))
    assert "may not add images" in line.left_out[0]["reason"]
    assert draft(line).owner == user


def test_a_leaflet_becomes_a_document():
    leaflet = Download("files/leaflet.pdf", "Our leaflet")
    imported(leaflet, keys=("a.html", "b.html"), leaflet__pdf=b"%PDF-1.4 text")
    document = get_document_model().objects.get()
    assert document.title == "Our leaflet"
    assert document.filename.endswith(".pdf")


@pytest.mark.parametrize("name", ["setup.exe", "page.html", "run.js", "picture.svg"])
def test_what_a_browser_might_run_is_not_taken(name, media_folder):
    files = {name.replace(".", "__"): b"<script>alert(1)</script>"}
    (line,) = lines(imported(Download(name, "Get it"), **files))
    assert "not taken" in line.left_out[0]["reason"]
    assert draft(line).body[0].value.source == f'<p><a href="{name}">Get it</a></p>'
    assert stored(media_folder) == []
