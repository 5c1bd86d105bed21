"""A finished view as plain data for a typesetter's template: what a plan says stays text, and can never become code."""

import re
from datetime import date
from typing import Any

from handleplan.report.joined import join_separators
from handleplan.report.prose import Prose
from handleplan.report.tree import Block, Code, Heading, ListBlock, Paragraph, Quote, Rule, Run
from handleplan.report.view import Picture

# Deeper lists and quotations would leave a page no room for words; what is in them stands in the one around them.
DEEPEST = 6
# A word longer than any that hyphenation can part; and where it may break
_ENDLESS = 40
_ENDLESS_WORD = re.compile(rf"\S{{{_ENDLESS},}}")
_PIECE = re.compile(r"\S{8}(?=\S)")


def plain_data(value: Any) -> Any:
    """Return a view as dictionaries, lists and texts; a picture is left as what it is told by, without its drawing.

    Prose is ``{"blocks": [...]}``: every block has a ``type`` and the fields of :mod:`handleplan.report.tree`.
    """
    data = value
    if isinstance(value, str):
        data = breakable(value)
    elif isinstance(value, Prose):
        data = {"blocks": _blocks(value.blocks, 0)}
    elif isinstance(value, date):
        data = value.isoformat()
    elif hasattr(value, "_asdict"):
        left_out = {"data"} if isinstance(value, Picture) else set()
        fields = value._asdict().items()
        data = {name: plain_data(field) for name, field in fields if name not in left_out}
    elif isinstance(value, tuple):
        data = [plain_data(item) for item in value]
    return data


def breakable(text: str) -> str:
    """Let an endless word break anywhere, by spaces of no width."""
    if len(text) < _ENDLESS:
        return text
    return _ENDLESS_WORD.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), text)


def _blocks(blocks: tuple[Block, ...], depth: int) -> list[dict[str, Any]]:
    return [data for block in blocks for data in _block(block, depth)]


def _block(block: Block, depth: int) -> list[dict[str, Any]]:
    data: list[dict[str, Any]]
    match block:
        case Paragraph(runs):
            data = [{"type": "paragraph", "runs": _runs(runs)}]
        case Heading(level, runs):
            data = [{"type": "heading", "depth": level, "runs": _runs(runs)}]
        case ListBlock(items=items) if depth >= DEEPEST:
            data = [inner for item in items for inner in _blocks(item, depth)]
        case ListBlock(start, tight, items):
            parts = [_blocks(item, depth + 1) for item in items]
            data = [{"type": "list", "start": start, "tight": tight, "items": parts}]
        case Quote(quoted) if depth >= DEEPEST:
            data = _blocks(quoted, depth)
        case Quote(quoted):
            data = [{"type": "quote", "blocks": _blocks(quoted, depth + 1)}]
        case Code(text):
            data = [{"type": "code", "text": breakable(text)}]
        case Rule():
            data = [{"type": "rule"}]
    return data


def _runs(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    return [
        {**run._asdict(), "text": breakable(run.text if run.code else join_separators(run.text))}
        for run in runs
    ]
