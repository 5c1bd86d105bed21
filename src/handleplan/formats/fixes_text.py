"""What `fix` has done for people: a line for each thing that was mended, or the changes as a diff, and a summary."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handleplan.diagnostic import Diagnostic
from handleplan.formats.terminal import NARROWEST, neutralise, style, wrap
from handleplan.locale import Texts

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}
# A line's end is shown where it is what changes.
_ENDS = {"\n": "␊", "\r\n": "␍␊", "\r": "␍", "": "∅"}


class Left(NamedTuple):
    """How many things are still wrong, and for how many of them there is a guess."""

    things: int
    guesses: int


def render_mended(found: Sequence[Diagnostic], texts: Texts, *, width: int, colour: bool) -> Iterator[str]:
    """Yield what each thing was that is mended now; its position is the one it had in the file at that moment."""
    label = texts.message("fix.mended")
    for one in found:
        first, *rest = wrap(f"{label} · {one.sentence}", max(width, NARROWEST))
        yield style(label, "bold", "green", on=colour) + first[len(label) :] + "\n"
        yield from (f"{line}\n" for line in rest)
        place = neutralise(f"{one.path}:{one.line}:{one.column}")
        rule = style(f"{one.code} {one.name}", "dim", on=colour)
        yield f"{style('-->', 'blue', on=colour)} {place}  {rule}\n\n"


def render_diff(path: str, before: str, after: str, *, colour: bool) -> Iterator[str]:
    """Yield the lines of a unified diff of a file's text."""
    import difflib

    yield style(f"--- {neutralise(path)}", "bold", on=colour) + "\n"
    yield style(f"+++ {neutralise(path)}", "bold", on=colour) + "\n"
    old, new = _LINE.findall(before)[:-1], _LINE.findall(after)[:-1]
    same_but_for_ends = [line.rstrip("\r\n") for line in old] == [line.rstrip("\r\n") for line in new]
    for line in list(difflib.unified_diff(old, new, n=2, lineterm=""))[2:]:
        body = line.rstrip("\r\n")
        end = _ENDS[line[len(body) :]] if same_but_for_ends and body[:1] in "+-" else ""
        hue = _COLOURS.get(body[:1])
        yield style(neutralise(body) + end, *([hue] if hue else []), on=colour) + "\n"


def render_summary(things: int, files: int, left: Left, texts: Texts, *, written: bool) -> str:
    """Return what was mended, or would be, and what is left to do."""
    lines = []
    if things:
        counted = {"things": texts.count("fix.things", things), "files": texts.count("fix.files", files)}
        lines.append(texts.message("fix.done" if written else "fix.would", **counted))
    else:
        lines.append(texts.message("fix.nothing"))
    if left.things:
        lines.append(texts.count("fix.left", left.things))
    if left.guesses:
        lines.append(texts.count("fix.guess", left.guesses))
    return "\n".join(lines) + "\n"
