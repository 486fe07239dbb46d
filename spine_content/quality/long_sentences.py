from collections.abc import Iterable, Iterator

from django.utils.translation import ngettext

from spine_content.quality.advice import Advice, Topic
from spine_content.quality.passages import Passage
from spine_content.quality.sentences import sentences, words

#: More words than these are hard to hold in mind while reading.
MOST_WORDS = 20


def long_sentences(passages: Iterable[Passage]) -> Iterator[Advice]:
    """Every sentence that is too long, with the place where it stands."""
    for passage in passages:
        for sentence in sentences(passage.text) if passage.is_prose else ():
            number = len(words(sentence))
            if number > MOST_WORDS:
                why = ngettext(
                    "%(number)s word in one sentence. Many readers have lost the "
                    "beginning by its end: say it in two.",
                    "%(number)s words in one sentence. Many readers have lost the "
                    "beginning by its end: say it in two.",
                    number,
                ) % {"number": number}
                yield Advice("long", Topic.LONG, why, passage.place, sentence)
