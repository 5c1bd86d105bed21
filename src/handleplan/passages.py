"""The texts of a file that people read, and how a paper reads each: as blocks, as one paragraph, or as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from handleplan.problem import Change, Path, Range, Replace, SetValue

if TYPE_CHECKING:
    from handleplan.source import Source
    from handleplan.source.source import Scalar

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


def passages_with(source: Source, words: Iterable[str]) -> list[Passage]:
    """Return the texts for people that hold any of some words, in the file's order; not names, ids, dates and comments.

    Args:
        source: the file.
        words: words as they stand between white space; brackets and quotes of YAML may cling to them.
    """
    offsets: set[int] = set()
    for word in words:
        first = re.search(r"\w", word)
        for at in source.occurrences((word,)):
            offsets |= {at, at + (first.start() if first else 0)}
    return passages_at(source, offsets)


def passages_at(source: Source, offsets: Iterable[int]) -> list[Passage]:
    """Return the texts for people that cover any of some offsets, in the file's order."""
    found: dict[Path, Passage] = {}
    for scalar in map(source.scalar_at, sorted(offsets)):
        way = way_of(scalar.path) if scalar and scalar.path not in found else None
        if scalar and way:
            words = _words(source.text, scalar.range, scalar.style)
            found[scalar.path] = Passage(scalar.path, words, way, scalar.style)
    return list(found.values())


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
    by_scalar: dict[Scalar | None, list[Range]] = {}
    for cut in cuts:
        by_scalar.setdefault(source.scalar_at(cut.start), []).append(cut)
    changes: list[Change] = []
    for scalar, inside in by_scalar.items():
        if scalar is not None and scalar.style is None:
            kept = _without(source.text, scalar.range, inside)
            if re.match(_NOT_PLAIN, kept) and not re.match(_NOT_PLAIN, source.text[slice(*scalar.range)]):
                changes.append(SetValue(scalar.path, kept))
                continue
        changes += [Replace(cut, "") for cut in inside]
    return tuple(changes)


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
