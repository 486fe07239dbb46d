"""
Finished pages are kept until anything that a page may show changes.

Three parts of a page are kept: its title, what it adds to the head, and its main text.
The site's own template is filled around them for every visitor. Stories are never
kept, so that a consent withdrawn leaves nothing behind in a cache.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import time
from typing import Any

import swapper
from django.core.cache import cache
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.utils.cache import get_max_age, patch_cache_control
from django.utils.translation import get_language
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Locale, PageViewRestriction, Site
from wagtail.signals import post_page_move
from wagtail.snippets.models import get_snippet_models

from spine_content import __version__, conf
from spine_content.models import Edition
from spine_content.pages.refreshing import OF_DRAFTS, kept_key

#: Seconds after which a page is made anew, even if nothing is known to have changed:
#: code of a site may change the database without a word, and days go by.
LONGEST = 300
OF_PAGE_DRAFTS = OF_DRAFTS | {"draft_title", "latest_revision_created_at"}
PARTS = {"title", "head", "main"}


@dataclass(frozen=True)
class Kept:
    """A finished page: in which edition, and for which host and language."""

    edition: str
    place: str
    parts: dict[str, str]
    #: When the first consent of a story ends that is announced on it, if one does.
    until: float | None


def connect() -> None:
    """Listen to everything that editors edit, for pages may show any of it."""
    for signal in (post_save, post_delete, m2m_changed):
        signal.connect(_changed, dispatch_uid="spine_content.keeping")
    post_page_move.connect(_moved, dispatch_uid="spine_content.keeping")


def _changed(
    sender: Any, instance: Any, update_fields: Any = None, **_signal: Any
) -> None:
    if update_fields and OF_PAGE_DRAFTS.issuperset(update_fields):
        return
    if _is_shown(type(instance)):
        Edition.begin()


def _moved(sender: Any, **_signal: Any) -> None:
    Edition.begin()


def _is_shown(model: Any) -> bool:
    # A migration has models of its own, and the table may not be there yet.
    if model is Edition or model.__module__ == "__fake__":
        return False
    ours = model._meta.app_label in ("spine_content", "spine_pages")
    return ours or issubclass(model, _edited()) or model in get_snippet_models()


def _edited() -> tuple[Any, ...]:
    page_model = swapper.load_model("wagtailcore", "Page")
    settings = (BaseGenericSetting, BaseSiteSetting)
    files = (AbstractDocument, AbstractImage)
    return (page_model, Locale, PageViewRestriction, Site, *settings, *files)


def served(page: Any, request: Any, make: Callable[[], Any]) -> Any:
    """The response for a page: the one that is kept, or a new one to keep."""
    if not _may_be_kept(page, request):
        return make()
    edition, place = Edition.current(), _place(request)
    kept = cache.get(kept_key(page))
    if kept and (kept.edition, kept.place) == (edition, place):
        return _response(page, request, kept)
    # Tags in the template put the parts here when they are finished.
    request.spine_parts = {}
    response = make()
    if isinstance(response, TemplateResponse):
        response.add_post_render_callback(partial(_keep, page, request, edition, place))
    return response


def _may_be_kept(page: Any, request: Any) -> bool:
    return (
        conf.get("KEEP_FINISHED_PAGES")
        # Blocks of a site's own may look at who is there.
        and not conf.get("EXTRA_BLOCKS")
        and page.spine_type != "story"
        and request.method in ("GET", "HEAD")
        and not request.GET
        and not getattr(request, "is_preview", False)
        # What a site adds to the context may be meant for its own template.
        and type(page).get_context.__module__.startswith("spine_content.")
    )


def _place(request: Any) -> str:
    # Addresses of files change when a site is deployed, and so does our code.
    version = f"{__version__} {static('spine_content/css/spine.css')}"
    return f"{request.scheme} {request.get_host()} {get_language()} {version}"


def _keep(page: Any, request: Any, edition: str, place: str, response: Any) -> None:
    template = response.resolve_template(response.template_name).template.name
    max_age = get_max_age(response)
    if (
        response.status_code == 200
        # A template of the site's own may add to these parts.
        and template == page.packaged_template
        and request.spine_parts.keys() == PARTS
        and max_age != 0
    ):
        until = None if max_age is None else time() + max_age
        kept = Kept(edition, place, request.spine_parts, until)
        cache.set(kept_key(page), kept, LONGEST if max_age is None else max_age)


def _response(page: Any, request: Any, kept: Kept) -> Any:
    page_model = swapper.load_model("wagtailcore", "Page")
    context = page_model.get_context(page, request)
    response = TemplateResponse(
        request, "spine_content/pages/kept.html", {**context, "kept": kept.parts}
    )
    if kept.until is not None:
        patch_cache_control(response, max_age=max(0, int(kept.until - time())))
    return response
