"""The nearest known word to a misspelt one."""

import re
from collections.abc import Iterable

# Two edits leave nothing of a word like "id", and of two letters nobody knows what they are left of.
_SHORT, _REMNANT = 3, 2


def distance(left: str, right: str) -> int:
    """Count the edits between two words: insertions, deletions, replacements and swaps of neighbours.

    The restricted Damerau–Levenshtein distance (optimal string alignment), with costs of one each.
    """
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word at most two edits away (one where it has up to three letters), case not counted.

    The nearest wins, then the one with the same digits, then the one with the longer common beginning. None when all
    are too far, and when several are as near that are short or differ in their digits alone: of ``m1`` to ``m7``
    nobody knows which one ``m9`` was to be.
    """
    folded = word.casefold()
    near: list[tuple[int, bool, int, str]] = []
    for candidate in known:
        other = candidate.casefold()
        limit = 1 if len(other) <= _SHORT or len(folded) <= _REMNANT else 2
        if abs(len(folded) - len(other)) > limit:
            continue
        edits = distance(folded, other)
        if edits <= limit:
            common = next(
                (i for i, (a, b) in enumerate(zip(folded, other, strict=False)) if a != b), len(other)
            )
            near.append((edits, _digits(folded) != _digits(other), -common, candidate))
    if not near:
        return None
    best = min(near)
    as_near = [one[-1] for one in near if one[:-1] == best[:-1]]
    numbered = best[1] and len({re.sub(r"[0-9]", "", one) for one in as_near}) == 1
    ambiguous = len(as_near) > 1 and (len(folded) <= _SHORT or numbered)
    return None if ambiguous else best[-1]


def _digits(word: str) -> str:
    return re.sub(r"[^0-9]", "", word)
