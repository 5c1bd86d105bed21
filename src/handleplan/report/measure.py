"""How wide texts are, near enough without a font: to wrap labels in pictures and to tell what fits on a page.

The widths are those of IBM Plex Sans, in thousandths of the size of the type; a reader's machine may have no narrower
font than DejaVu Sans, which ``_WIDEST`` allows for.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_WIDTHS = {
    **dict.fromkeys("ijl'|’`", 255),
    **dict.fromkeys(" \u00a0.,:;!I", 290),
    **dict.fromkeys('ftrJ()[]{}/\\-"', 365),
    **dict.fromkeys("s*“”", 475),
    **dict.fromkeys("ckvxyz?", 520),
    **dict.fromkeys("mMwW%@æÆ—…", 880),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZØÅ&+=<>~", 690),
}
_SPACE, _DOTS = _WIDTHS[" "], _WIDTHS["…"]
_USUAL = 560
_WIDEST = 1.14
# Above Latin's letters: wide enough for any script
_OTHER = 1000
_LATIN = 0x250
_BOLD = 1.07
_TOLERANCE = 1e-6
# What keeps two words on one line, and what does not
JOINED, _SPACES = "\u00a0", re.compile(r"[^\S\u00a0]+")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is when it is set on one line, in the unit of ``size``."""
    return _thousandths(text) * _unit(size, bold=bold)


@lru_cache(maxsize=4096)
def _thousandths(text: str) -> int:
    return sum([_WIDTHS.get(char, _USUAL if ord(char) < _LATIN else _OTHER) for char in text])


def _unit(size: float, *, bold: bool) -> float:
    """Return how wide a thousandth of the size is, on a machine whose font is wide."""
    return size * _WIDEST / 1000 * (_BOLD if bold else 1)


# Titles and words such as schedules and states stand in many rows
@lru_cache(maxsize=512)
def wrap(
    text: str, width: float, size: float, *, most: int | None = None, bold: bool = False
) -> tuple[str, ...]:
    """Break a text into lines no wider than ``width``; a word that is wider is broken too.

    Args:
        text: a text of one line.
        width: the room, in the unit of ``size``.
        size: the size of the type.
        most: as many lines at most; what does not fit is left out and an ellipsis stands for it.
        bold: whether the type is.
    """
    unit = _unit(size, bold=bold)
    room = width / unit + _TOLERANCE  # a text fits where the room was measured by that very text
    measured = _measured(text)
    if measured.widest > room:
        measured = _measure([part for word in measured.words for part in _parts(word, room)])
    words, ends, _ = measured
    lines: list[str] = []
    first = begins = 0
    while first < len(words):
        after = max(bisect_right(ends, begins + room + _SPACE, first), first + 1)
        if len(lines) + 1 == most and after < len(words):
            while after > first and (ends[after - 1] - begins + _DOTS) * unit > width:
                after -= 1
            line = " ".join(words[first:after]) or _part(words[first], width / unit)
            return *lines, f"{line} …".strip()
        lines.append(" ".join(words[first:after]))
        first, begins = after, ends[after - 1]
    return tuple(lines)


class _Measured(NamedTuple):
    """The words of a text, where the space behind each ends when all stand on one line, and the widest one's width."""

    words: list[str]
    ends: list[int]
    widest: int


# A picture is drawn for several widths: what it says is measured once
@lru_cache(maxsize=512)
def _measured(text: str) -> _Measured:
    return _measure(text.split() if JOINED not in text else list(filter(None, _SPACES.split(text))))


def _measure(words: list[str]) -> _Measured:
    widths = list(map(_with_space, words))
    return _Measured(words, list(accumulate(widths)), max(widths, default=_SPACE) - _SPACE)


@lru_cache(maxsize=4096)
def _with_space(word: str) -> int:
    return _thousandths(word) + _SPACE


def _parts(word: str, room: float) -> list[str]:
    """Break a word where it is wider than the room."""
    parts = [""]
    for char in word:
        if parts[-1] and _thousandths(parts[-1] + char) > room:
            parts.append("")
        parts[-1] += char
    return parts


def _part(word: str, room: float) -> str:
    """Return as much of a word as leaves room (in thousandths) for a space and an ellipsis."""
    while word and _thousandths(word) + _SPACE + _DOTS > room:
        word = word[:-1]
    return word
