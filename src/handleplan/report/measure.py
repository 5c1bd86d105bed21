"""How wide texts are, near enough without a font: to wrap labels in pictures and to tell what fits on a page.

The widths are those of IBM Plex Sans, in thousandths of the size of the type; a reader's machine may have no narrower
font than DejaVu Sans, which ``_WIDEST`` allows for.
"""

import re
from functools import lru_cache

_WIDTHS = {
    **dict.fromkeys("ijl'|’`", 255),
    **dict.fromkeys(" \u00a0.,:;!I", 290),
    **dict.fromkeys('ftrJ()[]{}/\\-"', 365),
    **dict.fromkeys("s*“”", 475),
    **dict.fromkeys("ckvxyz?", 520),
    **dict.fromkeys("mMwW%@æÆ—…", 880),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZØÅ&+=<>~", 690),
}
_USUAL = 560
_WIDEST = 1.14
# Above Latin's letters: wide enough for any script
_OTHER = 1000
_LATIN = 0x250
_BOLD = 1.07
_TOLERANCE = 1e-6
# What keeps two words on one line, and what does not
_JOINED, _SPACES = "\u00a0", re.compile(r"[^\S\u00a0]+")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is when it is set on one line, in the unit of ``size``."""
    return _scaled(_thousandths(text), size, bold=bold)


@lru_cache(maxsize=4096)
def _thousandths(text: str) -> int:
    return sum([_WIDTHS.get(char, _USUAL if ord(char) < _LATIN else _OTHER) for char in text])


def _scaled(thousandths: int, size: float, *, bold: bool) -> float:
    return thousandths * size * _WIDEST / 1000 * (_BOLD if bold else 1)


def wrap(text: str, width: float, size: float, *, most: int | None = None, bold: bool = False) -> list[str]:
    """Break a text into lines no wider than ``width``; a word that is wider is broken too.

    Args:
        text: a text of one line.
        width: the room, in the unit of ``size``.
        size: the size of the type.
        most: as many lines at most; what does not fit is left out and an ellipsis stands for it.
        bold: whether the type is.
    """
    lines: list[str] = []
    line, taken = "", 0
    # in thousandths; a text fits where the room was measured by that very text
    room = width / _scaled(1, size, bold=bold) + _TOLERANCE
    for word in _words(text, room):
        own = _thousandths(word)
        longer = taken + _WIDTHS[" "] + own
        if line and longer > room:
            lines.append(line)
            line, taken = word, own
        else:
            line, taken = (f"{line} {word}", longer) if line else (word, own)
        if most is not None and len(lines) == most:
            return _cut(lines, width, size, bold=bold)
    return [*lines, line] if line else lines


def _words(text: str, room: float) -> list[str]:
    """Return the words of a text, those that are wider than the room (in thousandths) in parts."""
    words = text.split() if _JOINED not in text else list(filter(None, _SPACES.split(text)))
    if max(map(_thousandths, words), default=0) <= room:
        return words
    return [part for word in words for part in _parts(word, room)]


def _parts(word: str, room: float) -> list[str]:
    parts = [""]
    for char in word:
        if parts[-1] and _thousandths(parts[-1] + char) > room:
            parts.append("")
        parts[-1] += char
    return parts


def _cut(lines: list[str], width: float, size: float, *, bold: bool) -> list[str]:
    """End the last line with an ellipsis, without a word or more where there is no room for it."""
    last = lines[-1]
    while last and width_of(f"{last} …", size, bold=bold) > width:
        last = last.rpartition(" ")[0] if " " in last else last[:-1]
    return [*lines[:-1], f"{last} …".strip()]
