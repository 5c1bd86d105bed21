"""Family 0, white space: what nobody sees, and what shows up as a difference between two versions of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from handleplan.passages import way_of
from handleplan.problem import Range, Replace
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from handleplan.context import File
    from handleplan.source import Source

# In Markdown a tab reaches to the next of these columns: https://spec.commonmark.org/0.31.2/#tabs
_TAB_STOP = 4
# Two spaces at a line's end break the line: https://spec.commonmark.org/0.31.2/#hard-line-breaks
_HARD_BREAK = 2


@rule(
    "HP042",
    "advice",
    on=("file",),
    fixable="safe",
    da="Linjen slutter med mellemrum, som ingen kan se (antal linjer i filen: {count}). De kan godt slettes.",
    en="The line ends with spaces that nobody can see (lines in the file: {count}). They may as well be deleted.",
)
def trailing_white_space(file: File[Any]) -> Iterator[Found]:
    """Spaces at the end of a line do nothing but show up as changes when two versions are compared.

    Two spaces inside a text with paragraphs are left alone: there they break the line in the paper.

    Dansk: Mellemrum sidst på en linje gør ingen gavn, men dukker op som ændringer, når to versioner sammenlignes. To
    mellemrum inde i en tekst med afsnit bliver stående: der giver de et linjeskift i papiret.

    Bad (2022/sundhed.yaml):
        title: Sundhed i 2022␠
        #                    ^ HP042
        background: |
          Vi samarbejder om data␠
          og om kræft.
        purpose: Lighed #i sundhed
        #               ^ HP014

    Good (2022/sundhed.yaml):
        background: |
          Central Denmark EU Office␠␠
          Region Midtjylland
    """
    text = file.source.text
    if not (" \n" in text or "\t" in text or text.endswith(" ") or ("\r" in text and " \r" in text)):
        return
    breaks = [block for block in file.source.blocks() if _is_read_as_blocks(file.source, block)]
    found = [
        Range(*match.span())
        for match in re.compile(r"(?<![ \t])[ \t]++(?=[\r\n]|\Z)").finditer(text)
        if not _breaks_the_line(text, match, breaks) and text[match.start() - 1 : match.start()] != "\\"
    ]
    if found:
        changes = [Replace(where, "") for where in found]
        yield Found(found[0], {"count": len(found)}).mended_by(*changes)


def _is_read_as_blocks(source: Source, block: Range) -> bool:
    return way_of(source.path_at(block.start)) == "block"


def _breaks_the_line(text: str, spaces: re.Match[str], blocks: list[Range]) -> bool:
    """Tell whether spaces stand between two lines of one paragraph of a text, and are two or more."""
    block = next((one for one in blocks if one.start <= spaces.start() < one.end), None)
    if block is None or len(spaces[0].partition("\t")[0]) < _HARD_BREAK:
        return False
    line = 1 + max(text.rfind(end, block.start, spaces.start()) for end in "\r\n")
    before = text[max(line, block.start) : spaces.start()]
    after = re.compile(r"(?:\r\n|\r|\n)[ \t]*[^\s]").match(text, spaces.end(), block.end)
    return after is not None and bool(before.strip())


@rule(
    "HP043",
    "advice",
    on=("file",),
    fixable="safe",
    da="Her står et tabulatortegn (antal i filen: {count}). Et almindeligt mellemrum er mere til at stole på.",
    en="Here is a tab (number in the file: {count}). A plain space can be relied on.",
)
def tab_in_line(file: File[Any]) -> Iterator[Found]:
    """A tab looks different in every program, and at the beginning of a paragraph the paper takes it for program code.

    Dansk: Et tabulatortegn ser forskelligt ud i hvert program, og i begyndelsen af et afsnit tager papiret det for
    programkode.

    Bad (2022/sundhed.yaml):
        title: Sundhed→i 2022
        #             ^ HP043
        background: |
          Vi samarbejder om to spor:
          -→data
          -→kræft
        purpose: Lighed #i sundhed
        #               ^ HP014

    Good (2022/sundhed.yaml):
        background: |
          Vi samarbejder om to spor:
          - data
          - kræft
    """
    text = file.source.text
    if "\t" not in text:
        return
    # At a line's end it is trailing white space.
    gaps = re.compile(r"(?<![ \t])[ \t]++(?![\r\n]|\Z)").finditer(text)
    tabs = re.compile(r"\t+")
    found = [Range(*match.span()) for gap in gaps for match in tabs.finditer(text, *gap.span())]
    if found:
        blocks = [block for block in file.source.blocks() if _is_read_as_blocks(file.source, block)]
        changes = [Replace(where, " " * _width(file.source, where, blocks)) for where in found]
        yield Found(found[0], {"count": len(found)}).mended_by(*changes)


def _width(source: Source, tabs: Range, blocks: list[Range]) -> int:
    """Return as how many spaces tabs count: for Markdown at the beginning of a line, or after a list's mark."""
    line = source.position(tabs.start).line
    block = next((one for one in blocks if one.start < source.offset(line) and tabs.start < one.end), None)
    if block is None:
        return 1
    first = source.line(source.position(block.start).line + 1)
    indent = len(first) - len(first.lstrip(" "))
    before = source.text[source.offset(line) + indent : tabs.start]
    if not re.fullmatch(r"[ \t]*(?:(?:[-*+>]|[0-9]{1,9}[.)])[ \t]*)*", before):
        return 1
    column = len(before.expandtabs(_TAB_STOP))
    return len((before + "\t" * (tabs.end - tabs.start)).expandtabs(_TAB_STOP)) - column


