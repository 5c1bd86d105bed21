"""Family 5, markup: signs that the papers print as they stand, because they mean nothing there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from handleplan.passages import passages_at, passages_with, without
from handleplan.problem import Range
from handleplan.rule import UNTIL_AGREED, Found, rule
from handleplan.vocabulary import Watch

if TYPE_CHECKING:
    from handleplan.context import File
    from handleplan.source import Source

_BULLETS = "•·●▪◦‣⁃■□"
_DASHES = "–—"
# At the beginning of a text. A dash before a figure is a minus, and `1.` no bullet at all: a Danish sentence may well
# begin with “1. møde”. An `o` is what is left of Word's hollow bullets, and no word in Danish or English.
_BULLET = (
    rf"\s*(?:(?P<sign>[{_BULLETS}]\s*|[0-9]{{1,2}}\)\s+)"
    rf"|(?P<guess>[-+{_DASHES}]\s+(?![0-9\s])|(?:\*|o|[a-h]\))\s+))(?=\S)"
)
_BEGINNINGS = ("- ", "* ", "+ ", "o ", "– ", "— ", *_BULLETS)
# How far before a word the one in front of it is looked for.
_NEAR = 80
# What may stand alone before a text, or inside it.
_ALONE = frozenset({*_BULLETS, *_DASHES, "*", "+", "o"})


def _begins_with_bullet(word: str) -> bool:
    core = word.lstrip("\"'")
    mark, bracket = core[:-1], core[-1:] == ")"
    glued = core[:1] in _BULLETS and len(core) > 1
    quoted = core != word and core in {*_ALONE, "-"}
    return bool(core) and (glued or quoted or (bracket and (mark in "abcdefgh" or mark.isdigit())))


_BEGINS = Watch(_begins_with_bullet)


def _where_bullets_may_be(file: File[Any]) -> Iterator[int]:
    source = file.source
    for word in file.known.vocabulary.among(_BEGINS, source):
        yield from source.occurrences((word,))
    for sign in source.distinct_words & _ALONE:
        if _stands_first(sign, source):
            yield from source.occurrences((sign,))
    if source.has_block_text_beginning(_BEGINNINGS):
        yield from (block.start for block in source.blocks())


def _stands_first(sign: str, source: Source) -> bool:
    """Tell whether a word follows a key or the dash of an item."""
    for at in source.occurrences((sign,)):
        before = source.text[max(0, at - _NEAR) : at].split()
        if before and (before[-1] == "-" or before[-1].endswith(":")):
            return True
    return False


@rule(
    "HP505",
    "warning",
    on=("plan", "index", "report", "meeting", "config"),
    by_stage=UNTIL_AGREED,
    fixable="safe",
    da="Teksten begynder med sit eget punkttegn, “{sign}” (antal i filen: {count}). Papiret sætter selv punkttegn; slet det.",
    en="The text begins with a bullet of its own, “{sign}” (number in the file: {count}). The paper adds bullets itself; delete it.",
)
def bullet_in_text(file: File[Any]) -> Iterator[Found]:
    """Every entry is printed as an item of a list; a bullet pasted along with its text stands beside the paper's own.

    A fix is a guess where the bullet is a letter, a dash or an asterisk.

    Dansk: Hver post trykkes som et punkt på en liste; er punkttegnet kommet med ind i teksten, står der to.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            text: • Lighed i sundhed
        #         ^ HP505
        actions:
          - id: h1
            text: "- Synlighed"
        #          ^ HP505
            goals:
              - m9
        #       ^ HP202

    Bad (2022/sundhed.yaml):
        actions:
          - o identificere nye projekter
        #   ^ HP505
          - o søge midler

    Good (2022/sundhed.yaml):
        actions:
          - 1. møde i følgegruppen
          - Synlighed – i hele Europa
          - –20 % CO2 i 2022
    """
    source = file.source
    offsets = set(_where_bullets_may_be(file))
    if not offsets:
        return
    pattern = re.compile(_BULLET)
    found = [
        match
        for passage in passages_at(source, offsets)
        if passage.way != "block" and (match := pattern.match(source.text, *passage.range))
    ]
    for kind in ("sign", "guess"):
        spans = [Range(*match.span(kind)) for match in found if match[kind]]
        if spans:
            values = {"sign": source.text[slice(*spans[0])].strip(), "count": len(spans)}
            yield Found(spans[0], values).mended_by(*without(source, spans), safe=kind == "sign")


_ELEMENTS = (
    "a|abbr|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|figure|font|footer|form|h[1-6]"
    "|head|header|hr|html|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|object|ol|p|pre|q|s|samp|script|section"
    "|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video"
)
_HTML = rf"</?(?i:{_ELEMENTS})(?:\s[^<>]*)?/?>|<!--"
# In code, and after a backslash, the signs are meant. Nobody needs more backticks than nine; were there no end to them, a
# text of nothing else would be searched once for every length.
_CODE = r"(?<!`)(?P<ticks>`{1,9})(?!`)(?s:.*?)(?<!`)(?P=ticks)(?!`)|\\<"
_ENTITY = r"&(?:[a-zA-Z]{2,8}|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5});"
_HOLDS_HTML = Watch(lambda word: "<" in word or ("&" in word and ";" in word))


@rule(
    "HP506",
    "warning",
    on=("plan", "index", "report", "meeting", "config"),
    da="HTML bliver trykt, som det står: {tags}. Brug Markdown i stedet, for eksempel **fed** og en tom linje mellem afsnit.",
    en="HTML is printed as it stands: {tags}. Use Markdown instead, for example **bold** and an empty line between paragraphs.",
)
def raw_html(file: File[Any]) -> Iterator[Found]:
    """Texts are Markdown without HTML, so tags from a web page are printed with their brackets; addresses are fine.

    In titles and names, which have no markup at all, codes such as ``&amp;`` are printed too.

    Dansk: Tekster er Markdown uden HTML, så koder fra en hjemmeside bliver trykt med klammer og det hele; adresser i
    klammer er i orden. I titler og navne bliver også koder som &amp; trykt.

    Bad (2022/sundhed.yaml):
        title: Sundhed &amp; nærhed
        #              ^ HP506
        background: |
          Vi samarbejder om <b>data</b><br>
          og om kræft.
        purpose: Lighed #i sundhed
        #               ^ HP014

    Good (2022/sundhed.yaml):
        background: |
          Vi samarbejder om **data**, når a < b, og skriver `<b>` i koden;
          se <https://example.org>.
    """
    words = file.known.vocabulary.among(_HOLDS_HTML, file.source)
    if not words:
        return
    marked_up, plain = re.compile(f"{_CODE}|(?P<html>{_HTML})"), re.compile(f"(?P<html>{_HTML}|{_ENTITY})")
    found = [
        match
        for passage in passages_with(file.source, words)
        for match in (plain if passage.way == "plain" else marked_up).finditer(
            file.source.text, *passage.range
        )
        if match["html"]
    ]
    if found:
        yield Found(Range(*found[0].span()), {"tags": dict.fromkeys(match[0] for match in found)})
