"""A finished page is kept for the next visitor, and never when anything has changed."""

import datetime
import re
from time import monotonic

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from spine_content.consent.withdraw import withdraw
from spine_content.models import ClinicSettings, Edition, Treatment
from spine_content.pages import keeping
from tests import content
from tests.reading import read, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def visited():
    # The first visitor of all makes the settings of a site.
    ClinicSettings.for_site(content.home().get_site())


def queries(client, url):
    with CaptureQueriesContext(connection) as found:
        client.get(url)
    return len(found)


def is_kept(url):
    """Whether the next visitor gets what is finished already."""
    return queries(Client(), url) < queries(Client(), f"{url}?new=1") - 1


@pytest.mark.parametrize("kind", sorted(content.MAKERS.keys() - {"story"}))
def test_the_second_visitor_gets_the_same_bytes_for_fewer_queries(kind, client):
    page = content.MAKERS[kind]()
    first = client.get(page.url)
    second = client.get(page.url)
    assert second.content == first.content
    assert second.headers == first.headers
    assert is_kept(page.url)


def test_a_kept_page_takes_six_queries(client):
    page = content.procedure()
    client.get(page.url)
    # Four are Wagtail's own: the site, the page twice, and who may see it. One is
    # the edition, one the alias of a page that a restriction may come from.
    assert queries(client, page.url) == 6


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


def test_a_page_is_not_kept_beyond_the_consent_of_a_story_on_it(client, monkeypatch):
    topic = content.topic()
    today = timezone.localdate()
    story = content.story(topic, consent=content.consent(expires_on=today))
    soon = story.consent.ends_at - datetime.timedelta(seconds=40)
    monkeypatch.setattr(timezone, "now", lambda: soon)
    client.get(topic.url)
    later = monotonic() + 30
    monkeypatch.setattr(keeping, "monotonic", lambda: later)
    assert 8 <= int(client.get(topic.url)["Cache-Control"].split("=")[1]) <= 10


def test_a_story_is_asked_for_its_consent_at_every_visit(client):
    story = content.story()
    assert "garden" in words(read(client, story.url))
    assert client.get(story.url)["Cache-Control"] == "private, no-cache"
    type(story.consent).objects.update(withdrawn_at=timezone.now())
    assert client.get(story.url).status_code == 410


def test_after_a_withdrawal_no_word_of_a_story_is_left_in_memory(client):
    topic = content.topic()
    story = content.story(topic, title="Back in the garden")
    other = content.procedure()
    client.get(topic.url)
    assert story.title in str(vars(keeping.shelf(Edition.current())))
    withdraw(story.consent, by=None, via="letter")
    client.get(other.url)
    assert story.title not in str(vars(keeping.shelf(Edition.current())))


def test_memory_does_not_grow_with_the_site(monkeypatch):
    monkeypatch.setattr(keeping, "MOST", 3)
    shelf = keeping.Shelf()
    for number in range(10):
        shelf.put(str(number), keeping.Kept({}, monotonic() + 60, has_end=False))
    assert len(shelf.pages) <= 3


def test_a_draft_changes_nothing(client):
    page = content.procedure()
    client.get(page.url)
    page.plain_definition = "Only a draft."
    page.save_revision()
    assert is_kept(page.url)


def test_nothing_is_kept_of_a_search(client):
    topic = content.topic()
    content.procedure(topic, title="Zebra")
    client.get(f"{topic.url}?type=procedure")
    assert "Zebra" not in words(read(client, f"{topic.url}?type=recovery").main)


def test_an_editor_sees_the_way_to_the_admin_on_a_kept_page(client, admin_client):
    page = content.procedure()
    assert b"wagtail-userbar" not in client.get(page.url).content
    assert b"wagtail-userbar" in admin_client.get(page.url).content
    assert b"wagtail-userbar" not in client.get(page.url).content


def test_a_preview_shows_the_draft(client, rf, admin_user):
    page = content.procedure()
    client.get(page.url)
    page.plain_definition = "Only a draft."
    response = page.make_preview_request(rf.get("/"), page.default_preview_mode)
    assert b"Only a draft." in response.content
    assert b"Only a draft." not in client.get(page.url).content


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("blocks/callout.html", "<p>Hello {{ request.user }}</p>"),
        ("components/source.html", "<p>Hello {{ request.user }}</p>"),
        ("pages/page.html", "<p>Hello {{ request.user }}</p>"),
    ],
)
def test_a_site_that_has_replaced_a_template_keeps_nothing(
    name, html, client, settings, tmp_path
):
    page = content.procedure()
    client.get(page.url)
    assert is_kept(page.url)
    own = tmp_path / "spine_content" / name
    own.parent.mkdir(parents=True)
    own.write_text(html)
    [engine] = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]
    client.get(page.url)
    assert not is_kept(page.url)


