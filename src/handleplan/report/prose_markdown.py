"""Prose as Markdown, written anew from its tree, so that a CommonMark parser reads back what was meant and no more.

A paragraph is one line (but for line breaks that were asked for), lists and quotes are indented by their own markers,
code is always fenced (but for commands to build logs, see :mod:`handleplan.report.runs_markdown`). Emphasis is ``**`` and ``*``, or ``_`` beside ``**``, so that delimiters never run together.
"""

import re

from handleplan.formats.harmless import holds_command
from handleplan.report.prose import Prose
from handleplan.report.runs_markdown import escape_markdown, write_runs
from handleplan.report.tree import Block, Code, Heading, ListBlock, Paragraph, Quote, Rule, Run

LOWEST_HEADING = 6
# Longer numbers are no list markers: https://spec.commonmark.org/0.31.2/#ordered-list-marker
HIGHEST_NUMBER = 999_999_999
SHORTEST_FENCE = 3

_OPEN_END = re.compile(r"(?<!\\)(?:\\\\)*#$")
_BLANK_LINES = re.compile(r"\n(?:\s*\n)+")
_BACKTICKS = re.compile(r"`+")


def heading_markdown(text: str, level: int) -> str:
    """Set a plain text as a heading."""
    return _heading(escape_markdown(text), level)


def inline_markdown(prose: Prose) -> str:
    """Set inline prose on one line."""
    text = prose.unmarked
    if text is not None:
        return escape_markdown(text)
    return " ".join(write_runs(block.runs, " ") for block in prose.blocks if isinstance(block, Paragraph))


def block_markdown(prose: Prose, level: int, lead: str = "") -> str:
    """Set block prose; the lines of a block follow each other, blocks are parted by a blank line.

    Args:
        prose: the text.
        level: the level its first headings get; deeper ones follow, down to 6.
        lead: a label that runs into the first paragraph, or stands before what is not a paragraph.
    """
    lines = _blocks(prose.blocks, level)
    if lead:
        label = f"**{escape_markdown(lead)}**"
        if prose.blocks and isinstance(prose.blocks[0], Paragraph):
            lines[0] = f"{label} {lines[0]}"
        else:
            lines[:0] = [label, ""]
    return "\n".join(lines)


def _blocks(blocks: tuple[Block, ...], level: int, *, tight: bool = False) -> list[str]:
    """Set blocks as lines; neighbouring lists get different markers, or they would be one."""
    lines: list[str] = []
    other_marker = False
    for before, block in zip((None, *blocks), blocks, strict=False):
        other_marker = _same_kind(before, block) and not other_marker
        if lines and not tight:
            lines.append("")
        lines += _block(block, level, other_marker=other_marker)
    return lines


def _block(block: Block, level: int, *, other_marker: bool) -> list[str]:
    match block:
        case Paragraph(runs):
            return write_runs(runs, "\\\n").split("\n")
        case Heading(depth, runs):
            return [_heading(write_runs(runs, " "), level + depth - 1)]
        case ListBlock():
            return _list(block, level, other_marker=other_marker)
        case Quote(inner):
            return [f"> {line}".rstrip() for line in _blocks(inner, level)] or [">"]
        case Code(text):
            return _code(text)
        case Rule():
            return ["___"]  # `***` or `---` after a list marker would swallow the marker


def _code(text: str) -> list[str]:
    """Set code between fences; what holds a command to a build as ordinary text, whose indentation is lost."""
    if holds_command(text):
        parts = (part.strip() for part in _BLANK_LINES.split(text))
        return _blocks(tuple(Paragraph((Run(part),)) for part in parts if part), LOWEST_HEADING)
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(SHORTEST_FENCE, longest + 1)
    return [fence, *text.split("\n"), fence]


def _same_kind(before: Block | None, block: Block) -> bool:
    """Tell whether two blocks are lists that would become one."""
    if not (isinstance(before, ListBlock) and isinstance(block, ListBlock)):
        return False
    return (before.start is None) == (block.start is None)


def _list(block: ListBlock, level: int, *, other_marker: bool) -> list[str]:
    tight = _can_be_tight(block)
    lines: list[str] = []
    for number, item in enumerate(block.items):
        if block.start is None:
            marker = "*" if other_marker else "-"
        else:
            marker = f"{min(block.start + number, HIGHEST_NUMBER)}{')' if other_marker else '.'}"
        if lines and not tight:
            lines.append("")
        indent = " " * (len(marker) + 1)
        inner = _blocks(item, level, tight=tight) or [""]
        lines.append(f"{marker} {inner[0]}".rstrip())
        lines += [indent + line if line else "" for line in inner[1:]]
    return lines


def _can_be_tight(block: Block) -> bool:
    """Tell whether a list holds but paragraphs, each with at most a list that may follow it without a blank line."""
    if not (isinstance(block, ListBlock) and block.tight and block.items):
        return False
    for item in block.items:
        match item:
            case (Paragraph(),):
                continue
            case (Paragraph(), ListBlock(start=(None | 1)) as inner) if _can_be_tight(inner):
                continue
            case _:
                return False
    return True


def _heading(text: str, level: int) -> str:
    """Set an escaped text as a heading; a `#` at its end would be taken for the heading's own closing sequence."""
    if _OPEN_END.search(text):
        text = text[:-1] + r"\#"
    return "#" * min(level, LOWEST_HEADING) + " " + text
