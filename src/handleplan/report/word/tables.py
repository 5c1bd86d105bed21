"""Tables in a Word document: a head that is repeated on every page, rows that no page parts, widths by what columns hold."""

import re

from handleplan.report.prose import Prose
from handleplan.report.view import Cell, Table
from handleplan.report.word.elements import Supplies, escape_xml, paragraph, run
from handleplan.report.word.marks import entry_words, mark

# What a letter takes of a line in a table, and a cell's margins, in twentieths of a point
_LETTER, _MARGINS = 104, 190
# A head is bold, and another font than the shipped one may be wider
_WIDER = 1.3
# A head, no bands; and the first column names the rows: ECMA-376, part 4, 14.4.7 (tblLook)
_LOOK, _FIRST_COLUMN = 0x0620, 0x0080
# No word needs more letters of room than this, no text more
_LONGEST_WORD, _LONGEST_TEXT = 20, 60


def table_xml(table: Table, supplies: Supplies, width: int, *, ids: bool, name: str) -> str:
    """Set a table.

    Args:
        table: the table.
        supplies: the document's.
        width: the room between the margins, in twentieths of a point.
        ids: whether entries show their ids.
        name: what the table is called where it has no caption.
    """
    widths = _widths(table, width)
    caption = paragraph(run(table.caption, supplies), supplies, "caption") if table.caption else ""
    head = "".join(
        _cell(paragraph(run(text, supplies), supplies, "handleplan cell", look="<w:keepNext/>", layout=_side(table, column)), size)
        for column, (text, size) in enumerate(zip(table.heads, widths, strict=True))
    )  # fmt: skip
    rows = "".join(_row(row, table, widths, supplies, ids=ids) for row in table.rows)
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in widths)
    first = int(table.row_head == 0)
    bits = f"{_LOOK + _FIRST_COLUMN * first:04X}"
    look = f'w:val="{bits}" w:firstRow="1" w:lastRow="0" w:firstColumn="{first}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    return (
        f'{caption}<w:tbl><w:tblPr><w:tblStyle w:val="{supplies.style("handleplan table")}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look}/><w:tblCaption w:val="{escape_xml(table.caption or name)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
        # without a paragraph between them Word makes one table of two
        + paragraph(
            "", supplies, layout='<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>'
        )
    )


def _row(row: tuple[Cell, ...], table: Table, widths: list[int], supplies: Supplies, *, ids: bool) -> str:
    cells = "".join(
        _cell(
            paragraph(
                _content(cell, supplies, ids=ids),
                supplies,
                "handleplan cell",
                layout=_side(table, column),
            ),
            size,
        )
        for column, (cell, size) in enumerate(zip(row, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _content(cell: Cell, supplies: Supplies, *, ids: bool) -> str:
    words = entry_words(cell.title, cell.text, cell.anchor, supplies)
    told = run(f" ({cell.id})", supplies, "handleplan id") if ids and cell.id else ""
    return mark(cell.anchor, words + told, supplies)


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _side(table: Table, column: int) -> str:
    return '<w:jc w:val="right"/>' if column in table.numeric else ""


def _widths(table: Table, width: int) -> list[int]:
    """Share the width: each column room for its longest word, then what is left by what they hold."""
    columns = [[head] for head in table.heads]
    for row in table.rows:
        for column, cell in zip(columns, row, strict=True):
            column.append(" – ".join(filter(None, (cell.title, _words(cell.text)))))
    least = [
        max(
            _room(max(map(_longest_word, texts)), _LONGEST_WORD),
            round(_room(_longest_word(texts[0]), _LONGEST_WORD) * _WIDER),
        )
        for texts in columns
    ]
    wanted = [
        max(low, _room(max(map(len, texts)), _LONGEST_TEXT))
        for low, texts in zip(least, columns, strict=True)
    ]
    if sum(least) >= width:
        shares = [width * size / sum(least) for size in least]
    else:
        more = [want - low for want, low in zip(wanted, least, strict=True)]
        spare = width - sum(least)
        shares = [
            low + spare * (extra / sum(more) if sum(more) else 1 / len(more))
            for low, extra in zip(least, more, strict=True)
        ]
    return [max(1, int(share)) for share in shares]


def _words(text: Prose | str) -> str:
    return text if isinstance(text, str) else text.visible


def _longest_word(text: str) -> int:
    return max(map(len, re.split(r"[\s/-]+", text)))


def _room(letters: int, most: int) -> int:
    return min(letters, most) * _LETTER + _MARGINS
