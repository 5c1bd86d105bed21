"""Why a file is no YAML, in the words of somebody who does not know YAML.

libyaml says where it had to stop, which is often a line or more after the slip. So each usual slip proposes how the
file would read without it; the proposal with which the reading gets furthest is the explanation.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from handleplan.problem import Fix, Problem, Range, Replace
from handleplan.source import slips_between_lines as between
from handleplan.source import slips_in_lines as inside
from handleplan.source import slips_in_lists as lists
from handleplan.source.lines import Lines
from handleplan.source.slip import Slip, SyntaxFailure

# How far above the line where the reading stopped a slip is looked for.
_LINES_ABOVE = 4
# A key without its colon may be as far up as the block text that was meant to follow it is long.
_LINES_OF_A_BLOCK = 40
# How far below it a proposal has to be read; and how much is read in all, so that no file takes more than seconds.
_LINES_BELOW = 100
_READ_AT_MOST = 24 * 1024 * 1024
# A longer line would bury the message that offers it.
_LONGEST_CORRECTION = 1000
# Slips of which, once the file can be read without them, only one thing can have been meant.
_BEYOND_DOUBT = frozenset({
    "backslash-in-quotes", "colon-in-text", "colon-without-space", "comma-at-line-end", "curly-quotes",
    "dash-without-space", "hard-space", "invisible-character", "list-beside-key", "not-a-dash", "quote-in-text",
    "special-character", "tab-indentation",
})  # fmt: skip
# `text: Fokus: >-`: the sign begins a block text, and is no part of the sentence.
_BLOCK_SIGN = re.compile(r":[ ][|>][+-]?(?=[ \"']|$)")
_CONFLICT = re.compile(r"<{7}|={7}$|>{7}|\|{7}")


def explain(
    text: str,
    failure: SyntaxFailure,
    try_again: Callable[[str], SyntaxFailure | None],
    keys: Collection[str] = (),
) -> Problem:
    """Find the slip behind a failure.

    Args:
        text: the file.
        failure: where and why reading it failed.
        try_again: reads a changed text and returns its failure, None when it can be read.
        keys: the words that the format knows as keys; none: any small letters may be one.

    Returns:
        A problem of the family *file*; ``corrected`` among its values is the line as it should be, where one line
        alone mends it.
    """
    lines = Lines(text, keys)
    at = lines.index_of(failure.offset)
    for index in range(max(0, at - _LINES_ABOVE), at + 1):
        marker = _CONFLICT.match(lines[index].text)
        if marker:
            return _problem(lines, Slip("merge-conflict", index, marker.span(), "", shown=False))
    slip = _most_likely(lines, at, failure, try_again)
    if slip:
        return _problem(lines, slip)
    line = lines[at]
    end = max(failure.offset + 1, line.start + len(line.text.rstrip()))
    return Problem("unreadable-yaml", Range(failure.offset, min(end, max(len(text), 1))))


def _most_likely(
    lines: Lines, at: int, failure: SyntaxFailure, try_again: Callable[[str], SyntaxFailure | None]
) -> Slip | None:
    """Return the first slip without which the whole file can be read, else the one that gets furthest."""
    text = lines.text
    end = lines.starts[at + _LINES_BELOW] if at + _LINES_BELOW < len(lines) else len(text)
    best: Slip | None = None
    furthest = 0
    to_read = _READ_AT_MOST
    for slip in _slips(lines, at, failure):
        if slip.certain and not slip.corrected:
            return best or slip
        first, last = slip.span
        changed = (
            text[: lines[first].start] + slip.corrected + text[lines[last].end : max(end, lines[last].end)]
        )
        to_read -= len(changed)
        if to_read < 0:
            return best
        again = try_again(changed)
        reached = end if again is None else again.offset + max(end, lines[last].end) - len(changed)
        beyond = failure.offset + 1 if slip.beyond is None else slip.beyond
        if again is None or reached >= end > failure.offset:
            return replace(slip, proven=True)
        if slip.certain:
            return best or slip
        if reached > beyond and reached > furthest:
            best, furthest = slip, reached
    return best


def _problem(lines: Lines, slip: Slip) -> Problem:
    start = lines[slip.line].start
    values = dict(slip.values)
    block_sign = slip.rule == "colon-in-text" and _BLOCK_SIGN.search(slip.corrected)
    if slip.shown and len(slip.corrected) <= _LONGEST_CORRECTION and not block_sign:
        values["corrected"] = slip.corrected.strip()
    where = Range(start + slip.columns[0], start + slip.columns[1])
    return Problem(slip.rule, where, values, None if block_sign else _fix(lines, slip))


def _fix(lines: Lines, slip: Slip) -> Fix | None:
    """Return the fix that puts the corrected lines in the place of the wrong ones."""
    if slip.rule == "merge-conflict" or (slip.certain and not slip.proven):
        return None
    first, last = slip.span
    where = Range(lines[first].start, lines[last].end)
    return Fix((Replace(where, slip.corrected),), safe=slip.proven and slip.rule in _BEYOND_DOUBT)


def _slips(lines: Lines, at: int, failure: SyntaxFailure) -> Iterator[Slip]:
    """Propose slips, the surest first; only lines at or shortly above the stop are looked at, except for quotes."""
    above = [index for index in range(max(0, at - _LINES_ABOVE), at + 1) if not lines[index].blank][::-1]
    for index in above:
        yield from inside.invisible(lines, index)
    yield from inside.hard_indentation(lines, at)
    for index in above[:2]:
        yield from inside.tab(lines, index)
    for index in above:
        yield from inside.bullet(lines, index)
    for index in above[:2]:
        yield from inside.comma(lines, index)
    yield from inside.backslash(lines, at, failure)
    yield from inside.open_quotes(lines, at)
    for index in above[:2]:
        yield from inside.list_beside_key(lines, index)
        yield from inside.several_keys(lines, index)
        yield from inside.open_bracket(lines, index)
        yield from inside.beside_block_sign(lines, index)
        yield from inside.special_character(lines, index)
        yield from inside.inner_quotes(lines, index)
    yield from inside.bracket_above(lines, at, _LINES_OF_A_BLOCK)
    for index in above:
        yield from inside.missing_space(lines, index)
    for index in range(at, max(-1, at - _LINES_OF_A_BLOCK), -1):
        yield from inside.missing_colon(lines, index)
    if above:
        yield from lists.broken_key(lines, at, _LINES_OF_A_BLOCK)
        yield from lists.missing_dash(lines, above)
        yield from lists.first_item(lines, above)
        yield from between.without_bar(lines, above)
        yield from between.outside_block(lines, at, _LINES_OF_A_BLOCK)
        yield from between.indentation(lines, above, sure=True)
        yield from between.colon(lines, above, failure)
        yield from between.comment(lines, above)
        yield from between.keyless(lines, above)
        yield from between.indentation(lines, above, sure=False)
