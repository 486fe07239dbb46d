"""Every visitor gets a page as it is at that moment, and the same as anybody else."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from spine_content.consent.withdrawal import withdraw
from spine_content.models import ClinicSettings, Treatment
from tests import content
from tests.reading import read, soup, words

pytestmark = pytest.mark.django_db

every_kind = pytest.mark.parametrize("kind", content.MAKERS)


@pytest.fixture(autouse=True)
def visited():
    # The first visitor of all makes the settings of a site.
    ClinicSettings.for_site(content.home().get_site())


@pytest.fixture
def own_template(settings, tmp_path):
    """Puts a template of the site's own before all others."""

    def write(name, html):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html)
        [engine] = settings.TEMPLATES
        settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]

    return write


@every_kind
def test_each_visitor_gets_the_same_bytes(kind, client):
    page = content.MAKERS[kind]()
    first = client.get(page.url)
    for _visit in range(3):
        again = client.get(page.url)
        assert again.content == first.content
        assert again.headers == first.headers


# What an editor changes, and what a visitor then reads.


def publish(page):
    page.plain_definition = "Something new."
    page.save_revision().publish()


def answer(page):
    fact = content.fact(content.measure(), numerator=3, denominator=100)
    content.with_facts(fact)


def rename_treatment(page):
    treatment = Treatment.objects.get()
    treatment.also_known_as = "Something new."
    treatment.save()


def change_sign(page):
    sign = content.sign()
    sign.text = "Something new."
    sign.save()


def change_number(page):
    clinic = ClinicSettings.for_site(page.get_site())
    clinic.emergency_phone = "112112"
    clinic.save()


def add_comparison(page):
    content.comparison(title="Something new.")


@pytest.mark.parametrize(
    "change",
    [publish, answer, rename_treatment, change_sign, change_number, add_comparison],
)
def test_a_change_is_seen_at_once(change, client):
    page = content.procedure()
    before = words(read(client, page.url))
    change(page)
    after = words(read(client, page.url))
    assert after != before
    assert any(text in after for text in ("Something new.", "3 in", "112112", "3 of"))


def test_what_stands_beside_a_story_changes_with_it(client):
    story = content.story()
    page = content.procedure()
    assert page.title in words(read(client, story.url))
    page.title = "Another name"
    page.save_revision().publish()
    assert "Another name" in words(read(client, story.url))
    story.treatment.name = "Cement for a broken bone"
    story.treatment.save()
    assert "Cement for a broken bone" in words(read(client, story.url))
    clinic = ClinicSettings.for_site(story.get_site())
    clinic.clinic_name = "The clinic on the hill"
    clinic.save()
    assert "The clinic on the hill" in words(read(client, story.url))


def test_a_page_that_becomes_private_is_not_linked_any_more(client):
    page = content.procedure()
    recovery = content.recovery()
    assert recovery.title in words(read(client, page.url))
    PageViewRestriction.objects.create(page=recovery, restriction_type="login")
    assert recovery.title not in words(read(client, page.url))


def test_a_page_that_moves_has_its_new_address(client):
    page = content.procedure()
    recovery, topic = content.recovery(), content.topic()
    assert recovery.url in str(read(client, page.url))
    recovery.move(topic, pos="last-child")
    recovery.refresh_from_db()
    assert recovery.get_url() in str(read(client, page.url))


def test_a_withdrawn_story_is_announced_nowhere(client):
    topic = content.topic()
    story = content.story(topic)
    assert story.title in words(read(client, topic.url))
    withdraw(story.consent, by=None, via="letter")
    assert story.title not in words(read(client, topic.url))


def test_a_consent_that_ends_behind_the_back_of_its_register_counts_too(client):
    topic = content.topic()
    story = content.story(topic)
    assert story.title in words(read(client, topic.url))
    type(story.consent).objects.update(withdrawn_at=timezone.now())
    assert story.title not in words(read(client, topic.url))


def test_a_story_is_asked_for_its_consent_at_every_visit(client):
    story = content.story()
    assert "garden" in words(read(client, story.url))
    assert client.get(story.url)["Cache-Control"] == "private, no-cache"
    type(story.consent).objects.update(withdrawn_at=timezone.now())
    assert client.get(story.url).status_code == 410


def test_the_words_of_a_story_are_those_in_the_database(client):
    story = content.story()
    client.get(story.url)
    type(story).objects.update(title="Told in other words")
    assert "Told in other words" in words(read(client, story.url))


@pytest.mark.parametrize("kind", ["procedure", "story"])
def test_a_picture_is_shown_as_it_is_now(kind, client):
    # It knows the sizes of an earlier picture with the same number.
    cache.clear()
    picture = content.image()
    values = {"image_is": "illustration"} if kind == "story" else {}
    page = content.MAKERS[kind](image=picture, image_alt="A garden", **values)
    first = client.get(page.url).content
    assert client.get(page.url).content == first
    before = shown_files(first)
    picture.focal_point_x = picture.focal_point_y = 10
    picture.focal_point_width = picture.focal_point_height = 10
    picture.save()
    for rendition in picture.renditions.all():
        rendition.file.delete(save=False)
        rendition.delete()
    after = shown_files(client.get(page.url).content)
    assert len(after) == len(before) == 6
    assert all(default_storage.exists(name) for name in after)


def shown_files(html):
    found = soup(html).select("main picture source, main picture img")
    addresses = re.findall(r"/media/(\S+)", " ".join(each["srcset"] for each in found))
    return {*addresses}


