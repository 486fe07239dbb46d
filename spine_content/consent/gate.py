"""
The one gate between a patient's story and the public.

A story is any page with a foreign key ``consent``. It says which scopes it uses, in
Python (``used_scopes()``) and for the database (``uncovered()``).
"""

import datetime
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from spine_content.models import Consent


def blockers(page: Any, at: datetime.datetime | None = None) -> list[Any]:
    """Why ``page`` may not be public at ``at`` (now unless given), in plain words."""
    if page.consent is None:
        return [_("A story needs the consent of the patient before it is published.")]
    found = []
    if problem := page.consent.problem(at):
        found.append(problem)
    for scope in sorted(page.used_scopes() - page.consent.scopes):
        field: Any = Consent._meta.get_field(f"covers_{scope}")
        found.append(
            format_lazy(
                _("The consent does not cover {scope}."), scope=field.verbose_name
            )
        )
    return found


def may_show(page: Any, at: datetime.datetime | None = None) -> bool:
    """Whether ``page`` may be public at ``at`` (an aware time; now unless given)."""
    return not blockers(page, at)


def only_showable(pages: Any, at: datetime.datetime | None = None) -> Any:
    """``pages`` without the stories that the gate holds back, still one query."""
    for model in _story_models():
        allowed = model._default_manager.filter(
            consent__in=Consent.objects.valid(at)
        ).exclude(model.uncovered())
        hidden = model._default_manager.exclude(pk__in=allowed.values("pk"))
        pages = pages.exclude(pk__in=hidden.values("pk"))
    return pages


def _story_models() -> list[Any]:
    # Found through the relation, so that a site's own story type passes the gate
    # without this package knowing its name.
    return [
        relation.related_model
        for relation in Consent._meta.get_fields(include_hidden=True)
        if relation.one_to_many and hasattr(relation.related_model, "used_scopes")
    ]
