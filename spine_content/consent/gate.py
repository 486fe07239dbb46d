"""
The one gate between a patient's story and the public.

A story is any page with a foreign key ``consent``. It says which scopes it uses, in
Python (``used_scopes()``) and for the database (``uncovered()``).
"""

import datetime
from typing import Any

from django.apps import apps
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from spine_content.clinic.settings import ClinicSettings
from spine_content.consent import approval
from spine_content.consent.models import Consent


def blockers(page: Any, at: datetime.datetime | None = None) -> list[Any]:
    """
    Why ``page`` may not be made public at ``at`` (now unless given), in plain words.

    More is asked of what becomes public than of what is: the patient has to have
    approved the very text.
    """
    found = _reasons_to_hide(page, at)
    if page.consent is None or _is_switched_off(page):
        return found
    unapproved = approval.problem(page)
    missing = _missing_for_hipaa(page)
    return [*found, *([unapproved] if unapproved else []), *missing]


def may_show(
    page: Any, at: datetime.datetime | None = None, channel: str = "website"
) -> bool:
    """
    Whether ``page`` may be public at ``at`` (an aware time; now unless given).

    ``channel`` is one of ``Consent.CHANNELS``; whatever it is, the website counts too.
    """
    return not _reasons_to_hide(page, at, channel)


def only_showable(
    pages: Any, at: datetime.datetime | None = None, channel: str = "website"
) -> Any:
    """``pages`` without the stories that the gate holds back, still one query."""
    channels = {f"channel_{name}": True for name in ("website", channel)}
    valid = Consent.objects.valid(at).filter(**channels)
    for model in story_models():
        allowed = (
            model._default_manager.filter(
                ~Exists(_switched_off_above(OuterRef("path"))),
                consent__in=valid,
                consent__languages=F("locale"),
            )
        ).exclude(model.uncovered())
        hidden = model._default_manager.exclude(pk__in=allowed.values("pk"))
        pages = pages.exclude(pk__in=hidden.values("pk"))
    return pages


def story_models() -> list[Any]:
    """The installed page types that need a consent, a site's own included."""
    # Found through the relation, so that a site's own story type passes the gate
    # without this package knowing its name.
    return [
        relation.related_model
        for relation in Consent._meta.get_fields(include_hidden=True)
        if relation.one_to_many and hasattr(relation.related_model, "used_scopes")
    ]


def story_senders() -> list[Any]:
    """The same with classes that inherit from one: signals tell of the class alone."""
    stories = tuple(story_models())
    return [model for model in apps.get_models() if issubclass(model, stories)]


def stories_are_on(path: str) -> bool:
    """Whether stories may be shown at a place in the page tree."""
    return not ClinicSettings.say_at(path, stories_on=False)


def _reasons_to_hide(
    page: Any, at: datetime.datetime | None = None, channel: str = "website"
) -> list[Any]:
    if _is_switched_off(page):
        return [_("This site shows no patient stories.")]
    if page.consent is None:
        return [_("A story needs the consent of the patient before it is published.")]
    problem = page.consent.problem(at)
    return [*([problem] if problem else []), *_beyond(page, channel)]


def _beyond(page: Any, channel: str) -> list[Any]:
    """What ``page`` shows, or where, that the patient has not agreed to."""
    agreed = page.consent
    found = [
        _not_covered(f"channel_{name}")
        for name in dict.fromkeys(("website", channel))
        if name not in agreed.channels
    ]
    if not agreed.languages.filter(pk=page.locale_id).exists():
        language = page.locale.get_display_name()
        found.append(
            format_lazy(
                _("The consent does not cover the language {language}."),
                language=language,
            )
        )
    unagreed = sorted(page.used_scopes() - agreed.scopes)
    return [*found, *(_not_covered(f"covers_{scope}") for scope in unagreed)]


def _not_covered(name: str) -> Any:
    field: Any = Consent._meta.get_field(name)
    sentence = _("The consent does not cover {scope}.")
    return format_lazy(sentence, scope=field.verbose_name)


def _is_switched_off(page: Any) -> bool:
    return not stories_are_on(page.path)


def _missing_for_hipaa(page: Any) -> list[Any]:
    missing = [] if page.is_fictional else page.consent.missing_for_hipaa()
    if not missing or not ClinicSettings.say_at(page.path, hipaa_required=True):
        return []
    names = ", ".join(str(field.verbose_name) for field in missing)
    sentence = _("The consent lacks what HIPAA asks for: {names}.")
    return [format_lazy(sentence, names=names)]


def _switched_off_above(path: Any) -> Any:
    found = ExpressionWrapper(path, output_field=CharField())
    return (
        ClinicSettings.fronts(stories_on=False)
        .annotate(story_path=found)
        .filter(story_path__startswith=F("path"))
    )
