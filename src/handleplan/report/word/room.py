"""How much of a page a Word document's text takes, estimated: Word alone knows, and only when it is opened."""

import math
import re
from collections.abc import Collection

from handleplan.report.word.elements import EMU

# Letters on a line of the text and of a table's row, lines that a heading and the space around a paragraph take
_LETTERS, _IN_ROWS = 80, 45
_HEADING, _SPACE = 1.4, 0.45
# A line of the shipped text, in twentieths of a point
_LINE = 265
# Of a page's height the paper's title and its foot take so much, in lines
_TITLE = 10
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_ROW = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p>.*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"<w:t [^>]*>([^<]*)</w:t>")
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
_HEIGHT = re.compile(r'<wp:extent cx="[0-9]+" cy="([0-9]+)"')


def fits(content: str, height: float, headings: Collection[str]) -> bool:
    """Tell whether paragraphs and tables have room on a page below the paper's title.

    Args:
        content: what is to stand there.
        height: the page's room for text, in twentieths of a point.
        headings: the ids of the styles that headings have, which a Danish Word calls ``Overskrift1``.
    """
    return _lines(content, headings) <= height / _LINE - _TITLE


def _lines(content: str, headings: Collection[str]) -> float:
    """Estimate how many lines of a page some paragraphs and tables take, in the size of the shipped template's text."""
    drawn = sum(int(height) for height in _HEIGHT.findall(content)) / EMU / _LINE
    rows = sum(max(1, _letters(row) / _IN_ROWS) + _SPACE for row in _ROW.findall(content))
    paragraphs = _PARAGRAPH.findall(_TABLE.sub("", content))
    return drawn + rows + sum(_lines_of_paragraph(one, headings) for one in paragraphs)


def _lines_of_paragraph(paragraph: str, headings: Collection[str]) -> float:
    style = _STYLE.search(paragraph)
    heading = _HEADING if style and style[1] in headings else 0.0
    return max(1, math.ceil(_letters(paragraph) / _LETTERS)) + _SPACE + heading


def _letters(content: str) -> int:
    return sum(map(len, _TEXT.findall(content)))
