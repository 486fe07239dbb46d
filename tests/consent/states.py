"""What can be wrong with a story: its consent, or what it shows beyond it."""

import datetime
from typing import Any

from django.utils import timezone

from spine_content.consent.media_scopes import media_scopes
from spine_content.models import ClinicSettings, Consent
from spine_content.pages.models import PatientStoryPage
from tests import content

DAY = datetime.timedelta(days=1)

VIDEO = {
    "title": "How I walk",
    "url": "https://www.youtube.com/watch?v=abcdefghijk",
    "length": "1 minute",
    "shows": "<p>Somebody walks.</p>",
}
#: What stands in a rich text where an editor has put a picture.
PHOTO = '<p>I.</p><embed embedtype="image" id="1" format="left" alt="Me"/>'


def _today(days: int) -> datetime.date:
    return timezone.localdate() + days * DAY


#: Changes to the consent and to the story, either of which is enough to hide it.
HELD_BACK: dict[str, tuple[dict[str, Any] | None, dict[str, Any]]] = {
    "no consent": (None, {}),
    "expired": ({"expires_on": _today(-1)}, {}),
    "not yet valid": ({"given_on": _today(1)}, {}),
    "withdrawn": ({"withdrawn_at": timezone.now() - DAY}, {}),
    "child": ({"subject_kind": "child"}, {}),
    "cannot decide": ({"subject_kind": "lacks_capacity"}, {}),
    "held after a death": ({"deceased_hold": True}, {}),
    "not on a website": ({"channel_website": False}, {}),
    "language missing": ({"languages": []}, {}),
    "stories off": ({}, {}),
    "text not covered": ({"covers_text": False}, {}),
    "first name": ({"covers_first_name": False}, {"name_is": "first_name"}),
    "real name": ({"covers_real_name": False}, {"name_is": "real_name"}),
    "age": ({"covers_age_band": False}, {"age_band": "70s"}),
    "place": ({"covers_place": False}, {"place": "The north"}),
    "video": ({"covers_video": False}, {"body": [("video", VIDEO)]}),
    "photo in the text": ({"covers_photo": False}, {"body": [("rich_text", PHOTO)]}),
    "photo": ({"covers_photo": False}, {"image_is": "patient"}),
    "picture of who knows whom": ({"covers_photo": False}, {"image_is": ""}),
}


def _with_picture(shown: dict[str, Any]) -> dict[str, Any]:
    if "image_is" not in shown:
        return {**shown}
    return {**shown, "image": content.image(), "image_alt": "Somebody in a garden"}


def bring_about(name: str, story: PatientStoryPage) -> None:
    """Lets a story get into a state behind its back."""
    agreed, shown = HELD_BACK[name]
    if name == "stories off":
        switch_stories_off()
    if agreed is None:
        shown = {"consent": None}
    else:
        _change(story.consent, agreed)
    if shown := _with_picture(shown):
        body = shown.pop("body", None)
        PatientStoryPage.objects.filter(pk=story.pk).update(**shown)
        if body:
            _set_body(story, body)


def switch_stories_off() -> None:
    site = content.home().get_site()
    ClinicSettings.objects.update_or_create(site=site, defaults={"stories_on": False})


def draft(name: str, **changes: Any) -> PatientStoryPage:
    """A story in a state, complete but never published."""
    agreed, shown = HELD_BACK[name]
    consent = None if agreed is None else content.consent()
    shown = {**_with_picture(shown), **changes}
    story = content.story(live=False, consent=consent, **shown)
    story.save_revision(clean=False)
    bring_about(name, story)
    return PatientStoryPage.objects.get(pk=story.pk)


def once_public(name: str, **changes: Any) -> PatientStoryPage:
    """A story that was public until its state changed behind its back."""
    story = content.story(**changes)
    story.save_revision().publish()
    bring_about(name, story)
    return PatientStoryPage.objects.get(pk=story.pk)


def _change(consent: Consent, agreed: dict[str, Any]) -> None:
    changes = dict(agreed)
    if "languages" in changes:
        consent.languages.set(changes.pop("languages"))
    if changes:
        Consent.objects.filter(pk=consent.pk).update(**changes)


def _set_body(story: PatientStoryPage, body: Any) -> None:
    told = PatientStoryPage(body=body)
    marks = media_scopes(told.body)
    PatientStoryPage.objects.filter(pk=story.pk).update(
        body=told.body,
        body_has_pictures="photo" in marks,
        body_has_videos="video" in marks,
    )
