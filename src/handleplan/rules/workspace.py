"""Family 6, the workspace: what handleplan.yaml says, and whether the years hold what it promises."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from handleplan.context import File, found, found_key
from handleplan.rule import Found, find_rules, nearest_rule, rule
from handleplan.rules.references import guessed
from handleplan.spelling import nearest
from handleplan.themes import normalise

if TYPE_CHECKING:
    from handleplan.known import Known
    from handleplan.model.config import Agreement, Config

_AGREED = ("agreed", "closed")


@rule(
    "HP601",
    "warning",
    on=("config",),
    da="Der er endnu ingen plan for {theme} i {year}. Den hører hjemme i {year}/{slug}.yaml.",
    en="There is no plan for {theme} in {year} yet. It belongs in {year}/{slug}.yaml.",
)
def theme_without_plan(file: File[Config]) -> Iterator[Found]:
    """The agreement lists the themes; in a year that has begun to be planned each of them has a plan.

    Dansk: Aftalen nævner temaerne; i et år, der er ved at blive planlagt, har hvert af dem en plan.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
              - slug: psykiatri
        #             ^ HP601
                name: Psykiatri
              - slug: trafik
        #             ^ HP601
                name: Trafik
    """
    # agreed-plan-removed says more of these
    told = {
        (place.year, place.slug) for place, plan in file.known.then.gone if plan.stages.reached() in _AGREED
    }
    for year in sorted(file.known.plan_files):
        for index, agreement in enumerate(file.model.agreements):
            if agreement is not file.model.agreement_of(year):
                continue
            planned = _themes_planned(file.known, year)
            for inner, theme in enumerate(agreement.themes):
                if theme.slug not in planned and (year, theme.slug) not in told:
                    path = ("agreements", index, "themes", inner, "slug")
                    yield found(path, year=year, theme=theme.name, slug=theme.slug)


@rule(
    "HP602",
    "error",
    on=("config",),
    fixable="unsafe",
    da="Reglen “{name}” kendes ikke.",
    en="The rule “{name}” is not known.",
)
def unknown_rule(file: File[Config]) -> Iterator[Found]:
    """A rule is named by its code, its name, or the beginning that a whole family shares, such as ``HP3``.

    Dansk: En regel nævnes med sin kode, sit navn eller den begyndelse, hele familien har til fælles, for eksempel HP3.

    Bad (handleplan.yaml):
        lint:
          ignore:
            - unserved-gaol
        #     ^ HP602
          severity:
            HP999: error
        #   ^ HP602

    Good (handleplan.yaml):
        lint:
          ignore:
            - unserved-goal
            - HP5
    """
    lint = file.model.lint
    named = [(("lint", "select", index), word) for index, word in enumerate(lint.select)]
    named += [(("lint", "ignore", index), word) for index, word in enumerate(lint.ignore)]
    for path, word in named:
        if not find_rules(word):
            yield guessed(found(path, name=word, nearest=nearest_rule(word)))
    for word in lint.severity:
        if not find_rules(word):
            told = found_key(("lint", "severity", word), name=word, nearest=nearest_rule(word))
            yield guessed(told, beside=lint.severity)


@rule(
    "HP603",
    "error",
    on=("config",),
    fixable="unsafe",
    da="Betegnelsen “{label}” kendes ikke.",
    en="The label “{label}” is not known.",
)
def unknown_label(file: File[Config]) -> Iterator[Found]:
    """A label replaces one of the words that papers and status print; one that is not known changes nothing.

    Dansk: En betegnelse erstatter et af de ord, der står i papirer og status; en, der ikke kendes, ændrer ingenting.

    Bad (handleplan.yaml):
        labels:
          goal: Målsætninger
        # ^ HP603
          vison: Pejlemærke
        # ^ HP603

    Good (handleplan.yaml):
        labels:
          goals: Målsætninger
    """
    if not file.model.labels:
        return
    from handleplan.locale.en import LABELS

    for word in file.model.labels:
        if word not in LABELS:
            told = found_key(("labels", word), label=word, nearest=nearest(word, LABELS) or "")
            yield guessed(told, beside=file.model.labels)


@rule(
    "HP604",
    "error",
    on=("config",),
    da="Aftalen slutter i {last}, før den begynder i {first}.",
    en="The agreement ends in {last}, before it begins in {first}.",
)
def agreement_years_reversed(file: File[Config]) -> Iterator[Found]:
    """An agreement runs from its first year to its last, both included; the other way round it covers none.

    Dansk: En aftale løber fra sit første til og med sit sidste år; omvendt dækker den ingen.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2025
            last_year: 2022
        #              ^ HP604
            themes:
              - slug: sundhed
                name: Sundhed
          - title: Næste aftale
            first_year: 2026
            last_year: 2020
        #              ^ HP604
            themes:
              - slug: sundhed
                name: Sundhed
    """
    for index, agreement in enumerate(file.model.agreements):
        if agreement.last_year < agreement.first_year:
            path = ("agreements", index, "last_year")
            yield found(path, first=agreement.first_year, last=agreement.last_year)


@rule(
    "HP605",
    "error",
    on=("config",),
    da="{year} er allerede dækket af “{title}”. Hvert år hører til én aftale.",
    en="{year} is covered by “{title}” already. Each year belongs to one agreement.",
)
def overlapping_agreements(file: File[Config]) -> Iterator[Found]:
    """A year's themes and cycle come from one agreement; where two cover it, the second one would count for nothing.

    Dansk: Et års temaer og årshjul kommer fra én aftale; dækker to det samme år, gælder den sidste ikke.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale 2022–2025
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
              - slug: kultur
                name: Kultur
              - slug: groen-omstilling
                name: Grøn omstilling
          - title: Samarbejdsaftale 2025–2028
            first_year: 2025
        #               ^ HP605
            last_year: 2028
            themes:
              - slug: sundhed
                name: Sundhed
          - title: Tillæg
            first_year: 2026
        #               ^ HP605
            last_year: 2026
            themes:
              - slug: sundhed
                name: Sundhed

    Good (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale 2022–2025
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
              - slug: kultur
                name: Kultur
              - slug: groen-omstilling
                name: Grøn omstilling
          - title: Samarbejdsaftale 2026–2029
            first_year: 2026
            last_year: 2029
            themes:
              - slug: sundhed
                name: Sundhed
    """
    told: set[int] = set()
    for (_, earlier), (index, later) in combinations(enumerate(file.model.agreements), 2):
        shared = _shared_year(earlier, later)
        if shared and index not in told:
            told.add(index)
            yield found(("agreements", index, "first_year"), year=shared, title=earlier.title)


def _shared_year(one: Agreement, other: Agreement) -> int | None:
    """Return the first year that two agreements cover, None where there is none."""
    first = max(one.first_year, other.first_year)
    return first if first <= min(one.last_year, other.last_year) else None


def _themes_planned(known: Known, year: int) -> set[str | None]:
    """Return the themes a year's plan files are called after, in whatever spelling: theme-mismatch tells of that."""
    slugs = [theme.slug for theme in known.themes(year)]
    named = {name: known.theme(year, name) for name in known.plan_files[year]}
    return {theme.slug if theme else nearest(normalise(name), slugs) for name, theme in named.items()}
