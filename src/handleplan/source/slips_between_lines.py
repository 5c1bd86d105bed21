"""The slips that only a line's surroundings show: indentation, and texts that go on over several lines."""

import re
from collections.abc import Iterator, Sequence

from handleplan.problem import Range
from handleplan.source.lines import Line, Lines
from handleplan.source.quoting import SENTENCE_KEYS, quoted
from handleplan.source.slip import Slip, SyntaxFailure

# Keys that no entry has; `sections` has some of them too.
_AT_THE_MARGIN = frozenset({
    "stages", "background", "purpose", "vision", "core_activities", "focus_areas", "actions", "governance", "annexes",
    "extra", "sections", "agenda", "decisions", "challenges", "lessons", "priorities", "opportunities",
    "dialogue_model", "case_number", "organisation", "parties", "people", "agreements", "glossary", "labels", "lint",
})  # fmt: skip


def colon(lines: Lines, above: Sequence[int], failure: SyntaxFailure) -> Iterator[Slip]:
    """Propose quotes around a text in which a colon and a space make a key, also in the middle of a sentence."""
    index = above[0]
    line = lines[index]
    column = failure.offset - line.start
    if line.text[column : column + 1] != ":":
        match = re.search(r":(?=\s|$)", line.text[line.value_at :])
        if match is None:
            return
        column = line.value_at + match.start()
    if line.has_dash and line.key and not lines.is_key(line.key):  # a sentence with two colons
        column = line.text.index(":")
        new = line.text[: line.column] + quoted(line.text[line.column :].rstrip())
        yield Slip("colon-in-text", index, (column, column + 1), new)
    columns = (column, column + 1)
    if line.value_at < column and line.value[0] not in "\"'":
        for last in dict.fromkeys((index, lines.text_end(index))):
            new = line.text[: line.value_at] + quoted(lines.joined(index, last))
            yield Slip("colon-in-text", index, columns, new, last=last)
    first = lines.text_start(index)
    if first is not None and lines[first].value[0] not in "\"'":
        last = max(index, lines.text_end(first))
        new = lines[first].text[: lines[first].value_at] + quoted(lines.joined(first, last))
        yield Slip("colon-in-text", index, columns, new, first=first, last=last)


def without_bar(lines: Lines, above: Sequence[int]) -> Iterator[Slip]:
    """Propose a ``|`` after a key whose text stands on the lines below it and has a colon."""
    for parent in dict.fromkeys(found for index in above[:2] for found in lines.parents(index)[:1]):
        line = lines[parent]
        if line.key not in SENTENCE_KEYS or line.value:
            continue
        for index in range(parent + 1, min(above[0], _last_below(lines, parent)) + 1):
            match = re.search(r":(?=\s|$)", lines[index].text)
            if match and not lines.is_structural(index):
                new = line.text.rstrip() + " |"
                values = {"key": line.key, "below": Range(line.start, line.end)}
                columns = match.span()
                yield Slip(
                    "text-without-bar",
                    index,
                    columns,
                    new,
                    values,
                    first=parent,
                    last=parent,
                    shown=False,
                )
                break


def comment(lines: Lines, above: Sequence[int]) -> Iterator[Slip]:
    """Propose quotes around a text that goes on after `` #…``: what followed on that line was a comment."""
    for index in above[1:2]:
        line = lines[index]
        match = re.search(r"\s(#.*)", line.text[line.value_at :])
        if match:
            last = max(above[0], lines.text_end(index))
            start = line.value_at + match.start(1)
            new = line.text[: line.value_at] + quoted(lines.joined(index, last))
            values = {"lost": match[1].rstrip()}
            yield Slip("comment-in-text", index, (start, start + 1), new, values, last=last)


def outside_block(lines: Lines, at: int, far: int) -> Iterator[Slip]:
    """Propose to indent lines without a key that stand where the block text above them does not reach."""
    for index in range(at, max(-1, at - far), -1):
        before = next(lines.above(index), None)
        if before is None or (_begins_something(lines, index) and not _is_of_block(lines, index, before)):
            continue
        opener = before if lines[before].opens_block else lines.block_opener(before)
        if opener is None or lines[index].indent > lines[opener].column + 1:
            continue
        indent = lines[opener].column + 2 if before == opener else lines[before].indent
        last = index
        while last + 1 < len(lines) and not _begins_something(lines, last + 1):
            last += 1
        new = "\n".join(" " * indent + lines[other].text.strip() for other in range(index, last + 1))
        yield Slip("line-without-key", index, visible(lines[index]), new, last=last, shown=False)


def _is_of_block(lines: Lines, index: int, before: int) -> bool:
    """Tell whether a line at the margin below a block text is one of its items, or a sentence that begins with a colon."""
    line = lines[index]
    if line.indent or not (lines[before].opens_block or lines.block_opener(before) is not None):
        return False
    if line.key:
        return bool(lines.keys and line.value) and not line.has_dash and not lines.is_key(line.key)
    around = (lines[other].text.strip() for other in (before, min(index + 1, len(lines) - 1)))
    return line.has_dash and any(other.startswith("- ") for other in around)


