"""The sheet of A4 that the overview is printed on: how much of its height each part takes, in millimetres.

The print style of `templates/partials/style.css` (`.kind-overview`) sets what is counted here, and
tests/browser/test_sheet.py asks a browser and typst whether that is true. Texts are measured in a font that is wider than
the papers' own, since that may be what a reader has.
"""

from collections.abc import Iterable, Sequence

from handleplan.report.measure import wrap
from handleplan.report.pictures import draw
from handleplan.report.prose import Prose
from handleplan.report.view import Cell, Fact, Organisation, Picture, Table

# Between the margins, less what a browser's rounding takes
WIDTH, HEIGHT = 178.0, 262.0
HEADING = 11.4
# A line that says how many rows are left out
MORE = 5.2

_POINT = 25.4 / 72
_SIZE = 9 * _POINT
_LINE = _SIZE * 1.3
_GAP = 4.0
# Above and below a cell, and the rule under it; the size of a table's heads, and what is around them
_ROW, _HEAD_SIZE, _HEAD = 2.3, 8 * _POINT, 2.6
_TITLE_SIZE = 17 * _POINT
_TOP, _LOGO = 9.0, 10.0
# A picture is printed as wide as that, and drawn so many of its own pixels wide; its title above it
_PICTURE, _PIXELS, _CAPTION = 150.0, 700.0, 6.6


def head_height(title: str, facts: Sequence[Fact], organisation: Organisation | None) -> float:
    """Return how high the paper's head is, down to the rule below it."""
    height = _TOP + len(wrap(title, WIDTH, _TITLE_SIZE, bold=True)) * _TITLE_SIZE * 1.15
    if organisation:
        height += _LINE * len(_wrapped(organisation.name, WIDTH)) + (_LOGO if organisation.logo else 0)
    told = (f"{fact.label or ''}: {', '.join(map(_visible, fact.texts))}" for fact in facts)
    return height + sum(_LINE * len(_wrapped(one, WIDTH)) for one in told)


def picture_height(picture: Picture) -> float:
    """Return how high a picture is, with its title."""
    return _CAPTION + draw(picture, _PIXELS).height * _PICTURE / _PIXELS


def table_height(table: Table, shares: Sequence[float]) -> float:
    """Return how high a table is, its head included.

    Args:
        table: the table.
        shares: how its columns share the width; together 1.
    """
    return table_head_height(table.heads, shares) + sum(row_height(row, shares) for row in table.rows)


def table_head_height(heads: Iterable[str], shares: Sequence[float]) -> float:
    """Return what a table takes besides its rows."""
    lines = max(
        len(wrap(head, WIDTH * share - _GAP, _HEAD_SIZE, bold=True))
        for head, share in zip(heads, shares, strict=True)
    )
    return _HEAD + lines * _HEAD_SIZE * 1.3


def row_height(row: Iterable[Cell], shares: Sequence[float]) -> float:
    """Return how high a row of a table is: as high as its highest cell."""
    lines = max(
        len(_wrapped(_visible(cell.text), WIDTH * share - _GAP))
        for cell, share in zip(row, shares, strict=True)
    )
    return max(lines, 1) * _LINE + _ROW


def _wrapped(text: str, width: float) -> tuple[str, ...]:
    return wrap(text, width, _SIZE)


def _visible(text: str | Prose) -> str:
    return text.visible if isinstance(text, Prose) else text
