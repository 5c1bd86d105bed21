"""Prose in a Word document: real lists, links, quotations and headings, out of the tree that all formats walk."""

from typing import NamedTuple

from handleplan.report.prose import Prose
from handleplan.report.tree import Block, Code, Heading, ListBlock, Paragraph, Quote, Rule, Run
from handleplan.report.word.elements import (
    STEP,
    Supplies,
    external_link,
    indented,
    joined,
    list_place,
    paragraph,
    run,
)

LOWEST_HEADING = 6
# Word has nine levels of lists: what is deeper stands on the ninth.
_DEEPEST_LIST = 8
# More room than this at the left leaves none for words.
_FURTHEST = 12 * STEP


class _Place(NamedTuple):
    """Where blocks stand: the level of their first headings, how deep in lists and quotations."""

    level: int
    style: str = ""
    lists: int = 0
    quotes: int = 0

    @property
    def left(self) -> int:
        return min(_FURTHEST, STEP * (self.lists + max(0, self.quotes - 1)))


def runs_of(text: Prose | str, supplies: Supplies) -> str:
    """Set inline prose or a plain text as runs."""
    if isinstance(text, str):
        return run(text, supplies)
    found = (block.runs for block in text.blocks if isinstance(block, Paragraph))
    return joined((_runs(runs, supplies) for runs in found), run(" ", supplies))


def paragraphs_of(prose: Prose, level: int, supplies: Supplies) -> str:
    """Set block prose as paragraphs, its first headings at ``level``; deeper ones follow, down to 6."""
    return _blocks(prose.blocks, _Place(level), supplies)


def is_one_paragraph(prose: Prose) -> bool:
    """Tell whether block prose is a paragraph and nothing else, so that it may stand behind a label."""
    return len(prose.blocks) == 1 and isinstance(prose.blocks[0], Paragraph)


def _blocks(blocks: tuple[Block, ...], place: _Place, supplies: Supplies) -> str:
    return "".join(_block(block, place, supplies) for block in blocks)


def _block(block: Block, place: _Place, supplies: Supplies) -> str:
    match block:
        case Paragraph(runs):
            style = place.style or ("list continue" if place.lists else "")
            layout = indented(place.left) if place.lists or place.quotes > 1 else ""
            return paragraph(_runs(runs, supplies), supplies, style, layout=layout)
        case Heading(depth, runs):
            level = min(place.level + depth - 1, LOWEST_HEADING)
            return paragraph(_runs(runs, supplies), supplies, f"heading {level}")
        case ListBlock():
            return _list(block, place, supplies)
        case Quote(inner):
            return _blocks(inner, place._replace(style="quote", quotes=place.quotes + 1), supplies)
        case Code(text):
            return paragraph(run(text, supplies), supplies, "handleplan code", layout=indented(place.left))
        case Rule():
            return paragraph("", supplies, "handleplan rule")


def _list(block: ListBlock, place: _Place, supplies: Supplies) -> str:
    level = min(place.lists, _DEEPEST_LIST)
    number = supplies.bullets if block.start is None else supplies.counted(block.start, level)
    style = place.style or ("list bullet" if block.start is None else "list number")
    inner = place._replace(lists=place.lists + 1)
    out = []
    for item in block.items:
        first = item[0].runs if item and isinstance(item[0], Paragraph) else ()
        rest = item[1:] if first else item
        out.append(paragraph(_runs(first, supplies), supplies, style, look=list_place(number, level)))
        out.append(_blocks(rest, inner, supplies))
    return "".join(out)


def _runs(runs: tuple[Run, ...], supplies: Supplies) -> str:
    out: list[str] = []
    linked: list[str] = []
    for place, one in enumerate(runs):
        look = "handleplan code text" if one.code else "hyperlink" if one.href else ""
        text = one.text.replace("\n", " ") if one.code else one.text
        linked.append(run(text, supplies, look, strong=one.strong, emphasis=one.emphasis))
        after = runs[place + 1].href if place + 1 < len(runs) else None
        if one.href != after or one.href is None:
            content = "".join(linked)
            out.append(external_link(content, one.href, supplies) if one.href and content else content)
            linked = []
    return "".join(out)
