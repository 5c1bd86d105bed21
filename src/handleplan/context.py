"""What a rule is given: one file that could be read, and what is known about the files around it."""

from typing import Generic, NamedTuple, TypeVar

from handleplan.known import Known
from handleplan.layout import FilePlace
from handleplan.problem import Path, Place
from handleplan.rule import Found
from handleplan.source import Source

M_co = TypeVar("M_co", covariant=True)


class File(NamedTuple, Generic[M_co]):
    """A file that could be read and has the right shape."""

    place: FilePlace
    source: Source
    model: M_co
    known: Known


def found(path: Path, **values: object) -> Found:
    """State what a rule has found at the value of a path; the values fill in its message."""
    return Found(Place(path), values)


def found_key(path: Path, **values: object) -> Found:
    """State what a rule has found at the key of a path; the values fill in its message."""
    return Found(Place(path, "key"), values)
