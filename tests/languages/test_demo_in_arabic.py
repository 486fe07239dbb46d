"""The demo's topic in Arabic: its words are its own, its numbers are the original's."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Locale, Page, Revision, Site

from spine_content.models import ClinicSettings, Treatment
from tests.reading import sitemap

#: What every page says about itself, before anything else.
TITLE = "ترجمة لم تُراجَع بعد"

HOME = "/ar/"
TOPIC = "/ar/spinal-fractures/"
COMPARISON = "/ar/spinal-fractures/compare-your-choices/"

#: What may be in another language: names and publications, each marked as foreign.
FOREIGN = re.compile(r"<bdi>.*?</bdi>", re.DOTALL)
#: Marks that keep the figures of a telephone number in order.
ISOLATED = re.compile("[\u2066-\u2069]")
UNSEEN = re.compile(r"<(head|script|style|svg)\b.*?</\1>", re.DOTALL)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def read(path):
    response = Client().get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def visible_text(path):
    """What a visitor reads, without what comes from elsewhere."""
    html = FOREIGN.sub("", UNSEEN.sub("", ISOLATED.sub("", read(path))))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.mark.parametrize("path", [HOME, TOPIC, COMPARISON])
def test_a_page_is_in_arabic_and_says_that_nobody_has_reviewed_it(path):
    assert '<html lang="ar" dir="rtl">' in read(path)
    assert TITLE in visible_text(path)
    assert re.findall(r"[A-Za-z]{2,}", visible_text(path)) == []


def test_english_pages_keep_their_addresses_whatever_a_browser_asks_for():
    for path in ("/", "/spinal-fractures/", "/spinal-fractures/compare-your-choices/"):
        html = Client().get(path, headers={"accept-language": "ar"}).content.decode()
        assert '<html lang="en-gb" dir="ltr">' in html


def test_the_way_up_leads_through_arabic_pages():
    breadcrumbs = read(COMPARISON).split('<nav class="spine-breadcrumbs"')[1]
    links = re.findall(r'href="([^"]*)"', breadcrumbs.split("</nav>")[0])
    assert links == [HOME, TOPIC]


def test_numbers_come_from_the_original_and_follow_it():
    assert "نحو 40 دقيقة" in visible_text(COMPARISON)
    assert "على الأرجح أفضل بمقدار 0,7 نقطة" in visible_text(COMPARISON)
    original = Treatment.objects.get(name="Balloon kyphoplasty")
    facts = original.facts.raw_data
    (time,) = [fact for fact in facts if fact["value"].get("typical") == "40"]
    time["value"]["typical"] = "3"
    original.save_revision().publish()
    assert "نحو 3 دقائق" in visible_text(COMPARISON)


def test_what_to_do_in_an_emergency_is_in_the_words_of_the_clinic():
    assert "اتصلوا بالرقم 999 فورًا إذا كان لديكم:" in visible_text(TOPIC)
    clinic = ClinicSettings.for_site(Site.objects.get(is_default_site=True))
    clinic.contacts = []
    clinic.save()
    # Without them nothing is advised, in no language; the number is still there.
    text = visible_text(TOPIC)
    assert "Call" not in text and "فورًا" not in text
    assert "طوارئ : علامات التحذير" in text
    assert "الاتصال بالرقم 999" in text


def test_a_second_load_changes_nothing():
    before = Page.objects.count(), Revision.objects.count()
    call_command("load_demo", stdout=StringIO())
    assert (Page.objects.count(), Revision.objects.count()) == before


def test_the_sitemap_has_the_pages_of_every_language():
    site = Site.objects.get(is_default_site=True)
    expected = {f"{site.root_url}{path}" for path in ("/", HOME, TOPIC, COMPARISON)}
    assert expected <= sitemap(Client()).keys()


def test_a_translation_that_nobody_has_made_yet_is_not_in_the_sitemap():
    site = Site.objects.get(is_default_site=True)
    original = Page.objects.get(slug="vertebroplasty", locale=site.root_page.locale)
    arabic = Locale.objects.get(language_code="ar")
    alias = original.copy_for_translation(arabic, copy_parents=True, alias=True)
    assert alias.live
    found = sitemap(Client())
    assert original.get_full_url() in found
    assert f"{site.root_url}{TOPIC}{alias.slug}/" not in found


def test_a_language_with_a_site_of_its_own_is_in_that_sitemap_alone():
    site = Site.objects.get(is_default_site=True)
    arabic = site.root_page.get_translations().get(locale__language_code="ar")
    own = Site.objects.create(hostname="ar.example.org", root_page=arabic)
    # Another name for the same site takes nothing away from it.
    twin = Site.objects.create(hostname="www.example.org", root_page=site.root_page)
    try:
        found = sitemap(Client())
        assert f"{site.root_url}/spinal-fractures/" in found
        assert not [address for address in found if "ar.example.org" in address]
        assert f"{site.root_url}{TOPIC}" not in found
    finally:
        own.delete()
        twin.delete()
