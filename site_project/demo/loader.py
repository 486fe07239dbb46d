"""
Puts the demo's content into the database: all of it or none, and only once.

Where there is a front page already, nothing is touched: what somebody edited, renamed
or withdrew while trying out the demo stays as they left it.
"""

import json
import re
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, Locale, Page, Site

from site_project.accounts import account
from site_project.demo import (
    care,
    comparison,
    home,
    kyphoplasty,
    pictures,
    recovery,
    reviews,
    stories,
    topic,
    vertebroplasty,
)
from site_project.demo.arabic.loading import add_arabic, is_wanted
from site_project.demo.blocks import Picture, Ref
from site_project.demo.glossary import GLOSSARY
from site_project.demo.people import PEOPLE
from site_project.demo.settings import SETTINGS, SITE_NAME
from site_project.demo.sources import SOURCES
from site_project.demo.treatments import TREATMENTS
from site_project.demo.warning_signs import SIGNS
from site_project.drawings import DRAWINGS
from site_project.models import HomePage
from spine_content.models import (
    ClinicSettings,
    Consent,
    GlossaryTerm,
    Person,
    Source,
    Treatment,
    WarningSign,
)
from spine_content.pages.models import (
    ComparisonPage,
    PatientStoryPage,
    ProcedurePage,
    RecoveryGuidePage,
    TopicPage,
)
from spine_content.starter.measures import load_measures

Row = dict[str, Any]

#: Each kind with what makes a row the same as one that is there.
TABLES: list[tuple[str, type[models.Model], tuple[str, ...], dict[str, Row]]] = [
    ("person", Person, ("name",), PEOPLE),
    ("source", Source, ("authors", "title"), SOURCES),
    ("sign", WarningSign, ("text",), SIGNS),
    ("term", GlossaryTerm, ("term",), GLOSSARY),
    ("treatment", Treatment, ("name",), TREATMENTS),
    ("consent", Consent, ("subject_ref",), stories.CONSENTS),
]

#: The pages below the topic, in the order in which it lists them.
BELOW_TOPIC: list[tuple[type[Page], Row]] = [
    (ComparisonPage, comparison.PAGE),
    (ProcedurePage, vertebroplasty.PAGE),
    (ProcedurePage, kyphoplasty.PAGE),
    (ProcedurePage, care.PAGE),
    (RecoveryGuidePage, recovery.VERTEBROPLASTY),
    (RecoveryGuidePage, recovery.KYPHOPLASTY),
    (PatientStoryPage, stories.WAITED),
    (PatientStoryPage, stories.STILL_IN_PAIN),
]

PAGE_LINK = re.compile(r'href="page:([\w-]+)"')
TERM_LINK = re.compile(r'href="term:([\w -]+)"')


def load() -> list[Page]:
    """Load everything, and give the new pages; an empty list if it was there."""
    if HomePage.objects.exists():
        return []
    drawn = pictures.draw()
    with transaction.atomic(), pictures.stored(drawn) as known:
        return Loader(known).load()


class Loader:
    """One loading: it remembers the key of everything that pages refer to."""

    def __init__(self, known: dict[Ref, int]) -> None:
        self.known = known
        self.drafts: list[tuple[Page, Row]] = []
        self.untold: list[tuple[Treatment, Row]] = []

    def load(self) -> list[Page]:
        for kind, model, same, rows in TABLES:
            for key, row in rows.items():
                self.known[Ref(kind, key)] = self.row(model, same, row).pk
        self.tell_facts()
        front = self.draft(HomePage, home.PAGE, Page.get_first_root_node())
        spines = self.draft(TopicPage, topic.PAGE, front)
        for model, data in BELOW_TOPIC:
            self.draft(model, data, spines)
        open_site(front)
        # From the last to the first, as pages list others with the newest on top.
        pages = [self.publish(page, data) for page, data in reversed(self.drafts)]
        reviews.review(spines, pages)
        return [*pages, *add_arabic(self)] if is_wanted() else pages

    def row(self, model: Any, same: tuple[str, ...], row: Row) -> models.Model:
        found = model.objects.filter(**{name: row[name] for name in same}).first()
        if found:
            return found
        instance = model(**self.values(model, row))
        if isinstance(instance, Treatment):
            # Facts compare treatments with each other: they wait until all are there.
            instance.live, instance.facts = False, []
            self.untold.append((instance, row))
        instance.save()
        if isinstance(instance, Consent):
            instance.languages.add(Locale.get_default())
        if isinstance(instance, DraftStateMixin) and instance.live:
            # Many web pages have no date, though the form asks for a year.
            instance.save_revision(clean=False).publish()
        return instance

    def tell_facts(self) -> None:
        """Load the questions, and publish the new treatments with their answers."""
        loaded = load_measures(Locale.get_default())
        for key, measure in {**loaded.created, **loaded.existing}.items():
            self.known[Ref("measure", key)] = measure.pk
        for treatment, row in self.untold:
            self.publish(treatment, row)

    def draft(self, model: Any, data: Row, parent: Page) -> Page:
        page = parent.add_child(instance=model(live=False, **self.values(model, data)))
        self.known[Ref("page", page.slug)] = page.pk
        self.drafts.append((page, data))
        return page

    def publish(self, draft: Any, data: Row) -> Any:
        # Pages link to each other, so links can be made only when all are there.
        for name, value in self.values(type(draft), data).items():
            setattr(draft, name, value)
        draft.save_revision().publish()
        return draft

    def values(self, model: Any, data: Row) -> Row:
        """The data with keys in place of references, as the model's own fields."""
        found = {}
        for name, value in data.items():
            field = model._meta.get_field(name)
            resolved = self.resolve(value)
            if isinstance(field, StreamField):
                resolved = json.dumps(resolved)
            found[field.attname] = resolved
            if name == "image":
                found["image_alt"] = DRAWINGS[value.key].alt
        return found

    def resolve(self, value: Any) -> Any:
        if isinstance(value, Ref):
            return self.known.get(value)
        if isinstance(value, Picture):
            return {
                "image": self.known[Ref("picture", value.key)],
                "alt_text": DRAWINGS[value.key].alt,
                "decorative": False,
            }
        if isinstance(value, list):
            return [self.resolve(item) for item in value]
        if isinstance(value, dict):
            return {key: self.resolve(item) for key, item in value.items()}
        if isinstance(value, str):
            return TERM_LINK.sub(self.mention, PAGE_LINK.sub(self.link, value))
        return value

    def link(self, match: re.Match[str]) -> str:
        pk = self.known.get(Ref("page", match[1]))
        return f'linktype="page" id="{pk}"' if pk else match[0]

    def mention(self, match: re.Match[str]) -> str:
        pk = self.known[Ref("term", match[1])]
        return f'linktype="spine-glossary" id="{pk}"'


def open_site(front: Page) -> None:
    """Make a page the front page in place of Wagtail's own welcome."""
    site = Site.objects.filter(is_default_site=True).first()
    site = site or Site(hostname="localhost", is_default_site=True)
    welcome = site.root_page if site.root_page_id else None
    site.root_page, site.site_name = front, SITE_NAME
    site.save()
    if welcome and welcome.specific_class is Page and welcome.is_leaf():
        welcome.delete()
    clinic = ClinicSettings.for_site(site)
    for name, value in SETTINGS.items():
        stored = json.dumps(value) if isinstance(value, list) else value
        setattr(clinic, name, stored)
    # They are those of the United Kingdom.
    clinic.numbers_checked_on = timezone.localdate()
    clinic.numbers_checked_by = account("reviewer")
    clinic.checked_numbers = clinic.emergency_numbers()
    clinic.save()
