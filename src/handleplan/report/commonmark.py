"""Reading CommonMark into the tree of :mod:`handleplan.report.tree`, on top of markdown-it-py's tokens.

Raw HTML is off, so markup from elsewhere is text; a link that is not http, https or mailto becomes its text, an image
its alternative text.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from handleplan.report.prose import clean
from handleplan.report.simple import SPACES, paragraphs
from handleplan.report.tree import Block, Code, Heading, ListBlock, Paragraph, Quote, Rule, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Deeper nesting than this the parser would drop without a word; such a text is shown unformatted instead.
MAX_NESTING = 60

# An address without a host or a mailbox leads nowhere, and other programs take it for damage.
_SAFE_LINK = re.compile(r"https?://[^/?#]|mailto:[^?]", re.IGNORECASE)


def read_inline(source: str) -> tuple[Block, ...]:
    """Read a text as one paragraph; no line of it can become a block."""
    tokens = _parser().parseInline(SPACES.sub(" ", source).strip())
    runs = _runs(tokens[0].children or ())
    return (Paragraph(runs),) if runs else ()


def read_block(source: str) -> tuple[Block, ...]:
    """Read a text as blocks."""
    tokens = _parser().parse(source)
    if any(token.level >= MAX_NESTING - 1 for token in tokens):
        return paragraphs(source)
    return _Reader(tokens).blocks()


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt(
        "commonmark", {"html": False, "linkify": False, "typographer": False, "maxNesting": MAX_NESTING}
    )
    # Every link is read as one: whether its address is fit to be a link is decided when its run is made.
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005 - the parser's own hook
    return parser


class _Reader:
    """Turns a flat list of block tokens into nested blocks."""

    def __init__(self, tokens: "Sequence[Token]") -> None:
        self._tokens = iter(tokens)
        self._headings: list[int] = []
        self._lists: list[tuple[int, bool]] = []

    def blocks(self, until: str = "") -> tuple[Block, ...]:
        """Read blocks up to a closing token, or all of them."""
        found: list[Block] = []
        for token in self._tokens:
            if token.type == until:
                break
            block = self._block(token)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _block(self, token: "Token") -> Block | None:
        block: Block | None = None  # what closes a paragraph carries nothing itself
        match token.type:
            case "paragraph_open":
                self._note_tightness(token)
            case "inline":
                runs = _runs(token.children or ())
                block = Paragraph(runs) if runs else None
            case "heading_open":
                block = self._heading(int(token.tag[1:]))
            case "bullet_list_open":
                block = self._list(None, token)
            case "ordered_list_open":
                block = self._list(int(token.attrs.get("start", 1)), token)
            case "blockquote_open":
                quoted = self.blocks("blockquote_close")
                block = Quote(quoted) if quoted else None
            case "fence" | "code_block":
                block = Code(token.content.rstrip("\n"))
            case "hr":
                block = Rule()
        return block

    def _heading(self, level: int) -> Block | None:
        runs: tuple[Run, ...] = ()
        for token in self._tokens:
            if token.type == "heading_close":
                break
            runs = _runs(token.children or ())
        if not runs:
            return None
        while self._headings and self._headings[-1] >= level:
            self._headings.pop()
        self._headings.append(level)
        return Heading(len(self._headings), runs)

    def _list(self, start: int | None, opening: "Token") -> ListBlock | None:
        """Read a list; bullets with nothing behind them are dropped, a number is something to read."""
        self._lists.append((opening.level, True))
        closing = opening.type.replace("open", "close")
        items: list[tuple[Block, ...]] = []
        for token in self._tokens:
            if token.type == closing:
                break
            item = self.blocks("list_item_close")
            if item or start is not None:
                items.append(item)
        tight = self._lists.pop()[1]
        return ListBlock(start, tight, tuple(items)) if items else None

    def _note_tightness(self, paragraph: "Token") -> None:
        """Learn that the innermost list is loose: the parser hides the paragraphs of a tight one."""
        if self._lists and not paragraph.hidden and paragraph.level == self._lists[-1][0] + 2:
            self._lists[-1] = (self._lists[-1][0], False)


def _runs(children: "Sequence[Token]") -> tuple[Run, ...]:
    """Flatten inline tokens into runs, like styles joined, white space at both ends dropped."""
    joined: list[Run] = []
    for run in _flat(children):
        last = joined[-1] if joined else None
        if last and (last.strong, last.emphasis, last.code, last.href) == (
            run.strong, run.emphasis, run.code, run.href,
        ):  # fmt: skip
            joined[-1] = Run(last.text + run.text, run.strong, run.emphasis, run.code, run.href)
        elif run.text:
            joined.append(run)
    return _trimmed(joined)


def _flat(children: "Sequence[Token]") -> "Iterator[Run]":
    strong = emphasis = 0
    href: str | None = None
    for token in children:
        style = (strong > 0, emphasis > 0)
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                address = str(token.attrGet("href") or "")
                href = address if _SAFE_LINK.match(address) else None
            case "link_close":
                href = None
            case "code_inline":
                yield Run(token.content, *style, code=True, href=href)
            case "hardbreak":
                yield Run("\n", *style, href=href)
            case "softbreak":
                yield Run(" ", *style, href=href)
            case "image":
                yield Run(SPACES.sub(" ", _visible(token.children or ())), *style, href=href)
            case _:
                # entities and shortened addresses may have brought in what the source was cleaned of
                yield Run(SPACES.sub(" ", clean(token.content)), *style, href=href)


def _visible(children: "Sequence[Token]") -> str:
    return "".join(run.text for run in _flat(children))


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Drop white space where a paragraph begins and ends, line breaks among it."""
    while runs and not runs[0].code and not runs[0].text.lstrip():
        runs.pop(0)
    while runs and not runs[-1].code and not runs[-1].text.rstrip():
        runs.pop()
    if runs and not runs[0].code:
        first = runs[0]
        runs[0] = Run(first.text.lstrip(), first.strong, first.emphasis, first.code, first.href)
    if runs and not runs[-1].code:
        last = runs[-1]
        runs[-1] = Run(last.text.rstrip(), last.strong, last.emphasis, last.code, last.href)
    return tuple(runs)
