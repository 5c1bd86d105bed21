"""What is wrong, as a value: a rule's name, the place in the file, what the message needs, and how to mend it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

# A place in a file's data: keys and indices, from the top.
Path: TypeAlias = tuple[str | int, ...]
# Which part of the place: the key, the value, or whichever of the two underlines better.
Part: TypeAlias = Literal["key", "value"]
# How much it matters, the most first.
Severity: TypeAlias = Literal["error", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


class Several(tuple[str, ...]):
    """Names of which a message shows the first few and counts the rest."""

    __slots__ = ()


class Range(NamedTuple):
    """Offsets into a text in code points, the end exclusive."""

    start: int
    end: int


class Place(NamedTuple):
    """A path into a file's data and the part of it that is meant."""

    path: Path = ()
    part: Part = "value"


class Replace(NamedTuple):
    """A change: other text at some offsets; line feeds in it stand for the file's own line ends."""

    where: Range
    text: str


class SetValue(NamedTuple):
    """A change: another value at a path where a text stands, quoted where it has to be."""

    path: Path
    value: str


class RenameKey(NamedTuple):
    """A change: the last key of a path gets another name."""

    path: Path
    key: str


class AddKey(NamedTuple):
    """A change: a key with a value becomes the first one of the keys at a path.

    Where a text stands for those keys, it becomes the value of ``text_key``.
    """

    path: Path
    key: str
    value: str
    text_key: str = "text"


class Remove(NamedTuple):
    """A change: the list item at a path goes, with the lines it takes up."""

    path: Path


class Raw(NamedTuple):
    """A block text as it stands in another file: its sign (``|`` or ``>-``) and its lines, not indented."""

    header: str
    lines: tuple[str, ...]


class Commented(NamedTuple):
    """A value with a comment above it; line feeds in the comment begin new lines."""

    comment: str
    value: "Data"


# What is written in block style: a text (of several lines: a block text), keys, or a list.
Data: TypeAlias = "str | Raw | Commented | Mapping[str, Data] | Sequence[Data]"


class SetKey(NamedTuple):
    """A change: the key at a path has this value, a text in place of another or a key that was not there.

    What it stands in is made where it is missing. ``order`` are the format's keys: a new one comes after those that go
    before it there, else last.
    """

    path: Path
    value: Data
    order: tuple[str, ...] = ()


class AppendItem(NamedTuple):
    """A change: the list at a path, which is made where it is missing, ends with another item.

    ``order`` are the keys of what the list stands in, in the format's order.
    """

    path: Path
    value: Data
    order: tuple[str, ...] = ()


class Recode(NamedTuple):
    """A change: what is not UTF-8 in a file is read in another encoding, and the whole saved as UTF-8."""

    encoding: str


Change: TypeAlias = Replace | SetValue | RenameKey | AddKey | Remove | SetKey | AppendItem | Recode


class Fix(NamedTuple):
    """The changes to a file that together mend one problem.

    A safe fix leaves no doubt about what was meant; any other is a good guess that somebody has to look at.
    """

    changes: tuple[Change, ...]
    safe: bool = True


class Problem(NamedTuple):
    """One thing that is wrong in one file.

    ``rule`` is a rule's name; ``where`` a place in the data, or offsets where the data does not reach;
    ``values`` fill in the rule's message (a ``Place`` among them is printed as its line number). ``fix`` mends it.
    """

    rule: str
    where: Place | Range
    values: Mapping[str, object] = MappingProxyType({})
    fix: Fix | None = None
