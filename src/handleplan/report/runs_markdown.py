r"""Runs of text as one line of Markdown: escaping, and delimiters that every CommonMark parser pairs as they are meant.

Emphasis is ``**`` and ``*``, or ``_`` wherever there is ``**`` too, so that delimiters never run together. They touch
words only, never white space; where the character on their other side would keep them from opening or closing, it is
written as an entity (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run).

Markdown ends up in the logs of builds, which obey some lines (:mod:`handleplan.formats.harmless`). A backslash breaks
such a command and is not seen: ``\::error``, ``##\[error]``. Code knows no backslash, so code that holds a command is
set as ordinary text: its words stay, its style goes.
"""

import re
import unicodedata
from itertools import groupby

from handleplan.formats.harmless import BLANK, COMMAND_MARK
from handleplan.report.tree import Run

# Where they stand in a line does not matter for these; `|` and `~` mean something in tables and dialects.
_ANYWHERE = re.compile(r"[\\`*_\[\]<~|]|&(?=#?\w+;)")
# A colon that stands alone may meet another one
_AT_START = re.compile(rf"({BLANK})(?=[#>=]|[-+](?:[\s-]|$)|:(?::|$))")
_NUMBER_AT_START = re.compile(rf"({BLANK}[0-9]{{1,9}})(?=[.)](?:\s|$))")
# What a link's bracket would make a command of
_MARK_AT_END = re.compile(r"(?<=#)#(?=\w*$)")
_SPACE = re.compile(r"(\s+)")
_BACKTICKS = re.compile(r"`+")
_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_NEEDS_BRACKETS = re.compile(r"[()\s<>]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BACKSLASH = r"\\\g<0>"
# ASCII punctuation that Unicode counts as symbols
_SIGNS = "$+<=>^`|~"


def escape_markdown(text: str) -> str:
    """Escape a plain text of one line: no Markdown parser finds anything but the text in it, wherever it is put."""
    return escape_start(_ANYWHERE.sub(_BACKSLASH, text))


def escape_inside(text: str) -> str:
    """Escape a plain text that never begins a line: behind a label, or in a cell of a table."""
    return _ANYWHERE.sub(_BACKSLASH, text)


def escape_start(text: str) -> str:
    r"""Escape what would make a block at the beginning of a line: ``2022. Evt.`` gives ``2022\. Evt.``."""
    found = _AT_START.match(text) or _NUMBER_AT_START.match(text)
    return f"{found[1]}\\{text[found.end() :]}" if found else text


def write_runs(runs: tuple[Run, ...], line_break: str) -> str:
    """Set runs as one line.

    Args:
        runs: the text.
        line_break: what a line break that was asked for becomes; the line goes on after it.
    """
    if any(map(_is_command, runs)):
        runs = _without_commands(runs)
    if len(runs) == 1 and _is_bare(runs[0]):
        return escape_markdown(runs[0].text)
    writer = _Writer(line_break, "_" if any(run.strong for run in runs) else "*")
    for before, run, after in zip((None, *runs), runs, (*runs[1:], None), strict=False):
        alone = all(other is None or other.href != run.href for other in (before, after))
        writer.write(run, bare_link=alone and run.text == run.href)
    return writer.finish()


def _is_command(run: Run) -> bool:
    return run.code and COMMAND_MARK.search(run.text) is not None


def _without_commands(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Make code that holds commands ordinary text, joined with the text beside it."""
    changed = (run._replace(code=run.code and not _is_command(run)) for run in runs)
    styles = groupby(changed, key=lambda run: run._replace(text=""))
    return tuple(style._replace(text="".join(run.text for run in same)) for style, same in styles)


def _is_bare(run: Run) -> bool:
    return not (run.strong or run.emphasis or run.code or run.href or "\n" in run.text)


class _Writer:
    """Writes runs one after the other; links stand outside emphasis, white space outside both where they change."""

    def __init__(self, line_break: str, emphasis: str) -> None:
        self._line_break = line_break
        self._emphasis = emphasis
        self._out: list[str] = []
        self._open: list[str] = []
        self._href: str | None = None
        self._space = ""
        self._guard_next = False

    def write(self, run: Run, *, bare_link: bool) -> None:
        """Write a run; ``bare_link`` tells that it is a whole link which shows its own address."""
        if run.code:
            self._piece(run, _code(run.text), word=False)
        elif bare_link and _is_bare(Run(run.text)) and _ADDRESS.fullmatch(run.text):
            self._piece(Run(run.text), f"<{run.text}>", word=False)
        else:
            for part in _SPACE.split(run.text):
                if part.isspace():
                    self._space += part
                elif part:
                    self._piece(run, part, word=True)

    def finish(self) -> str:
        """Close what is open and return the line; white space at its end is dropped."""
        self._close(0)
        self._end_link()
        return "".join(self._out)

    def _piece(self, run: Run, text: str, *, word: bool) -> None:
        wanted = ["**"] * run.strong + [self._emphasis] * run.emphasis
        if run.href != self._href:
            self._close(0)
            self._end_link()
            self._put_space()
            self._begin_link(run.href)
        kept = next(
            (i for i, pair in enumerate(zip(self._open, wanted, strict=False)) if pair[0] != pair[1]), None
        )
        self._close(min(len(self._open), len(wanted)) if kept is None else kept)
        self._put_space()
        for delimiter in wanted[len(self._open) :]:
            inner = text[0] if delimiter == wanted[-1] else "*"
            self._start(delimiter, inner)
        self._out.append(self._word(text) if word else text)
        self._guard_next = False

    def _word(self, text: str) -> str:
        if self._guard_next and _joins(text[0]):
            return f"&#{ord(text[0])};{_ANYWHERE.sub(_BACKSLASH, text[1:])}"
        escaped = _ANYWHERE.sub(_BACKSLASH, text)
        return escape_start(escaped) if not self._out or self._out[-1] == self._line_break else escaped

    def _put_space(self) -> None:
        if self._space:
            self._out.append(self._line_break if "\n" in self._space else self._space)
            self._space = ""
            self._guard_next = False

    def _start(self, delimiter: str, inner: str) -> None:
        before = self._out[-1][-1:] if self._out else ""
        if before and _joins(before) and (delimiter == "_" or not inner.isalnum()):
            self._out[-1] = f"{self._out[-1][:-1]}&#{ord(before)};"
        self._out.append(delimiter)
        self._open.append(delimiter)

    def _close(self, kept: int) -> None:
        while len(self._open) > kept:
            delimiter = self._open.pop()
            self._guard_next = delimiter == "_" or not self._out[-1][-1].isalnum()
            self._out.append(delimiter)

    def _begin_link(self, href: str | None) -> None:
        self._href = href
        if href:
            if self._out and self._out[-1].endswith("!"):  # `![` would begin an image
                self._out[-1] = self._out[-1][:-1] + r"\!"
            if self._out:
                self._out[-1] = _MARK_AT_END.sub(_BACKSLASH, self._out[-1])
            self._out.append("[")
            self._guard_next = False

    def _end_link(self) -> None:
        if self._href:
            address = _ENTITY.sub("&amp;", self._href)
            if _NEEDS_BRACKETS.search(address):
                address = f"<{address.replace('<', '%3C').replace('>', '%3E')}>"
            self._out.append(f"]({address})")
            self._href = None
            self._guard_next = False


def _joins(character: str) -> bool:
    """Tell whether a delimiter beside a character may count as being inside a word."""
    return not (character.isspace() or unicodedata.category(character).startswith("P") or character in _SIGNS)


def _code(text: str) -> str:
    """Set a code span: a fence that the text does not hold, and padding where a parser would strip or join."""
    taken = {len(run) for run in _BACKTICKS.findall(text)}
    fence = "`" * next(length for length in range(1, len(taken) + 2) if length not in taken)
    stripped = text.startswith(" ") and text.endswith(" ") and text.strip(" ")
    padding = " " if stripped or text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"
