"""Quarters of a year: read from text such as ``Q1, Q3-Q4`` and printed as people write them."""

import re
from functools import lru_cache

_PART = re.compile(r"[qQ]([1-4])(?:\s*[-–]\s*[qQ]?([1-4]))?")
FIRST, LAST = 1, 4


class QuarterError(ValueError):
    """A text that names no quarters; ``reversed_range`` tells a falling range (`Q4-Q2`) from the rest."""

    def __init__(self, text: str, *, reversed_range: bool = False) -> None:
        super().__init__(text)
        self.reversed_range = reversed_range


@lru_cache(maxsize=256)
def parse_quarters(text: str) -> tuple[int, ...]:
    """Read quarters: names, ranges with ``-`` or ``–``, and comma-separated lists of both, in any case.

    Args:
        text: for example ``Q1``, ``Q2-Q4``, ``q2–4`` or ``Q1, Q3``.

    Returns:
        The quarters, 1 to 4, rising, each once: ``Q2-4`` gives ``(2, 3, 4)``.

    Raises:
        QuarterError: the text is something else, or a range in it does not rise.
    """
    found: set[int] = set()
    for part in text.split(","):
        match = _PART.fullmatch(part.strip())
        if match is None:
            raise QuarterError(text)
        first = int(match[1])
        last = int(match[2]) if match[2] else first
        if match[2] and last <= first:
            raise QuarterError(text, reversed_range=True)
        found.update(range(first, last + 1))
    return tuple(sorted(found))


@lru_cache(maxsize=256)
def format_quarters(quarters: tuple[int, ...] | frozenset[int]) -> str:
    """Print quarters with an en dash for ranges: ``(2, 3, 4)`` gives ``Q2–Q4``, ``(1, 3)`` gives ``Q1, Q3``."""
    runs: list[list[int]] = []
    for quarter in sorted(set(quarters)):
        if runs and runs[-1][-1] == quarter - 1:
            runs[-1].append(quarter)
        else:
            runs.append([quarter])
    return ", ".join(f"Q{run[0]}" if len(run) == 1 else f"Q{run[0]}–Q{run[-1]}" for run in runs)
