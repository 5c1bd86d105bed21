"""The tree that prose is read into and every format walks.

Emphasis is flattened into runs of like style, so that no format has to guess where a style ends.
"""

from typing import NamedTuple, TypeAlias


class Run(NamedTuple):
    """Text of one style; a newline in it is a line break that was asked for, ``href`` a safe link's address."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None


class Paragraph(NamedTuple):
    """A paragraph."""

    runs: tuple[Run, ...]


class Heading(NamedTuple):
    """A heading inside a text; ``depth`` counts from 1 and never jumps, whatever levels the text used."""

    depth: int
    runs: tuple[Run, ...]


class ListBlock(NamedTuple):
    """A list; ``start`` is the first number of an ordered one, ``None`` for bullets."""

    start: int | None
    tight: bool
    items: tuple[tuple["Block", ...], ...]


class Quote(NamedTuple):
    """A quotation."""

    blocks: tuple["Block", ...]


class Code(NamedTuple):
    """Text that is shown as it was typed."""

    text: str


class Rule(NamedTuple):
    """A thematic break."""


Block: TypeAlias = Paragraph | Heading | ListBlock | Quote | Code | Rule


def words(blocks: tuple[Block, ...]) -> list[str]:
    """List the words a reader sees, a text for each paragraph, heading and piece of code."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                found.append("".join(run.text for run in runs))
            case ListBlock(items=items):
                for item in items:
                    found += words(item)
            case Quote(inner):
                found += words(inner)
            case Code(text):
                found.append(text)
            case Rule():
                pass
    return found
