"""Keys, values and items that look right to people and are something else to YAML: what they are, and the right form."""

import re
from collections.abc import Collection

from handleplan.problem import Path, Place, Problem, Range
from handleplan.source.quoting import (
    BULLET,
    HARD_SPACES,
    ZERO_WIDTH,
    cleaned,
    find_invisible,
    quoted,
    unwrapped,
)
from handleplan.source.source import Source


def disguised_value(source: Source, path: Path, value: str) -> Problem | None:
    """Return the problem of a value in typographic quotes, or with a character in it that cannot be seen."""
    found = source.locate(Place(path))
    inner = unwrapped(value)
    if inner is not None:
        values = {"character": value[0], "corrected": line_with(source, path, quoted(inner))}
        return Problem("curly-quotes", Range(found.start, found.start + 1), values)
    at = find_invisible(source.text[slice(*found)], ZERO_WIDTH)
    return _invisible(source, found.start + at) if at is not None else None


def disguised_key(
    source: Source, word: str, where: Place, known: Collection[str]
) -> tuple[str, Problem] | None:
    """Return the known key that a word is meant to be, in typographic quotes or with something in it that cannot be seen."""
    found = source.locate(where)
    inner = unwrapped(word)
    if inner in known:
        corrected = _line_at(source, found.start).replace(word, str(inner), 1)
        values = {"character": word[0], "corrected": corrected}
        return str(inner), Problem("curly-quotes", Range(found.start, found.start + 1), values)
    at = find_invisible(source.text[slice(*found)])
    meant = cleaned(word).strip()
    return (meant, _invisible(source, found.start + at)) if at is not None and meant in known else None


def glued_key(source: Source, word: str, where: Place, known: Collection[str]) -> tuple[str, Problem] | None:
    """Return the key of ``text:'To spor: data'``, without its colon or the space after it, and the problem.

    Another colon in the line has made one long key of it.
    """
    match = re.match(r"([a-z_]+)(?:(:)(?=\S)|[ ]*=[ ]*|;[ ]*|[ ]+(?=['\"]))", word)
    if match is None or match[1] not in known:
        return None
    start = source.locate(where).start
    end = start + len(match[1])
    corrected = _line_at(source, start).replace(match[0], f"{match[1]}: ", 1)
    values = {"key": match[1], "corrected": corrected}
    if match[2]:
        return match[1], Problem("colon-without-space", Range(end, end + 1), values)
    return match[1], Problem("key-without-colon", Range(start, end), values)


def glued_value(source: Source, path: Path, value: str, known: Collection[str]) -> Problem | None:
    """Return the problem of ``proposed:2022-01-10`` where keys are expected: a key that lacks the space after it."""
    match = re.match(rf"([a-z_]+):(?=[\S{HARD_SPACES}])", value)
    if match is None or match[1] not in known:
        return None
    end = source.locate(Place(path)).start + match.end()
    if source.text[end] in HARD_SPACES:
        return _invisible(source, end)
    corrected = _line_at(source, end).replace(match[0], f"{match[0]} ", 1)
    return Problem("colon-without-space", Range(end - 1, end), {"corrected": corrected})


def second_half(
    source: Source, word: str, where: Place, known: Collection[str]
) -> tuple[str, Problem] | None:
    """Return the first half of a key that a line break has divided, the second one being a key, and the problem."""
    start = source.locate(where).start
    half = re.fullmatch(r"[ ]*(?:-[ ]+)?([a-z_]+)[ ]*", source.line(max(1, source.position(start).line - 1)))
    if half is None or half[1] + word not in known:
        return None
    at = source.text.rindex(half[1], 0, start)
    return half[1], Problem("key-on-two-lines", Range(at, at + len(half[1])), {"key": half[1] + word})


def mistaken_item(source: Source, path: Path, value: object) -> Problem | None:
    """Return the problem of a list whose items begin with something that is no dash and space, and so is none."""
    first = next(iter(value), "") if isinstance(value, dict) else value
    if not isinstance(first, str):
        return None
    where = Place((*path, first), "key") if isinstance(value, dict) else Place(path)
    if re.match(r"-[^\s-]", first):
        return dash_without_space(source, where)
    match = BULLET.match(first)
    if match is None:
        return None
    start = source.locate(where).start
    line = _line_at(source, start)
    hint = {"corrected": f"- {line[match.end() :].lstrip()}"} if line.startswith(match[0]) else {}
    return Problem("not-a-dash", Range(start, start + match.end()), {"character": match[0], **hint})


def dash_without_space(source: Source, where: Place) -> Problem:
    """Return the problem of ``-m1``; only the dash is underlined, since a whole list may have become that text."""
    start = source.locate(where).start
    corrected = _line_at(source, start).replace("-", "- ", 1)
    return Problem("dash-without-space", Range(start, start + 1), {"corrected": corrected})


def line_with(source: Source, path: Path, value: str) -> str:
    """Return the first line of a value with another text in its place."""
    found = source.locate(Place(path))
    start = source.position(found.start)
    line = source.line(start.line)
    at = start.column - 1
    return f"{line[:at]}{value}{line[at + found.end - found.start :]}".strip()


def _invisible(source: Source, offset: int) -> Problem:
    sign = source.text[offset]
    rule = "invisible-character" if sign in ZERO_WIDTH else "hard-space"
    return Problem(rule, Range(offset, offset + 1), {"code": f"U+{ord(sign):04X}"})


def _line_at(source: Source, offset: int) -> str:
    return source.line(source.position(offset).line).strip()
