"""What is wrong, as a value: a rule's name, the place in the file, and what the message needs."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

# A place in a file's data: keys and indices, from the top.
Path: TypeAlias = tuple[str | int, ...]
# Which part of the place: the key, the value, or whichever of the two underlines better.
Part: TypeAlias = Literal["key", "value"]
# How much it matters, the most first.
Severity: TypeAlias = Literal["error", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


class Range(NamedTuple):
    """Offsets into a text in code points, the end exclusive."""

    start: int
    end: int


class Place(NamedTuple):
    """A path into a file's data and the part of it that is meant."""

    path: Path = ()
    part: Part = "value"


class Problem(NamedTuple):
    """One thing that is wrong in one file.

    ``rule`` is a rule's name; ``where`` a place in the data, or offsets where the data does not reach;
    ``values`` fill in the rule's message (a ``Place`` among them is printed as its line number).
    """

    rule: str
    where: Place | Range
    values: Mapping[str, object] = MappingProxyType({})
