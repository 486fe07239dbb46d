from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from spine_content.pages.appraising import PageAppraisal
from spine_content.quality import HIGHEST_GRADE, HIGHEST_LIX, Advice, Topic

#: Above so many sentences a list of them helps nobody.
MOST_SENTENCES = 12


class QualityPanel(Panel):
    """
    Advice on plain and honest writing, from the saved draft. It blocks nothing.

    Its script asks for it when the form is there: nobody waits for it to begin writing.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Plain and honest"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/quality_panel.html"

        class Media:
            js = ("spine_content/js/quality.js",)
            css = {"all": ["spine_content/css/admin/quality.css"]}

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            pk = self.instance.pk
            # The script puts in the key of a page that is saved for the first time.
            context.update(
                address=reverse("spine_quality", args=[pk or 0]), is_saved=bool(pk)
            )
            return context


@dataclass(frozen=True)
class Sentence:
    """All that is said about one sentence, or one thing that is missing."""

    advice: list[Advice]

    @property
    def first(self) -> Advice:
        return self.advice[0]

    @property
    def excerpt(self) -> tuple[str, str, str]:
        """The sentence before, in and after the words that stand out."""
        before, found, after = self.first.excerpt.partition(self.first.found or "\0")
        return before, found, after

    @property
    def suggestions(self) -> list[str]:
        return list(dict.fromkeys(a.suggestion for a in self.advice if a.suggestion))


@dataclass(frozen=True)
class Section:
    """The advice on one topic."""

    topic: Topic
    sentences: list[Sentence]
    number: int

    @property
    def hidden(self) -> int:
        return self.number - len(self.sentences)


def findings(appraisal: PageAppraisal, message: str = "") -> dict[str, Any]:
    """What the panel shows of a draft."""
    found = appraisal.found
    return {
        "appraisal": appraisal,
        "reading": found.reading,
        "plain_reading": found.reading_without_terms,
        "is_hard": found.is_hard,
        "highest_grade": int(HIGHEST_GRADE),
        "highest_lix": int(HIGHEST_LIX),
        "sections": list(_sections(appraisal.open)),
        "answered": appraisal.answered,
        "items": found.items,
        "message": message,
    }


def _sections(advice: list[Advice]) -> Iterable[Section]:
    for topic in Topic:
        by_sentence: dict[tuple[str, ...], list[Advice]] = {}
        for each in advice:
            if each.topic == topic:
                name = (each.place.field, each.place.block, each.excerpt or each.key)
                by_sentence.setdefault(name, []).append(each)
        sentences = [Sentence(found) for found in by_sentence.values()]
        if sentences:
            yield Section(topic, sentences[:MOST_SENTENCES], len(sentences))
