"""
The Atom feed of a topic: its new and changed pages.

Patients' stories are never in it: what a feed reader has copied cannot be taken back.
"""

import datetime
import re
import uuid
from typing import TYPE_CHECKING, Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.utils import timezone, translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Site
from wagtail.url_routing import RouteResult

from spine_content.clinic.placeholders import replace_placeholders
from spine_content.clinic.settings import ClinicSettings
from spine_content.consent.gate import story_senders
from spine_content.facts.usage import last_number_changes
from spine_content.page_types import PAGE_TYPES, page_models
from spine_content.pages.change_notes import published_notes
from spine_content.pages.listings import visible_pages

#: The path of a feed, below that of its topic.
FEED_PATH = "feed"
MAX_ENTRIES = 20
#: The date of a topic that was never published: a feed needs one.
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
#: Characters that XML cannot contain.
INVALID_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FeedMixin(models.Model):
    """A page with a feed of what is new below it."""

    if TYPE_CHECKING:  # what every page brings along
        live: bool
        get_full_url: Any

    class Meta:
        abstract = True

    def route(self, request: Any, path_components: list[str]) -> Any:
        try:
            return super().route(request, path_components)  # type: ignore[misc]
        except Http404:
            # Only here, so that a page of that name comes first.
            if self.live and path_components == [FEED_PATH]:
                return RouteResult(self, kwargs={"is_feed": True})
            raise

    def serve(
        self, request: Any, *args: Any, is_feed: bool = False, **kwargs: Any
    ) -> Any:
        if is_feed:
            return feed_response(request, self)
        return super().serve(request, *args, **kwargs)  # type: ignore[misc]

    def get_cached_paths(self) -> list[str]:
        return [*super().get_cached_paths(), f"/{FEED_PATH}/"]  # type: ignore[misc]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(  # type: ignore[misc]
            request, *args, **kwargs
        )
        context["feed_address"] = feed_address(self.get_full_url(request))
        return context


class TopicFeed(Atom1Feed):
    """An Atom feed with a date of its own, in place of that of its newest entry."""

    def latest_post_date(self) -> Any:
        return self.feed["updated"]


def feed_address(address: str | None) -> str:
    """The address of a feed, given that of its topic; empty where that has none."""
    return f"{address.rstrip('/')}/{FEED_PATH}/" if address else ""


# By a tag alone: when a page is taken down, the date of the newest does not change.
@conditional_page
@require_safe
def feed_response(request: Any, topic: Any) -> HttpResponse:
    """The feed of a topic, in the language of the topic."""
    with translation.override(topic.locale.language_code):
        text = _feed(request, topic).writeString("utf-8")
    return HttpResponse(text, content_type=TopicFeed.content_type)


def _feed(request: Any, topic: Any) -> TopicFeed:
    entries = newest_pages(topic)
    address = topic.get_full_url(request)
    clinic = ClinicSettings.for_request(request).in_language(topic.locale.language_code)
    author = clinic.clinic_name or Site.find_for_request(request).hostname
    dates = [topic.last_published_at, *(updated for updated, _page in entries)]
    feed = TopicFeed(
        title=_without_invalid(
            _("%(topic)s: new and changed pages") % {"topic": topic.title}
        ),
        subtitle=_without_invalid(topic.summary),
        link=address,
        description="",
        feed_url=feed_address(address),
        feed_guid=_entry_id(topic, FEED_PATH),
        language=topic.locale.language_code,
        author_name=_without_invalid(author),
        updated=max(filter(None, dates), default=EPOCH),
    )
    for updated, page in entries:
        feed.add_item(
            title=_without_invalid(page.title),
            link=page.get_full_url(request),
            # Atom wants HTML here, and gets none of an editor's.
            description=escape(_without_invalid(_description(page, updated, clinic))),
            unique_id=_entry_id(page),
            pubdate=page.first_published_at,
            updateddate=updated,
        )
    return feed


def newest_pages(topic: Any) -> list[tuple[datetime.datetime, Any]]:
    """The pages below a topic that changed last, each with the time when it did."""
    pages = list(_pages_below(topic).only("pk", "last_published_at"))
    numbers = last_number_changes(pages)
    changed = {
        page.pk: max(page.last_published_at, numbers.get(page.pk, EPOCH))
        for page in pages
    }
    newest = sorted(changed, key=lambda pk: (changed[pk], pk), reverse=True)[
        :MAX_ENTRIES
    ]
    page_model = swapper.load_model("wagtailcore", "Page")
    found = {
        page.pk: page for page in page_model.objects.filter(pk__in=newest).specific()
    }
    return [(changed[pk], found[pk]) for pk in newest if pk in found]


def _pages_below(topic: Any) -> Any:
    """Pages that every visitor may see, in the language of the topic."""
    kinds = {*page_models(*PAGE_TYPES)} - {*story_senders()}
    types = ContentType.objects.get_for_models(*kinds).values()
    # An alias may stand in for a translation that nobody has made yet.
    original = Q(alias_of=None) | Q(alias_of__locale=topic.locale_id)
    return visible_pages().filter(
        original,
        path__startswith=topic.path,
        depth__gt=topic.depth,
        locale=topic.locale_id,
        content_type__in=[content_type.pk for content_type in types],
        # Of a page that a program made nobody knows when it became public.
        last_published_at__isnull=False,
    )


def _description(page: Any, updated: datetime.datetime, clinic: ClinicSettings) -> str:
    """The summary of a page, its latest note, and whether its numbers changed."""
    sentences = [page.summary]
    if notes := published_notes(page):
        day = date_format(notes[0]["published_on"])
        note = _("What changed on %(day)s: %(text)s")
        sentences.append(note % {"day": day, "text": notes[0]["text"]})
    if updated > page.last_published_at:
        day = date_format(timezone.localdate(updated))
        sentences.append(
            _("The numbers behind this page changed on %(day)s.") % {"day": day}
        )
    return replace_placeholders(clinic, " ".join(sentences), False)


def _entry_id(page: Any, *parts: str) -> str:
    """
    The permanent id of a page in a feed.

    Not its address: a page that is moved, or a site with a new domain, would be news.
    """
    own = "/".join([page.locale.language_code, *parts])
    return uuid.uuid5(page.translation_key, own).urn


def _without_invalid(text: str) -> str:
    return INVALID_IN_XML.sub("", text)
