"""Status bars: one for each theme, parts as patterns with their numbers, and the words for them below."""

from handleplan.report.measure import width_of, wrap
from handleplan.report.pictures.patterns import define, pattern_id
from handleplan.report.pictures.svg import Drawing, lines, pill, rect, text
from handleplan.report.view import Bar, Bars

_SIZE, _SMALL, _LEADING = 14.0, 12.0, 18.0
_BAR, _SWATCH = 22.0, 14.0
# From this width on labels stand beside the bars, below it above them
_BESIDE = 500.0
# No part is narrower than the number on it
_NARROWEST = 24.0


def draw_bars(picture: Bars, anchor: str, width: float) -> Drawing:
    """Draw the bars for a width, and the legend below them."""
    statuses = [part.status for part in picture.legend]
    elements = [define(anchor, width, statuses)]
    alone = len(picture.bars) == 1
    left = 0.0 if alone or width < _BESIDE else min(_labels(picture), width * 0.35)
    y = 2.0
    for bar in picture.bars:
        drawn, y = _row(bar, anchor, width, left, y, named=not alone)
        elements += drawn
    drawn, y = _legend(picture, anchor, width, y + 4)
    return Drawing(width, y, (*elements, *drawn))


def _labels(picture: Bars) -> float:
    return 16 + max((width_of(bar.label, _SIZE, bold=True) for bar in picture.bars), default=0)


def _row(
    bar: Bar, anchor: str, width: float, left: float, y: float, *, named: bool
) -> tuple[list[str], float]:
    drawn: list[str] = []
    place = y
    if named:
        label = wrap(bar.label, left - 16 if left else width, _SIZE, most=2, bold=True)
        drawn += lines(0, y + _SIZE + (2 if left else 0), label, _LEADING, "b")
        place = y if left else y + _LEADING * len(label) + 4
        y = y + _LEADING * (len(label) - 1) if left else place
    total = width_of(bar.total, _SMALL) + 8
    room = width - left - total
    x = left
    for part, size in zip(bar.parts, _sizes(bar, room), strict=True):
        drawn.append(
            rect(x + 1, place, size - 2, _BAR, f"o-{part.status}", fill=pattern_id(anchor, width, part.status), radius=2)
        )  # fmt: skip
        drawn += pill(x + size / 2, place + _BAR / 2 + 4.5, str(part.number), _SMALL)
        x += size
    drawn.append(text(x + 8 if bar.parts else left, place + _BAR / 2 + 4.5, bar.total, "s q"))
    return drawn, y + _BAR + 12


def _sizes(bar: Bar, room: float) -> list[float]:
    """Share the room by number, none below the narrowest as long as there is room for that."""
    total = sum(part.number for part in bar.parts)
    least = min(_NARROWEST, room / max(len(bar.parts), 1))
    spare = room - least * len(bar.parts)
    return [least + spare * part.number / total for part in bar.parts]


def _legend(picture: Bars, anchor: str, width: float, y: float) -> tuple[list[str], float]:
    """Set each status with its pattern; as many on a line as fit."""
    drawn: list[str] = []
    x = 0.0
    for part in picture.legend:
        label = f"{part.words}: {part.number}"
        size = _SWATCH + 6 + width_of(label, _SMALL) + 18
        if x and x + size > width:
            x, y = 0.0, y + _LEADING + 4
        fill = pattern_id(anchor, width, part.status)
        drawn.append(
            rect(x + 0.5, y + 0.5, _SWATCH - 1, _SWATCH - 1, f"o-{part.status}", fill=fill, radius=2)
        )
        words = wrap(label, width - _SWATCH - 6, _SMALL)
        drawn += lines(x + _SWATCH + 6, y + 11.5, words, _LEADING, "s")
        y += _LEADING * (len(words) - 1)
        x += size
    return drawn, y + _LEADING + 4
