from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail.search import index

from spine_content.models.snippets import ClinicSnippet


class GlossaryTerm(TranslatableMixin, ClinicSnippet):
    """A term that patients meet, and its plain meaning."""

    term = models.CharField(_("term"), max_length=80)
    meaning = models.CharField(
        _("plain meaning"),
        max_length=300,
        help_text=_("One sentence that somebody of twelve understands."),
    )
    other_forms = models.CharField(
        _("other forms"),
        max_length=200,
        blank=True,
        help_text=_("Plurals and other spellings, with commas between them."),
    )

    panels = ["term", "meaning", "other_forms"]
    search_fields = [
        index.SearchField("term"),
        index.AutocompleteField("term"),
        index.SearchField("meaning"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term
