"""One file as text, as data, and as a map between the two."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

import yaml
from yaml.events import AliasEvent, ScalarEvent

from handleplan.problem import Path, Place, Problem, Range
from handleplan.source.encoding import decode, find_control_character, without_marks
from handleplan.source.tree import MappingNode, Node, SequenceNode, Tree, build_tree, find_error, span

MAX_BYTES = 5 * 1024 * 1024
# Editors break lines here and nowhere else; libyaml also counts U+0085, U+2028 and U+2029.
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place in a text: line and column from 1, the column in code points."""

    line: int
    column: int


class Scalar(NamedTuple):
    """A value that is a text: its path, its offsets, quotes included, and its style, None for plain, else the first character."""

    path: Path
    range: Range
    style: str | None


class Source:
    """A file's text with the data read from it.

    ``data`` is made of dict, list, str and None (an empty list item); it is None itself when the file could not be
    read or not be trusted, and ``problems`` says why.
    """

    __slots__ = ("__dict__", "_root", "_tree", "data", "problems", "text")

    def __init__(self, text: str, problems: Iterable[Problem] = (), tree: Tree | None = None) -> None:
        self.text = text
        self.problems = tuple(problems)
        self._tree = tree or Tree()
        self._root = self._tree.root
        self.data = self._tree.data

    @property
    def has_empty_values(self) -> bool:
        """Whether there are keys without a value."""
        return self._tree.has_empty_values

    @cached_property
    def words(self) -> list[str]:
        """What stands between white space, in the file's order: keys, signs and comments too."""
        return self.text.split()

    @cached_property
    def distinct_words(self) -> frozenset[str]:
        """The same, each once."""
        return frozenset(self.words)

    def has_block_text_with(self, sign: str) -> bool:
        """Tell whether a text that begins with ``|`` or ``>`` holds something."""
        return any(sign in event.value for event in self._tree.blocks)

    def has_block_text_beginning(self, beginnings: tuple[str, ...]) -> bool:
        """Tell whether a text that begins with ``|`` or ``>`` has any of these as its first words."""
        return any(event.value.startswith(beginnings) for event in self._tree.blocks)

    def blocks(self) -> Iterator[Range]:
        """Yield the offsets of every text that begins with ``|`` or ``>``, that line included."""
        return map(span, self._tree.blocks)

    def dashed_items(self) -> Iterator[Range]:
        """Yield the offsets of every list item of text that has a dash between spaces."""
        return map(span, self._tree.dashed_items)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset in code points."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def offset(self, line: int) -> int:
        """Return the offset at which a line (from 1) begins; past the last one, the end of the text."""
        return self._line_starts[line - 1] if line <= len(self._line_starts) else len(self.text)

    def line(self, number: int) -> str:
        """Return a line (from 1) without its line end; past the last one, nothing."""
        if number > len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        match = _LINE_BREAK.search(self.text, start)
        return self.text[start : match.start() if match else len(self.text)]

    def locate(self, where: Place | Range) -> Range:
        """Return the offsets of a place in the data; offsets are returned as they are.

        Parts of the path that the file does not have are left out: the deepest part that exists is what gets
        located, by its key. A text is located by its value, a collection or a block text by its key; a list item
        that is a collection by its first key.
        """
        if isinstance(where, Range):
            return where
        found = list(self._descend(where.path))
        key, node = found[-1] if found else (None, self._root)
        return self._range_of(key, node, by_key=where.part == "key" or len(found) < len(where.path))

    def node(self, path: Path) -> Node | None:
        """Return the node at a path of the file; None where the file has no such path."""
        found = [self._root, *(node for _, node in self._descend(path))]
        return found[-1] if len(found) == len(path) + 1 else None

    def in_flow(self, path: Path) -> bool:
        """Tell whether a path lies inside brackets, where commas separate."""
        return any(
            isinstance(node, MappingNode | SequenceNode) and bool(node.start.flow_style)
            for node in (self._root, *(node for _, node in self._descend(path[:-1])))
        )

    def path_in_file(self, path: Path) -> Path:
        """Return the part of a path that the file has, from the top."""
        return path[: sum(1 for _ in self._descend(path))]

    def _descend(self, path: Path) -> Iterator[tuple[ScalarEvent | None, Node]]:
        """Yield what stands at each step of a path, its key (None in lists) and its node, as far as the file has it."""
        node = self._root
        for step in path:
            if isinstance(node, MappingNode) and step in node.entries:
                key, node = node.entries[str(step)]
                yield key, node
            elif isinstance(node, SequenceNode) and isinstance(step, int) and -1 < step < len(node.items):
                node = node.items[step]
                yield None, node
            else:
                return

    def scalars(self) -> Iterator[Scalar]:
        """Yield every value that is a text, in the file's order; not the keys."""
        waiting: list[tuple[Path, Node | None]] = [((), self._root)]
        while waiting:
            path, node = waiting.pop()
            if isinstance(node, ScalarEvent):
                yield Scalar(path, span(node), node.style or None)  # libyaml: '' for plain
            elif isinstance(node, MappingNode):
                entries = [((*path, key), value) for key, (_, value) in node.entries.items()]
                waiting.extend(reversed(entries))
            elif isinstance(node, SequenceNode):
                waiting.extend(reversed([((*path, index), item) for index, item in enumerate(node.items)]))

    def scalar_at(self, offset: int) -> Scalar | None:
        """Return the value that is a text and covers an offset, None where there is none: in keys and comments."""
        path: Path = ()
        node: Node | None = self._root
        while isinstance(node, MappingNode | SequenceNode):
            if isinstance(node, SequenceNode):
                index = bisect_right(node.items, offset, key=_start_of) - 1
                path, node = (*path, index), node.items[index] if index >= 0 else None
                continue
            chosen: tuple[str, Node] | None = None
            for key, (event, value) in node.entries.items():
                if span(event).start > offset:
                    break
                chosen = key, value
            path, node = ((*path, chosen[0]), chosen[1]) if chosen else (path, None)
        if isinstance(node, ScalarEvent) and span(node).start <= offset < span(node).end:
            return Scalar(path, span(node), node.style or None)
        return None

    def occurrences(self, words: Iterable[str]) -> Iterator[int]:
        """Yield where some of the words that stand between white space do so; rising for each word."""
        text = self.text
        for word in words:
            at = text.find(word)
            while at >= 0:
                end = at + len(word)
                if not (text[at - 1 : at].strip() or text[end : end + 1].strip()):
                    yield at
                at = text.find(word, end)

    def empty_keys(self) -> Iterator[Path]:
        """Yield the path of every key that has no value, and is absent from the data."""
        if self.has_empty_values:
            for scalar in self.scalars():
                if isinstance(scalar.path[-1], str) and not self.text[slice(*scalar.range)].strip(
                    "|>'\"+- \t\r\n"
                ):
                    yield scalar.path

    @cached_property
    def _places(self) -> list[tuple[int, Path]]:
        """The offsets at which keys and values begin, rising, each with the path of the value."""
        found: list[tuple[int, Path]] = []
        waiting: list[tuple[Path, Node | None]] = [((), self._root)]
        while waiting:
            path, node = waiting.pop()
            if isinstance(node, MappingNode):
                for key, (event, value) in node.entries.items():
                    found.append((span(event).start, (*path, key)))
                    waiting.append(((*path, key), value))
                found += [(span(event).start, (*path, event.value)) for event in node.repeated]
            elif isinstance(node, SequenceNode):
                for index, item in enumerate(node.items):
                    waiting.append(((*path, index), item))
            elif node is not None:
                found.append((span(node).start, path))
        return sorted(found, key=lambda place: place[0])

    def path_at(self, offset: int) -> Path:
        """Return the path of the key or value at an offset, or the last one before it; the top before them all."""
        index = bisect_right(self._places, offset, key=lambda place: place[0])
        return self._places[index - 1][1] if index else ()

    def _range_of(self, key: ScalarEvent | None, node: Node | None, *, by_key: bool) -> Range:
        if isinstance(node, ScalarEvent | AliasEvent):
            found = span(node)
            block = isinstance(node, ScalarEvent) and node.style in ("|", ">")
            if key is None or not (by_key or block or found.start == found.end):
                return self._visible(found)
        if key is not None:
            return span(key)
        if isinstance(node, MappingNode) and node.entries:
            return span(next(iter(node.entries.values()))[0])
        if isinstance(node, SequenceNode) and node.items:
            return self._range_of(None, node.items[0], by_key=False)
        if isinstance(node, MappingNode | SequenceNode):
            return span(node.start)
        return Range(0, 0)

    def _visible(self, found: Range) -> Range:
        """Give an empty list item, which has no text of its own, the dash before it."""
        if found.start < found.end or not self.text:
            return found
        dash = self.text.rfind("-", 0, found.start + 1)
        return Range(dash, dash + 1) if dash >= 0 else found


