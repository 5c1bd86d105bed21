"""Family 0, pasted text: what comes along from word processors and web pages, and looks like something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from handleplan.passages import without
from handleplan.problem import Path, Range, Replace
from handleplan.rule import Found, rule
from handleplan.source.quoting import CURLY, WORD_KEYS, ZERO_WIDTH, find_invisible, quoted, unwrapped
from handleplan.vocabulary import Watch

if TYPE_CHECKING:
    from handleplan.context import File

_UNSEEN = Watch(lambda word: not word.isascii() and any(char in word for char in ZERO_WIDTH))
_QUOTED = Watch(lambda word: word[0] in CURLY or word[-1] in CURLY)


@rule(
    "HP030",
    "error",
    fixable="safe",
    da="Her står et hårdt mellemrum ({code}), der kun ligner et mellemrum. Erstat det med et almindeligt mellemrum.",
    en="Here is a hard space ({code}), which only looks like a space. Replace it with a plain space.",
)
def hard_space() -> None:
    """A hard space, as word processors and web pages have it, is part of the word for YAML; in a text it does no harm.

    Dansk: Et hårdt mellemrum, som det kommer med fra Word og hjemmesider, er for YAML en del af ordet. Inde i en tekst
    gør det ingen skade.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
          \u00a0\u00a0text: Lighed i sundhed
        # ^ HP030
        vision: Lighed

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i\u00a0sundhed
    """


@rule(
    "HP031",
    "error",
    on=("file",),
    fixable="safe",
    da="Her står et usynligt tegn ({code}). Slet det, eller skriv ordet forfra.",
    en="Here is a character that cannot be seen ({code}). Delete it, or type the word again.",
)
def invisible_character(file: File[Any]) -> Iterator[Found]:
    """A soft hyphen or a space without width comes along when text is pasted; in a key or an id it makes another word.

    Dansk: En blød bindestreg eller et mellemrum uden bredde kommer let med, når man indsætter tekst. I en nøgle eller
    et id bliver det til et andet ord.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            te\u200bxt: Lighed i sundhed
        #     ^ HP031
        owner: CD\u00adEU
        #        ^ HP031

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Folke\u00adsundhed
    """
    text = file.source.text
    if not file.known.vocabulary.among(_UNSEEN, file.source):
        return
    for scalar in file.source.scalars():
        at = find_invisible(text[slice(*scalar.range)], ZERO_WIDTH)
        if at is not None and is_word(scalar.path):
            start = scalar.range.start + at
            signs = re.compile(f"[{ZERO_WIDTH}]").finditer(text, *scalar.range)
            changes = without(file.source, [Range(*sign.span()) for sign in signs])
            yield Found(Range(start, start + 1), {"code": f"U+{ord(text[start]):04X}"}).mended_by(*changes)


@rule(
    "HP032",
    "error",
    on=("file",),
    fixable="safe",
    da="{character} er et typografisk anførselstegn, og YAML kender kun de lige. Skriv et lige, eller slet det.",
    en="{character} is a typographic quote, and YAML knows straight ones only. Write a straight one, or delete it.",
)
def curly_quotes(file: File[Any]) -> Iterator[Found]:
    """Word turns straight quotes into curly ones, which do not enclose a value but are part of it.

    Inside a text they are fine.

    Dansk: Word laver lige anførselstegn om til krumme, og dem læser YAML som en del af værdien. Inde i en tekst er de
    helt i orden.

    Bad (2022/sundhed.yaml):
        theme: “sundhed”
        #      ^ HP032
        date: ”2022-01-10”
        #     ^ HP032

    Bad (2022/sundhed.yaml):
        title: "Sundhed i 2022”
        #                     ^ HP032

    Good (2022/sundhed.yaml):
        theme: "sundhed"
        title: Sundhed og “Genvej til Europa”
    """
    text = file.source.text
    if not file.known.vocabulary.among(_QUOTED, file.source) or not re.search(_CURLY_VALUE, text):
        return
    for scalar in file.source.scalars():
        value = text[slice(*scalar.range)]
        inner = unwrapped(value)
        if inner is not None and is_word(scalar.path):
            line = file.source.line(file.source.position(scalar.range.start).line).strip()
            values = {"character": value[0], "corrected": line.replace(value, quoted(inner))}
            where = Range(scalar.range.start, scalar.range.start + 1)
            yield Found(where, values).mended_by(Replace(scalar.range, quoted(inner)))


# After a colon or a dash; begins with the sign, not with what is before it, to be found fast.
_CURLY_VALUE = rf"[{CURLY}](?<=[: -] [{CURLY}])"


def is_word(path: Path) -> bool:
    """Tell whether the value at a path is a word with a form of its own, a name or an id, and no text."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    return key in WORD_KEYS or (key == "goals" and isinstance(path[0], str) and path[0] != key)
