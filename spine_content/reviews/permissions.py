"""Who may sign off a text, and in plain words why somebody may not."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry as log_registry

from spine_content.clinic.models import Person
from spine_content.facts.models import Treatment
from spine_content.reviews.checksum import revision_checksum
from spine_content.reviews.models import last_signed_at, pending_second_review
from spine_content.reviews.types import HasPublishProblems, treatments_of

NO_PERSON = _(
    "Your account belongs to no published person, so nobody would know who has signed. "
    "Ask an administrator to choose your account under “People”."
)
HAS_EDITED = _(
    "You have edited this text since it was last signed off. Somebody else has to "
    "review it."
)
HAS_SIGNED = _(
    "You have signed already. A second reviewer without ties has to sign too."
)
CANNOT_PUBLISH = _(
    "Signing it off publishes it, and your account may not publish. Ask an "
    "administrator."
)
#: What Wagtail logs when somebody has edited something.
EDIT_ACTIONS = ("wagtail.create", "wagtail.edit", "wagtail.revert")


def sign_off_problems(draft: Any, user: Any) -> list[str]:
    """Why a clinical reviewer cannot sign off a draft; empty when they can."""
    state = draft.current_workflow_state
    publishes = state is not None and state.is_at_final_task
    signed = pending_second_review(draft).filter(reviewer=user.pk)
    problems = [
        (NO_PERSON, person_for(user) is None),
        (HAS_EDITED, has_edited(draft, user, last_signed_at(draft))),
        (HAS_SIGNED, signed.exists()),
        (CANNOT_PUBLISH, publishes and not can_publish(draft, user)),
    ]
    found = [str(message) for message, applies in problems if applies]
    if isinstance(draft, HasPublishProblems):
        found += [str(message) for _field, message in draft.publish_problems()]
    return found


def person_for(user: Any) -> Person | None:
    """The published person who signs in with this account."""
    return Person.objects.filter(account=user.pk, live=True).first()


def has_edited(instance: Any, user: Any, since: datetime.datetime | None) -> bool:
    """
    Whether ``user`` has changed the text of ``instance`` since then, or ever.

    The last save alone would tell too little: whoever has somebody else save once more
    would sign words of their own. Saving without changing a word is no edit. Old
    versions may have been purged, so the log is asked for them.
    """
    revisions = instance.revisions.filter(user=user.pk)
    entries = log_registry.get_logs_for_instance(instance)
    purged = entries.filter(action__in=EDIT_ACTIONS, user=user.pk).exclude(
        revision__in=instance.revisions.values("pk")
    )
    if since:
        revisions = revisions.filter(created_at__gt=since)
        purged = purged.filter(timestamp__gt=since)
    return any(map(_changes_text, revisions)) or purged.exists()


def _changes_text(revision: Any) -> bool:
    try:
        before = revision.get_previous()
    except type(revision).DoesNotExist:
        return True
    return revision_checksum(before) != revision_checksum(revision)


def can_publish(instance: Any, user: Any) -> bool:
    """Whether ``user`` has the permission to publish a page or a snippet."""
    if page_permissions := getattr(instance, "permissions_for_user", None):
        return bool(page_permissions(user).can_publish())
    meta = instance._meta
    return bool(user.has_perm(f"{meta.app_label}.publish_{meta.model_name}"))


def needs_second_review(draft: Any, person: Person) -> bool:
    """Whether another reviewer has to sign off what ``person`` signs."""
    return has_conflict_of_interest(person, treatments_of(draft))


def has_conflict_of_interest(person: Person, treatment_ids: list[int]) -> bool:
    """
    Whether a reviewer may gain from what they judge.

    As long as nobody has said who makes what a procedure uses, any tie counts.
    """
    chosen = Treatment.objects.filter(pk__in=treatment_ids)
    # A translation says the same of the same treatment.
    translations = Treatment.objects.filter(
        translation_key__in=chosen.values("translation_key")
    ).values_list("translation_key", "kind", "makers")
    makers = {name for _key, _kind, names in translations for name in _names(names)}
    known = {key for key, _kind, names in translations if any(_names(names))}
    has_unknown_maker = any(
        kind == Treatment.Kind.PROCEDURE and key not in known
        for key, kind, _makers in translations
    )
    ties = {*_names(person.ties)}
    if ties and has_unknown_maker:
        return True
    interests = _words(person.interests)
    return any(
        any(_is_in(maker, tie) or _is_in(tie, maker) for tie in ties)
        or _is_in(maker, interests)
        for maker in makers
    )


def _names(text: str) -> Iterator[str]:
    return filter(None, (_words(name) for name in re.split(r"[,;\n]", text)))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_in(name: str, text: str) -> bool:
    """Whether all of ``name`` stands in ``text``, as words: “Acme” in “Acme Ltd”."""
    return bool(name) and f" {name} " in f" {text} "