# Who sees what is not for everybody.


def test_a_draft_changes_nothing(client):
    page = content.procedure()
    before = client.get(page.url).content
    page.plain_definition = "Only a draft."
    page.save_revision()
    assert client.get(page.url).content == before


def test_a_preview_shows_the_draft(client, rf, admin_user):
    page = content.procedure()
    client.get(page.url)
    page.plain_definition = "Only a draft."
    response = page.make_preview_request(rf.get("/"), page.default_preview_mode)
    assert b"Only a draft." in response.content
    assert b"Only a draft." not in client.get(page.url).content


def test_nobody_gets_what_another_visitor_searched_for(client):
    topic = content.topic()
    content.procedure(topic, title="Zebra")
    client.get(f"{topic.url}?type=procedure")
    assert "Zebra" not in words(read(client, f"{topic.url}?type=recovery").main)


def test_an_editor_alone_sees_the_way_to_the_admin(client, admin_client):
    page = content.procedure()
    assert b"wagtail-userbar" not in client.get(page.url).content
    assert b"wagtail-userbar" in admin_client.get(page.url).content
    assert b"wagtail-userbar" not in client.get(page.url).content


# Templates of the site's own.


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("blocks/callout.html", "<p>Hello {{ request.user }}</p>"),
        ("pages/page.html", "<p>Hello {{ request.user }}</p>"),
        # It is handed nothing but a source.
        ("components/source.html", "<p>Hello {{ source.title }}</p>"),
    ],
)
def test_a_template_in_place_of_ours_is_filled_for_every_visitor(
    name, html, client, admin_client, own_template
):
    callout = {"title": "Good to know", "text": "<p>Some plain words.</p>"}
    page = content.procedure(risks=[("callout", callout)])
    client.get(page.url)
    own_template(f"spine_content/{name}", html)
    named = "A trial" if "source" in html else None
    for visitor, who in ((client, "AnonymousUser"), (admin_client, "admin")) * 2:
        assert f"Hello {named or who}" in words(read(visitor, page.url))


def test_a_template_that_adds_to_ours_is_filled_for_every_visitor(client, own_template):
    own_template(
        "spine_pages/procedure_page.html",
        '{% extends "spine_content/pages/procedure_page.html" %}'
        "{% block spine_kicker %}What we do{% endblock %}",
    )
    page = content.procedure()
    for _visitor in range(3):
        assert "What we do" in words(read(client, page.url))


@every_kind
def test_the_base_template_of_a_site_has_the_same_variables_at_every_visit(
    kind, client, own_template
):
    own_template(
        "base.html",
        "{% block title %}{% endblock %}{% block extra_css %}{% endblock %}"
        "{% for each in breadcrumbs %}{{ each.title }},{% endfor %}"
        "{{ clinic.clinic_name }},{{ sections|length }},{{ page.title }}"
        "{% block content %}{% endblock %}",
    )
    page = content.MAKERS[kind]()
    clinic = ClinicSettings.for_site(page.get_site())
    clinic.clinic_name = "The clinic on the hill"
    clinic.save()
    visits = [client.get(page.url) for _visit in range(4)]
    names = [visit.context.keys() for visit in visits]
    assert names == names[:1] * 4
    assert {"breadcrumbs", "clinic", "links", "outline", "sections"} <= names[0]
    assert len({visit.content for visit in visits}) == 1
    assert b",The clinic on the hill," in visits[0].content


def test_what_a_site_adds_to_the_context_is_there_at_every_visit(client, monkeypatch):
    page = content.procedure()
    monkeypatch.setattr(
        type(page), "get_context", _with_menu(type(page).get_context), raising=True
    )
    for _visit in range(3):
        assert client.get(page.url).context["menu"] == ["Home"]


def _with_menu(before):
    def get_context(self, request, *args, **kwargs):
        return {**before(self, request, *args, **kwargs), "menu": ["Home"]}

    return get_context


def test_a_page_can_be_rendered_without_a_request():
    context = {"page": content.procedure()}
    assert "<main" in render_to_string("spine_content/pages/page.html", context)


# What is saved leaves no row behind in a table of ours.


def rows_written(action):
    """The statements of an action that write to a table of the plugin."""
    with CaptureQueriesContext(connection) as queries:
        action()
    changes = re.compile(r'^(INSERT INTO|UPDATE|DELETE FROM) "spine_content_')
    return [each["sql"] for each in queries if changes.match(each["sql"])]


def a_page_of_the_hosts(own_template):
    return content.home().add_child(instance=Page(title="Of the host's own"))


def a_page_of_ours(own_template):
    return content.procedure()


def a_page_with_its_own_template(own_template):
    own_template("spine_content/blocks/callout.html", "<p>{{ value.title }}</p>")
    return content.procedure()


@pytest.mark.parametrize(
    "make", [a_page_of_the_hosts, a_page_of_ours, a_page_with_its_own_template]
)
def test_no_row_is_written_when_a_page_is_saved(make, client, own_template):
    page = make(own_template)

    def save_and_visit():
        for number in range(5):
            page.title = f"Title {number}"
            page.save()
            page.save_revision().publish()
            client.get(page.get_url())

    assert rows_written(save_and_visit) == []


def test_no_row_is_written_when_somebody_signs_in(client, admin_user):
    def sign_in():
        client.force_login(get_user_model().objects.get())
        client.get("/admin/")

    assert rows_written(sign_in) == []
