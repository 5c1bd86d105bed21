"""The year's wheel: a ring of months, the steps around it by their numbers, and today's hand."""

from math import cos, pi, sin

from handleplan.report.measure import wrap
from handleplan.report.pictures.svg import Drawing, lines, number, path, text
from handleplan.report.view import Wheel, WheelStep

MONTHS = 12
_INNER, _OUTER = 62.0, 96.0
_FIRST, _APART = 112.0, 23.0
_BADGE = 10.0
_APART_LEGEND, _LEADING = 40.0, 19.0
# From this width on the steps are told beside the ring, below it underneath
_BESIDE = 500.0


def draw_wheel(wheel: Wheel, width: float) -> Drawing:
    """Draw the wheel for a width, and what its numbers stand for."""
    levels = _levels(wheel.steps)
    radius = _FIRST + _APART * max(levels, default=0) + _BADGE + 6
    beside = width >= _BESIDE
    left = 2 * radius + _APART_LEGEND if beside else 0.0
    told, height = _legend(wheel, left, width - left)
    middle = max(radius, height / 2) if beside else radius
    centre = radius if beside else width / 2
    ring = (
        *_months(wheel, centre, middle),
        *_hand(wheel, centre, middle),
        *(
            element
            for step, level in zip(wheel.steps, levels, strict=True)
            for element in _step(step, level, centre, middle)
        ),
    )
    top = middle - height / 2 if beside else 2 * radius + 12
    moved = (f'<g transform="translate(0 {number(top)})">', *told, "</g>") if told else ()
    return Drawing(width, 2 * middle if beside else top + height, (*ring, *moved))


def _levels(steps: tuple[WheelStep, ...]) -> list[int]:
    """Give each step the innermost circle on which nothing else has the same days."""
    levels: list[int] = []
    for place, step in enumerate(steps):
        taken = {levels[other] for other in range(place) if _meet(steps[other], step)}
        levels.append(next(level for level in range(len(steps)) if level not in taken))
    return levels


def _meet(one: WheelStep, other: WheelStep) -> bool:
    """Tell whether two steps share days of the circle, whichever year they are in."""
    return any(
        one.first < other.last + turn and other.first + turn < one.last for turn in (-2 * MONTHS, -MONTHS, 0, MONTHS, 2 * MONTHS)
    )  # fmt: skip


def _point(month: float, distance: float, radius: float, middle: float) -> tuple[float, float]:
    angle = month / MONTHS * 2 * pi
    return radius + distance * sin(angle), middle - distance * cos(angle)


def _at(month: float, distance: float, radius: float, middle: float) -> str:
    return " ".join(map(number, _point(month, distance, radius, middle)))


def _months(wheel: Wheel, radius: float, middle: float) -> list[str]:
    circles = [
        f'<circle cx="{number(radius)}" cy="{number(middle)}" r="{number(size)}" class="{style}"/>'
        for size, style in ((_OUTER, "w l"), (_INNER, "g l"))
    ]
    marks = "".join(
        f"M{_at(month, _INNER, radius, middle)}L{_at(month, _OUTER, radius, middle)}"
        for month in range(MONTHS)
    )
    names = [
        text(*_lowered(_point(month + 0.5, (_INNER + _OUTER) / 2, radius, middle), 4), name, "s m")
        for month, name in enumerate(wheel.months)
    ]
    return [*circles, path(marks, "l"), *names]


def _lowered(point: tuple[float, float], by: float) -> tuple[float, float]:
    return point[0], point[1] + by


def _hand(wheel: Wheel, radius: float, middle: float) -> list[str]:
    """Set the year in the middle and let today's hand point over the months, never over the words."""
    if wheel.hand is None or wheel.today is None:
        return [text(radius, middle + 8, str(wheel.year), "b y m")]
    words = wrap(wheel.today, _INNER * 1.4, 12)
    tip, left, right = (
        _at(wheel.hand, _INNER + 4, radius, middle),
        _at(wheel.hand - 0.3, _INNER - 14, radius, middle),
        _at(wheel.hand + 0.3, _INNER - 14, radius, middle),
    )
    tick = f"M{_at(wheel.hand, _OUTER - 7, radius, middle)}L{_at(wheel.hand, _OUTER + 4, radius, middle)}"
    return [
        path(f"M{tip}L{left}L{right}Z", "h"),
        path(tick, "t"),
        text(radius, middle - 6, str(wheel.year), "b y m"),
        *lines(radius, middle + 12, words, 14, "s m"),
    ]


def _step(step: WheelStep, level: int, radius: float, middle: float) -> list[str]:
    """Draw a step's days as an arc, its number on it."""
    distance = _FIRST + _APART * level
    first, last = step.first + 0.06, max(step.last - 0.06, step.first + 0.1)
    long = int(last - first > MONTHS / 2)
    arc = (
        f"M{_at(first, distance, radius, middle)}A{number(distance)} {number(distance)} 0 {long} 1 "
        f"{_at(last, distance, radius, middle)}"
    )
    x, y = _point((first + last) / 2, distance, radius, middle)
    return [path(arc, "a"), *_badge(x, y, step.number)]


def _badge(x: float, y: float, value: int) -> list[str]:
    return [
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{_BADGE:g}" class="d"/>',
        text(x, y + 4, str(value), "n m"),
    ]


def _legend(wheel: Wheel, left: float, width: float) -> tuple[list[str], float]:
    """Tell the steps; return the elements and how high they are."""
    found: list[str] = []
    y = 16.0
    for step in wheel.steps:
        found += _badge(left + _BADGE, y - 5, step.number)
        titles = wrap(step.title, width - 40, 14, most=3, bold=True)
        told = wrap(" · ".join(filter(None, (step.when, step.parties))), width - 40, 12, most=3)
        found += lines(left + 32, y, titles, _LEADING, "b")
        y += _LEADING * len(titles)
        found += lines(left + 32, y - 1, told, _LEADING - 3, "s q")
        y += (_LEADING - 3) * len(told) + 13
    return found, y - 13
