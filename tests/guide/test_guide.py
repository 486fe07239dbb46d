"""The guide for editors: one text in docs/ and in the admin, and its pictures."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from PIL import Image

from tests.guide.screenshots import IMAGES, SHOTS
from tests.guide.template import GUIDE, ROOT, TEMPLATE, made

#: What a page of pictures may weigh for somebody on a slow line.
HEAVIEST = 80_000
PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?!https?:|mailto:|#)([^)#]+)[^)]*\)")
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.fixture
def signed_in(client, db):
    """Somebody who may open the admin, and nothing else."""
    user = get_user_model().objects.create_user("nobody", password="x")
    group = Group.objects.create(name="Visitors of the admin")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)
    return client


def test_the_admin_says_what_the_guide_says():
    assert TEMPLATE.read_text("utf-8") == made(GUIDE.read_text("utf-8")), (
        "Run `make guide`."
    )


def test_anybody_in_the_admin_can_read_it(signed_in):
    home = signed_in.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("spine_guide") in home
    html = signed_in.get(reverse("spine_guide")).content.decode()
    for heading in re.findall(r"^## (.+)$", GUIDE.read_text("utf-8"), re.MULTILINE):
        assert html.count(heading.replace("'", "’")) == 2, heading
    anchors = set(re.findall(r'<h2 id="([\w-]+)"', html))
    assert anchors == set(re.findall(r'<li><a href="#([\w-]+)"', html))
    assert "{emergency}" in html and "![" not in html and "](" not in html


def test_a_stranger_cannot(client, db):
    assert client.get(reverse("spine_guide")).status_code == 302


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_whatever_the_docs_lead_to_is_there(path):
    text = path.read_text("utf-8")
    for place in [
        *LINK.findall(text),
        *(where for _alt, where in PICTURE.findall(text)),
    ]:
        assert (path.parent / place).exists(), place


def test_pictures_are_those_of_the_script_and_light():
    shown = {
        (path.parent / place).resolve()
        for path in DOCS
        for _alt, place in PICTURE.findall(path.read_text("utf-8"))
    }
    assert shown == {IMAGES / f"{shot.name}.png" for shot in SHOTS}
    for path in shown:
        assert path.stat().st_size < HEAVIEST, path.name
        with Image.open(path) as picture:
            assert picture.width <= 1280
