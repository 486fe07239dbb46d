from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail.search import index

from spine_content.clinic.snippets import ClinicSnippet


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

    link_automatically = models.BooleanField(
        _("explain it wherever it is first used"),
        default=True,
        help_text=_(
            "Without the tick, only where an editor marks it. Take it off a word that "
            "means other things too."
        ),
    )

    panels = ["term", "meaning", "other_forms", "link_automatically"]
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

    @property
    def spellings(self) -> list[str]:
        """The term and its other forms, as they stand in texts."""
        return split_spellings(self.term, self.other_forms)


def split_spellings(term: str, other_forms: str) -> list[str]:
    """A term and its other forms, which have commas between them."""
    forms = (term, *other_forms.split(","))
    return [form.strip() for form in forms if form.strip()]
