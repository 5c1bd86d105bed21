"""The texts of a file that people read, and how a paper reads each: as blocks, as one paragraph, or as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from handleplan.problem import Change, Path, Range, Replace, SetValue

if TYPE_CHECKING:
    from handleplan.source import Source

# Block: CommonMark. Inline: one paragraph with emphasis and links. Plain: no markup at all.
Way: TypeAlias = Literal["block", "inline", "plain"]

_BY_KEY: dict[str, Way] = {
    **dict.fromkeys((
        "background", "purpose", "vision", "objective", "governance", "introduction", "dialogue_model",
        "summary", "challenges", "lessons", "priorities", "opportunities",
    ), "block"),
    **dict.fromkeys(("text", "note", "intro", "partners", "participants"), "inline"),
    **dict.fromkeys(("title", "heading", "name", "place", "case_number", "focus_areas"), "plain"),
}  # fmt: skip
# Lists whose items may be texts: a draft's short form of an entry.
_BY_LIST: dict[str, Way] = {
    **dict.fromkeys(
        ("partners", "participants", "core_activities", "activities", "actions", "annexes"), "inline"
    ),
    "focus_areas": "plain",
}
# Where a plain YAML value would begin as, or turn into, something else.
_NOT_PLAIN = r"[-?:,\[\]{}#&*!|>'\"%@`]|.*(?::(?=\s|$)|\s#)"


class Passage(NamedTuple):
    """A text: its path, the offsets of its words, how a paper reads it, and its YAML style.

    Quotes and the sign of a block are not among the words; the style is None for plain, else the first character.
    """

    path: Path
    range: Range
    way: Way
    style: str | None


def passages(source: Source) -> Iterator[Passage]:
    """Yield the texts of a file that people read, in the file's order; not names, ids, dates and comments."""
    for scalar in source.scalars():
        way = way_of(scalar.path)
        if way is not None:
            yield Passage(scalar.path, _words(source.text, scalar.range, scalar.style), way, scalar.style)


def way_of(path: Path) -> Way | None:
    """Return how a paper reads the text at a path, None where no text for people belongs there."""
    if not path:
        return None
    last = path[-1]
    if isinstance(last, int):
        name = str(path[-2]) if len(path) > 1 else ""
        if name == "goals":  # elsewhere they are ids
            return "inline" if path[0] == "goals" else None
        return _BY_LIST.get(name)
    if path[0] in ("glossary", "labels"):
        return "plain"
    if last == "text" and path[0] == "extra":
        return "block"
    return _BY_KEY.get(last)


def without(source: Source, cuts: Iterable[Range]) -> tuple[Change, ...]:
    """Return the changes that take pieces out of a file; a value that would then read as something else gets quotes.

    Args:
        source: the file.
        cuts: what goes, rising and not overlapping, each inside one value or outside them all.
    """
    left = list(cuts)
    changes: list[Change] = []
    for scalar in source.scalars() if left else ():
        inside = [cut for cut in left if scalar.range.start <= cut.start < scalar.range.end]
        if scalar.style is None and inside:
            kept = _without(source.text, scalar.range, inside)
            if re.match(_NOT_PLAIN, kept) and not re.match(_NOT_PLAIN, source.text[slice(*scalar.range)]):
                changes.append(SetValue(scalar.path, kept))
                left = [cut for cut in left if cut not in inside]
    return (*changes, *(Replace(cut, "") for cut in left))


def _without(text: str, whole: Range, cuts: Iterable[Range]) -> str:
    """Return a plain value of YAML, which may go over several lines, without some pieces."""
    kept, at = "", whole.start
    for start, end in cuts:
        kept += text[at:start]
        at = end
    return " ".join((kept + text[at : whole.end]).split())


def _words(text: str, whole: Range, style: str | None) -> Range:
    if style is None:
        return whole
    if style in ("'", '"'):
        return Range(whole.start + 1, max(whole.start + 1, whole.end - 1))
    first_line = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)").match(text, whole.start)
    return Range(min(first_line.end(), whole.end) if first_line else whole.start, whole.end)
