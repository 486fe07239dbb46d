import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from spine_content.blocks import RelatedPagesBlock
from spine_content.pages.listings import chosen_pages
from tests import content
from tests.reading import read, rendered, soup, words

pytestmark = pytest.mark.django_db
BLOCK = RelatedPagesBlock()


def leading_to(*pages, **changes):
    value = {"heading": "Read <b>more</b>", "pages": list(pages), **changes}
    return content.topic(body=[("related_pages", value)], slug="from")


def links(client, page):
    return [words(a) for a in read(client, page.url).select(".spine-related-pages a")]


def test_the_pages_are_shown_in_the_order_chosen(client):
    chosen = [content.recovery(), content.procedure()]
    page = leading_to(*chosen)
    shown = read(client, page.url).select_one(".spine-related-pages")
    assert [a["href"] for a in shown.select("a")] == [each.url for each in chosen]
    assert words(shown.h2) == "Read <b>more</b>"


def test_what_a_visitor_may_not_see_is_left_out(client):
    shown = content.procedure()
    draft = content.recovery(live=False)
    private = content.comparison()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    story = content.story()
    page = leading_to(draft, private, story, shown)
    assert links(client, page) == [story.title, shown.title]
    type(story.consent).objects.update(expires_on=yesterday)
    assert links(client, page) == [shown.title]


def test_with_none_left_there_is_no_heading_either(client):
    page = leading_to(content.procedure(live=False))
    assert read(client, page.url).select_one(".spine-related-pages") is None


def test_a_deleted_page_is_left_out(client):
    gone, remaining = content.procedure(), content.recovery()
    page = leading_to(gone, remaining)
    gone.delete()
    assert links(client, page) == [remaining.title]


def test_the_heading_may_be_left_empty(client):
    page = leading_to(content.procedure(), heading="")
    shown = read(client, page.url).select_one(".spine-related-pages")
    assert shown.find(["h2", "h3"]) is None


def test_without_the_pages_of_the_page_it_shows_nothing():
    value = {"heading": "More", "pages": [content.procedure()]}
    assert rendered(BLOCK, value).find(True) is None


def test_however_many_there_are_they_are_one_query(django_assert_num_queries):
    chosen = [content.procedure(), content.recovery(), content.comparison()]
    page = leading_to(*chosen)
    other = content.topic(title="None")
    page.refresh_from_db()
    with django_assert_num_queries(1):
        assert set(chosen_pages(page.body)) == {each.pk for each in chosen}
    with django_assert_num_queries(0):
        assert chosen_pages(other.body) == {}


def test_what_an_older_wagtail_stored_is_read_too():
    assert BLOCK.page_ids({"heading": "", "pages": [1, 2]}) == [1, 2]
    assert BLOCK.page_ids({"heading": "", "pages": None}) == []


def test_the_picker_shows_examples():
    context = BLOCK.get_preview_context(BLOCK.get_preview_value(), {})
    shown = soup(BLOCK.render(BLOCK.get_preview_value(), context=context))
    assert len(shown.select("a")) == 2
