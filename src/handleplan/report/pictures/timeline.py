"""The timeline: a row for each activity over the year's quarters, its status as a pattern and in words."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from math import inf

from handleplan.report.measure import wrap
from handleplan.report.pictures.patterns import define, pattern_id
from handleplan.report.pictures.svg import Drawing, lines, path, rect, text
from handleplan.report.view import Timeline, Track

_SIZE, _SMALL, _LEADING = 14.0, 12.0, 18.0
_BAR, _GAP = 14.0, 10.0
# From this width on labels stand beside the bars, below it above them
_BESIDE = 500.0
_LINES = 2


def draw_timeline(timeline: Timeline, anchor: str, width: float) -> Drawing:
    """Draw the timeline for a width; labels are cut after two lines, the table beside the picture has all of them."""
    return next(draw_parts(timeline, anchor, width, (inf, inf)))


def draw_parts(
    timeline: Timeline, anchor: str, width: float, highest: tuple[float, float]
) -> Iterator[Drawing]:
    """Draw the timeline in parts between rows; a group that goes on has its title again.

    Args:
        timeline: the timeline.
        anchor: the picture's anchor; the patterns it names are defined in the first part.
        width: the width of each part.
        highest: how high the first part may be, and how high the others.
    """
    left = width * 0.52 if width >= _BESIDE else 0.0
    statuses = sorted({t.status for group in timeline.groups for t in group.tracks if t.status})
    elements = [define(anchor, width, statuses)] if statuses else []
    top = 40.0 if timeline.today else 24.0
    room, rows, beside_bars, y = highest[0], list[str](), list[tuple[float, float]](), top

    def finish(bottom: float) -> Drawing:
        # where labels stand above the bars no line runs through them
        stretches = [(top, bottom)] if left else beside_bars
        return Drawing(width, bottom + 4, (*elements, *_grid(timeline, width, left, top, stretches), *rows))

    for group in timeline.groups:
        before, (title, y) = y, _title(group.title, _room(width, left), y)
        waiting = title
        for track in group.tracks:
            drawn, after = _row(track, anchor, width, left, y)
            if after + 4 > room and beside_bars:
                yield finish(before if waiting else y)
                elements, room, rows, beside_bars = [], highest[1], [], []
                waiting, y = _title(group.title, _room(width, left), top)
                drawn, after = _row(track, anchor, width, left, y)
            rows += waiting + drawn
            waiting, y = [], after
            beside_bars.append((y - _GAP - _BAR - 3, y - _GAP + 3))
        rows += waiting
    yield finish(y)


def _room(width: float, left: float) -> float:
    """Return how wide titles and labels may be: as the column beside the bars, or as the picture above them."""
    return left - 16 if left else width


def _title(title: str, room: float, y: float) -> tuple[list[str], float]:
    """Set a group's title from ``y`` on; return the elements and where its first row begins."""
    titles = wrap(title, room, _SIZE, bold=True)
    return lines(0, y + 12 + _SIZE, titles, _LEADING, "b c"), y + 20 + _LEADING * len(titles)


def _grid(
    timeline: Timeline, width: float, left: float, top: float, stretches: list[tuple[float, float]]
) -> list[str]:
    """Draw the quarters' lines and today's, each as often as there are stretches from top to bottom."""
    quarter = (width - left) / len(timeline.quarters)
    places = [left + quarter * number for number in range(len(timeline.quarters))]
    names = [
        text(place + quarter / 2, top - 6, name, "s b m")
        for place, name in zip(places, timeline.quarters, strict=True)
    ]
    marks = "".join(
        f"M{place:g} {first:g}V{last:g}" for place in (*places, width) for first, last in stretches
    )
    grid = [path(marks, "l"), *names]
    if timeline.hand is None or timeline.today is None:
        return grid
    x = left + (width - left) * timeline.hand
    style = "s b m" if left + 70 < x < width - 70 else "s b e" if x > width - 140 else "s b"
    hand = "".join(f"M{x:g} {first:g}V{last:g}" for first, last in stretches)
    return [*grid, path(hand, "t"), text(x, top - 26, timeline.today, style)]


def _row(track: Track, anchor: str, width: float, left: float, y: float) -> tuple[list[str], float]:
    """Draw an activity from ``y`` on; return the elements and where the next one begins."""
    room = _room(width, left)
    label = wrap(track.label, room, _SIZE, most=_LINES)
    words = wrap(track.words, room, _SMALL, most=_LINES)
    told = [
        *lines(0, y + _SIZE, label, _LEADING),
        *lines(0, y + _SIZE + _LEADING * len(label) - 1, words, _SMALL + 3, "s b" if track.late else "s q"),
    ]
    height = _LEADING * len(label) + (_SMALL + 3) * len(words)
    place = y + (height - _BAR) / 2 if left else y + height + 6
    after = y + height + _GAP if left else place + _BAR + _GAP
    return [*told, *_bars(track, anchor, width, left, place)], after


def _bars(track: Track, anchor: str, width: float, left: float, y: float) -> list[str]:
    """Draw a bar for each stretch of quarters; without any the whole year."""
    quarter = (width - left) / 4
    fill = pattern_id(anchor, width, track.status) if track.status else ""
    style = f"o-{track.status}" if track.status else "p"
    return [
        rect(left + quarter * (first - 1) + 3, y, quarter * (last - first + 1) - 6, _BAR, style, fill=fill, radius=3)
        for first, last in _stretches(track.quarters or (1, 2, 3, 4))
    ]  # fmt: skip


@cache
def _stretches(quarters: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    runs = [
        [quarter for _, quarter in run]
        for _, run in groupby(enumerate(quarters), lambda pair: pair[1] - pair[0])
    ]
    return tuple((run[0], run[-1]) for run in runs)
