"""Family 5, wording: what was left over in a text when somebody wrote, copied or rearranged it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress
from operator import eq
from typing import TYPE_CHECKING, Any

from handleplan.passages import passages_at, passages_with
from handleplan.problem import Range, Replace
from handleplan.rule import UNTIL_AGREED, Found, rule
from handleplan.vocabulary import Watch

if TYPE_CHECKING:
    from handleplan.context import File


# What is meant to be filled in, between brackets of any kind.
_BLANK = (
    r"navne?|dato|titel|tekst|beløb|antal|årstal|sted|periode|kontakt(?:person)?|projekt(?:navn)?|kommune|beskrivelse"
    r"|emne|tema|aktivitet|mål|ansvarlig|partner|tidspunkt|udfyld(?:es)?|indsæt(?:tes)?|skriv|mangler|xx+"
    r"|names?|date|title|text|amount|number|year|place|period|contact|project|description|subject|theme|topic"
    r"|activity|goal|owner|time|fill in|insert|write|your|tbd|todo"
)
_PLACEHOLDER = (
    r"\b(?:TODO|FIXME|TBD|TBA)\b(?!-)|\btodo:"
    r"|(?<![\w.-])(?:XX+|xx+)(?:[./-](?:XX+|xx+|[0-9]{2,4}))*(?![\w-])"
    r"|\?{3,}"
    r"|\b[Ll]orem ipsum\b"
    r"|\b[Ss]kriv (?:(?:din )?tekst(?:en)? )?her\b|\b[Tt]ekst her\b"
    r"|\b[Ii]ndsæt (?:her|tekst|dato|navn|titel|link|tal|antal|beløb|beskrivelse|billede|overskrift)\b"
    r"|\b[Ww]rite here\b|\b(?:[Yy]our )?text (?:goes )?here\b"
    r"|\b[Ii]nsert (?:here|text|date|name|title|link|number|amount|description|picture|heading)\b"
    rf"|\[(?i:{_BLANK})(?: [^\]\[\n]{{0,40}})?\](?![(\[:])|<(?i:{_BLANK})(?: [^<>\n]{{0,40}})?>"
    rf"|\{{+ ?(?i:{_BLANK})(?: [^{{}}\n]{{0,40}})?\}}+"
)
# Christian XX is the twentieth of his name; that is told by the word in front, which is looked for this far back.
_NAME = r"\b(?!(?:Den|Fra|Til|Side|Uge|Sagsnummer|From|To|Page|Week)\b)[A-ZÆØÅ][^\W\d_]+\s+\Z"
_NEAR = 40
_FIRST_WORDS = frozenset({
    "lorem", "Lorem", "skriv", "Skriv", "tekst", "Tekst", "indsæt", "Indsæt", "write", "Write", "text", "insert", "Insert",
    "todo:",
})  # fmt: skip
_SIGNS = ("TODO", "FIXME", "TBD", "TBA", "XX", "xx", "???", "[", "<", "{")
_UNFILLED = Watch(lambda word: any(sign in word for sign in _SIGNS))


@rule(
    "HP502",
    "warning",
    on=("plan", "index", "report", "meeting", "config"),
    by_stage={"draft": "advice"},
    da="Her mangler vist noget: {words}. Skriv det, der skal stå, eller slet det.",
    en="Something seems to be missing here: {words}. Write what belongs there, or delete it.",
)
def placeholder(file: File[Any]) -> Iterator[Found]:
    """A word that was to be replaced later is easily forgotten, and looks careless in the papers.

    Dansk: En pladsholder, der skulle erstattes senere, er let at glemme og ser sjusket ud i papirerne.

    Bad (2022/sundhed.yaml):
        stages:
          proposed: 2022-01-10
        background: |
          Mødet holdes den xx. januar på [sted].
        #                  ^ HP502
        purpose: Skriv her
        vision: Lighed #i sundhed
        #              ^ HP014

    Bad (2022/sundhed.yaml):
        vision: "TODO: skriv visionen"
        #        ^ HP502

    Good (2022/sundhed.yaml):
        background: |
          Vi følger TODO-listen fra mødet, se [referatet](https://example.org).
    """
    words = file.source.distinct_words & _FIRST_WORDS | file.known.vocabulary.among(_UNFILLED, file.source)
    if not words:
        return
    pattern = re.compile(_PLACEHOLDER)
    text = file.source.text
    texts = passages_with(file.source, words)
    found = [
        match
        for passage in texts
        for match in pattern.finditer(text, *passage.range)
        if match[0] != "XX" or not _is_numeral(text, passage.range.start, match.start())
    ]
    if found:
        named = dict.fromkeys(match[0] for match in found)
        yield Found(Range(*found[0].span()), {"words": [f"“{word}”" for word in named]})


def _is_numeral(text: str, start: int, at: int) -> bool:
    """Tell whether an XX follows a name."""
    return re.search(_NAME, text[max(start, at - _NEAR) : at]) is not None


# Before these a hyphen stands for what two words have in common: samarbejds- og bestillingsopgaver.
_LINKING = r"(?:og|eller|el|samt|men|til|som|hhv|henholdsvis|resp|respektive|plus|vs|and|or|nor|to|und)\b"
_HYPHENATED = rf"(?<![\w-])[a-zæøå]{{2,}}(?P<cut>-\s+)(?!{_LINKING})[a-zæøå]{{2,}}(?![\w-])"
_ENDS_IN_HYPHEN = Watch(lambda word: word[-1] == "-" and len(word) > 2 and word.islower())  # noqa: PLR2004


@rule(
    "HP503",
    "advice",
    on=("plan", "index", "report", "meeting", "config"),
    by_stage=UNTIL_AGREED,
    fixable="unsafe",
    da="Her er vist en orddeling fra en PDF: {words}. Skal ordet skrives sammen?",
    en="This seems to be a word divided in a PDF: {words}. Is it to be written as one?",
)
def divided_word(file: File[Any]) -> Iterator[Found]:
    """Text copied out of a PDF keeps the hyphens of its lines' ends, in the middle of what are lines no more.

    Dansk: Tekst, der er kopieret fra en PDF, beholder bindestregerne fra linjernes slutning midt på linjen.

    Bad (2022/sundhed.yaml):
        background: |
          Det kom- mende år arbejder vi med samarbejds- og bestillings-
        #        ^ HP503
          opgaver.
        purpose: Lighed #i sundhed
        #               ^ HP014

    Good (2022/sundhed.yaml):
        background: |
          Vi løser samarbejds- og bestillingsopgaver i EU-projekter.
    """
    words = file.known.vocabulary.among(_ENDS_IN_HYPHEN, file.source)
    if not words:
        return
    pattern = re.compile(_HYPHENATED)
    text = file.source.text
    texts = passages_with(file.source, words)
    found = [match for passage in texts for match in pattern.finditer(text, *passage.range)]
    if found:
        named = [f"“{' '.join(match[0].split())}”" for match in found]
        changes = [Replace(Range(*match.span("cut")), "") for match in found]
        yield Found(Range(*found[0].span("cut")), {"words": named}).mended_by(*changes, safe=False)


# Danish and English sentences where these meet themselves are sound: de projekter, vi er i i dag; at det det år …
_TWICE = frozenset({
    "det", "der", "de", "den", "dem", "som", "er", "var", "har", "havde", "på", "om", "så", "når", "med", "for", "til",
    "that", "had", "is", "in",
})  # fmt: skip
_DOUBLED = r"(?<![^\s(\"'“‘])(?P<word>[^\W\d_]{2,})(?P<between>\s+)(?P=word)(?=[\s.,;:!?)\"'”’]|$)"


@rule(
    "HP504",
    "advice",
    on=("plan", "index", "report", "meeting", "config"),
    by_stage=UNTIL_AGREED,
    fixable="unsafe",
    da="Her står det samme ord to gange efter hinanden: {words}. Er det ene for meget?",
    en="Here is the same word twice in a row: {words}. Is one of them too many?",
)
def doubled_word(file: File[Any]) -> Iterator[Found]:
    """A word is doubled where a sentence was rearranged, most often around the end of a line, where nobody sees it.

    Dansk: Et ord bliver dobbelt, når en sætning laves om; oftest omkring et linjeskift, hvor ingen ser det.

    Bad (2022/sundhed.yaml):
        background: |
          Vi samarbejder om data og
        #                        ^ HP504
          og kræft i hele hele regionen.
        purpose: Lighed #i sundhed
        #               ^ HP014

    Good (2022/sundhed.yaml):
        background: |
          De projekter, vi er i i dag, viser, at det det drejer sig om, er data.
    """
    words = file.source.words
    doubles = {word for word in compress(words, map(eq, words, words[1:])) if word not in _TWICE}
    doubles = {word for word in doubles if word.isalpha()}
    if not doubles:
        return
    pattern = re.compile(_DOUBLED)
    text = file.source.text
    pairs = (re.compile(rf"{word}\s+{word}(?!\S)").finditer(text) for word in doubles)
    found = [
        match
        for passage in passages_at(file.source, (pair.start() for some in pairs for pair in some))
        for match in pattern.finditer(text, *passage.range)
        if match["word"] not in _TWICE
    ]
    if found:
        named = [f"“{match['word']} {match['word']}”" for match in found]
        changes = [Replace(_one_of_two(match, text), "") for match in found]
        yield Found(Range(*found[0].span()), {"words": named}).mended_by(*changes, safe=False)


def _one_of_two(match: re.Match[str], text: str) -> Range:
    """Return what to take away: the second word, but the first where a line ends between the two."""
    start, end = match.span("word")
    if "\n" in match["between"] and text[start - 1] == " " and text[start - 2 : start - 1].strip():
        return Range(start - 1, end)
    return Range(end, match.end())
