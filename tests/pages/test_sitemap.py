"""
What search engines find in Wagtail's sitemap of a site with our pages.

That no story is there which may not be shown is asked in ``tests/consent``.
"""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests import content
from tests.reading import sitemap

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def test_the_sitemap_lists_each_page_with_its_last_change(client):
    topic = content.topic()
    pages = [topic] + [
        make(topic) for kind, make in content.MAKERS.items() if kind != "topic"
    ]
    days = {}
    for number, page in enumerate(pages):
        time = timezone.now() - number * DAY
        Page.objects.filter(pk=page.pk).update(last_published_at=time)
        days[page.full_url] = str(time.date())
    found = sitemap(client)
    assert {address: found[address] for address in days} == days


def test_the_sitemap_lists_no_draft_and_no_private_page(client):
    content.procedure(live=False)
    private = content.topic()
    below = content.comparison(private)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert not {private.full_url, below.full_url} & {*sitemap(client)}
    assert len(sitemap(client)) == 1
