"""What a page still lacks, asked without a form: for bulk actions and imports."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.urls import get_resolver
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField


def unmet(page: Any) -> list[str]:
    """A sentence for everything that forbids publishing ``page`` as it stands."""
    found: list[tuple[str, Any]] = list(page.publish_problems())
    named = {field for field, _message in found}
    try:
        page.full_clean()
    except ValidationError as error:
        for field, messages in error.message_dict.items():
            if field not in named:
                found += [(field, message) for message in messages]
    found += [(field, _("Something in it is missing.")) for field in _broken(page)]
    ask_reviewers = getattr(page, "sign_off_problem", None)
    if ask_reviewers and (problem := ask_reviewers()):
        found.append((NON_FIELD_ERRORS, problem))
    return [_sentence(page, field, message) for field, message in found]


def _broken(page: Any) -> list[str]:
    # Validating a model leaves out the insides of its streams. Wagtail makes the
    # choosers in them along with the addresses of the admin, which a command may not
    # have asked for yet.
    list(get_resolver().url_patterns)
    broken = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(page, field.name))
            except ValidationError:
                broken.append(field.name)
    return broken


def _sentence(page: Any, field: str, message: Any) -> str:
    if field == NON_FIELD_ERRORS:
        return str(message)
    label = capfirst(str(page._meta.get_field(field).verbose_name))
    return f"{label}: {message}"