@rule(
    "HP044",
    "advice",
    on=("file",),
    fixable="safe",
    da="Linjen slutter på en anden måde end de fleste i filen (antal linjer: {count}). Lad alle linjer slutte ens.",
    en="The line ends in another way than most of the file's (lines: {count}). Let all lines end alike.",
)
def mixed_line_ends(file: File[Any]) -> Iterator[Found]:
    """Windows ends a line with two characters, other systems with one; a mix is shown as changes nobody has made.

    Dansk: Windows afslutter en linje med to tegn, andre systemer med ét. En blanding vises som ændringer, ingen har
    lavet.

    Bad (2022/sundhed.yaml):
        title: Sundhed i 2022␍
        #                    ^ HP044
        purpose: Lighed #i sundhed
        #               ^ HP014

    Good (2022/sundhed.yaml):
        title: Sundhed i 2022
        purpose: Lighed i sundhed
    """
    text = file.source.text
    if "\r" not in text or text.count("\r\n") == text.count("\r") == text.count("\n"):
        return
    from handleplan.source.patch import line_end_of

    usual = line_end_of(text)
    ends = re.compile(r"\r\n|\r|\n").finditer(text)
    found = [Range(*match.span()) for match in ends if match[0] != usual]
    if found:
        # In a fix a line feed stands for the usual line end.
        changes = [Replace(where, "\n") for where in found]
        yield Found(found[0], {"count": len(found)}).mended_by(*changes)


@rule(
    "HP045",
    "advice",
    on=("file",),
    fixable="safe",
    da="Filens sidste linje mangler sit linjeskift. Tryk Enter efter filens sidste linje.",
    en="The file's last line lacks its line end. Press Enter after the file's last line.",
)
def missing_last_newline(file: File[Any]) -> Iterator[Found]:
    """Without an end the last line is shown as changed as soon as somebody writes below it.

    Dansk: Uden linjeskift vises den sidste linje som ændret, så snart nogen skriver noget nedenunder.

    Bad (2022/sundhed.yaml):
        title: Sundhed #i 2022
        #              ^ HP014
        purpose: Lighed i sundhed␄
        #                       ^ HP045

    Good (2022/sundhed.yaml):
        title: Sundhed i 2022
        purpose: Lighed i sundhed
    """
    text = file.source.text
    if text[-1:] in ("\n", "\r"):
        return
    end = len(text)
    yield Found(Range(end - 1, end), {}).mended_by(Replace(Range(end, end), "\n"))
