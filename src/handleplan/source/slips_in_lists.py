"""The slips of lists and entries: dashes that are missing, first items that stand elsewhere, keys on two lines."""

import re
from collections.abc import Iterator, Sequence

from handleplan.problem import Range
from handleplan.source.lines import Lines
from handleplan.source.slip import Slip
from handleplan.source.slips_between_lines import moved, visible

# How far down the next item of a list is looked for, and how long a list is read.
_LINES_OF_AN_ENTRY, _LINES_OF_A_LIST = 100, 400


def missing_dash(lines: Lines, above: Sequence[int]) -> Iterator[Slip]:
    """Propose a dash before a key where the dashes of the entries above or below stand."""
    for index in above[:3]:
        line = lines[index]
        if not line.key or line.has_dash or not lines.is_key(line.key) or line.indent == 0:
            continue
        opener = _list_above(lines, index)
        if (
            opener is not None
            and line.value
            and (_is_in_entry_above(lines, index) or _has_dash_below(lines, index, opener))
        ):
            new = " " * line.indent + "- " + line.text.lstrip(" ")
            where = Range(lines[opener].start, lines[opener].end)
            values = {"key": line.key, "list": lines[opener].key, "line": where}
            yield Slip("missing-dash", index, (line.indent, line.indent + len(line.key)), new, values)


def _is_divided(lines: Lines, index: int, word: str) -> bool:
    """Tell whether a word begun on a line is a key of the format, or one of somebody's own with keys below."""
    if lines.block_opener(index) is not None:
        return False
    if lines.keys and lines.is_key(word):
        return True
    below = lines[index + 2].indent if index + 2 < len(lines) else 0
    return lines[index + 1].indent < lines[index].indent < below


def _list_above(lines: Lines, index: int) -> int | None:
    """Return the line with the key whose list a line would belong to, if it were an item."""
    for other in lines.above(index):
        line = lines[other]
        if line.key_column is not None and line.key_column < lines[index].indent:
            return None if line.value else other
    return None


def _is_in_entry_above(lines: Lines, index: int) -> bool:
    """Tell whether the entry whose dash stands right above where a line begins has the line's key already."""
    same = False
    for other in lines.above(index):
        line = lines[other]
        if line.indent < lines[index].indent:
            return False
        same = same or (line.key == lines[index].key and line.key_column == lines[index].indent + 2)
        if line.indent == lines[index].indent:
            return same and line.has_dash
    return False


def _has_dash_below(lines: Lines, index: int, opener: int) -> bool:
    """Tell whether a line is the first below a key, and the next one that begins in its column is an item."""
    if next(lines.above(index), None) != opener:
        return False
    for other in range(index + 1, min(len(lines), index + _LINES_OF_AN_ENTRY)):
        if not lines[other].blank and lines[other].indent <= lines[index].indent:
            return lines[other].has_dash and lines[other].indent == lines[index].indent
    return False


def first_item(lines: Lines, above: Sequence[int]) -> Iterator[Slip]:
    """Propose to move the first item of a list to where the next one stands, if that is two further in than the key."""
    for index in above[:2]:
        line = lines[index]
        below = index
        for other in lines.above(index) if line.has_dash else ():
            column = lines[other].key_column
            if column is not None and not lines[other].value and column <= line.indent - 2:
                break
            below = other
        else:
            continue
        first = lines[below]
        if column != line.indent - 2 or not first.has_dash or first.indent == line.indent:
            continue
        so_far = sum(
            lines[other].has_dash and lines[other].indent == first.indent for other in range(below, index)
        )
        if so_far <= _items_from(lines, index):
            new = moved(lines, below, index - 1, line.indent - first.indent)
            values = {"spaces": first.indent, "right": line.indent}
            columns = (0, first.indent) if first.indent else visible(first)
            yield Slip("wrong-indentation", below, columns, new, values, last=index - 1, shown=False)


def _items_from(lines: Lines, index: int) -> int:
    """Count the items of a list from one on, in whose column the others stand."""
    items = 0
    for other in range(index, min(len(lines), index + _LINES_OF_A_LIST)):
        if lines[other].blank:
            continue
        if lines[other].indent < lines[index].indent:
            break
        items += lines[other].has_dash and lines[other].indent == lines[index].indent
    return items


def broken_key(lines: Lines, at: int, far: int) -> Iterator[Slip]:
    """Propose to join the two halves of a key that a line break has divided."""
    for index in range(at, max(-1, at - far), -1):
        half = re.fullmatch(r"([ ]*(?:-[ ]+)*)([a-z][\w-]*)[ ]*", lines[index].text)
        if half is None or index + 1 == len(lines):
            continue
        rest = re.match(r"[ ]*([\w-]+):(?=[ ]|$)", lines[index + 1].text)
        if rest and _is_divided(lines, index, half[2] + rest[1]):
            new = half[1] + half[2] + lines[index + 1].text.lstrip(" ")
            values = {"key": half[2] + rest[1]}
            yield Slip("key-on-two-lines", index, half.span(2), new, values, last=index + 1)
