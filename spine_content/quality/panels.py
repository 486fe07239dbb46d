from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from spine_content.admin.panels import DraftPanel
from spine_content.quality.appraisal import HIGHEST_GRADE, HIGHEST_LIX
from spine_content.quality.page_report import PageAppraisal
from spine_content.quality.types import Advice, Topic

#: Above so many sentences a list of them helps nobody.
MOST_SENTENCES = 12


class QualityPanel(DraftPanel):
    """Advice on plain and honest writing. It blocks nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Plain and honest"), **kwargs})

    class BoundPanel(DraftPanel.BoundPanel):
        css_class = "spine-quality"
        view_name = "spine_quality"
        report_name = "spine_quality_report"
        report_title = _("Plain and honest")
        unsaved = _(
            "Save the draft: what could be said more plainly, and what readers still "
            "miss, stands here. It only advises."
        )

        class Media:
            css = {"all": ["spine_content/css/admin/quality.css"]}


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
