"""Prose of a plan: Markdown text, read at most once; text without any markup does not go through the parser."""

import re
from functools import lru_cache

from handleplan.formats.harmless import CONTROL
from handleplan.report.simple import SPACES, read_simple
from handleplan.report.tree import Block, Paragraph, Run, words

_LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Everything on the list but the line feed and the tab
_ODD = re.compile(rf"(?![\n\t])[{CONTROL}]")

_INLINE_MARKUP = re.compile(r"[\\`*_\[\]<&]")


class Prose:
    """A text of the plan: ``source`` as it was written, its tree on demand.

    Inline prose (``block`` false) is one paragraph whatever it holds. ``unmarked`` is the whole text on one line if it is
    inline and holds no markup at all, else ``None``.
    """

    __slots__ = ("_blocks", "block", "source", "unmarked")

    def __init__(self, source: str, *, block: bool = False) -> None:
        self.source = clean(source)
        self.block = block
        self.unmarked = None if block or _INLINE_MARKUP.search(self.source) else plain(self.source)
        self._blocks: tuple[Block, ...] | None = None

    def __repr__(self) -> str:
        return f"Prose({self.source!r}, block={self.block})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Prose) and (self.source, self.block) == (other.source, other.block)

    def __hash__(self) -> int:
        return hash((self.source, self.block))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text as blocks; inline prose is at most one paragraph."""
        if self._blocks is None:
            self._blocks = self._read()
        return self._blocks

    @property
    def visible(self) -> str:
        """The words a reader sees, without markup and addresses."""
        text = self.unmarked
        return text if text is not None else "\n".join(words(self.blocks))

    def _read(self) -> tuple[Block, ...]:
        text = self.unmarked
        if text is not None:
            return (Paragraph((Run(text),)),) if text else ()
        simple = read_simple(self.source) if self.block else None
        if simple is not None:
            return simple
        from handleplan.report.commonmark import read_block, read_inline

        return read_block(self.source) if self.block else read_inline(self.source)


@lru_cache(maxsize=512)
def inline_prose(source: str) -> Prose:
    """Make inline prose, once of a text that a paper has in several places: an activity is in a list and a picture."""
    return Prose(source)


def clean(text: str) -> str:
    """Make line breaks newlines or spaces and replace what cannot be printed; everything else stays as it is."""
    if text.isprintable() or not _ODD.search(text):
        return text
    text = _LINE_BREAKS.sub(lambda match: "\n" if match[0][0] == "\r" else " ", text)
    return _ODD.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Make a text fit to print anywhere: nothing unprintable, spaces for line breaks and tabs."""
    return text if text.isprintable() else clean(text).replace("\n", " ").replace("\t", " ")


def plain(text: str) -> str:
    """Make a title, heading or name fit to print: one line, nothing unprintable; it is never read as markup."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return SPACES.sub(" ", clean(text)).strip()
