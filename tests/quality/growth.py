"""Whether a function takes about as long for each character of a longer text."""

import time

#: Four times the text may take four times as long, and some more on a busy machine;
#: with the square of its length it would take sixteen times as long.
GROWTH = 4
MAX_RATIO = 8
#: Shorter measurements say nothing.
MIN_SECONDS = 0.001
#: Beyond some 100,000 characters, it is the memory of the machine that is measured.
MAX_TIMES = 8000
#: A busy machine may disturb a measurement, but hardly each of them.
ATTEMPTS = 4


def seconds(function, argument):
    start = time.process_time()
    function(argument)
    return time.process_time() - start


def assert_linear(function, text, times=500):
    """``function`` of ``text`` that often over, and of four times as much."""
    while seconds(function, text * times) < MIN_SECONDS and times < MAX_TIMES:
        times *= GROWTH
    ratios = []
    for _attempt in range(ATTEMPTS):
        before = seconds(function, text * times)
        after = seconds(function, text * (GROWTH * times))
        ratios.append(after / max(before, MIN_SECONDS))
        if ratios[-1] < MAX_RATIO:
            return
    raise AssertionError(f"{text!r} {times} times: {ratios}")
