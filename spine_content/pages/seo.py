"""What a page says of itself to search engines and where it is shared."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_languages
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from spine_content import jsonld
from spine_content.pages.listings import visible_pages

FICTIONAL_NOTICE = _("This is a fictional example.")
#: The largest of those that the page itself shows, in what every network can read.
SHARED_IMAGE_FILTER = "format-jpeg|width-960"


def page_url(page: Any, context: Any) -> str:
    """The full address of a page, or an empty string; ``context`` is a template's."""
    return str(page.get_full_url(context.get("request")) or "")


class SeoMixin(models.Model):
    """
    Structured data, translations and Open Graph data of a page.

    Nothing in them is hidden from its readers.
    """

    if TYPE_CHECKING:  # what every page brings along
        title: str
        summary: str
        locale: Any
        translation_key: Any
        last_published_at: Any
        get_full_url: Any

    #: Its type or types in schema.org.
    schema_type: Any = "MedicalWebPage"
    #: Its type in the Open Graph protocol, for networks where it is shared.
    open_graph_type = "article"
    #: Whether a link that is shared may come with the image of the page.
    shares_image = True
    image: Any = None

    class Meta:
        abstract = True

    def structured_data(self, context: Any) -> jsonld.Node:
        """The page as schema.org describes pages. ``context`` is its template's."""
        request = context.get("request")
        clinic = context.get("clinic")
        above = context.get("breadcrumbs") or []
        address = self.get_full_url(request)
        ancestors = [(page.title, page.get_full_url(request)) for page in above]
        return jsonld.node(
            self.schema_type,
            url=address,
            name=self.title,
            description=self.summary,
            inLanguage=self.locale.language_code,
            dateModified=jsonld.local_date(self.last_published_at),
            publisher=jsonld.organization(clinic.clinic_name if clinic else ""),
            breadcrumb=jsonld.breadcrumb_list([*ancestors, (self.title, address)]),
            **self.schema_properties(context),
            **self.clinical_review_data(context),
        )

    def schema_properties(self, context: Any) -> dict[str, Any]:
        """Properties of schema.org that this type of page has beyond those of all."""
        return {}

    def clinical_review_data(self, context: Any) -> dict[str, Any]:
        """``lastReviewed`` and ``reviewedBy``, where somebody has signed it off."""
        return {}

    def shown_translations(self) -> list[Any]:
        """The same page in other languages, as far as every visitor may see it."""
        i18n = getattr(settings, "WAGTAIL_I18N_ENABLED", False)
        if not i18n or len(get_content_languages()) < 2:
            return []
        others = visible_pages().filter(translation_key=self.translation_key)
        # An alias stands in for a translation that nobody has made yet.
        others = others.filter(alias_of=None).exclude(pk=self.pk)
        return list(others.select_related("locale").order_by("locale__language_code"))

    def shared_picture(self, request: Any) -> str:
        """The address of the picture that a shared link comes with, or nothing."""
        if not (self.shares_image and self.image):
            return ""
        try:
            address = self.image.get_rendition(SHARED_IMAGE_FILTER).url
        except (SourceImageIOError, InvalidFilterSpecError):
            return ""  # a lost file is no reason to show no page
        return str(urljoin(self.get_full_url(request) or "", address))
