from typing import Any

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Site

from spine_content.pages.listings import visible_pages


class LanguagesSitemap(Sitemap):
    """
    Wagtail's sitemap of a site, with its pages in every language.

    Wagtail's own lists the pages below the root page of the site; those of another
    language are below a translation of it.
    """

    def items(self) -> Any:
        if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
            return super().items()
        site = self.get_wagtail_site()
        # A language may have a site of its own, which has a sitemap of its own.
        others = Site.objects.exclude(pk=site.pk).values("root_page")
        translations = site.root_page.get_translations().exclude(pk__in=others)
        below = Q(path__startswith=site.root_page.path)
        for path in translations.values_list("path", flat=True):
            # An alias stands in for a translation that nobody has made yet.
            below |= Q(path__startswith=path, alias_of=None)
        pages = visible_pages().filter(below).order_by("path")
        return pages.defer_streamfields().specific()
