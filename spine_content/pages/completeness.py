"""What a page still lacks, asked without a form: for bulk actions and imports."""

from typing import Any

import swapper
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.urls import get_resolver
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField


def unmet(page: Any, *, is_new: bool = False) -> list[str]:
    """
    A sentence for everything that forbids publishing ``page`` as it stands.

    A page that is new has its place in the tree, and no other page has it: nothing
    is asked of the database for that.
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
    found += _broken(page)
    ask_reviewers = getattr(page, "sign_off_problem", None)
    if ask_reviewers and (problem := ask_reviewers()):
        found.append((NON_FIELD_ERRORS, problem))
    return [_sentence(page, field, message) for field, message in found]


def _inherited() -> set[str]:
    """The fields that every Wagtail page has."""
    base = swapper.load_model("wagtailcore", "Page")
    return {field.name for field in base._meta.get_fields()}


def _broken(page: Any) -> list[tuple[str, Any]]:
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
