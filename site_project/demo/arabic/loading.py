"""Puts the Arabic pages beside the English ones, by Wagtail's own translations."""

import json
from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page, Site

from site_project.demo.arabic import comparison, home, snippets, topic
from site_project.demo.blocks import Ref
from spine_content.facts.blocks.stored import WORDS
from spine_content.models import ClinicSettings, Treatment, WarningSign
from spine_content.starter.measures import load_measures

LANGUAGE = "ar"

#: The English pages by their address, the front page first, and what they say here.
PAGES = [
    ("hillside-spine-clinic", home.PAGE),
    ("spinal-fractures", topic.PAGE),
    ("compare-your-choices", comparison.PAGE),
]


def is_wanted() -> bool:
    """Whether this site has pages in more than one language, Arabic among them."""
    return settings.WAGTAIL_I18N_ENABLED and LANGUAGE in dict(
        settings.WAGTAIL_CONTENT_LANGUAGES
    )


def add_arabic(loader: Any) -> list[Page]:
    """Translate what ``loader`` has loaded, and give the new pages."""
    locale, _made = Locale.objects.get_or_create(language_code=LANGUAGE)
    known = loader.known = dict(loader.known)
    for key, measure in load_measures(locale).created.items():
        known[Ref("measure", key)] = measure.pk
    for key, words in snippets.SIGNS.items():
        sign = WarningSign.objects.get(pk=known[Ref("sign", key)])
        known[Ref("sign", key)] = translated(sign, locale, words).pk
    for key, words in snippets.TREATMENTS.items():
        original = Treatment.objects.get(pk=known[Ref("treatment", key)])
        words = {**words, "facts": json.dumps(facts_in_arabic(original))}
        known[Ref("treatment", key)] = translated(original, locale, words).pk
    add_contact()
    return add_pages(loader, locale)


def add_pages(loader: Any, locale: Locale) -> list[Page]:
    for slug, _data in PAGES:
        original = page_of(loader, slug)
        loader.known[Ref("page", slug)] = original.copy_for_translation(locale).pk
    # Links can be made only when all are there; and each has its children by now.
    return [loader.publish(page_of(loader, slug), data) for slug, data in PAGES]


def page_of(loader: Any, slug: str) -> Any:
    return Page.objects.get(pk=loader.known[Ref("page", slug)]).specific


def translated(original: Any, locale: Locale, words: dict[str, Any]) -> Any:
    copy = original.copy_for_translation(locale)
    for name, value in words.items():
        setattr(copy, name, value)
    copy.save()
    copy.save_revision(clean=False).publish()
    return copy


def facts_in_arabic(original: Treatment) -> list[Any]:
    """The facts with the words that are translated; numbers stay with the original."""
    facts = original.stored_facts
    for fact in facts:
        value = fact["value"]
        for name in WORDS:
            if name in value:
                value[name] = snippets.WORDS.get(value[name], "")
    return facts


def add_contact() -> None:
    clinic = ClinicSettings.for_site(Site.objects.get(is_default_site=True))
    clinic.contacts = json.dumps([*clinic.contacts.raw_data, snippets.CONTACT])
    clinic.checked_numbers = clinic.emergency_numbers()
    clinic.save()
