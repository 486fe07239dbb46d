"""Withdrawing: at once for readers, for good in the database, and in any state."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Page, PageLogEntry, Revision

from spine_content import consent
from spine_content.consent import erasure
from spine_content.consent.erasure import anonymise
from spine_content.models import Consent, ConsentEvent, ErasureCertificate
from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.consent import canaries
from tests.consent.database_dump import found
from tests.forms import edit_address, posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(media_folder):
    return canaries.story()


def end(story, **kwargs):
    return consent.withdraw(story.consent, **{"by": None, "via": "letter", **kwargs})


class Killed(Exception):
    """What ends a process between two steps."""


def kill(trail):
    raise Killed
    yield


def test_a_plan_changes_nothing_and_counts_every_table(story):
    before = found(canaries.WORDS)
    told = consent.plan(story.consent)
    counts, files = told.counts, told.files
    assert found(canaries.WORDS) == before
    assert len(told.pages) == 4, "the story, a copy, an alias and a translation"
    assert (
        counts["wagtailcore.Revision"]
        == Revision.objects.filter(
            object_id__in=[str(page.pk) for page in told.pages]
        ).count()
    )
    assert len(files) == 2, "the original and a smaller one"
    for table in (
        *("wagtailcore.Comment", "wagtailcore.CommentReply", "wagtailcore.TaskState"),
        *("wagtailcore.PageLogEntry", "wagtailcore.ReferenceIndex"),
        *("wagtailadmin.FormState", "wagtailredirects.Redirect", "sessions.Session"),
        *("wagtailimages.Image", "wagtailimages.Rendition", "wagtailembeds.Embed"),
        *("wagtailsearch.IndexEntry", "taggit.Tag", "spine_pages.PatientStoryPage"),
    ):
        assert counts[table], table


def test_the_certificate_counts_what_was_erased(story):
    told = consent.plan(story.consent)
    planned, files = told.counts, told.files
    certificate = end(story)
    assert certificate.finished_at
    assert certificate.reference == story.consent.reference
    assert certificate.files == len(files)
    for table in ("wagtailcore.Revision", "spine_pages.PatientStoryPage"):
        assert certificate.counts[table] == planned[table]
    assert {"backups", "search_engines", "videos"} <= {*certificate.unreachable}
    assert consent.plan(story.consent).is_empty


@pytest.mark.parametrize("number", range(len(erasure.STEPS) + 1))
def test_an_erasure_interrupted_after_any_step_is_resumed(number, story, monkeypatch):
    steps = erasure.STEPS
    with monkeypatch.context() as patched:
        patched.setattr(erasure, "STEPS", [*steps[:number], kill, *steps[number:]])
        with pytest.raises(Killed):
            end(story)
    assert Consent.objects.get().withdrawn_at
    assert not ErasureCertificate.objects.get().finished_at

    certificate = end(story)
    assert found(canaries.WORDS) == set()
    assert certificate.finished_at
    assert certificate == ErasureCertificate.objects.get()
    assert certificate.files == 2
    assert certificate.counts["wagtailcore.Revision"] == 10


def test_a_step_that_fails_is_rolled_back_and_resumed(story, monkeypatch):
    pages = anonymise._anonymise_page

    def stumble(page, owner):
        pages(page, owner)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(anonymise, "_anonymise_page", stumble)
        with pytest.raises(Killed):
            end(story)
    end(story)
    assert found(canaries.WORDS) == set()


def test_withdrawing_twice_erases_and_certifies_once(story):
    first = end(story)
    assert end(story) == first
    kinds = [event.kind for event in story.consent.events.all()]
    assert kinds.count("withdrawn") == 1
    assert kinds.count("erased") == 1


def test_who_withdrew_and_how_is_on_record(story, admin_user):
    end(story, by=admin_user, via="telephone")
    event = ConsentEvent.objects.get(kind="withdrawn")
    assert (event.actor, event.code) == (admin_user, "telephone")
    assert Consent.objects.get().withdrawn_via == "telephone"


def test_readers_get_410_before_the_first_step(story, client, monkeypatch):
    answers = []
    monkeypatch.setattr(
        erasure, "STEPS", [lambda trail: answers.append(client.get(story.url)) or []]
    )
    end(story)
    assert {answer.status_code for answer in answers} == {410}
    assert canaries.WORDS["body"] not in answers[0].content.decode()


def test_former_and_anonymised_addresses_are_not_found(story, client):
    addresses = [page.url for page in consent.plan(story.consent).pages]
    addresses.append(f"/{canaries.WORDS['redirect']}/")
    end(story)
    blanked = [page.url for page in PatientStoryPage.objects.all()]
    for address in [*addresses, *blanked]:
        assert client.get(address).status_code == 404


def test_the_anonymised_page_works_in_the_admin_and_can_be_deleted(story, admin_client):
    end(story)
    page = PatientStoryPage.objects.get(pk=story.pk)
    for name in ("edit", "history", "usage"):
        address = reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
        assert admin_client.get(address).status_code == 200
    listing = reverse("wagtailadmin_explore", args=[content.home().pk])
    assert admin_client.get(listing).status_code == 200
    history = admin_client.get(reverse("wagtailadmin_reports:site_history"))
    assert history.status_code == 200
    assert not [
        word for word in canaries.WORDS.values() if word in str(history.content)
    ]
    assert Page.find_problems() == ([], [], [], [], [])
    page.delete()


def test_pages_below_get_the_new_address(story, client):
    end(story)
    below = Page.objects.get(slug="below")
    assert below.url_path.startswith(PatientStoryPage.objects.get(pk=story.pk).url_path)
    assert client.get(below.url).status_code == 200
    assert below.get_latest_revision_as_object().url_path == below.url_path


@pytest.mark.parametrize("button", ["", "publish", "submit"])
def test_a_form_that_was_open_saves_nothing_again(button, media_folder, admin_client):
    story = content.story(title="zqfirstxk", summary="zqsummaryxk")
    story.save_revision().publish()
    # Somebody has the form open, and saves it after the withdrawal.
    form = posted(PatientStoryPage.objects.get(pk=story.pk), button)
    end(story)
    response = admin_client.post(edit_address(story), form)
    assert response.status_code == 200
    assert "The consent was withdrawn." in response.content.decode()
    story.latest_revision = story.live_revision = None
    with pytest.raises(ValidationError):
        story.save_revision()
    assert found({"title": "zqfirstxk", "summary": "zqsummaryxk"}) == set()


def test_an_anonymised_page_can_be_copied_with_its_tree(media_folder, admin_client):
    topic = content.topic()
    story = content.story(topic)
    end(story)
    address = reverse("wagtailadmin_pages:copy", args=[topic.pk])
    home = str(content.home().pk)
    data = {"new_title": "C", "new_slug": "c", "new_parent_page": home}
    data.update(copy_subpages="on", publish_copies="on")
    assert admin_client.post(address, data).status_code == 302
    assert not PatientStoryPage.objects.filter(live=True).exists()


def test_another_patients_story_is_not_erased(story, client):
    other = content.story(title="Another one", slug="another")
    other.save_revision().publish()
    end(story)
    other.refresh_from_db()
    assert other.live
    assert other.latest_revision
    assert "Another one" in client.get(other.url).content.decode()
    assert PageLogEntry.objects.filter(label="Another one").exists()


def test_a_copy_with_another_consent_loses_only_the_old_revisions(media_folder):
    story = content.story(title="zqfirstxk")
    story.save_revision().publish()
    copied = story.copy(
        update_attrs={"slug": "copy", "title": "zqfirstxk"}, keep_live=False
    )
    copied.consent = content.consent()
    copied.title = copied.draft_title = "Second"
    copied.save()
    copied.save_revision()
    end(story)
    copied.refresh_from_db()
    assert copied.title == "Second"
    assert [each.content["title"] for each in copied.revisions.all()] == ["Second"]
    assert copied.latest_revision == copied.revisions.get()


def test_a_page_whose_consent_was_detached_is_erased(media_folder):
    story = content.story(title="zqfirstxk")
    story.save_revision()
    PatientStoryPage.objects.filter(pk=story.pk).update(consent=None)
    end(story)
    assert found({"title": "zqfirstxk"}) == set()


def test_an_image_is_deleted_from_other_pages_too(story, client):
    shown = PatientStoryPage.objects.get(pk=story.pk).image
    block = {"image": shown, "caption": "", "credit": ""}
    topic = content.topic(
        slug="t", image=shown, image_alt="Me", body=[("image", block), content.text()]
    )
    assert consent.plan(story.consent).other_uses == [Page.objects.get(pk=topic.pk)]
    certificate = end(story)
    assert "other_pages" in certificate.unreachable
    assert not get_image_model().objects.exists()
    assert client.get(topic.url).status_code == 200


@pytest.mark.parametrize("image_is", ["illustration", "model"])
def test_a_drawing_is_not_deleted(image_is, media_folder):
    drawing = content.image("A bone")
    story = content.story(image=drawing, image_is=image_is, image_alt="A bone, drawn")
    end(story)
    drawing.refresh_from_db()
    assert drawing.file.storage.exists(drawing.file.name)


@pytest.mark.parametrize("kept", [True, False])
def test_an_image_in_the_text_is_deleted_unless_excluded(kept, media_folder):
    picture = content.image("Somebody")
    block = {"image": picture, "caption": "", "credit": ""}
    story = content.story(body=[("image", block)])
    end(story, excluded_images=frozenset([picture.pk] if kept else []))
    assert get_image_model().objects.filter(pk=picture.pk).exists() is kept
    # Whoever completes it later does not have to say it again.
    end(story)
    assert get_image_model().objects.filter(pk=picture.pk).exists() is kept


def test_the_command_plans_and_withdraws(story):
    out = io.StringIO()
    call_command("withdraw_consent", story.consent.reference, "--dry-run", stdout=out)
    assert canaries.WORDS["title"] in out.getvalue()
    assert not Consent.objects.get().withdrawn_at
    out = io.StringIO()
    call_command("withdraw_consent", story.consent.reference, stdout=out)
    assert "Out of reach" in out.getvalue()
    assert found(canaries.WORDS) == set()
    assert not [word for word in canaries.WORDS.values() if word in out.getvalue()]


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["C-999999"], ["C-000001", "--user", "nobody"]]
)
def test_the_command_refuses_unknown_consents_and_users(arguments, media_folder):
    with pytest.raises(CommandError):
        call_command("withdraw_consent", *arguments)
    assert not Consent.objects.exclude(withdrawn_at=None).exists()
