"""What every host finds, whatever it changed: import these into its ``visit.py``."""

from django.contrib.auth.models import Permission
from django.core.checks import run_checks
from django.core.management import call_command
from django.utils import timezone

from spine_content.models import Consent
from tests.hosts.menu import entries, opened
from tests.reading import read, words


def test_check_has_nothing_to_say():
    assert run_checks(databases=["default"]) == []


def test_no_migration_is_wanted():
    call_command("makemigrations", check=True, dry_run=True, verbosity=2)


def test_whoever_migrates_from_code_makes_the_rights_to_publish():
    ours = Permission.objects.filter(content_type__app_label="spine_content")
    rights = ours.filter(codename__startswith="publish_")
    assert {right.codename.removeprefix("publish_") for right in rights} == {
        "glossaryterm",
        "measure",
        "person",
        "source",
        "treatment",
        "warningsign",
    }


def test_each_type_is_served_with_the_packaged_template(client, pages):
    for kind, page in pages.items():
        main = read(client, page.url).select_one("main.spine")
        assert words(main.h1) == page.title, kind
        assert page.summary in words(main)


def test_the_topic_lists_the_pages_below_it(client, pages):
    addresses = {
        link["href"] for link in read(client, pages["topic"].url)("a", href=True)
    }
    for kind, page in pages.items():
        if kind != "topic":
            assert page.url in addresses, kind


def test_its_feed_has_the_pages_that_were_published_and_no_story(client, pages):
    for page in pages.values():
        manager = type(page)._base_manager
        manager.filter(pk=page.pk).update(last_published_at=timezone.now())
    topic = pages["topic"]
    (link,) = read(client, topic.url).select('link[type="application/atom+xml"]')
    assert link["href"].endswith(f"{topic.url}feed/")
    entries = read(client, f"{topic.url}feed/")("entry")
    found = {each.link["href"] for each in entries}
    inside = {page.full_url for page in pages.values()} - {topic.full_url}
    assert found == inside - {pages["story"].full_url}


def test_a_story_is_gone_when_its_consent_is_withdrawn(client, pages):
    story = pages["story"]
    consent = Consent.objects.filter(pk=story.consent_id)
    assert client.get(story.url).status_code == 200
    consent.update(withdrawn_at=timezone.now())
    try:
        assert client.get(story.url).status_code == 410
        listed = words(read(client, pages["topic"].url))
        assert story.title not in listed
    finally:
        consent.update(withdrawn_at=None)


def test_every_type_can_be_written_in_the_admin(admin, pages):
    for kind, page in pages.items():
        meta = page._meta
        parent = page.get_parent().pk
        add = f"/admin/pages/add/{meta.app_label}/{meta.model_name}/{parent}/"
        for address in (add, f"/admin/pages/{page.pk}/edit/"):
            assert admin.get(address).status_code == 200, (kind, address)


def test_every_entry_of_the_menu_opens(admin, superuser, pages):
    for address in entries(superuser):
        opened(admin, address)
