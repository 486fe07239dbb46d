"""Facts of a treatment, one block for each kind of question."""

from spine_content.facts.blocks.answer import AnswerBlock
from spine_content.facts.blocks.base import FactBlock
from spine_content.facts.blocks.frequency import FrequencyBlock
from spine_content.facts.blocks.money import MoneyBlock
from spine_content.facts.blocks.range import RangeBlock
from spine_content.facts.blocks.scale_difference import ScaleDifferenceBlock
from spine_content.facts.blocks.stored import fact_from_raw, with_words_of

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
