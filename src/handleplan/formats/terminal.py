"""Text for a terminal or a log: made harmless, measured, wrapped, set in columns and styled."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from handleplan.formats.harmless import COMMAND_MARK, CONTROL, replace_commands

_CONTROL = re.compile(f"[{CONTROL}]")
# What JSON itself leaves: it escapes C0
_JSON_CONTROL = re.compile(rf"(?![\x00-\x1f])[{CONTROL}]")

# https://ecma-international.org/publications-and-standards/standards/ecma-48/ (SGR)
_STYLES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}

# Below this a Latin text has no combining marks and no wide characters.
_FIRST_COMBINING = "\u0300"
_GAP = 2


def neutralise(text: str) -> str:
    """Make one line of text harmless to print: what would be obeyed becomes U+FFFD, a tab one space.

    Every character stays one character, so columns counted in code points keep pointing at the same place.
    """
    shown = text if text.isprintable() else _CONTROL.sub("\ufffd", text.replace("\t", " "))
    return replace_commands(shown, "\ufffd", "\ufffd")


# Columns below which no text for people goes; only what is there to be copied, or pointed at, may be longer.
NARROWEST = 40


def escape_json(text: str) -> str:
    """Make finished JSON harmless to print: what would be obeyed becomes an escape of the same meaning."""
    shown = _JSON_CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return COMMAND_MARK.sub(r"\\u0023", shown)


def style(text: str, *names: str, on: bool) -> str:
    """Style a text with ANSI codes when ``on``; names are ``bold``, ``dim`` and colours.

    The text must be harmless already: see :func:`neutralise`.
    """
    if not (on and names and text):
        return text
    codes = ";".join(str(_STYLES[name]) for name in names)
    return f"\x1b[{codes}m{text}\x1b[0m"


def display_width(text: str) -> int:
    """Return how many columns a text takes: two for wide characters, none for combining and invisible ones."""
    if all(character < _FIRST_COMBINING for character in text):
        return len(text)
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def wrap(text: str, width: int) -> list[str]:
    """Break a text into harmless lines of at most ``width`` columns, at white space; longer words are broken.

    Runs of white space become one space; an empty text is one empty line. Nothing is ever left out.
    """
    lines = [""]
    for word in neutralise(" ".join(text.split())).split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if display_width(joined) <= width:
            lines[-1] = joined
            continue
        parts = _broken(word, width)
        lines[-1:] = [*filter(None, lines[-1:]), *parts]
    return [neutralise(line) for line in lines]


def _broken(word: str, width: int) -> list[str]:
    if display_width(word) <= width:
        return [word]
    parts, room = [""], width
    for character in word:
        taken = _character_width(character)
        if taken > room and parts[-1]:
            parts.append("")
            room = width
        parts[-1] += character
        room -= taken
    return parts


class Cell(NamedTuple):
    """A text in a table: its styles, and whether it stands to the right, as numbers do."""

    text: str
    styles: tuple[str, ...] = ()
    right: bool = False


def table(rows: Sequence[Sequence[Cell]], width: int, *, indent: int = 2, colour: bool = False) -> list[str]:
    """Set rows of cells in columns that together take at most ``width``, wrapping the widest columns first.

    Args:
        rows: the rows, all of the same length.
        width: columns of the page, the indent included.
        indent: columns left free on the left.
        colour: whether the cells' styles show.
    """
    if not rows:
        return []
    widths = [
        max(display_width(line) for cell in column for line in wrap(cell.text, width))
        for column in zip(*rows, strict=True)
    ]
    room = width - indent - _GAP * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return [line for row in rows for line in _row_lines(row, widths, indent, colour=colour)]


def _row_lines(row: Sequence[Cell], widths: Sequence[int], indent: int, *, colour: bool) -> Iterable[str]:
    wrapped = [wrap(cell.text, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        line = " " * indent
        for cell, lines, width in zip(row, wrapped, widths, strict=True):
            text = lines[number] if number < len(lines) else ""
            space = " " * (width - display_width(text))
            shown = style(text, *cell.styles, on=colour)
            line += (space + shown if cell.right else shown + space) + " " * _GAP
        yield line.rstrip()
