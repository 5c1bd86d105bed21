"""What YAML read without a word, or with many, and nobody meant: lost dashes, swallowed items, quotes that close late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from handleplan.problem import Problem, Range
from handleplan.source.lines import Lines
from handleplan.source.quoting import CURLY, quoted
from handleplan.source.tree import MappingNode, Node, SequenceNode, Tree, span

if TYPE_CHECKING:
    from yaml.events import ScalarEvent

    from handleplan.source.source import Source


def with_lost_dashes(tree: Tree) -> Iterator[Problem]:
    """Yield a tree's problems, with one for the keys that are twice in an entry because the next one lacks its dash."""
    lost: dict[Range, Problem] = {}
    waiting: list[tuple[ScalarEvent | None, Node | None]] = [(None, tree.root)]
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, MappingNode):
            waiting.extend(node.entries.values())
        elif isinstance(node, SequenceNode):
            waiting.extend((None, item) for item in node.items)
            for item in node.items:
                if key and isinstance(item, MappingNode) and _begins_anew(item):
                    values = {"key": item.repeated[0].value, "list": key.value, "line": span(key)}
                    lost.update((span(event), Problem("", Range(0, 0))) for event in item.repeated)
                    lost[span(item.repeated[0])] = Problem("missing-dash", span(item.repeated[0]), values)
    for problem in tree.problems:
        found = lost.get(problem.where) if isinstance(problem.where, Range) else None
        if found is None or found.rule:
            yield found or problem


def _begins_anew(entry: MappingNode) -> bool:
    """Tell whether several keys of an entry come again, the first one first."""
    return len(entry.repeated) > 1 and entry.repeated[0].value == next(iter(entry.entries))


def late_quotes(source: Source) -> Iterator[Problem]:
    """Yield the problem of every text whose quote was closed by one that was to open another text.

    ``name: "Sundhed`` above ``colour: "#0b5563"`` ends before the ``#``, and the rest is a comment.
    """
    for scalar in source.scalars():
        if scalar.style in ("'", '"') and source.text.startswith("#", scalar.range.end):
            line = source.line(source.position(scalar.range.start).line).rstrip()
            start = scalar.range.start
            meant = line.rstrip(CURLY)
            values = {"character": line[-1], "corrected": meant.strip() + scalar.style}
            if meant != line:
                end = start + len(meant) + 1 - source.position(start).column
                yield Problem("curly-quotes", Range(end, end + 1), values)
            else:
                yield Problem("unclosed-quote", Range(start, start + 1), values | {"character": scalar.style})


def swallowed_items(source: Source) -> Iterator[Problem]:
    """Yield the problem of every item that stands further in than the one above it, and so became part of its text."""
    for item in source.dashed_items():
        start = source.position(item.start)
        first = source.line(start.line)[: start.column - 1].rfind("-")
        level = _level_of_first_item(source, start.line)
        for match in re.finditer(r"[\r\n]( +)- ", source.text[slice(*item)]):
            offset, spaces = item.start + match.start(1), len(match[1])
            # Two spaces a level, also below the list's key: else the first item is to blame.
            if first != spaces == level or (first % 2 and not spaces % 2):
                line_start = item.start - start.column + 1
                where = Range(line_start, line_start + max(first, 1))
                yield Problem("wrong-indentation", where, {"spaces": first, "right": spaces})
                break
            yield Problem(
                "wrong-indentation", Range(offset, offset + spaces), {"spaces": spaces, "right": first}
            )


def _level_of_first_item(source: Source, number: int) -> int | None:
    """Return the column, from 0, where a list's items belong whose first one stands on a line; None on other lines."""
    above = next(
        (line for line in map(source.line, range(number - 1, 0, -1)) if line.partition("#")[0].strip()), ""
    )
    key = re.fullmatch(r"([ ]*(?:-[ ]+)*)[^\s:#-][^:#]*:[ ]*(?:#.*)?", above)
    return len(key[1]) + 2 if key else None


def with_quotes(text: str, problem: Problem) -> Problem:
    """Add to the problem of a text that begins with a bracket how its line should read."""
    if problem.rule != "special-character" or not isinstance(problem.where, Range):
        return problem
    lines = Lines(text, ())
    line = lines[lines.index_of(problem.where.start)]
    if problem.where.start != line.start + line.value_at:
        return problem
    corrected = line.text[: line.value_at].lstrip() + quoted(line.value)
    return Problem(problem.rule, problem.where, {**problem.values, "corrected": corrected})
