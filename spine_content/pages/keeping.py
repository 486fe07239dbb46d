"""
Finished pages are kept until anything that a page may show changes.

Three parts of a page are kept: its title, what it adds to the head, and its main text.
The site's own template is filled around them for every visitor. They stay in the memory
of the process that made them, and after any change the next visitor finds the shelf
empty. Stories are never kept, as nothing but the database may know them: only what
stands beside their text, such as facts, links, and where the files of a picture are.

A site that has replaced one of our templates, or has blocks or page classes of its own,
may show something of the visitor there: nothing of it is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from time import monotonic
from typing import Any

import swapper
from django.core.signals import setting_changed
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.template.loader import get_template
from django.template.response import TemplateResponse
from django.utils.cache import get_max_age, patch_cache_control
from django.utils.translation import get_language
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.models import Locale, PageViewRestriction, Site
from wagtail.signals import post_page_move
from wagtail.snippets.models import get_snippet_models

from spine_content import conf
from spine_content.models import Edition

#: Seconds after which a page is made anew, even if nothing is known to have changed:
#: code of a site may change the database without a word, and days go by.
LONGEST = 300
#: How many pages are kept, of about 50 KB each.
MOST = 300
#: What is saved while somebody writes a draft, which visitors never see.
OF_DRAFTS = frozenset({"latest_revision", "has_unpublished_changes"})
OF_PAGE_DRAFTS = OF_DRAFTS | {"draft_title", "latest_revision_created_at"}
PARTS = {"title", "head", "main"}
TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
#: Folders of the templates that finished parts are made of.
FOLDERS = ("blocks", "components", "pages")


@dataclass(frozen=True)
class Kept:
    """A finished page, and until when it may be shown, by the clock of the process."""

    parts: dict[str, str]
    until: float
    #: Whether a cache in front may keep it as long, for a story is announced on it.
    has_end: bool


@dataclass
class Beside:
    """What stands beside the words of one story, by name, and until when it counts."""

    until: float
    found: dict[str, Any] = field(default_factory=dict)

    def look_up(self, name: str, look_up: Callable[[], Any]) -> Any:
        """What was found for an earlier visitor, or else what is found now."""
        if name not in self.found:
            self.found[name] = look_up()
        return self.found[name]


class Shelf:
    """The finished pages of one edition."""

    def __init__(self, edition: str = "") -> None:
        self.edition = edition
        self.pages: dict[str, Kept] = {}
        self.beside: dict[str, Beside] = {}

    def find(self, key: str) -> Kept | None:
        kept = self.pages.get(key)
        return kept if kept and kept.until > monotonic() else None

    def put(self, key: str, kept: Kept) -> None:
        _put(self.pages, key, kept)

    def beside_story(self, key: str) -> Beside:
        kept = self.beside.get(key)
        if not kept or kept.until <= monotonic():
            kept = Beside(monotonic() + LONGEST)
            _put(self.beside, key, kept)
        return kept


def _put(place: dict[str, Any], key: str, kept: Any) -> None:
    if len(place) >= MOST:
        place.clear()
    place[key] = kept


_shelf = Shelf()


def shelf(edition: str) -> Shelf:
    """The shelf of an edition. There is only one: that of another edition goes."""
    global _shelf
    if _shelf.edition != edition:
        _shelf = Shelf(edition)
    return _shelf


def connect() -> None:
    """Listen to everything that editors edit, for pages may show any of it."""
    for signal in (post_save, post_delete, m2m_changed):
        signal.connect(_changed, dispatch_uid="spine_content.keeping")
    post_page_move.connect(_moved, dispatch_uid="spine_content.keeping")
    post_delete.connect(_file_gone, dispatch_uid="spine_content.keeping.files")
    setting_changed.connect(_forget, dispatch_uid="spine_content.keeping")


def _changed(
    sender: Any,
    instance: Any,
    update_fields: Any = None,
    created: bool = False,
    **_signal: Any,
) -> None:
    if update_fields and OF_PAGE_DRAFTS.issuperset(update_fields):
        return
    if created and not getattr(instance, "live", True):
        return
    if _is_shown(type(instance)):
        Edition.begin()


def _file_gone(sender: Any, **_signal: Any) -> None:
    # Not when one is made, as every new page makes some.
    if issubclass(sender, AbstractRendition):
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
    pages, key = shelf(Edition.current()), _key(page, request)
    if page.spine_type == "story":
        page.kept_beside = pages.beside_story(key)
        return make()
    if kept := pages.find(key):
        return _response(page, request, kept)
    # Tags in the template put the parts here when they are finished.
    request.spine_parts = {}
    response = make()
    if isinstance(response, TemplateResponse):
        response.add_post_render_callback(partial(_keep, page, request, pages, key))
    return response


def _may_be_kept(page: Any, request: Any) -> bool:
    return (
        conf.keeps_finished_pages()
        and request.method in ("GET", "HEAD")
        and not request.GET
        and not getattr(request, "is_preview", False)
        # What a site adds to the context may be meant for its own template.
        and type(page).get_context.__module__.startswith("spine_content.")
        and (type(page).__module__.startswith("spine_content.") or _says_so(page))
        and _has_our_templates()
    )


def _says_so(page: Any) -> bool:
    # Of this very class: what it inherits from ours says nothing about its own.
    return bool(vars(type(page)).get("keep_finished", False))


@cache
def _has_our_templates() -> bool:
    """Whether the site has replaced none of the templates that parts are made of."""
    ours = [
        path
        for folder in FOLDERS
        for path in (TEMPLATES / "spine_content" / folder).rglob("*.html")
    ]
    return all(_is_used(path) for path in ours)


def _is_used(path: Path) -> bool:
    found: Any = get_template(path.relative_to(TEMPLATES).as_posix())
    return Path(found.origin.name).resolve() == path


def _forget(**_signal: Any) -> None:
    """A test of a site has changed a setting: nothing that was made counts any more."""
    global _shelf
    _shelf = Shelf()
    _has_our_templates.cache_clear()


def _key(page: Any, request: Any) -> str:
    return f"{page.pk} {request.scheme} {request.get_host()} {get_language()}"


def look_up(page: Any, name: str, make: Callable[[], Any]) -> Any:
    """Something that a page shows and that says nothing of itself, kept for stories."""
    kept = getattr(page, "kept_beside", None)
    return kept.look_up(name, make) if kept else make()


def _keep(page: Any, request: Any, pages: Shelf, key: str, response: Any) -> None:
    template = response.resolve_template(response.template_name).template.name
    max_age = get_max_age(response)
    if (
        response.status_code == 200
        # A template of the site's own may add to these parts.
        and template == page.packaged_template
        and request.spine_parts.keys() == PARTS
    ):
        seconds = LONGEST if max_age is None else max_age
        until = monotonic() + seconds
        pages.put(key, Kept(request.spine_parts, until, max_age is not None))


def _response(page: Any, request: Any, kept: Kept) -> Any:
    page_model = swapper.load_model("wagtailcore", "Page")
    context = page_model.get_context(page, request)
    response = TemplateResponse(
        request, "spine_content/pages/kept.html", {**context, "kept": kept.parts}
    )
    if kept.has_end:
        patch_cache_control(response, max_age=int(kept.until - monotonic()))
    return response