def test_a_page_class_of_the_sites_own_has_to_say_so(client, monkeypatch):
    page = content.procedure()
    monkeypatch.setattr(type(page), "__module__", "clinic.models")
    client.get(page.url)
    assert not is_kept(page.url)
    monkeypatch.setattr(type(page), "keep_finished", True, raising=False)
    client.get(page.url)
    assert is_kept(page.url)


def test_a_picture_that_is_made_anew_is_made_before_it_is_shown(client):
    # It knows the sizes of an earlier picture with the same number.
    cache.clear()
    picture = content.image()
    page = content.procedure(image=picture, image_alt="A spine")
    client.get(page.url)
    picture.renditions.all().delete()
    assert not is_kept(page.url)


@pytest.mark.parametrize(
    "chosen",
    [
        {"KEEP_FINISHED_PAGES": False},
        {"EXTRA_BLOCKS": {"extra": "tests.hosts.extra_block.ExtraBlock"}},
    ],
)
def test_a_site_may_do_without(chosen, client, settings):
    settings.SPINE_CONTENT = chosen
    page = content.procedure()
    client.get(page.url)
    assert not is_kept(page.url)


def test_whoever_writes_templates_sees_each_change(client, settings):
    settings.DEBUG = True
    page = content.procedure()
    client.get(page.url)
    assert not is_kept(page.url)


def test_the_words_of_a_story_are_never_kept(client):
    story = content.story()
    client.get(story.url)
    shelf = keeping.shelf(Edition.current())
    assert not shelf.pages
    assert story.title not in str(shelf.beside)
    type(story).objects.update(title="Told in other words")
    assert "Told in other words" in words(read(client, story.url))


def test_a_story_shows_its_picture_as_it_is_now(client):
    cache.clear()
    picture = content.image()
    story = content.story(image=picture, image_alt="A garden", image_is="illustration")
    first = client.get(story.url).content
    assert client.get(story.url).content == first
    # As many as without a picture, however many sizes it has.
    assert queries(client, story.url) == 8
    before = shown_files(first)
    picture.focal_point_x = picture.focal_point_y = 10
    picture.focal_point_width = picture.focal_point_height = 10
    picture.save()
    for rendition in picture.renditions.all():
        rendition.file.delete(save=False)
        rendition.delete()
    after = shown_files(client.get(story.url).content)
    assert len(after) == len(before) == 6
    assert all(default_storage.exists(name) for name in after)


def shown_files(html):
    found = soup(html).select("main picture source, main picture img")
    addresses = re.findall(r"/media/(\S+)", " ".join(each["srcset"] for each in found))
    return {*addresses}


def test_what_stands_beside_a_story_is_kept_until_it_changes(client):
    story = content.story()
    page = content.procedure()
    first = client.get(story.url)
    second = client.get(story.url)
    assert second.content == first.content
    # Five are Wagtail's own, two ask for the consent, one for the edition.
    assert queries(client, story.url) == 8
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


def test_what_a_site_adds_to_the_context_is_there_for_every_visitor(
    client, monkeypatch
):
    page = content.procedure()
    monkeypatch.setattr(
        type(page), "get_context", _with_menu(type(page).get_context), raising=True
    )
    client.get(page.url)
    assert not is_kept(page.url)


def _with_menu(before):
    def get_context(self, request, *args, **kwargs):
        return {**before(self, request, *args, **kwargs), "menu": ["Home"]}

    return get_context


def test_a_template_of_the_sites_own_is_filled_for_every_visitor(
    client, settings, tmp_path
):
    own = tmp_path / "spine_pages/procedure_page.html"
    own.parent.mkdir()
    own.write_text(
        '{% extends "spine_content/pages/procedure_page.html" %}'
        "{% block spine_kicker %}What we do{% endblock %}"
    )
    [engine] = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]
    page = content.procedure()
    for _visitor in range(2):
        assert "What we do" in words(read(client, page.url))
    assert not is_kept(page.url)


def test_a_tag_for_a_part_shows_it_without_a_request():
    context = {"page": content.procedure()}
    assert "<main" in render_to_string("spine_content/pages/page.html", context)


# Editions.


def test_what_is_rolled_back_is_no_edition():
    before = Edition.current()
    with transaction.atomic():
        Edition.begin()
        transaction.set_rollback(True)
    assert Edition.current() == before


def test_of_two_that_save_at_once_both_count():
    Edition.begin()
    Edition.begin()
    late = Edition.objects.first()
    Edition.objects.filter(pk=late.pk).delete()
    before = Edition.current()
    # It has the lower number, and is committed last.
    late.save(force_insert=True)
    assert Edition.current() != before


def test_old_editions_go():
    for _change in range(120):
        Edition.begin()
    Edition.current()
    assert Edition.objects.count() <= 50


def test_who_signs_in_begins_no_edition(client, admin_user):
    before = Edition.current()
    client.force_login(admin_user)
    client.get("/admin/")
    assert Edition.current() == before
