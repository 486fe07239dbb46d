"""
Pages are shown in another language, and what they look up is written down: the list of
places where visitors read (``places.py``) has to hold all of it.
"""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Page, Site

from spine_content.pages.models import TopicPage
from tests.languages.catalogues import CATALOGUES
from tests.languages.collecting import files, in_module, template_messages
from tests.languages.places import NOT_TRANSLATED, PACKAGE


@pytest.fixture(scope="module")
def ours():
    """Every string of the package, whoever reads it."""
    paths = files(PACKAGE, "*.py")
    found = [message for path in paths for message in in_module(path, ())]
    return {each.text for each in [*found, *template_messages((PACKAGE,))]}


@pytest.fixture
def missed(monkeypatch, ours):
    """Strings of ours that were looked up and are in no catalogue."""
    missed = set()
    known = {entry.msgid for catalogue in CATALOGUES for entry in catalogue.read()}
    hidden = ours - known

    def listen(name, place):
        real = getattr(translation.trans_real, name)

        def looked_up(*arguments):
            text = arguments[place]
            if text in hidden:
                missed.add(text)
            return real(*arguments)

        monkeypatch.setattr(translation._trans, name, looked_up)

    listen("gettext", 0)
    listen("pgettext", 1)
    return missed


@pytest.mark.django_db
def test_every_page_of_the_demo_is_read_in_another_language(demo, missed):
    site = Site.objects.get(is_default_site=True)
    with translation.override("ar"):
        for page in Page.objects.live().filter(depth__gt=1).specific():
            show(page, site)
        for query in ({"q": "vertebroplasty"}, {"type": "procedure"}, {"q": "xyz"}):
            show(TopicPage.objects.first(), site, query)
        render_to_string("spine_content/pages/gone.html")
    assert missed - NOT_TRANSLATED == set()


def show(page, site, query=None):
    request = RequestFactory(headers={"host": site.hostname}).get("/", query)
    page.serve(request).render()
