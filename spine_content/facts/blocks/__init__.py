"""Facts of a treatment, one block for each kind of question."""

from spine_content.facts.blocks.base import FactBlock
from spine_content.facts.blocks.kinds import (
    AnswerBlock,
    FrequencyBlock,
    MoneyBlock,
    RangeBlock,
    ScaleDifferenceBlock,
)

__all__ = ["FACT_BLOCKS", "FactBlock", "fact_blocks"]

#: The block of each kind. Their keys are public API, as they are those of questions.
FACT_BLOCKS: tuple[type[FactBlock], ...] = (
    FrequencyBlock,
    ScaleDifferenceBlock,
    RangeBlock,
    MoneyBlock,
    AnswerBlock,
)


def fact_blocks() -> list[tuple[str, FactBlock]]:
    """Pairs of key and block for a stream of facts, by kind of question."""
    return [(block.kind.value, block()) for block in FACT_BLOCKS]
