"""Old addresses lead to the pages that were made of what was there."""

from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext as _

from spine_content.importing.building.page_types import page_model
from spine_content.importing.models import ImportedDocument

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
