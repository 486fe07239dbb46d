"""
Puts the demo's content into the database: all of it or none, and only once.

Where there is a front page already, nothing is touched: what somebody edited, renamed
or withdrew while trying out the demo stays as they left it.
"""

import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.coreutils import get_content_languages
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site, get_page_models

from site_project.demo import reviews
from site_project.demo.fields import Reader, chosen, line
from site_project.demo.files import entries, inside, read
from site_project.models import HomePage
from spine_content import models
from spine_content.facts.raw_data import TRANSLATED_FIELDS
from spine_content.starter.measures import load_measures

PICTURES = Path(__file__).parent / "pictures"

#: Each file or folder, and what makes an entry the same as a row that is there.
SNIPPETS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "people": (models.Person, ("name",)),
    "sources": (models.Source, ("authors", "title")),
    "signs": (models.WarningSign, ("text",)),
    "glossary": (models.GlossaryTerm, ("term",)),
    "treatments": (models.Treatment, ("name",)),
    "consents": (models.Consent, ("subject_ref",)),
}


def load() -> list[Page]:
    """Load everything, and give the new pages; an empty list if it was there."""
    if HomePage.objects.exists():
        return []
    # The database forgets what it was told; the disk has to be tidied by hand.
    with transaction.atomic(), ExitStack() as tidying:
        pages = Loader().load(tidying)
        tidying.pop_all()
    return pages


class Loader(Reader):
    """One loading: pictures, snippets and pages, each after what it refers to."""

    def load(self, tidying: ExitStack) -> list[Page]:
        for place, name, data in entries("pictures"):
            with inside(place):
                image = self.store_picture(name, data)
            tidying.callback(image.file.delete, save=False)
        self.load_snippets()
        pages = self.load_pages()
        reviews.review(self, pages)
        if settings.WAGTAIL_I18N_ENABLED and "ar" in get_content_languages():
            pages += self.translate("ar")
        return pages

    def store_picture(self, name: str, data: Any) -> Any:
        model, path = get_image_model(), PICTURES / f"{name}.png"
        with path.open("rb") as file:
            image = model(file=ImageFile(file, path.name), **self.values(model, data))
            image.file_size = image.file.size
            image.save()
        self.known[model][name], self.alts[name] = image.pk, image.description
        return image

    def load_snippets(self) -> None:
        # Facts compare treatments with each other: they wait until all are there.
        waiting = []
        for name, (model, same) in SNIPPETS.items():
            for place, key, data in entries(name):
                facts = {"facts": data.pop("facts", [])}
                with inside(place):
                    values = self.values(model, data)
                    key_fields = {each: values[each] for each in same}
                found = model.objects.filter(**key_fields)
                if not (row := found.first()):
                    row = model(**values)
                    self.store(row)
                    waiting += [(place, row, facts)] if name == "treatments" else []
                self.known[model][key] = row.pk
        self.know_measures(Locale.get_default())
        for place, treatment, facts in waiting:
            self.publish(place, treatment, facts)

    def store(self, row: Any) -> None:
        if isinstance(row, models.Treatment):
            row.live = False
        row.save()
        if isinstance(row, models.Consent):
            row.languages.add(Locale.get_default())
        elif row.live:
            # Many web pages have no date, though the form asks for a year.
            row.save_revision(clean=False).publish()

    def know_measures(self, locale: Locale) -> None:
        loaded = load_measures(locale)
        for key, measure in {**loaded.existing, **loaded.created}.items():
            self.known[models.Measure][key] = measure.pk

    def load_pages(self) -> list[Page]:
        types = {model._meta.verbose_name_raw: model for model in get_page_models()}
        told = list(entries("pages"))
        self.known[Page] = {slug: None for _place, slug, _data in told}
        drafts: dict[str, Page] = {}
        for place, slug, data in told:
            with inside(place):
                model = chosen(data.pop("type"), types)
                above = data.pop("below", "")
                parent = chosen(above, drafts) if drafts else Page.get_first_root_node()
                page = model(slug=slug, live=False, **self.values(model, data))
                drafts[slug] = parent.add_child(instance=page)
            self.known[Page][slug] = page.pk
        self.open_site(drafts[told[0][1]])
        # From the last to the first, as pages list others with the newest on top.
        return [
            self.publish(place, drafts[slug], data)
            for place, slug, data in reversed(told)
        ]

    def publish(self, place: str, draft: Any, data: Any) -> Any:
        """Fill in everything, links too: what they lead to is there by now."""
        with inside(place):
            self.fill(draft, data)
            draft.save_revision().publish()
        return draft

    def fill(self, row: Any, data: Any) -> None:
        for name, value in self.values(type(row), data).items():
            setattr(row, name, value)

    def translate(self, language: str) -> list[Page]:
        """Add what the folder of a language says, by Wagtail's own translations."""
        locale, _made = Locale.objects.get_or_create(language_code=language)
        self.know_measures(locale)
        for name in ("signs", "treatments"):
            for place, key, data in entries(f"{language}/{name}"):
                original = self.row_of(SNIPPETS[name][0], place, key)
                copy = original.copy_for_translation(locale)
                if name == "treatments":
                    copy.facts = json.dumps(translated_facts(original, language))
                copy.save()
                self.known[type(copy)][key] = self.publish(place, copy, data).pk
        told = list(entries(f"{language}/pages"))
        for place, slug, _data in told:
            copy = self.row_of(Page, place, slug).copy_for_translation(locale)
            self.known[Page][slug] = copy.pk
        # Links can be made only when all are there; and each has its children by now.
        return [
            self.publish(place, self.row_of(Page, place, slug), data)
            for place, slug, data in told
        ]

    def row_of(self, model: Any, place: str, name: str) -> Any:
        with inside(place):
            row = model.objects.get(pk=self.find(model, name))
        return row.specific if model is Page else row

    def open_site(self, front: Page) -> None:
        """Make a page the front page in place of Wagtail's own welcome."""
        site = Site.objects.filter(is_default_site=True).first()
        site = site or Site(hostname="localhost", is_default_site=True)
        welcome = site.root_page if site.root_page_id else None
        site.root_page, site.site_name = front, front.title
        site.save()
        if welcome and welcome.specific_class is Page and welcome.is_leaf():
            welcome.delete()
        clinic = models.ClinicSettings.for_site(site)
        with inside("clinic.yaml"):
            self.fill(clinic, read("clinic.yaml"))
        reviews.check_numbers(clinic)
        clinic.save()


def translated_facts(original: models.Treatment, language: str) -> list[Any]:
    """The facts with the words that are translated; numbers stay with the original."""
    with inside(f"{language}/facts.yaml"):
        told = read(f"{language}/facts.yaml", list)
        words = {line(pair["en"]): line(pair[language]) for pair in told}
    facts = original.stored_facts
    for value in (fact["value"] for fact in facts):
        value |= {
            name: words.get(value[name], "")
            for name in TRANSLATED_FIELDS
            if name in value
        }
    return facts
