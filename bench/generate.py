"""Generated plans: as many as wanted, the same ones every time, about 200 lines each, and nothing wrong in any."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

SEED = 2022
FIRST_YEAR = 2020
YEARS = 10
AREAS = 4
ACTIVITIES = 6
QUARTERS = ("Q1", "Q2", "Q3", "Q4", "Q1-Q2", "Q2-Q4", "Q3-Q4", "Q1, Q3")
OWNERS = ("Sekretariatet", "Udvikling", "Netværket", "Ledelsen")
VERBS = ("Styrke", "Udvikle", "Afdække", "Understøtte", "Formidle", "Samle", "Afprøve", "Udbrede")
THINGS = (
    "samarbejdet", "netværkene", "kompetencerne", "indsatsen", "partnerskaberne", "viden", "projekterne", "dialogen",
)  # fmt: skip
WHERE = (
    "på tværs af regionens hospitaler", "i kommunernes grønne omstilling", "blandt unge på ungdomsuddannelserne",
    "hos små og mellemstore virksomheder", "med europæiske partnere", "omkring kulturens rolle i byerne",
    "i de nye programmer", "mellem forskning og praksis",
)  # fmt: skip
WHY = (
    "så flere får gavn af de fælles erfaringer", "med særlig vægt på bæredygtighed og sammenhæng",
    "og gøre resultaterne synlige for borgerne", "med henblik på fælles ansøgninger i de kommende år",
    "så arbejdet når ud til hele regionen", "og sikre en god overlevering til driften",
)  # fmt: skip


def write_workspace(folder: Path, plans: int, *, rounds: bool = False) -> list[Path]:
    """Write a workspace of so many plans (a multiple of ten years) and return all its files.

    It has one agreement over ten years, with as many themes as that takes; with ``rounds`` two status reports a plan.
    """
    words = random.Random(SEED)  # noqa: S311 - the same words every time are the point
    themes = [f"tema-{number:03}" for number in range(1, plans // YEARS + 1)]
    files = {folder / "handleplan.yaml": "\n".join(_config(themes)) + "\n"}
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        for theme in themes:
            files[folder / str(year) / f"{theme}.yaml"] = "\n".join(_plan(words, theme, year)) + "\n"
            for day in (f"{year}-06-14", f"{year + 1}-01-20") if rounds else ():
                path = folder / str(year) / "status" / day[:7] / f"{theme}.yaml"
                files[path] = "\n".join(_report(words, theme, year, day)) + "\n"
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return list(files)


def _config(themes: list[str]) -> Iterator[str]:
    yield from ("format: 1", "language: da", "parties:")
    for owner in OWNERS:
        yield from (f"  - id: {owner}", f"    name: {owner}")
    yield from ("agreements:", f"  - title: Aftale {FIRST_YEAR}–{FIRST_YEAR + YEARS - 1}")
    yield from (f"    first_year: {FIRST_YEAR}", f"    last_year: {FIRST_YEAR + YEARS - 1}", "    themes:")
    for theme in themes:
        yield from (f"      - slug: {theme}", f"        name: {theme.replace('-', ' ').capitalize()}")
    yield from ("    cycle:", "      - id: draft", "        month: januar", "        title: Udkast")
    yield from ("        needs: proposed", "        done_by: papers")


def _plan(words: random.Random, theme: str, year: int) -> Iterator[str]:
    said = _sentences(words)
    yield from (f"theme: {theme}", f"year: {year}", f"title: {theme.capitalize()} – handleplan {year}")
    yield from (
        f"date: {year}-01-10",
        "stages:",
        f"  proposed: {year}-01-10",
        f"owner: {words.choice(OWNERS)}",
    )
    for section in ("background", "purpose", "vision"):
        yield f"{section}: |"
        for _ in range(4):
            yield f"  {next(said)}."
    yield "goals:"
    for goal in range(1, AREAS + 1):
        yield from (f"  - id: m{goal}", f"    text: {next(said)}.")
    yield "core_activities:"
    for number in range(1, 5):
        yield from (
            f"  - id: b{number}",
            "    text: >-",
            f"      {next(said)}.",
            "    goals:",
            "      - m1",
        )
    yield "focus_areas:"
    for area in range(1, AREAS + 1):
        yield from _area(words, said, area, year)
    yield "actions:"
    for number in range(1, 5):
        yield from (f"  - id: h{number}", f"    text: {next(said)}.")


def _area(words: random.Random, said: Iterator[str], area: int, year: int) -> Iterator[str]:
    yield from (f"  - id: omraade-{area}", f"    title: {words.choice(VERBS)} {words.choice(THINGS)}")
    yield from ("    objective: |", f"      {next(said)}.", "    activities:")
    for number in range(1, ACTIVITIES + 1):
        yield from (f"      - id: a{area}-{number}", f"        text: {next(said)}.")
        yield f"        quarters: {words.choice(QUARTERS)}"
        if number % 2:
            yield f"        owner: {words.choice(OWNERS)}"
        else:
            yield from ("        goals:", f"          - m{area}")
        if number == ACTIVITIES and year > FIRST_YEAR:
            yield from ("        continues:", f"          - {year - 1}/a{area}-{number}")


def _sentences(words: random.Random) -> Iterator[str]:
    """Yield sentences, each of them once."""
    said: set[str] = set()
    while True:
        sentence = f"{words.choice(VERBS)} {words.choice(THINGS)} {words.choice(WHERE)}, {words.choice(WHY)}"
        if sentence not in said:
            said.add(sentence)
            yield sentence


def _report(words: random.Random, theme: str, year: int, day: str) -> Iterator[str]:
    """Write a report on all activities; what the next year's plan goes on with is carried over in January."""
    yield from (f"theme: {theme}", f"year: {year}", f"date: {day}")
    for text in ("summary", "challenges", "lessons", "priorities", "opportunities"):
        yield from (f"{text}: |", f"  {words.choice(VERBS)} {words.choice(THINGS)} {words.choice(WHERE)}.")
    yield "activities:"
    last = not day.startswith(str(year))
    for area in range(1, AREAS + 1):
        for number in range(1, ACTIVITIES + 1):
            status = "in_progress" if not last else "carried_over" if number == ACTIVITIES else "done"
            yield from (f"  a{area}-{number}:", f"    status: {status}")
    for number in range(1, 5):
        yield from (f"  h{number}:", f"    status: {'done' if last else 'in_progress'}")


if __name__ == "__main__":
    written = write_workspace(Path(sys.argv[1]), int(sys.argv[2]), rounds="--rounds" in sys.argv)
    print(f"{len(written)} files in {sys.argv[1]}")
