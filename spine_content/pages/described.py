from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.conf import settings
from django.db import models
from wagtail.coreutils import get_content_languages
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from spine_content import jsonld
from spine_content.pages.listing import visible_pages

#: The largest of those that the page itself shows, in what every network can read.
SHARED_PICTURE = "format-jpeg|width-960"


class DescribedPageMixin(models.Model):
    """
    What a page tells search engines and whoever shares it: nothing that its readers
    do not see.
    """

    if TYPE_CHECKING:  # what every page brings along
        title: str
        summary: str
        locale: Any
        translation_key: Any
        last_published_at: Any
        get_full_url: Any

    #: What kind of page it is, in the words of schema.org.
    schema_type: Any = "MedicalWebPage"
    #: The same for networks in which somebody shares it, by the Open Graph protocol.
    shared_as = "article"
    #: Whether a link to the page that somebody shares may come with its picture.
    shares_picture = True

    class Meta:
        abstract = True

    def structured_data(self, context: Any) -> jsonld.Node:
        """The page as schema.org describes pages. ``context`` is its template's."""
        request = context.get("request")
        clinic = context.get("clinic")
        above = context.get("breadcrumbs") or []
        address = self.get_full_url(request)
        trail = [(page.title, page.get_full_url(request)) for page in above]
        return jsonld.node(
            self.schema_type,
            url=address,
            name=self.title,
            description=self.summary,
            inLanguage=self.locale.language_code,
            dateModified=jsonld.day(self.last_published_at),
            publisher=jsonld.organization(clinic.clinic_name if clinic else ""),
            breadcrumb=jsonld.breadcrumb_list([*trail, (self.title, address)]),
            **self.schema_properties(context),
            **self.clinical_review_data(context),
        )

    def schema_properties(self, context: Any) -> dict[str, Any]:
        """What is true of this type of page beyond what every page has."""
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
        picture = getattr(self, "image", None) if self.shares_picture else None
        if not picture:
            return ""
        try:
            address = picture.get_rendition(SHARED_PICTURE).url
        except (SourceImageIOError, InvalidFilterSpecError):
            return ""  # a lost file is no reason to show no page
        return str(urljoin(self.get_full_url(request) or "", address))
