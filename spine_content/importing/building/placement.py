"""Where in the tree a draft is put, under which address, and what leads there."""

from typing import Any
from urllib.parse import unquote, urlsplit

import swapper
from django.apps import apps
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from spine_content.importing.documents import SourceDocument
from spine_content.importing.models import ImportedDocument
from spine_content.importing.sanitiser import without_control_characters
from spine_content.page_types import PAGE_TYPES

swapper.set_app_prefix("wagtailcore", "wagtail")


def page_model() -> Any:
    """The base page of the site."""
    return swapper.load_model("wagtailcore", "Page")


def page_types_below(parent: Any) -> dict[str, Any]:
    """The page model of each ``page_type`` that can be created below ``parent``."""
    found: dict[str, Any] = {}
    for model in parent.specific_class.creatable_subpage_models():
        kind = getattr(model, "page_type", "")
        if kind in PAGE_TYPES and kind not in found and model.can_create_at(parent):
            found[kind] = model
    return found


def may_add_below(parent: Any, user: Any) -> bool:
    """Whether ``user`` may add pages there. A command without a user may."""
    if user is None:
        return True
    return bool(parent.permissions_for_user(user).can_add_subpage())


MAX_SLUG_LENGTH = 100


def slug_for(document: SourceDocument, taken: set[str]) -> str:
    """
    The old end of the address where the site can have it, else Wagtail's own.

    It is added to those that are ``taken`` below the page.
    """
    wanted = slugify(
        without_control_characters(unquote(document.slug)), allow_unicode=True
    )
    # Whether other letters may stand in an address is a setting that Wagtail minds.
    if not wanted or not wanted.isascii():
        return ""
    number = 0
    slug = first = wanted[:MAX_SLUG_LENGTH].strip("-_")
    while slug in taken:
        number += 1
        slug = f"{first}-{number}"
    taken.add(slug)
    return slug


def parent_for(line: ImportedDocument) -> Any:
    """The page to put a draft below: as on the old site, where the types allow it."""
    top = page_model().objects.get(pk=line.run.parent_page_id)
    if not line.parent_key_hash:
        return top
    above = parent_page_of(line)
    if above is None:
        # It may come later in the file: the pages are moved when all are there.
        return top
    line.parent_key_hash = ""
    if can_be_below(above, line.page_type, line.run.user):
        return above
    line.warnings.append(flattened_warning())
    return top


def parent_page_of(line: ImportedDocument) -> Any:
    """The page of the document that a document stood below, if it is there yet."""
    above = line.run.documents.filter(
        key_hash=line.parent_key_hash, page_id__isnull=False
    ).first()
    return page_model().objects.filter(pk=above.page_id).first() if above else None


def can_be_below(page: Any, kind: str, user: Any) -> bool:
    return kind in page_types_below(page) and may_add_below(page, user)


def flattened_warning() -> str:
    return _("It stood below another page, which cannot have pages of its type.")


MAX_PATH_LENGTH = 255


def redirect_model() -> Any:
    installed = apps.is_installed("wagtail.contrib.redirects")
    return apps.get_model("wagtailredirects", "Redirect") if installed else None


def create_redirect(page: Any, address: str, site: Any) -> tuple[int | None, str]:
    """
    Have the old address lead to ``page``; gives the redirect, or why there is none.

    Until the page is published its own address answers 404, as the old one does. A
    browser must not remember that for good, so the redirect is temporary until then.
    """
    redirects = redirect_model()
    parts = urlsplit(address) if address else None
    if redirects is None or parts is None or parts.path in ("", "/"):
        return None, ""
    old = redirects.normalise_path(parts.path)
    if site is None or len(old) > MAX_PATH_LENGTH or old == _own_path(page, site):
        return None, ""
    here = Q(site=site) | Q(site=None)
    if redirects.objects.filter(here, old_path=old).exists():
        return None, _("There is a redirect from “%s” already, which stays.") % old
    root = site.root_page.url_path.rstrip("/")
    pages = page_model().objects.filter(url_path=f"{root}{old}/", live=True)
    if pages.exists():
        return None, _("A published page has the address “%s”, and keeps it.") % old
    made = redirects.objects.create(
        old_path=old, site=site, redirect_page_id=page.pk, is_permanent=False
    )
    return int(made.pk), ""


def _own_path(page: Any, site: Any) -> str:
    root = site.root_page.url_path
    return "/" + str(page.url_path).removeprefix(root).strip("/")


def make_redirects_permanent(instance: Any, **kwargs: Any) -> None:
    """Receives ``page_published``: from now on the redirects of an import are final."""
    redirects = redirect_model()
    if redirects is None:
        return
    made = ImportedDocument.objects.filter(page_id=instance.pk, redirect_id__gt=0)
    redirects.objects.filter(
        pk__in=list(made.values_list("redirect_id", flat=True)),
        redirect_page=instance.pk,
    ).update(is_permanent=True)
