"""
The one gate between a patient's story and the public.

``blockers`` says why a story may not be published, ``may_show`` whether visitors may
see it now, and ``only_showable`` asks the same of a whole queryset.
"""

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from spine_content.clinic.settings import ClinicSettings
from spine_content.consent import approval
from spine_content.consent.models import Consent


class ConsentRequired(models.Model):
    """
    What a page type that needs a consent declares: the base of every story type.

    A site's own story type that inherits from it passes the gate like ours.
    """

    consent = models.ForeignKey(
        Consent,
        verbose_name=_("consent"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_(
            "What the patient agreed to. Readers never see it. Another choice counts "
            "as soon as the draft is saved, also for what is public."
        ),
    )

    #: For an image field, the field in which an editor says whom the image shows.
    image_subject_fields: ClassVar[Mapping[str, str]] = {}
    #: The values of those fields that mean: not the patient.
    NOT_THE_PATIENT: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def texts_to_approve(self) -> dict[str, Any]:
        """Every word of the page that the patient has to approve, by field."""
        raise NotImplementedError

    def used_scopes(self) -> set[str]:
        """What the page shows of the patient, in the words of ``Consent.SCOPES``."""
        raise NotImplementedError

    @classmethod
    def uncovered(cls) -> Q:
        """The same for the database: pages that show more than was agreed to."""
        raise NotImplementedError

    @property
    def is_fictional(self) -> bool:
        """Whether the story is made up, which its page says in so many words."""
        return bool(self.consent and self.consent.is_fictional)


def story_models() -> list[Any]:
    """The installed page types that need a consent, a site's own included."""
    # Found by their foreign keys: a subclass of a story has its row in the same table.
    relations: Any = Consent._meta.get_fields(include_hidden=True)
    found = [each.related_model for each in relations if each.one_to_many]
    return [model for model in found if issubclass(model, ConsentRequired)]


def story_senders() -> list[Any]:
    """The same with classes that inherit from one: signals tell of the class alone."""
    stories = tuple(story_models())
    return [model for model in apps.get_models() if issubclass(model, stories)]


def blockers(page: Any, at: datetime.datetime | None = None) -> list[Any]:
    """
    Why ``page`` may not be published at ``at`` (now unless given), in plain words.

    More is asked of what becomes public than of what is: the patient has to have
    approved the very text.
    """
    reasons = _reasons_to_hide(page, at)
    if page.consent is None or _is_switched_off(page):
        return reasons
    unapproved = approval.approval_problem(page)
    missing = _missing_for_hipaa(page)
    return [*reasons, *([unapproved] if unapproved else []), *missing]


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
    """
    The queryset ``pages`` without the stories that ``may_show`` refuses.

    It is still one query. Arguments are those of ``may_show``.
    """
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


def stories_are_on(path: str) -> bool:
    """Whether stories may be shown at a place in the page tree."""
    return not ClinicSettings.is_set_for_path(path, stories_on=False)


def _reasons_to_hide(
    page: Any, at: datetime.datetime | None = None, channel: str = "website"
) -> list[Any]:
    if _is_switched_off(page):
        return [_("This site shows no patient stories.")]
    if page.consent is None:
        return [_("A story needs the consent of the patient before it is published.")]
    problem = page.consent.problem(at)
    return [*([problem] if problem else []), *_not_agreed_to(page, channel)]


def _not_agreed_to(page: Any, channel: str) -> list[Any]:
    """What ``page`` shows, or where, that the patient has not agreed to."""
    consent = page.consent
    reasons = [
        _not_covered(f"channel_{name}")
        for name in dict.fromkeys(("website", channel))
        if name not in consent.channels
    ]
    if not consent.languages.filter(pk=page.locale_id).exists():
        language = page.locale.get_display_name()
        sentence = _("The consent does not cover the language {language}.")
        reasons.append(format_lazy(sentence, language=language))
    scopes = sorted(page.used_scopes() - consent.scopes)
    return [*reasons, *(_not_covered(f"covers_{scope}") for scope in scopes)]


def _not_covered(name: str) -> Any:
    field: Any = Consent._meta.get_field(name)
    sentence = _("The consent does not cover {scope}.")
    return format_lazy(sentence, scope=field.verbose_name)


def _is_switched_off(page: Any) -> bool:
    return not stories_are_on(page.path)


def _missing_for_hipaa(page: Any) -> list[Any]:
    missing = [] if page.is_fictional else page.consent.missing_for_hipaa()
    if not missing or not ClinicSettings.is_set_for_path(
        page.path, hipaa_required=True
    ):
        return []
    names = ", ".join(str(field.verbose_name) for field in missing)
    sentence = _("The consent lacks what HIPAA asks for: {names}.")
    return [format_lazy(sentence, names=names)]


def _switched_off_above(path: Any) -> Any:
    story_path = ExpressionWrapper(path, output_field=CharField())
    return (
        ClinicSettings.root_pages(stories_on=False)
        .annotate(story_path=story_path)
        .filter(story_path__startswith=F("path"))
    )
