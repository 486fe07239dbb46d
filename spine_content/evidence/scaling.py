"""Counts out of one round number for a whole row, so that they can be compared."""

from collections.abc import Iterable

from spine_content.evidence.counts import Count


def scaled(numerator: int, denominator: int, base: int) -> int:
    """How many out of ``base``, halves upwards, without the errors of floats."""
    return (2 * numerator * base + denominator) // (2 * denominator)


def row_base(counts: Iterable[tuple[int, int]], least: int = 100) -> int:
    """
    The smallest power of ten, not below ``least``, that suits all counts of a row.

    What happened to somebody must not read as nobody, nor what some were spared as
    everybody. Small counts are never scaled, so they have no say.
    """
    base = 10
    while base < least:
        base *= 10
    scalable = [count for count in map(Count._make, counts) if not count.is_few]
    while any(_is_rounded_away(count, base) for count in scalable):
        base *= 10
    return base


def upper_bound(denominator: int, base: int) -> int:
    """
    How many out of ``base`` it could still be where nobody was counted.

    The rule of three: three divided by the number looked at, with 95% confidence.
    """
    return min(base, -(-3 * base // denominator))


def _is_rounded_away(count: Count, base: int) -> bool:
    shown = scaled(count.numerator, count.denominator, base)
    return (shown == 0 and not count.is_none) or (shown == base and not count.is_all)
