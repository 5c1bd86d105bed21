"""A broken file's lines, read the way people read them: dashes, keys, values, and which text goes on where."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cached_property

_BREAK = re.compile(r"\r\n|\r|\n")
# What may stand before the value on a line: indentation, dashes, and a key with its colon.
_BEFORE_VALUE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-(?:[ \t]+|$))*)(?P<key>[^\s:#\"'\-{\[][^:#\"']*?:(?=[ \t]|$))?[ \t]*"
)
_BLOCK_HEADER = re.compile(r"[|>][+\-0-9]*(?:\s+#.*)?")
# How far around a line its surroundings are looked at.
_FAR = 2000
_LINES_OF_A_TEXT = 40


class Line:
    """One line: where it starts in the file, its text, and what stands on it. Columns count from 0."""

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self.text = text

    @property
    def end(self) -> int:
        """The offset of the line's end, its line break excluded."""
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        """How many spaces the line begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def blank(self) -> bool:
        """Whether nothing but white space and comment stands here."""
        stripped = self.text.strip()
        return not stripped or stripped.startswith("#")

    @cached_property
    def _before(self) -> re.Match[str]:
        match = _BEFORE_VALUE.match(self.text)
        assert match is not None
        return match

    @property
    def key(self) -> str:
        """The key that the line begins with, nothing where it has none."""
        return (self._before["key"] or "").removesuffix(":")

    @property
    def has_dash(self) -> bool:
        """Whether a list item begins here."""
        return bool(self._before["dashes"])

    @property
    def value_at(self) -> int:
        """The column where the value begins."""
        return self._before.end()

    @property
    def value(self) -> str:
        """What stands after dashes and key."""
        return self.text[self.value_at :].rstrip()

    @property
    def opens_block(self) -> bool:
        """Whether a block text begins here, on the lines below."""
        return _BLOCK_HEADER.fullmatch(self.value) is not None

    @property
    def dash_columns(self) -> tuple[int, ...]:
        """Where the dashes stand."""
        start, end = self._before.span("dashes")
        return tuple(column for column in range(start, end) if self.text[column] == "-")

    @property
    def key_column(self) -> int | None:
        """Where the key stands."""
        return self._before.start("key") if self._before["key"] else None

    @property
    def column(self) -> int:
        """The column that a text's next lines must stand further in than: the key's, else the last dash's."""
        if self.key_column is not None:
            return self.key_column
        return self.dash_columns[-1] if self.has_dash else self.indent


class Lines:
    """The lines of a file, made when they are asked for; ``keys`` are the words that the format knows as keys."""

    def __init__(self, text: str, keys: Collection[str]) -> None:
        self.text = text
        self.keys = keys
        self.starts = [0, *(match.end() for match in _BREAK.finditer(text))]
        if len(self.starts) > 1 and self.starts[-1] == len(text):
            self.starts.pop()
        self._made: dict[int, Line] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Line:
        if index not in self._made:
            start = self.starts[index]
            match = _BREAK.search(self.text, start)
            self._made[index] = Line(start, self.text[start : match.start() if match else len(self.text)])
        return self._made[index]

    def index_of(self, offset: int) -> int:
        """Return the line, from 0, that an offset is on."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def is_key(self, word: str) -> bool:
        """Tell whether the format knows a word as a key; without a format, whether it looks like one."""
        return word in self.keys if self.keys else re.fullmatch(r"[a-z_]+", word) is not None

    def is_structural(self, index: int) -> bool:
        """Tell whether a line is a list item or begins with a key of the format: no part of a text."""
        line = self[index]
        return line.has_dash or self.is_key(line.key)

    def above(self, index: int) -> Iterator[int]:
        """Yield the lines above one that are not blank, upwards."""
        for other in range(index - 1, max(-1, index - _FAR), -1):
            if not self[other].blank:
                yield other

    def parents(self, index: int, *, from_indent: int | None = None) -> list[int]:
        """Return the lines that a line is indented under, the innermost first.

        Args:
            index: the line.
            from_indent: take the line to be indented so far.
        """
        level = self[index].indent if from_indent is None else from_indent
        found = []
        for other in self.above(index):
            if self[other].indent < level:
                level = self[other].indent
                found.append(other)
            if level == 0:
                break
        return found

    def block_opener(self, index: int) -> int | None:
        """Return the line whose block text a line belongs to."""
        return next((other for other in reversed(self.parents(index)) if self[other].opens_block), None)

    def text_start(self, index: int) -> int | None:
        """Return the line that begins the plain text which a line without dash or key goes on with."""
        for other in self.above(index):
            line = self[other]
            if line.has_dash or line.key:
                goes_on = line.value and not line.opens_block and line.column < self[index].indent
                return other if goes_on else None
        return None

    def text_end(self, index: int) -> int:
        """Return the last line of the plain text that begins on a line."""
        last = index
        for other in range(index + 1, min(len(self), index + _LINES_OF_A_TEXT)):
            line = self[other]
            if line.blank or line.indent <= self[index].column or self.is_structural(other):
                break
            last = other
        return last

    def joined(self, first: int, last: int) -> str:
        """Return the value that begins on a line with the lines it goes on with, as one line of text."""
        values = [self[first].value, *(self[index].text.strip() for index in range(first + 1, last + 1))]
        return " ".join(filter(None, values))
