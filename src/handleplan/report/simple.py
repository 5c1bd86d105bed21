"""Reading the simplest texts, paragraphs and flat bullet lists without any other markup, without the parser.

Most texts of plans are like that, and loading the parser alone costs five bare interpreter starts.
"""

import re

from handleplan.report.tree import Block, ListBlock, Paragraph, Run

SPACES = re.compile(r"[ \t\n]+")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")

# What only the parser can judge: markup anywhere, tabs
_MARKUP = re.compile(r"[\\`*_\[\]<&~\t]")
_EMPTY_LINES = re.compile(r"\n(?: *\n)+")
_WORDS = r"(?![-+=>#]|[0-9]+[.)])\S.*"
_LINE = re.compile(rf" {{0,3}}{_WORDS}")
_BULLET = re.compile(rf"- {_WORDS}")
_BULLET_GOES_ON = re.compile(rf" {{2,5}}{_WORDS}")


def read_simple(source: str) -> tuple[Block, ...] | None:
    """Read a text as CommonMark would; ``None`` where that takes more than is known here."""
    if _MARKUP.search(source) or "  \n" in source or source.endswith("  "):  # spaces that may be a line break
        return None
    blocks: list[Block] = []
    for part in _EMPTY_LINES.split(source.strip("\n")):
        lines = part.split("\n") if part.strip(" ") else []
        after_list = bool(blocks) and isinstance(blocks[-1], ListBlock)
        if lines and after_list and lines[0].startswith((" ", "-")):
            return None  # it goes on with the list
        bullets = next((number for number, line in enumerate(lines) if line.startswith("-")), len(lines))
        items = _items(lines[bullets:])
        if items is None or not all(map(_LINE.fullmatch, lines[:bullets])):
            return None
        if bullets:
            blocks.append(_paragraph(lines[:bullets]))
        if items:
            blocks.append(ListBlock(None, tight=True, items=tuple((_paragraph(item),) for item in items)))
    return tuple(blocks)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Set a text as it stands, without reading any markup: blank lines part paragraphs, other breaks are spaces."""
    return tuple(_paragraph([part]) for part in _BLANK_LINES.split(text) if part.strip())


def _items(lines: list[str]) -> list[list[str]] | None:
    """Part the lines of a flat list into items, markers dropped; ``None`` if they are more than that."""
    items: list[list[str]] = []
    for line in lines:
        if _BULLET.fullmatch(line):
            items.append([line[2:]])
        elif items and _BULLET_GOES_ON.fullmatch(line):
            items[-1].append(line)
        else:
            return None
    return items


def _paragraph(lines: list[str]) -> Paragraph:
    text = " ".join(lines)
    if not text.isprintable() or "  " in text:
        text = SPACES.sub(" ", text)
    return Paragraph((Run(text.strip()),))
