"""A usual slip as a proposal: where it is, and how the file would read without it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class SyntaxFailure(NamedTuple):
    """Where the YAML parser stopped and what it said; the offset in code points."""

    problem: str
    offset: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip that would explain a failure.

    ``columns`` of line ``line`` (both from 0) are what is underlined. ``corrected`` takes the place of the lines
    ``first`` to ``last``, both ``line`` unless given. ``shown`` is false where the corrected line only serves to
    find out and would mislead as advice; ``certain`` true where no further proof is needed. ``beyond`` is the offset
    that the reading must get past to prove the slip; by default the one where it stopped. ``proven`` is true once the
    file, as far as one looks, could be read without it.
    """

    rule: str
    line: int
    columns: tuple[int, int]
    corrected: str
    values: Mapping[str, object] = field(default_factory=dict)
    first: int | None = None
    last: int | None = None
    shown: bool = True
    certain: bool = False
    beyond: int | None = None
    proven: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last line that the corrected text replaces."""
        first = self.line if self.first is None else self.first
        return first, max(first, self.line if self.last is None else self.last)
