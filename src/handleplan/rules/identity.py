"""Family 2, identity: ids that must be unique, and files that must be what their place says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from handleplan.context import File, found
from handleplan.problem import Path, Place, SetValue
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from handleplan.model.index import Index
    from handleplan.model.plan import Plan
    from handleplan.model.status import StatusReport


@rule(
    "HP201",
    "error",
    on=("plan",),
    da="Id’et “{id}” bruges allerede i linje {first}. Vælg et andet.",
    en="The id “{id}” is already used on line {first}. Choose another one.",
)
def duplicate_id(file: File[Plan]) -> Iterator[Found]:
    """An id names one entry of a plan, whatever its kind; status reports and other years refer to it.

    Dansk: Et id hører til én post i planen, uanset dens slags; statusrapporter og andre år henviser til det.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
        actions:
          - id: m1
        #       ^ HP201
            text: Synlighed
          - id: m1
        #       ^ HP201
            text: Netværk

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
        actions:
          - id: h1
            text: Synlighed
    """
    ids = file.model.names.ids
    if len(set(ids)) == len(ids):
        return
    first: dict[str, Path] = {}
    pasted: Path | None = None  # a focus area that is there already; what is in it is too
    for path, entry in file.model.entries():
        name = entry.id
        if name in first:
            if path[:2] != pasted:
                pasted = path
                yield found((*path, "id"), id=name, first=Place((*first[name], "id")))
        elif name is not None:
            first[name] = path


@rule(
    "HP208",
    "error",
    on=("plan", "report"),
    fixable="unsafe",
    da="Filen hedder {file}.yaml, men temaet “{theme}” hører hjemme i {slug}.yaml. Ret temaet, eller omdøb filen.",
    en="The file is called {file}.yaml, but the theme “{theme}” belongs in {slug}.yaml. Correct the theme, or rename the file.",
)
def theme_mismatch(file: File[Plan | StatusReport]) -> Iterator[Found]:
    """A plan's file is called after its theme; two places that disagree leave open which one is meant.

    Dansk: Filen hedder det samme som planens tema; er de to uenige, kan ingen vide, hvilket tema der er ment.

    Bad (2022/sundhed.yaml):
        theme: kultur
        #      ^ HP208
        year: 2021
        #     ^ HP209

    Good (2022/sundhed.yaml):
        theme: Sundhed
        year: 2022
    """
    theme = file.known.theme(file.place.year or 0, file.model.theme)
    if theme is not None and theme.slug != file.place.slug:
        told = found(("theme",), file=file.place.slug, theme=file.model.theme, slug=theme.slug)
        by_file = file.known.theme(file.place.year or 0, file.place.slug)
        copied = by_file is not None and by_file.slug == file.place.slug  # a file under another theme's name
        yield told.mended_by(SetValue(("theme",), file.place.slug), safe=False) if copied else told


@rule(
    "HP209",
    "error",
    on=("plan", "report", "index"),
    fixable="unsafe",
    da="Filen ligger i mappen {folder}, men her står året {year}.",
    en="The file is in the folder {folder}, but the year here is {year}.",
)
def year_mismatch(file: File[Plan | StatusReport | Index]) -> Iterator[Found]:
    """A year's files lie in the year's folder; two years that disagree leave open which one is meant.

    Dansk: Et års filer ligger i årets mappe; er de to uenige, kan ingen vide, hvilket år der er ment.

    Bad (2022/sundhed.yaml):
        theme: kultur
        #      ^ HP208
        year: 2023
        #     ^ HP209

    Good (2022/sundhed.yaml):
        theme: sundhed
        year: 2022
    """
    if file.model.year != file.place.year:
        told = found(("year",), folder=file.place.year, year=file.model.year)
        yield told.mended_by(SetValue(("year",), f"{file.place.year:04}"), safe=False)


@rule(
    "HP210",
    "error",
    on=("report",),
    da="Rapporten ligger i runden {round}, men datoen er {date}.",
    en="The report is in the round {round}, but its date is {date}.",
)
def round_mismatch(file: File[StatusReport]) -> Iterator[Found]:
    """A status report lies in the folder of the month it was written in.

    Dansk: En statusrapport ligger i mappen for den måned, den er skrevet i.

    Bad (2022/status/2022-06/sundhed.yaml):
        date: 2022-07-01
        #     ^ HP210
        year: 2021
        #     ^ HP209

    Good (2022/status/2022-06/sundhed.yaml):
        date: 2022-06-14
    """
    if not is_of_round(file) and round_is_of_year(file):
        yield found(("date",), round=file.place.round, date=file.model.date)


@rule(
    "HP211",
    "error",
    da="Her leder handleplan ikke efter filer, så “{name}” bliver ikke læst. Flyt den, eller slet den.",
    en="handleplan does not look for files here, so “{name}” is not read. Move it, or delete it.",
)
def misplaced_file() -> None:
    """A file's kind follows from its place; a YAML file anywhere else is easily taken for a plan that counts.

    Dansk: Filens plads afgør, hvad den er. En YAML-fil et andet sted forveksles let med en plan, der gælder.

    Bad (udkast/sundhed.yaml):
        theme: sundhed
        # <- HP211
        year: 2022
    """


@rule(
    "HP212",
    "error",
    da="Filen bliver ikke læst under dette navn. Kald den {expected_name}.",
    en="The file is not read under this name. Call it {expected_name}.",
)
def misnamed_file() -> None:
    """Plan files end in ``.yaml``, in small letters, and a year's cover is ``index.yaml``: one name, one place to look.

    Dansk: Filerne ender på .yaml med små bogstaver, og årets forside hedder index.yaml.

    Bad (2022/sundhed.yml):
        theme: sundhed
        # <- HP212
        year: 2022
    """


@rule(
    "HP214",
    "error",
    on=("report",),
    da="Runden {round} hører ikke til {year}. En runde er en måned i året eller januar efter.",
    en="The round {round} does not belong to {year}. A round is a month of the year, or the January after it.",
)
def round_outside_year(file: File[StatusReport]) -> Iterator[Found]:
    """Status is reported during the year, or in the January after it, when the year is being closed.

    Dansk: Der rapporteres i løbet af året eller i januar efter, når året bliver gjort op.

    Bad (2022/status/2031-05/sundhed.yaml):
        theme: kultur
        #      ^ HP208
        date: 2031-05-14
        #     ^ HP214

    Good (2022/status/2023-01/sundhed.yaml):
        date: 2023-01-20
    """
    if file.model.year == file.place.year and not round_is_of_year(file):  # else year-mismatch says so
        yield found(("date",), round=file.place.round, year=file.place.year)


def is_of_round(file: File[Any]) -> bool:
    """Tell whether a report's date lies in the month of its folder; else nobody knows which of the two is right."""
    return f"{file.model.date:%Y-%m}" == file.place.round


def round_is_of_year(file: File[Any]) -> bool:
    """Tell whether the folder of a report is a month of its year, or the January after it."""
    year = file.place.year or 0
    return file.place.round.startswith(f"{year}-") or file.place.round == f"{year + 1}-01"
