"""Family 5, abbreviations: words that only those know who were there when they were coined."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from handleplan.problem import Range
from handleplan.rule import Found, rule
from handleplan.vocabulary import Watch

if TYPE_CHECKING:
    from handleplan.context import File

# Two to six capitals, then perhaps digits, then perhaps a Danish plural or definite ending: SMV, DK2020, SMVer.
# That a word begins here is looked up after two capitals were found: five times as fast as \b before them.
_ABBREVIATION = re.compile(
    r"([A-ZÆØÅ][A-ZÆØÅ](?<!\w[A-ZÆØÅ][A-ZÆØÅ])[A-ZÆØÅ]{0,4}[0-9]*)(?:er|erne|en|et|s)?\b"
)
# Known to every reader of a Danish public document; roman numerals and quarters are no abbreviations.
_COMMON = frozenset({
    "CO2", "DK", "DKK", "EU", "EUR", "FN", "IT", "NATO", "OECD", "OK", "PDF", "UNESCO", "USA", "USD",
    "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII",
    "HTTP", "HTTPS",
    "TODO", "FIXME", "TBD", "TBA", "XX", "XXX", "XXXX",  # placeholder speaks of these
})  # fmt: skip


def _abbreviations(word: str) -> set[str]:
    """Return the abbreviations in a word that not every reader knows."""
    return {match[1] for match in _ABBREVIATION.finditer(word)} - _COMMON


_NOWHERE = Range(sys.maxsize, sys.maxsize)
_WATCH = Watch(_abbreviations)


@rule(
    "HP501",
    "advice",
    on=("plan", "index", "report"),
    da="Ikke alle læsere kender {words}. En forklaring i ordlisten (glossary i handleplan.yaml) vil hjælpe dem.",
    en="Not every reader knows {words}. An explanation in the glossary of handleplan.yaml would help them.",
)
def unknown_abbreviation(file: File[Any]) -> Iterator[Found]:
    """The managements and politicians who read the paper were not there when the abbreviation was coined.

    Abbreviations of the glossary, the parties' ids and people's initials are printed with their explanation.

    Dansk: Ledelser og politikere, der læser papiret, var ikke med, da forkortelsen blev til. Ordlistens forkortelser
    bliver trykt med deres forklaring.

    Bad (2022/sundhed.yaml):
        background: |
          Vi samarbejder med DLSC og TSI.
        #                    ^ HP501
        actions:
          - id: h1
            text: Møde med DLSC
            goals:
              - m9
        #       ^ HP202

    Good (2022/sundhed.yaml):
        background: |
          Vi samarbejder med CDEU i hele EU.
    """
    words = file.known.vocabulary.among(_WATCH, file.source)
    written = {abbreviation for word in words for abbreviation in _abbreviations(word)}
    unknown = {word for word in written if word.casefold() not in file.known.abbreviations}
    first: dict[str, Range] = {}
    for word in words if unknown else ():
        for at in file.source.occurrences((word,)):
            for match in _ABBREVIATION.finditer(word):
                where = Range(at + match.start(1), at + match.end(1))
                if match[1] in unknown and where < first.get(match[1], _NOWHERE):
                    scalar = file.source.scalar_at(where.start)
                    if scalar and scalar.path[-1] != "owner":  # unknown-owner says so
                        first[match[1]] = where
    if first:
        yield Found(min(first.values()), {"words": sorted(first)})
