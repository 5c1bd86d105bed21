"""A page of text in the making: headings, paragraphs and tables of one width, with or without styles."""

from collections.abc import Iterator, Sequence

from handleplan.formats.terminal import NARROWEST, Cell, display_width, neutralise, style, table, wrap
from handleplan.locale import Texts

# Narrower than this, tables of words give way to lists: words would be broken.
ROOMY = 60


class Page:
    """A page: the reader's language, its columns (at least 40), and whether it takes ANSI styles."""

    def __init__(self, texts: Texts, width: int, *, colour: bool) -> None:
        self.texts = texts
        self.width = max(width, NARROWEST)
        self.colour = colour

    def text(self, text: str, *styles: str, indent: int = 0, bullet: str = "") -> Iterator[str]:
        """Yield a paragraph as lines of the page; behind a bullet they hang."""
        hang = " " * display_width(bullet)
        for number, line in enumerate(wrap(text, self.width - indent - len(hang))):
            yield " " * indent + (hang if number else bullet) + style(line, *styles, on=self.colour)

    def command(self, line: str, *, indent: int = 0) -> Iterator[str]:
        """Yield a command to be copied: on one line, however long it is."""
        yield " " * indent + style(neutralise(line), "cyan", on=self.colour)

    def title(self, text: str) -> Iterator[str]:
        """Yield the heading of a part of the page, underlined, with space above."""
        yield from ("", "")
        yield from self.text(text, "bold")
        yield "=" * min(display_width(text), self.width)

    def section(self, heading: str, body: Iterator[str], *styles: str) -> Iterator[str]:
        """Yield a body of lines under a heading; nothing where it is empty."""
        lines = list(body)
        if lines:
            yield ""
            yield from self.text(heading, *(styles or ("bold",)))
            yield from lines

    def table(self, rows: Sequence[Sequence[Cell]], indent: int = 2) -> list[str]:
        """Return rows of cells as lines of the page."""
        return table(rows, self.width, indent=indent, colour=self.colour)

    def rows(self, rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
        """Yield rows as a table where there is room for one, else the first cell of each and the others below it."""
        if self.width >= ROOMY:
            yield from self.table(rows)
            return
        for first, *others in rows:
            yield from self.text(first.text, *first.styles, indent=2)
            said = " · ".join(cell.text for cell in others if cell.text)
            if said:
                yield from self.text(said, *others[0].styles, indent=4)
