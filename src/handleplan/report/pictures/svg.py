"""The elements that pictures are made of, as SVG; colours come from classes, so that a style sheet decides on them."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from handleplan.report.measure import width_of
from handleplan.report.prose_html import escape_html
from handleplan.report.view import Picture


class Drawing(NamedTuple):
    """What is drawn, and the size of the ground it is drawn on, in CSS pixels."""

    width: float
    height: float
    elements: tuple[str, ...]


def frame(picture: Picture, drawing: Drawing, size: str, number: int = 1, parts: int = 1) -> str:
    """Make the SVG element of a drawing on a page; ``size`` and the number of its part tell a picture's drawings apart."""
    name = f"{picture.anchor}_{size}" if number == 1 else f"{picture.anchor}_{size}_{number}"
    title = picture.title if parts == 1 else f"{picture.title} ({number}/{parts})"
    body = "\n".join(drawing.elements)
    return (
        f'<svg class="{size}" viewBox="0 0 {drawing.width:g} {drawing.height:g}" role="img"'
        f' aria-labelledby="{name}_title {name}_desc">\n'
        f'<title id="{name}_title">{escape_html(title)}</title>\n'
        f'<desc id="{name}_desc">{escape_html(picture.description)}</desc>\n{body}\n</svg>'
    )


def text(x: float, y: float, content: str, style: str = "") -> str:
    """Set a line of text; ``style`` are its classes: ``b`` bold, ``s`` small, ``q`` quiet, ``m`` centred, ``e`` at its end."""
    classes = f' class="{style}"' if style else ""
    return f'<text x="{number(x)}" y="{number(y)}"{classes}>{escape_html(content)}</text>'


def lines(x: float, y: float, content: Iterable[str], leading: float, style: str = "") -> list[str]:
    """Set lines below each other, the first one's base at ``y``."""
    found = []
    left, classes = number(x), f' class="{style}"' if style else ""
    for line in content:
        found.append(f'<text x="{left}" y="{number(y)}"{classes}>{escape_html(line)}</text>')
        y += leading
    return found


def rect(
    x: float, y: float, width: float, height: float, style: str, *, fill: str = "", radius: float = 0
) -> str:
    """Draw a rectangle; ``fill`` is the id of a pattern."""
    filled = f' fill="url(#{fill})"' if fill else ""
    rounded = f' rx="{number(radius)}"' if radius else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        f'{rounded} class="{style}"{filled}/>'
    )


def path(steps: str, style: str) -> str:
    """Draw a path."""
    return f'<path d="{steps}" class="{style}"/>'


def pill(x: float, y: float, content: str, size: float) -> list[str]:
    """Set a short text in the middle of ``x``, on ground that keeps patterns away from it."""
    width = width_of(content, size, bold=True) + size * 0.7
    return [
        rect(x - width / 2, y - size * 0.95, width, size * 1.3, "g", radius=size * 0.4),
        text(x, y, content, "b s m"),
    ]


# Rows of like height have the same places in every picture
@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """Write a length, to a tenth."""
    return f"{value:z.1f}".removesuffix(".0")