def _start_of(node: Node) -> int:
    return span(node.start if isinstance(node, MappingNode | SequenceNode) else node).start


def read_source(content: bytes, format_keys: Callable[[], Collection[str]] = tuple) -> Source:
    """Read a file's bytes; whatever they hold becomes data or problems, never an exception.

    Args:
        content: the file.
        format_keys: returns all words that the file's format knows as keys, to tell keys from sentences in a file
            that is no YAML; not called for others.
    """
    if len(content) > MAX_BYTES:
        problem = Problem("file-too-large", Range(0, 0), {"limit": MAX_BYTES // 1024 // 1024})
        return Source("", [problem])
    content = without_marks(content)
    text, problems = decode(content)
    if problems:
        return Source(text, problems)
    try:
        tree = build_tree(content)
    except yaml.YAMLError as error:
        return Source(text, [_explain(text, error, format_keys())])
    if tree.problems:
        tree.problems[:] = _understood(text, tree)
    if tree.root is None or tree.data in ("", None):
        if not tree.problems:
            tree.problems.append(Problem("empty-file", Range(0, 0)))
        tree.data = None
    source = Source(text, tree.problems, tree)
    # A quote that closes before a #, where it was to open a colour, leaves another one that nothing closes.
    if tree.dashed_items or ('"#' in text and text.count('"') % 2) or "'#" in text:
        _add_what_nobody_meant(source)
    return source


def _understood(text: str, tree: Tree) -> list[Problem]:
    from handleplan.source.unmeant import with_lost_dashes, with_quotes

    problems = [with_quotes(text, problem) for problem in with_lost_dashes(tree)]
    if any(problem.rule == "missing-dash" for problem in problems):
        tree.data = None  # an entry is lost, and who refers to it is not to blame
    return problems


def _add_what_nobody_meant(source: Source) -> None:
    from handleplan.source.unmeant import late_quotes, swallowed_items

    found = (*late_quotes(source), *swallowed_items(source))
    source.problems += found
    if found:  # texts hold what was none of theirs
        source.data = None


def _explain(text: str, error: yaml.YAMLError, keys: Collection[str]) -> Problem:
    from handleplan.source.slip import SyntaxFailure
    from handleplan.source.syntax import explain

    def try_again(changed: str) -> SyntaxFailure | None:
        again = find_error(changed.encode())
        return failure_of(again) if again else None

    def failure_of(raised: yaml.YAMLError) -> SyntaxFailure:
        mark = getattr(raised, "problem_mark", None)
        return SyntaxFailure(getattr(raised, "problem", None) or str(raised), mark.index if mark else 0)

    control = find_control_character(text)
    if control:
        return control
    failure = failure_of(error)
    return explain(text, failure._replace(offset=min(failure.offset, len(text))), try_again, keys)
