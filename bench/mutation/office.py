"""Offices to break: the shipped plans, and generated years with plans, covers, status rounds and meetings, all sound."""

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generate import THINGS, VERBS, WHERE, WHY

from mutation.text import Text, read_text

YEARS = (2022, 2023)
OWNERS = ("CDEU", "RM", "RU", "AB", "Hospitalet")
THEMES = ("kultur", "groen-omstilling", "sundhed")
NAMES = {"kultur": "Kultur", "groen-omstilling": "Grøn omstilling", "sundhed": "Sundhed"}
SPANS = ("Q1", "Q2", "Q3", "Q4", "Q1-Q2", "Q2-Q4", "Q3–Q4", "Q1, Q3")
GOALS = ("maal-lighed", "maal-viden", "maal-netvaerk")


class Office(NamedTuple):
    """A workspace in which nothing is wrong: its files by their paths below its folder."""

    name: str
    files: Mapping[str, Text]

    def of_kind(self, *kinds: str) -> list[Text]:
        """Return the files of some kinds, in the order of their paths."""
        return [text for _, text in sorted(self.files.items()) if text.kind in kinds]


def shipped_office(folder: Path) -> Office:
    """Read the shipped workspace."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml"))
    return Office("shipped", {name: read_text(name, (folder / name).read_text("utf-8")) for name in names})


def generated_office(number: int) -> Office:
    """Make one office; the same number makes the same one."""
    files = {path: "\n".join(lines) + "\n" for path, lines in _Writer(number).files()}
    return Office(f"generated {number}", {path: read_text(path, text) for path, text in files.items()})


class _Writer:
    """Writes one office; no sentence twice in a plan."""

    def __init__(self, number: int) -> None:
        self.words = random.Random(number)  # noqa: S311 - the same words every time are the point
        self.said: set[str] = set()

    def files(self) -> Iterator[tuple[str, Iterator[str]]]:
        yield "handleplan.yaml", self._config()
        for year in YEARS:
            yield f"{year}/index.yaml", self._index(year)
            for theme in THEMES:
                self.said = set()
                yield f"{year}/{theme}.yaml", self._plan(theme, year)
        for theme in THEMES[1:]:
            yield f"2022/status/2022-06/{theme}.yaml", self._report(theme, "2022-06-14")
            yield f"2022/status/2023-01/{theme}.yaml", self._report(theme, "2023-01-20")
        for step, day, due in (("january-meeting", "01-25", "01-18"), ("june-meeting", "06-20", "06-13")):
            yield f"2022/meetings/{step}.yaml", self._meeting(step, f"2022-{day}", f"2022-{due}")

    def sentence(self) -> str:
        """Return a sentence that was not said before in this plan."""
        while True:
            words = self.words
            said = f"{words.choice(VERBS)} {words.choice(THINGS)} {words.choice(WHERE)}, {words.choice(WHY)}"
            if said not in self.said:
                self.said.add(said)
                return said

    def _text(self, indent: int, key: str = "text") -> Iterator[str]:
        """Write a text in one of the ways people write one, its key in the column of its indentation."""
        start = " " * indent
        sentence = self.sentence()
        way = self.words.randrange(6)
        first, second = sentence.split(", ", 1)
        if way == 0:
            yield from (f"{start}{key}: >-", f"{start}  {first},", f"{start}  {second}.")
        elif way == 1:
            yield from (f"{start}{key}: {first},", f"{start}  {second}.")
        elif way == 2:  # noqa: PLR2004 - one of six
            yield f'{start}{key}: "{sentence}."'
        elif way == 3:  # noqa: PLR2004 - one of six
            yield f"{start}{key}: '{sentence}: EU’s nye programmer'"
        else:
            yield f"{start}{key}: {sentence}."

    def _block(self, key: str) -> Iterator[str]:
        yield f"{key}: |"
        yield from (f"  {self.sentence()}.", f"  Vi arbejder i to spor: data og viden. {self.sentence()}.")
        yield from ("", f"  - {self.sentence()}", f"  - {self.sentence()}")

    def _config(self) -> Iterator[str]:
        yield from (
            "# Fælles oplysninger for alle handleplaner.",
            "format: 1",
            "language: da",
            "organisation:",
        )
        yield from ("  name: Kontoret", '  colour: "#0b5563"', "parties:")
        yield from (
            "  - id: CDEU",
            "    name: Central Denmark EU Office",
            "  - id: RM",
            "    name: Region Midtjylland",
        )
        yield from (
            "  - id: RU",
            '    name: "Regional Udvikling"',
            "  - id: Hospitalet",
            "    name: Regionshospitalet",
        )
        yield from (
            "  - id: Museet",
            "    name: Museet",
            "people:",
            "  - initials: AB",
            "    name: Anne Berg",
        )
        yield from (
            "    party: CDEU",
            "agreements:",
            "  - title: Samarbejdsaftale 2022–2025",
            "    first_year: 2022",
        )
        yield from ("    last_year: 2025", "    themes:")
        for theme, colour in zip(THEMES, ("8c2f5f", "2e6b34", "a8322d"), strict=True):
            yield from (
                f"      - slug: {theme}",
                f"        name: {NAMES[theme]}",
                f'        colour: "#{colour}"',
            )
        yield "    cycle:"
        yield from _step("team-dialogue", "month: november", "of: previous-year", "responsible: RU")
        yield from _step("draft", "from: 01-01", "until: 01-15", "needs: proposed", "done_by: papers")
        yield from _step("january-meeting", "month: januar", "needs: proposed", "responsible: CDEU")
        yield from _step("june-meeting", "month: juni", "needs: status-report", "done_by: held")
        yield from (
            "glossary:",
            "  GtE: Genvej til Europa",
            "labels:",
            "  vision: Pejlemærke",
            "lint:",
            "  ignore:",
        )
        yield from ("    - unknown-abbreviation", "    - HP304")

    def _index(self, year: int) -> Iterator[str]:
        yield from (f"year: {year}", f"title: Handleplan {year}", f"date: {year}-01-10")
        yield from self._block("introduction")
        yield from self._text(0, "dialogue_model")
        yield from ("case_number: 22/1047", "sections:", "  cycle:", "    heading: Årshjul for samarbejdet")

    def _plan(self, theme: str, year: int) -> Iterator[str]:
        yield f"# Handleplanen for {NAMES[theme].lower()}, {year}."
        yield from (f"theme: {theme}", f"year: {year}", f"title: {NAMES[theme]} – handleplan {year}")
        draft = theme == THEMES[0] and year == YEARS[-1]
        yield f"date: {year}-01-10"
        if not draft:
            yield from ("stages:", f"  proposed: {year}-01-10", f"  agreed: {year}-02-01")
            yield f"owner: {self.words.choice(OWNERS[:3])}"
        for key in ("background", "vision"):
            yield from self._block(key)
        yield from self._text(0, "purpose")
        yield "goals:"
        for goal in GOALS:
            yield f"  - id: {goal}"
            yield from self._text(4)
        if draft:
            yield f"  - {self.sentence()}"
        yield from self._sections(theme, year, draft=draft)

    def _sections(self, theme: str, year: int, *, draft: bool) -> Iterator[str]:
        yield "core_activities:"
        for number in (1, 2, 3):
            yield from self._entry(f"basis-{number}", 2)
            if number == 1 and year > YEARS[0]:
                yield from (
                    "    continues:",
                    f"      - {year - 1}/basis-1",
                    f"      - {year - 1}/{theme}.data-2",
                )
        yield "focus_areas:"
        for area, spans in (("data", SPANS[:4]), ("viden", self.words.sample(SPANS, 3))):
            yield from (
                f"  - id: {area}",
                f"    title: {self.words.choice(VERBS)} {self.words.choice(THINGS)}",
            )
            yield from ("    objective: |", f"      {self.sentence()}.", "    activities:")
            for number, span in enumerate(spans, 1):
                yield from self._entry(f"{area}-{number}", 6, f"quarters: {span}")
        if draft:
            yield f"  - {self.sentence()}"
        yield "actions:"
        for number in (1, 2, 3):
            yield from self._entry(f"handling-{number}", 2)
        yield "governance: >-"
        yield from (f"  {self.sentence()}", f"  {self.sentence()}.", "annexes:")
        yield from ("  - id: bilag", "    title: Bilag", "    quarters: Q1", "    owner: RU")
        yield from self._text(4)
        if theme == THEMES[0] and year == YEARS[0]:  # the one place where this party is named
            yield from ("  - id: udstilling", "    quarters: Q2", "    owner: Museet")
            yield from self._text(4)
        yield from ("extra:", "  - id: budget", "    heading: Budget", "    text: Inden for rammen.")
        yield from (
            "    after: actions",
            "  - id: bemanding",
            "    heading: Bemanding",
            "    text: To konsulenter.",
        )
        yield from (
            "    after: budget",
            "sections:",
            "  focus_areas:",
            "    heading: Konkrete indsatsområder",
        )
        yield from ("  actions:", f"    intro: {self.sentence()}")

    def _entry(self, name: str, indent: int, *lines: str) -> Iterator[str]:
        inner = " " * (indent + 2)
        yield f"{' ' * indent}- id: {name}"
        yield from self._text(indent + 2)
        yield from (f"{inner}{line}" for line in lines)
        yield f"{inner}owner: {self.words.choice(OWNERS)}"
        if self.words.random() < 0.5:  # noqa: PLR2004 - as often as not
            yield from (f"{inner}partners:", f"{inner}  - Baggrundsgruppen", f"{inner}  - Aarhus Universitet")
        yield from (f"{inner}goals:", *(f"{inner}  - {goal}" for goal in self.words.sample(GOALS, 2)))
        if self.words.random() < 0.3:  # noqa: PLR2004 - now and then
            yield f'{inner}note: "{self.sentence()}"'

    def _report(self, theme: str, date: str) -> Iterator[str]:
        self.said = set()
        yield from (f"theme: {theme}", "year: 2022", f"date: {date}")
        january = date.startswith("2023")
        yield f"meeting: {'january-meeting' if january else 'june-meeting'}"
        for key in ("summary", "challenges"):
            yield from self._block(key)
        for key in ("lessons", "priorities", "opportunities"):
            yield from self._text(0, key)
        yield "activities:"
        ids = ["basis-1", "basis-2", "basis-3", *(f"data-{n}" for n in (1, 2, 3, 4))]
        ids += ["viden-1", "viden-2", "viden-3", "handling-1", "handling-2", "handling-3", "bilag"]
        for name in ids:
            status = self.words.choice(("planned", "in_progress", "ongoing"))
            if january:
                status = "carried_over" if name in ("basis-1", "data-2") else "done"
            yield from (f"  {name}:", f"    status: {status}", f"    note: {self.sentence()}")

    def _meeting(self, step: str, date: str, due: str) -> Iterator[str]:
        self.said = set()
        yield from (f"step: {step}", f"date: {date}", "themes:", *(f"  - {theme}" for theme in THEMES))
        yield from (
            "place: Regionshuset i Viborg",
            "participants:",
            "  - CDEU’s ledelse",
            "  - RU’s chefgruppe",
        )
        yield from (f"papers_due: {due}", "agenda:", "  - title: Velkomst", "    kind: information")
        yield from ("  - title: Status på planerne", "    kind: discussion", "decisions:")
        for state in ("open", "done"):
            yield f"  - text: {self.sentence()}"
            yield from (
                f"    owner: {self.words.choice(OWNERS)}",
                f"    due: {date[:4]}-09-30",
                f"    state: {state}",
            )


def _step(name: str, *lines: str) -> Iterator[str]:
    yield f"      - id: {name}"
    yield from (f"        {line}" for line in lines)
    yield from (f"        title: {name.replace('-', ' ').capitalize()}", "        participants:")
    yield from ("          - CDEU’s ledelse", "          - RU’s chefgruppe")