def keyless(lines: Lines, above: Sequence[int]) -> Iterator[Slip]:
    """Propose to indent a line that is neither a key nor far enough in to belong to the text above it, or to drop it."""
    for index in above[:4]:
        line = lines[index]
        before = next(lines.above(index), None)
        if before is None or _begins_something(lines, index):
            continue
        for indent in (lines[before].indent, lines[before].indent + 2, lines[before].indent + 4):
            new = " " * indent + line.text.strip()
            yield Slip("line-without-key", index, visible(line), new, shown=False)
    for index in above[:4]:
        if not _begins_something(lines, index) and lines[index].text.lstrip()[0].isalnum():
            yield Slip("line-without-key", index, visible(lines[index]), "", shown=False)


def indentation(lines: Lines, above: Sequence[int], *, sure: bool) -> Iterator[Slip]:
    """Propose to move a line, or it and what stands under it, to where its like may stand.

    Args:
        lines: the file.
        above: the lines to look at, upwards.
        sure: whether to look at the lines that surely are list items or keys, or at the others.
    """
    moves = [
        (index, column)
        for index in above[:3]
        if lines.is_key(lines[index].key) or lines.block_opener(index) is None
        for column in _open_columns(lines, index)
        if column != lines[index].indent and _is_sure(lines, index, column) is sure
    ]
    # Two spaces a level: of two lines that do not fit each other, the one at an odd column is to blame.
    moves.sort(
        key=lambda move: (
            lines[move[0]].indent % 2 == 0,
            move[1] != 0 or not _belongs_to_the_margin(lines, move[0]),
            abs(move[1] - lines[move[0]].indent),
        )
    )
    for index, column in moves:
        line = lines[index]
        underlined = (0, line.indent) if line.indent else visible(line)
        values = {"spaces": line.indent, "right": column}
        for last in dict.fromkeys(
            (index, _last_below(lines, index), _last_before_item(lines, index, column))
        ):
            new = moved(lines, index, last, column - line.indent)
            yield Slip("wrong-indentation", index, underlined, new, values, last=last, shown=False)


def _belongs_to_the_margin(lines: Lines, index: int) -> bool:
    """Tell whether a line begins with a key that stands at the left margin alone, except below ``sections``."""
    if lines[index].key not in _AT_THE_MARGIN or lines[index].has_dash:
        return False
    return not any(lines[parent].key == "sections" for parent in lines.parents(index))


def _is_sure(lines: Lines, index: int, column: int) -> bool:
    """Tell whether a line that does not stand at a column surely is a list item or a key."""
    one_off = bool(lines[index].key) and abs(column - lines[index].indent) == 1
    return one_off or lines.is_structural(index)


def _begins_something(lines: Lines, index: int) -> bool:
    """Tell whether a line is blank, a list item, or has what may be a key of one word."""
    line = lines[index]
    return line.blank or line.has_dash or bool(line.key and " " not in line.key) or line.text.strip() == "-"


def visible(line: Line) -> tuple[int, int]:
    """Return the columns of what can be seen on a line."""
    return line.indent, max(line.indent + 1, len(line.text.rstrip()))


def _open_columns(lines: Lines, index: int) -> tuple[int, ...]:
    """Return the columns where a line's dash or key could stand, given the lines above it."""
    line = lines[index]
    parents = lines.parents(index, from_indent=10**6)
    openers = [number for number, parent in enumerate(parents) if lines[parent].opens_block]
    inside_block = openers[-1] if openers else 0
    found: dict[int, None] = {} if parents else {0: None}
    for number, parent in enumerate(parents[inside_block:]):
        other = lines[parent]
        begins = other.has_dash or other.key
        if number == 0 and begins and other.key and not other.value:
            found.update(
                {other.column + 2: None}
                if not line.has_dash
                else {other.column + 2: None, other.column: None}
            )
        if line.has_dash:
            found.update(dict.fromkeys(other.dash_columns))
        elif other.key_column is not None:
            found[other.key_column] = None
    return tuple(found)


def _last_below(lines: Lines, index: int) -> int:
    """Return the last line that belongs to a line by standing further in."""
    last = index
    for other in range(index + 1, min(len(lines), index + 200)):
        if not lines[other].blank and lines[other].indent <= lines[index].indent:
            break
        if not lines[other].blank:
            last = other
    return last


def _last_before_item(lines: Lines, index: int, column: int) -> int:
    """Return the last line that belongs to a line if the items of its list stand in a column."""
    last = _last_below(lines, index)
    below = (
        other
        for other in range(index + 1, last + 1)
        if lines[other].has_dash and lines[other].indent <= column
    )
    return next(below, last + 1) - 1


def moved(lines: Lines, first: int, last: int, by: int) -> str:
    """Return some lines as they would read further in, or with a negative number further out."""
    shifted = []
    for index in range(first, last + 1):
        line = lines[index]
        shifted.append(" " * max(0, line.indent + by) + line.text.lstrip(" ") if line.text.strip() else "")
    return "\n".join(shifted)
