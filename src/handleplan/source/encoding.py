"""Bytes to text: UTF-8 with or without a byte order mark, and what to say when it is something else."""

import re

from handleplan.problem import Fix, Problem, Range, Recode

_BOM = b"\xef\xbb\xbf"
# What the YAML 1.1 reader refuses. Compiled when a file was refused: the many ranges make that slow.
_CONTROL = "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"


def without_marks(data: bytes) -> bytes:
    """Return a file's bytes without byte order marks at the beginning; programs leave one, two of them leave two."""
    while data.startswith(_BOM):
        data = data[len(_BOM) :]
    return data


def shown_text(data: bytes) -> str:
    """Return a file's text for human eyes, whatever its bytes are."""
    return decode(without_marks(data))[0]


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode a file's bytes, which have no byte order mark.

    Returns:
        The text, and at most one problem. With a problem the text is only fit to be shown:
        bytes that could not be read are U+FFFD in it.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
        values = {"byte": f"0x{data[0]:02X}", "guess": "UTF-16"}
        return text, (Problem("not-utf-8", Range(0, 0), values, Fix((Recode("utf-16"),))),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = len(data[: error.start].decode("utf-8"))
        values = {"byte": f"0x{data[error.start]:02X}"}
        fix = None
        if _looks_like_windows_1252(data):
            values |= {"guess": "Windows-1252", "word": _word_at(data, error.start)}
            fix = Fix((Recode("cp1252"),), safe=False)
        return data.decode("utf-8", errors="replace"), (
            Problem("not-utf-8", Range(start, start + 1), values, fix),
        )
    return text, ()


def find_control_character(text: str) -> Problem | None:
    """Return the problem of the first character that no YAML file may hold, if there is one."""
    match = re.search(_CONTROL, text)
    if match is None:
        return None
    return Problem("control-character", Range(*match.span()), {"code": f"U+{ord(match[0]):04X}"})


def _looks_like_windows_1252(data: bytes) -> bool:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char in "\t\r\n\xad" for char in text)


def _word_at(data: bytes, index: int) -> str:
    """Return the word around a byte as Windows-1252 would read it, to be recognised by its author."""
    line = data[:index].rsplit(b"\n", 1)[-1][-40:] + data[index:].split(b"\n", 1)[0][:40]
    at = len(data[:index].rsplit(b"\n", 1)[-1][-40:])
    text = line.decode("cp1252", errors="replace")
    for match in re.finditer(r"\w+", text):
        if match.start() <= at < match.end():
            return match[0]
    return ""
