"""Misspelt words: one or two insertions, deletions, replacements or swaps."""

from collections.abc import Collection
from random import Random

from mutation.operator import NoPlaceError

_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
# Of a shorter word two edits leave nothing that anybody would recognise.
SHORTEST_FOR_TWO = 4
_ATTEMPTS = 50


def misspelt(word: str, edits: int, rng: Random, known: Collection[str]) -> str:
    """Misspell a word so that no known word comes out."""
    if edits > 1 and len(word) < SHORTEST_FOR_TWO:
        raise NoPlaceError
    taken = {other.casefold() for other in known} | {word.casefold()}
    for _ in range(_ATTEMPTS):
        wrong = word
        for _ in range(edits):
            wrong = _edited(wrong, rng)
        if wrong and wrong[0].isalpha() and wrong[-1].isalnum() and wrong.casefold() not in taken:
            return wrong
    raise NoPlaceError


def _edited(word: str, rng: Random) -> str:
    at = rng.randrange(len(word))
    letter = rng.choice(_LETTERS)
    match rng.randrange(4):
        case 0:
            return word[:at] + letter + word[at:]
        case 1 if len(word) > 1:
            return word[:at] + word[at + 1 :]
        case 2 if at + 1 < len(word):
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case _:
            return word[:at] + letter + word[at + 1 :]
