"""A sound file and its places: every key and value with its path and offsets, found without the linter's help."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from mutation.contract import Path


class Span(NamedTuple):
    """Offsets into a text, the end exclusive."""

    start: int
    end: int


NO_DASH = -1


class Site(NamedTuple):
    """A key with its value, or a list item: its ``key`` is where the value begins, and ``dash`` the offset of its dash.

    ``style`` is the value's: ``map``, ``list``, ``plain``, ``'``, ``"``, ``|`` or ``>``. ``value`` is the text of a
    scalar, nothing for others.
    """

    path: Path
    key: Span
    span: Span
    style: str
    value: str
    dash: int = NO_DASH

    @property
    def name(self) -> str:
        """The key, of a list item the key of its list."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def is_item(self) -> bool:
        """Whether this is a list item and has no key."""
        return self.dash != NO_DASH

    @property
    def parent(self) -> Path:
        """The path of the mapping or list that this belongs to."""
        return self.path[:-1]


class Text:
    """One file: ``path`` below the workspace, ``kind`` as its place says, ``text`` with plain line feeds."""

    def __init__(self, path: str, kind: str, text: str) -> None:
        self.path = path
        self.kind = kind
        self.text = text

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Every key and item, in the file's order."""
        root = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        return tuple(sorted(self._below((), root), key=lambda site: site.key.start))

    def _below(self, path: Path, node: Any) -> Iterator[Site]:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield from self._site((*path, key.value), _span(key), value)
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                yield from self._site((*path, index), None, value)

    def _site(self, path: Path, key: Span | None, node: Any) -> Iterator[Site]:
        span = _span(node)
        style = {yaml.MappingNode: "map", yaml.SequenceNode: "list"}.get(type(node)) or node.style or "plain"
        value = node.value if isinstance(node, yaml.ScalarNode) else ""
        dash = self.text.rindex("-", 0, span.start) if key is None else NO_DASH
        yield Site(path, key or span, span, style, value, dash)
        yield from self._below(path, node)

    def line_start(self, offset: int) -> int:
        """Return the offset at which an offset's line begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return the offset at which an offset's line ends, its line feed excluded."""
        return self.text.find("\n", offset)

    def column(self, offset: int) -> int:
        """Return how many characters stand before an offset on its line."""
        return offset - self.line_start(offset)

    def end_of(self, site: Site) -> int:
        """Return the offset of the line after a site's last one, without the blank lines and comments that follow."""
        end = site.span.end
        if site.style in ("plain", "'", '"'):
            return self.line_end(end) + 1
        while self.text[end - 1].isspace():
            end -= 1
        return self.line_end(end) + 1

    def at(self, path: Path) -> Site:
        """Return the site at a path."""
        return next(site for site in self.sites if site.path == path)

    def first_key(self, path: Path) -> Site:
        """Return the first key of the mapping at a path."""
        return next(site for site in self.sites if site.parent == path)


def read_text(path: str, text: str) -> Text:
    """Return a file with the kind its place gives it."""
    kinds = {"status": "report", "meetings": "meeting"}
    parts = path.split("/")
    if len(parts) == 1:
        return Text(path, "config", text)
    default = "index" if parts[-1] == "index.yaml" else "plan"
    return Text(path, kinds.get(parts[1], default), text)


def position(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of an offset, both from 1, as editors count them."""
    before = re.split(r"\r\n|\r|\n", text[:offset])
    return len(before), len(before[-1]) + 1


def _span(node: Any) -> Span:
    return Span(node.start_mark.index, node.end_mark.index)
