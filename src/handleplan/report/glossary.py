"""The abbreviations a paper uses, out of those the workspace explains."""

import re
from collections.abc import Iterator, Mapping

from handleplan.locale import Language
from handleplan.model.config import Config
from handleplan.report.prose import Prose, plain
from handleplan.report.view import Entry, Section, Table, Term, ThemePlan

# Danish ends its alphabet with æ, ø, å: https://dsn.dk/ordboeger/retskrivningsordbogen/
_DANISH_ORDER = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def paper_glossary(
    config: Config, cover: tuple[Section, ...], plans: tuple[ThemePlan, ...], language: Language
) -> tuple[Term, ...]:
    """List the abbreviations of the workspace's glossary and parties that the printed text holds, in order.

    An abbreviation counts as a whole word in its own spelling: ``RM’s`` holds RM, ``RMs`` does not.
    """
    parties = {party.id: party.name for party in config.parties if party.name != party.id}
    meanings = {plain(short): plain(meaning) for short, meaning in {**parties, **config.glossary}.items()}
    if not meanings:
        return ()
    text = "\n".join((*_section_texts(cover), *_plan_texts(plans)))
    return tuple(Term(short, meanings[short]) for short in _occurring(meanings, text, language))


def _occurring(meanings: Mapping[str, str], text: str, language: Language) -> list[str]:
    # most are in few papers, and to look for a part of a text is cheap
    longest_first = sorted((word for word in meanings if word and word in text), key=len, reverse=True)
    if not longest_first:
        return []
    words = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])")
    order = _DANISH_ORDER if language == "da" else {}
    return sorted(set(words.findall(text)), key=lambda word: (word.casefold().translate(order), word))


def _plan_texts(plans: tuple[ThemePlan, ...]) -> Iterator[str]:
    for plan in plans:
        yield plan.title
        if plan.owner:
            yield plan.owner.text
        yield from _section_texts(plan.sections)


def _section_texts(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.heading or ""
        yield from _visible(section.intro, section.text)
        for entry in section.entries:
            yield from _entry_texts(entry)
        for area in section.areas:
            yield from _entry_texts(area.entry)
            yield from _visible(area.objective)
            for entry in area.activities:
                yield from _entry_texts(entry)
        for step in section.steps:
            yield step.title or ""
            yield from _visible(step.text)
        for table in (*section.tables, *(picture.table for picture in section.pictures)):
            yield from _table_texts(table)


def _table_texts(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row:
            yield cell.title or ""
            yield cell.text.visible if isinstance(cell.text, Prose) else cell.text


def _entry_texts(entry: Entry) -> Iterator[str]:
    yield entry.title or ""
    yield from _visible(entry.text, entry.note, *entry.partners)
    if entry.owner:
        yield entry.owner.text


def _visible(*texts: Prose | None) -> Iterator[str]:
    for text in texts:
        if text is not None:
            yield text.visible
