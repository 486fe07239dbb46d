"""What can be wrong with a story: its consent, or what it shows beyond it."""

import datetime
from typing import Any

from django.utils import timezone

from spine_content.models import Consent
from spine_content.pages.models import PatientStoryPage
from tests import content

DAY = datetime.timedelta(days=1)


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
    "text not covered": ({"covers_text": False}, {}),
    "first name": ({"covers_first_name": False}, {"name_is": "first_name"}),
    "real name": ({"covers_real_name": False}, {"name_is": "real_name"}),
    "age": ({"covers_age_band": False}, {"age_band": "70s"}),
    "place": ({"covers_place": False}, {"place": "The north"}),
    "photo": ({"covers_photo": False}, {"image_is": "patient"}),
    "picture of who knows whom": ({"covers_photo": False}, {"image_is": ""}),
}


def _with_picture(shown: dict[str, Any]) -> dict[str, Any]:
    if "image_is" not in shown:
        return shown
    return {**shown, "image": content.image(), "image_alt": "Somebody in a garden"}


def draft(name: str, **changes: Any) -> PatientStoryPage:
    """A story in a state, complete but never published."""
    agreed, shown = HELD_BACK[name]
    consent = None if agreed is None else content.consent(**agreed)
    story = content.story(
        live=False, consent=consent, **_with_picture(shown), **changes
    )
    story.save_revision(clean=False)
    return story


def once_public(name: str, **changes: Any) -> PatientStoryPage:
    """A story that was public until its state changed behind its back."""
    agreed, shown = HELD_BACK[name]
    story = content.story(**changes)
    story.save_revision().publish()
    if agreed is None:
        shown = {"consent": None}
    else:
        Consent.objects.filter(pk=story.consent_id).update(**agreed)
    if shown := _with_picture(shown):
        PatientStoryPage.objects.filter(pk=story.pk).update(**shown)
    return PatientStoryPage.objects.get(pk=story.pk)
