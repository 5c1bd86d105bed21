"""Family 2, identity: ids that must be unique, and files that must be what their place says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from handleplan.context import File, found
from handleplan.problem import Path, Place
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from handleplan.model.index import Index
    from handleplan.model.plan import Plan
    from handleplan.model.status import StatusReport


@rule(
    "HP201",
    "error",
    on=("plan",),
    da="Id'et “{id}” bruges allerede i linje {first}. Vælg et andet.",
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
    for path, entry in file.model.entries():
        name = entry.id
        if name in first:
            yield found((*path, "id"), id=name, first=Place((*first[name], "id")))
        elif name is not None:
            first[name] = path


@rule(
    "HP208",
    "error",
    on=("plan", "report"),
    da="Filen hedder {file}.yaml, men her står temaet “{theme}”. Ret temaet, eller kald filen {slug}.yaml.",
    en="The file is called {file}.yaml, but the theme here is “{theme}”. Correct the theme, or call the file {slug}.yaml.",
)
def theme_mismatch(file: File[Plan | StatusReport]) -> Iterator[Found]:
    """A plan's file is called after its theme; two places that disagree leave open which one is meant.

    Dansk: En plans fil hedder som dens tema; er de uenige, ved ingen, hvilket der er ment.

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
        yield found(("theme",), file=file.place.slug, theme=file.model.theme, slug=theme.slug)


@rule(
    "HP209",
    "error",
    on=("plan", "report", "index"),
    da="Filen ligger i mappen {folder}, men her står året {year}.",
    en="The file is in the folder {folder}, but the year here is {year}.",
)
def year_mismatch(file: File[Plan | StatusReport | Index]) -> Iterator[Found]:
    """A year's files lie in the year's folder; two years that disagree leave open which one is meant.

    Dansk: Et års filer ligger i årets mappe; er de to uenige, ved ingen, hvilket år der er ment.

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
        yield found(("year",), folder=file.place.year, year=file.model.year)


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
    if f"{file.model.date:%Y-%m}" != file.place.round:
        yield found(("date",), round=file.place.round, date=file.model.date)


@rule(
    "HP211",
    "error",
    da="Her leder handleplan ikke efter filer, så “{name}” bliver ikke læst. Flyt den, eller slet den.",
    en="handleplan does not look for files here, so “{name}” is not read. Move it, or delete it.",
)
def misplaced_file() -> None:
    """A file's kind follows from its place; a YAML file anywhere else is easily taken for a plan that counts.

    Dansk: En fils slags følger af dens sted; en YAML-fil et andet sted tager man let for en plan, der gælder.

    Bad (udkast/sundhed.yaml):
        theme: sundhed
        # <- HP211
        year: 2022
    """


@rule(
    "HP212",
    "error",
    da="Filen bliver ikke læst, fordi navnet slutter anderledes end .yaml. Kald den {expected_name}.",
    en="The file is not read, because its name does not end in .yaml. Call it {expected_name}.",
)
def misnamed_file() -> None:
    """Plan files end in ``.yaml``, in small letters: one ending, one place to look.

    Dansk: Handleplanens filer ender på .yaml med små bogstaver.

    Bad (2022/sundhed.yml):
        theme: sundhed
        # <- HP212
        year: 2022
    """
