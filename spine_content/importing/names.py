"""Lists of names, written as a line of words."""


def names(words: str) -> frozenset[str]:
    return frozenset(words.split())
