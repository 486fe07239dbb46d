"""
What keeps a page from being published, on every road and for every reason.

``publish_problems()`` says what a page lacks, and its guards which conditions it has to
meet: consent, sign-off, emergency number.
"""

from collections.abc import Callable, Collection
from functools import cache
from typing import Any

import swapper
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.urls import get_resolver
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.log_actions import log
from wagtail.models import TaskState

from spine_content.clinic.placeholders import placeholder_errors
from spine_content.fields import BOOKKEEPING_FIELDS


class PublishGuard:
    """One condition that a page has to meet before it becomes public."""

    #: The action under which a refusal stands in the history of the page.
    log_action = ""
    #: The field next to which the form says what is wrong.
    field: str = NON_FIELD_ERRORS
    #: Whether it is a review that is missing: handing a page in for one needs none.
    needs_review = False
    #: Whether every new page becomes a draft in place of an error, not copies alone.
    drafts_new_pages = False

    def errors(self, page: Any, at: Any = None) -> list[Any]:
        """Why ``page`` may not be public at an aware time, now unless given."""
        raise NotImplementedError

    def shows_more(self, page: Any, before: Any) -> bool:
        """Whether ``page`` has anything to check that is not public in ``before``."""
        return False

    def errors_on_save(self, page: Any, stored: Callable[[], Any]) -> list[Any]:
        """The errors, unless saving changes nothing of what is public already."""
        return self.errors(page) if self.is_publication(page, stored()) else []

    def is_publication(self, page: Any, before: Any) -> bool:
        """Whether saving ``page`` over the row ``before`` shows anything new."""
        if before is None or not before.live:
            return True
        same_version = before.live_revision_id == page.live_revision_id
        return not same_version or self.shows_more(page, before)


class PublishGuardMixin(models.Model):
    """
    A page that is published only if it meets the condition of each of its guards.

    The form explains and ``save()`` refuses. Mixins that change a page because it is
    public have to come after this one.
    """

    class Meta:
        abstract = True

    def save(self, clean: bool = True, **kwargs: Any) -> Any:
        # Every road to publication ends here.
        block_publish(self, kwargs.get("update_fields"))
        return super().save(clean=clean, **kwargs)  # type: ignore[call-arg]

    def publish_guards(self) -> list[PublishGuard]:
        """The conditions that the page has to meet, in the order of their messages."""
        return []

    def publish_problems(self) -> list[tuple[str, Any]]:
        """Pairs of field name and message for what still forbids publishing."""
        return [
            *_missing_rich_texts(self),
            *placeholder_errors(self),  # type: ignore[arg-type]
            *guard_problems(self),
        ]

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        if self.is_published_unattended(revision, kwargs.get("log_action")):
            draft = revision.as_object()
            for guard in self.publish_guards():
                if errors := guard.errors(draft):
                    return _refuse(self, revision, guard, errors, user)
        return super().publish(revision, user=user, **kwargs)  # type: ignore[misc]

    def is_published_unattended(self, revision: Any, log_action: Any) -> bool:
        """Whether a schedule or an approval publishes, not somebody at a form."""
        if log_action == "wagtail.publish.scheduled":
            return True
        approved = revision.task_states.filter(status=TaskState.STATUS_APPROVED)
        return bool(approved.exists())


def block_publish(page: Any, update_fields: Collection[str] | None = None) -> None:
    """
    Raise ``ValidationError`` where saving ``page`` would show what may not be public.

    A copy of a page, alone or in a tree of pages, becomes a draft instead.
    """
    is_bookkeeping = update_fields is not None and BOOKKEEPING_FIELDS.issuperset(
        update_fields
    )
    if not page.live or is_bookkeeping:
        return

    @cache
    def stored() -> Any:
        pages = type(page)._base_manager
        return pages.filter(pk=page.pk).first() if page.pk else None

    for guard in page.publish_guards():
        if errors := guard.errors_on_save(page, stored):
            if not _becomes_draft(page, guard):
                raise ValidationError({NON_FIELD_ERRORS: errors})
            page.live = False
            page.has_unpublished_changes = True
            return


def _becomes_draft(page: Any, guard: PublishGuard) -> bool:
    if page.alias_of_id is not None:
        return True
    is_copy = guard.drafts_new_pages or page.first_published_at is not None
    return bool(page._state.adding and is_copy)


def _refuse(
    page: Any, revision: Any, guard: PublishGuard, errors: list[Any], user: Any
) -> None:
    """
    Leave a revision unpublished, and say why in the history of the page.

    An error would keep every page scheduled after this one from being published, and
    an approval from being saved.
    """
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    data = {"reasons": [str(error) for error in errors]}
    log(page, guard.log_action, user=user, data=data)


def _missing_rich_texts(page: Any) -> list[tuple[str, Any]]:
    # An editor that has not started yet sends an empty paragraph, which Wagtail takes
    # for a text.
    return [
        (field.name, _("This field is required."))
        for field in page._meta.get_fields()
        if isinstance(field, RichTextField) and not field.blank
        if not strip_tags(getattr(page, field.name) or "").strip()
    ]


def guard_problems(page: Any, needs_review: bool = False) -> list[tuple[str, Any]]:
    """Pairs of field name and message: what the guards of ``page`` say to its form."""
    # It may wait for its day.
    at = max(page.go_live_at or timezone.now(), timezone.now())
    return [
        (guard.field, error)
        for guard in page.publish_guards()
        if guard.needs_review == needs_review
        for error in guard.errors(page, at)
    ]


def publish_errors(page: Any, *, is_new: bool = False) -> list[str]:
    """
    A sentence for everything that forbids publishing ``page`` as it stands.

    For bulk actions and imports, which have no form. A page that is new has its place
    in the tree, and no other page has it: nothing is asked of the database for that.
    """
    found: list[tuple[str, Any]] = list(page.publish_problems())
    named = {field for field, _message in found}
    try:
        if is_new:
            page.clean_fields(exclude=_inherited())
        else:
            page.full_clean()
    except ValidationError as error:
        for field, messages in error.message_dict.items():
            if field not in named:
                found += [(field, message) for message in messages]
    found += [*_broken_streams(page), *guard_problems(page, needs_review=True)]
    return [_sentence(page, field, message) for field, message in found]


def _inherited() -> set[str]:
    """The fields that every Wagtail page has."""
    base = swapper.load_model("wagtailcore", "Page")
    return {field.name for field in base._meta.get_fields()}


def _broken_streams(page: Any) -> list[tuple[str, Any]]:
    # Validating a model leaves out the insides of its streams. Wagtail makes the
    # choosers in them along with the addresses of the admin, which a command may not
    # have asked for yet.
    list(get_resolver().url_patterns)
    broken = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            try:
                field.stream_block.clean(stream)
            except ValidationError:
                inside = _("Something in it is missing.")
                message = inside if stream else _("This field is required.")
                broken.append((field.name, message))
    return broken


def _sentence(page: Any, field: str, message: Any) -> str:
    if field == NON_FIELD_ERRORS:
        return str(message)
    label = capfirst(str(page._meta.get_field(field).verbose_name))
    return f"{label}: {message}"
