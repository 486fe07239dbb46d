"""How many times as long one thing takes as another, on a machine that does others."""

import gc
from collections.abc import Callable
from contextlib import contextmanager
from statistics import median
from time import perf_counter

#: Each thing is done so often in a round, and the quickest counts: what else the
#: machine did meanwhile can only add.
TRIES = 3
ROUNDS = 25


@contextmanager
def without_collecting():
    """No garbage is collected in the middle of either side."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def seconds(action: Callable[[], object]) -> float:
    with without_collecting():
        start = perf_counter()
        action()
        return perf_counter() - start


def ratio(
    ours: Callable[[], object], bare: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float]:
    """The median ratio of both over many short rounds, and our median in seconds."""
    ratios, times = [], []
    for number in range(rounds):
        # Who comes first changes with each round.
        order = (ours, bare) if number % 2 else (bare, ours)
        tries = [{action: seconds(action) for action in order} for _ in range(TRIES)]
        best = min(each[ours] for each in tries)
        times.append(best)
        ratios.append(best / min(each[bare] for each in tries))
    return median(ratios), median(times)
