"""Facts of a treatment, one block for each kind of question."""

from spine_content.blocks.facts.answer import AnswerBlock
from spine_content.blocks.facts.frequency import FrequencyBlock
from spine_content.blocks.facts.money import MoneyBlock
from spine_content.blocks.facts.range import RangeBlock
from spine_content.blocks.facts.reading import fact_from_raw, with_words_of
from spine_content.blocks.facts.scale_difference import ScaleDifferenceBlock
from spine_content.blocks.facts.shared import FactBlock

__all__ = ["FACT_BLOCKS", "FactBlock", "fact_blocks", "fact_from_raw", "with_words_of"]

#: The block of each kind. Their keys are public API, as they are those of questions.
FACT_BLOCKS: tuple[type[FactBlock], ...] = (
    FrequencyBlock,
    ScaleDifferenceBlock,
    RangeBlock,
    MoneyBlock,
    AnswerBlock,
)


def fact_blocks() -> list[tuple[str, FactBlock]]:
    """The blocks that an editor puts down facts with, by kind of question."""
    return [(block.kind.value, block()) for block in FACT_BLOCKS]
