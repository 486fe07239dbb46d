"""Who may sign off what, and until when it holds."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Min
from django.utils import timezone
from wagtail.log_actions import registry as log_registry

from spine_content.clinic.models import Person
from spine_content.clinic.review_intervals import ReviewTier, add_months
from spine_content.clinic.settings import ClinicSettings
from spine_content.facts.models import Treatment
from spine_content.reviews.checksum import content_checksum

#: What Wagtail logs when somebody has written.
WROTE = ("wagtail.create", "wagtail.edit", "wagtail.revert")


def specific(instance: Any) -> Any:
    """A page as what it is; anything else as it comes."""
    return getattr(instance, "specific", instance)


def kind_of(instance: Any) -> ContentType:
    """The content type under which revisions and reviews of ``instance`` are kept."""
    found: ContentType = instance.get_base_content_type()
    return found


def signed_key(instance: Any) -> str:
    """Under which key sign-offs are kept: an alias says what its original says."""
    return str(getattr(instance, "alias_of_id", None) or instance.pk)


def has_written(instance: Any, user: Any, since: datetime.datetime | None) -> bool:
    """
    Whether ``user`` has written on ``instance`` since then, or ever.

    The last save alone would tell too little: whoever has somebody else save once more
    would sign words of their own. Saving without changing a word is no writing. Old
    versions may have been purged, so the log is asked for them.
    """
    mine = instance.revisions.filter(user=user.pk)
    entries = log_registry.get_logs_for_instance(instance)
    gone = entries.filter(action__in=WROTE, user=user.pk).exclude(
        revision__in=instance.revisions.values("pk")
    )
    if since:
        mine = mine.filter(created_at__gt=since)
        gone = gone.filter(timestamp__gt=since)
    return any(_changed_words(each) for each in mine) or gone.exists()


def _changed_words(revision: Any) -> bool:
    try:
        before = revision.get_previous()
    except type(revision).DoesNotExist:
        return True
    return content_checksum(before.content) != content_checksum(revision.content)


def person_of(user: Any) -> Person | None:
    """The published person who signs in with this account."""
    return Person.objects.filter(account=user.pk, live=True).first()


def has_tie(person: Person, treatment_ids: list[int]) -> bool:
    """
    Whether a reviewer may gain from what they judge.

    As long as nobody has said who makes what a procedure uses, any tie counts.
    """
    chosen = Treatment.objects.filter(pk__in=treatment_ids)
    # A translation says the same of the same treatment.
    family = Treatment.objects.filter(
        translation_key__in=chosen.values("translation_key")
    ).values_list("translation_key", "kind", "makers")
    makers = {name for _key, _kind, names in family for name in _names(names)}
    known = {key for key, _kind, names in family if any(_names(names))}
    unknown = any(
        kind == Treatment.Kind.PROCEDURE and key not in known
        for key, kind, _makers in family
    )
    ties = {*_names(person.ties)}
    if ties and unknown:
        return True
    named = _words(person.interests)
    return any(
        any(_is_in(maker, tie) or _is_in(tie, maker) for tie in ties)
        or _is_in(maker, named)
        for maker in makers
    )


def due_day(instance: Any, decided_on: datetime.date | None = None) -> datetime.date:
    """When somebody has to look at it again, if it is signed off on that day."""
    day = decided_on or timezone.localdate()
    return add_months(day, months_for(instance))


def months_for(instance: Any) -> int:
    """For how many months a sign-off of ``instance`` holds."""
    tier = getattr(instance, "review_tier", ReviewTier.MIDDLE)
    name = f"months_{tier}"
    ask_site = getattr(instance, "clinic_settings", None)
    clinic = ask_site() if ask_site else None
    if clinic:
        return int(getattr(clinic, name))
    # What belongs to no site is checked as often as the strictest asks.
    strictest = ClinicSettings.objects.aggregate(months=Min(name))["months"]
    return int(strictest or ClinicSettings._meta.get_field(name).default)


def may_publish(instance: Any, user: Any) -> bool:
    """Whether ``user`` has the right to publish ``instance``."""
    if ask := getattr(instance, "permissions_for_user", None):
        return bool(ask(user).can_publish())
    meta = instance._meta
    return bool(user.has_perm(f"{meta.app_label}.publish_{meta.model_name}"))


def problems_with_publishing(instance: Any) -> list[str]:
    """What keeps a page from being published whoever signs it, in plain words."""
    ask = getattr(instance, "publish_problems", None)
    return [str(message) for _field, message in ask()] if ask else []


def _names(text: str) -> Iterator[str]:
    return filter(None, (_words(name) for name in re.split(r"[,;\n]", text)))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_in(name: str, text: str) -> bool:
    """Whether all of ``name`` stands in ``text``, as words: “Acme” in “Acme Ltd”."""
    return bool(name) and f" {name} " in f" {text} "
