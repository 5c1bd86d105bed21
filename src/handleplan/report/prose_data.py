"""A finished view as plain data for a typesetter's template: what a plan says stays text, and can never become code."""

import re
from datetime import date
from typing import Any

from handleplan.report.prose import Prose
from handleplan.report.tree import Block, Code, Heading, ListBlock, Paragraph, Quote, Rule, Run
from handleplan.report.view import Picture

# Deeper lists and quotations would leave a page no room for words; what is in them stands in the one around them.
DEEPEST = 6
# A word beyond any that hyphenation can part, and after how many characters it may break
_ENDLESS = re.compile(r"\S{40,}")
_PIECE = re.compile(r"\S{8}(?=\S)")


def plain_data(value: Any) -> Any:
    """Return a view as dictionaries, lists and texts; a picture is left as what it is told by, without its drawing.

    Prose is ``{"blocks": [...]}``: every block has a ``type`` and the fields of :mod:`handleplan.report.tree`.
    """
    if isinstance(value, str):
        return breakable(value)
    if isinstance(value, Prose):
        return {"blocks": _blocks(value.blocks, 0)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Picture):
        told = {name: field for name, field in value._asdict().items() if name != "data"}
        return {name: plain_data(field) for name, field in told.items()}
    if hasattr(value, "_asdict"):
        return {name: plain_data(field) for name, field in value._asdict().items()}
    if isinstance(value, tuple):
        return [plain_data(item) for item in value]
    return value


def breakable(text: str) -> str:
    """Let an endless word break anywhere, by spaces of no width."""
    return _ENDLESS.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), text) if len(text) >= 40 else text


def _blocks(blocks: tuple[Block, ...], depth: int) -> list[dict[str, Any]]:
    return [data for block in blocks for data in _block(block, depth)]


def _block(block: Block, depth: int) -> list[dict[str, Any]]:
    match block:
        case Paragraph(runs):
            return [{"type": "paragraph", "runs": _runs(runs)}]
        case Heading(level, runs):
            return [{"type": "heading", "depth": level, "runs": _runs(runs)}]
        case ListBlock(items=items) if depth >= DEEPEST:
            return [data for item in items for data in _blocks(item, depth)]
        case ListBlock(start, tight, items):
            inner = [_blocks(item, depth + 1) for item in items]
            return [{"type": "list", "start": start, "tight": tight, "items": inner}]
        case Quote(inner_blocks) if depth >= DEEPEST:
            return _blocks(inner_blocks, depth)
        case Quote(inner_blocks):
            return [{"type": "quote", "blocks": _blocks(inner_blocks, depth + 1)}]
        case Code(text):
            return [{"type": "code", "text": breakable(text)}]
        case Rule():
            return [{"type": "rule"}]


def _runs(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    return [{**run._asdict(), "text": breakable(run.text)} for run in runs]
