"""Family 0, characters: those that are not what they look like, or cannot be seen at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from handleplan.passages import passages_with, without
from handleplan.problem import Path, Place, Range, Replace
from handleplan.rule import Found, rule
from handleplan.rules.pasted import is_word
from handleplan.vocabulary import Watch

if TYPE_CHECKING:
    from handleplan.context import File
    from handleplan.source import Source

_MARK = "\ufeff"
_BELOW_COMBINING = "\u02ff"
_COMMON = frozenset("–—‐‑’‘“”„…•€™→")
# Embeddings, overrides and isolates, https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings; an override
# shows letters in another order than they are stored in.
_DIRECTIONS = r"[\u202a-\u202e\u2066-\u2069]"
_OVERRIDES = "\u202d\u202e"
# Letters that are written from right to left: Hebrew to Arabic, and their presentation forms.
_RIGHT_TO_LEFT = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
# What takes up no room: soft hyphen, spaces and joiners without width, marks of direction, invisible operators,
# fillers, and tags. Selectors of a character's variant are not among them: emoji have one.
_UNSEEN = r"[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\u3164\uffa0\U000e0001\U000e0020-\U000e007f]"
# Scripts that need joiners: Arabic, Syriac and the scripts of India and its neighbours.
_JOINING = r"[\u0600-\u08ff\u0900-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
_EMOJI = r"[\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff]"
_NEEDED = (
    rf"(?<={_JOINING})[\u200c\u200d]|[\u200c\u200d](?={_JOINING})|(?<={_EMOJI})\u200d(?={_EMOJI})"
    rf"|{_RIGHT_TO_LEFT}\W{{0,3}}[\u200e\u200f\u061c]|[\u200e\u200f\u061c](?=\W{{0,3}}{_RIGHT_TO_LEFT})"
    r"|\U0001f3f4[\U000e0020-\U000e007f]+"
)


def _is_strange(word: str) -> bool:
    """Tell whether a word holds more than the letters and signs of European texts; most files have none."""
    return not word.isascii() and (
        "\u00ad" in word
        or (
            max(word) > _BELOW_COMBINING
            and any(char > _BELOW_COMBINING and char not in _COMMON for char in word)
        )
    )


_STRANGE = Watch(_is_strange)


def _strange_words(file: File[Any]) -> AbstractSet[str]:
    return file.known.vocabulary.among(_STRANGE, file.source)


@rule(
    "HP046",
    "warning",
    on=("file",),
    fixable="safe",
    da="Bogstavet er sat sammen af to tegn, så “{written}” ikke kan findes, når man søger (antal ord i filen: {count}).",
    en="The letter is put together from two characters, so that no search finds “{written}” (words in the file: {count}).",
)
def decomposed_letter(file: File[Any]) -> Iterator[Found]:
    """Some programs, on a Mac above all, store å as an a and a ring; it looks the same and is another word.

    Names of people and parties then do not match either.

    Dansk: Nogle programmer, især på Mac, gemmer å som et a og en ring. Det ser ens ud, men er et andet ord, og navne
    på personer og parter passer så heller ikke.

    Bad (2022/sundhed.yaml):
        title: Pa\u030a tværs
        #      ^ HP046
        purpose: Lighed #i sundhed
        #               ^ HP014

    Good (2022/sundhed.yaml):
        title: På tværs
    """
    strange = _strange_words(file)
    if not strange:
        return
    from unicodedata import is_normalized, normalize

    words = {word for word in strange if not is_normalized("NFC", word)}
    if not words:
        return
    found = [match for match in re.compile(r"\S+").finditer(file.source.text) if match[0] in words]
    changes = [Replace(Range(*match.span()), normalize("NFC", match[0])) for match in found]
    values = {"written": normalize("NFC", found[0][0]), "count": len(found)}
    yield Found(Range(*found[0].span()), values).mended_by(*changes)


@rule(
    "HP047",
    "advice",
    on=("file",),
    fixable="safe",
    da="Her står et tegn i teksten, som ikke kan ses: {code} (antal i filen: {count}). Det kan godt slettes.",
    en="Here is a character in the text that cannot be seen: {code} (number in the file: {count}). It may as well be deleted.",
)
def invisible_in_text(file: File[Any]) -> Iterator[Found]:
    """Soft hyphens and spaces without width come along with pasted text, and hide its words from every search.

    In keys and names they are worse (HP031). Where they are needed they stay: inside emoji, and in scripts that
    join their letters.

    Dansk: Bløde bindestreger og mellemrum uden bredde følger med indsat tekst, og så kan man ikke søge efter ordene. I
    nøgler og navne er de værre (HP031). Hvor de er nødvendige, i emoji og i skrifter med sammenhængende bogstaver,
    bliver de stående.

    Bad (2022/sundhed.yaml):
        title: Folke\u00adsundhed og nær\u200bhed
        #           ^ HP047
        owner: CD\u00adEU
        #        ^ HP031

    Good (2022/sundhed.yaml):
        title: Folkesundhed
    """
    strange = _strange_words(file)
    words = list(filter(re.compile(_UNSEEN).search, strange)) if strange else []
    if not words:
        return
    text = file.source.text
    unseen = re.compile(f"(?P<needed>{_NEEDED})|{_UNSEEN}")
    found = [
        Range(*match.span())
        for passage in passages_with(file.source, words)
        for match in unseen.finditer(text, *passage.range)
        if match["needed"] is None
    ]
    if found:
        values = {"code": _code(text[found[0].start]), "count": len(found)}
        yield Found(found[0], values).mended_by(*without(file.source, found))


@rule(
    "HP048",
    "warning",
    on=("file",),
    fixable="safe",
    da="Her står et usynligt tegn, der vender skriveretningen: {code} (antal i filen: {count}). Teksten kan se anderledes ud, end den er. Slet tegnet.",
    en="Here is an invisible character that turns the direction of writing: {code} (number in the file: {count}). The text may look different from what it is. Delete the character.",
)
def bidirectional_control(file: File[Any]) -> Iterator[Found]:
    """Such a character shows letters in another order than they are stored in; what is agreed must read as it is.

    That holds for comments too. A fix is a guess where letters are shown in the wrong order, or where the text has
    letters that really are written from right to left.

    Dansk: Sådan et tegn viser bogstaverne i en anden rækkefølge end den, de er gemt i; det, der er aftalt, skal kunne
    læses, som det er. Det gælder også kommentarer.

    Bad (2022/sundhed.yaml):
        title: Sundhed \u2067i 2022\u2069
        #              ^ HP048
        purpose: Lighed #i sundhed
        #               ^ HP014

    Bad (2022/sundhed.yaml):
        date: 2022-01-10  # \u202e5202-10-01
        #                   ^ HP048

    Good (2022/sundhed.yaml):
        title: Sundhed i 2022
    """
    strange = _strange_words(file)
    direction = re.compile(_DIRECTIONS) if strange else None
    if direction is None or not any(map(direction.search, strange)):
        return
    text = file.source.text
    found = [Range(*match.span()) for match in direction.finditer(text)]
    safe = not any(char in text for char in _OVERRIDES) and not re.search(_RIGHT_TO_LEFT, text)
    values = {"code": _code(text[found[0].start]), "count": len(found)}
    yield Found(found[0], values).mended_by(*without(file.source, found), safe=safe)


@rule(
    "HP049",
    "warning",
    on=("file",),
    fixable="safe",
    da="Her står et usynligt mærke, som hører til i begyndelsen af en fil (antal: {count}). Er to filer sat sammen? Slet mærket.",
    en="Here is an invisible mark that belongs at a file's beginning (number: {count}). Were two files put together? Delete the mark.",
)
def byte_order_mark_inside(file: File[Any]) -> Iterator[Found]:
    """Some programs begin a file with this mark; in the middle it is left over from putting two files together.

    Dansk: Nogle programmer begynder en fil med dette mærke; midt i en fil er det blevet hængende, da to filer blev sat
    sammen.

    Bad (2022/sundhed.yaml):
        title: Sundhed \ufeffi 2022
        #              ^ HP049
        purpose: Lighed #i sundhed
        #               ^ HP014

    Good (2022/sundhed.yaml):
        title: Sundhed i 2022
    """
    text = file.source.text
    if not any(_MARK in word for word in _strange_words(file)):
        return
    taken = list(_names(file.source))
    found = [
        Range(*match.span())
        for match in re.compile(_MARK).finditer(text)
        if not any(start <= match.start() < end for start, end in taken)
    ]
    if found:
        yield Found(found[0], {"count": len(found)}).mended_by(*without(file.source, found))


def _names(source: Source) -> Iterator[Range]:
    """Yield the keys, and the values that are names or the like: what invisible-character looks at."""
    keys: set[Path] = set()
    for scalar in source.scalars():
        if is_word(scalar.path):
            yield scalar.range
        keys.update(_prefixes(scalar.path))
    for path in keys:
        yield source.locate(Place(path, "key"))


def _prefixes(path: Path) -> Iterable[Path]:
    return (path[:length] for length in range(1, len(path) + 1) if isinstance(path[length - 1], str))


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"
