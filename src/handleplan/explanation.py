"""A rule's docstring taken apart: why the rule exists, in both languages, and the examples that are its tests."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from inspect import cleandoc
from typing import NamedTuple

_HEADING = re.compile(r"(?P<kind>Bad|Good|Beside) \((?P<path>[^,)]+)(?:, saved as (?P<encoding>[\w-]+))?\):")
_MARK = re.compile(r"#(?: <-|(?P<before> *)\^) (?P<code>HP[0-9]{3})")
_DANISH = "Dansk: "
_NO_EXAMPLE = "No example: "
# What an example cannot hold as it is, and the sign that stands for it: one column each.
_STAND_INS = str.maketrans({"→": "\t", "␇": "\x07", "␠": " ", "␍": "\r"})
# Where the file ends, without a line end.
_END = "␄"


class Mark(NamedTuple):
    """Where an example's finding begins, line and column from 1."""

    code: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Example:
    """A file, or the part of one that matters, which breaks a rule or keeps it.

    ``text`` is what stands in the file at ``path``, ready to be saved in ``encoding``; ``shown`` is the same for
    human eyes: tabs, control characters and spaces at a line's end as signs. ``beside`` holds the files it is read
    together with.
    """

    path: str
    encoding: str
    good: bool
    shown: str
    marks: tuple[Mark, ...]
    beside: "tuple[Example, ...]" = ()

    @property
    def text(self) -> str:
        """What stands in the file."""
        return self.shown.partition(_END)[0].translate(_STAND_INS)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a rule exists, paragraph by paragraph, its examples, and the reason where it has none."""

    why_en: str
    why_da: str
    examples: tuple[Example, ...]
    no_example: str


def explain_rule(doc: str) -> Explanation:
    """Take a rule's docstring apart.

    Args:
        doc: the docstring: why in English, ``Dansk:`` and why in Danish, then blocks headed ``Bad (PATH):`` and
            ``Good (PATH):``, where comment lines ``# ^ HP101`` (below the column) and ``# <- HP101`` (column 1) mark
            what is found in the line above. Blocks headed ``Beside (PATH):`` are other files of the example above.

    Returns:
        Its parts; paragraphs are one line each and separated by an empty line.
    """
    paragraphs: list[str] = []
    examples: list[Example] = []
    for block in _blocks(cleandoc(doc)):
        heading = _HEADING.fullmatch(block[0])
        if heading and heading["kind"] == "Beside":
            last = examples.pop()
            examples.append(replace(last, beside=(*last.beside, _example(heading, block[1:]))))
        elif heading:
            examples.append(_example(heading, block[1:]))
        else:
            paragraphs.append(" ".join(line.strip() for line in block))
    english = [text for text in paragraphs if not text.startswith((_DANISH, _NO_EXAMPLE))]
    return Explanation(
        "\n\n".join(english), _after(_DANISH, paragraphs), tuple(examples), _after(_NO_EXAMPLE, paragraphs)
    )


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield the paragraphs as lines; an example's indented lines, empty ones among them, belong to its heading."""
    block: list[str] = []
    for line in text.split("\n"):
        in_example = bool(block) and _HEADING.fullmatch(block[0]) is not None
        if block and (not line.startswith(" ") and line if in_example else not line):
            yield block
            block = []
        if line or block:
            block.append(line)
    if block:
        yield block


def _example(heading: re.Match[str], block: list[str]) -> Example:
    lines: list[str] = []
    marks: list[Mark] = []
    for line in "\n".join(block).rstrip().split("\n"):
        content = line[4:]
        mark = _MARK.fullmatch(content)
        if mark is None:
            lines.append(content)
            continue
        column = 1 if mark["before"] is None or not lines else len(mark["before"]) + 2
        marks.append(Mark(mark["code"], max(1, len(lines)), column))
    shown = "".join(f"{line}\n" for line in lines)
    return Example(
        heading["path"], heading["encoding"] or "utf-8", heading["kind"] == "Good", shown, tuple(marks)
    )


def _after(beginning: str, paragraphs: list[str]) -> str:
    """Return the paragraph that begins so, without the beginning; nothing where there is none."""
    found = (text.removeprefix(beginning) for text in paragraphs if text.startswith(beginning))
    return next(found, "")
