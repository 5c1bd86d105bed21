"""Family 6, the house style: colours, logo and abbreviations that papers are printed with."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from handleplan.context import File, found, found_key
from handleplan.problem import Path, SetValue, Several
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from handleplan.model.config import Config

_WHITE = "#ffffff"


@rule(
    "HP610",
    "warning",
    on=("config",),
    fixable="unsafe",
    da="Farven “{colour}” er for svag på hvidt papir: kontrasten er {contrast}, og 4,5 er det mindste, alle kan læse. Prøv {readable}.",
    en="The colour “{colour}” is too faint on white paper: its contrast is {contrast}, and 4.5 is the least everybody can read. Try {readable}.",
)
def faint_colour(file: File[Config]) -> Iterator[Found]:
    """Headings are printed in the theme's colour, else in the organisation's; too faint a one is darkened in the papers.

    The least contrast is that of WCAG 2.2, success criterion 1.4.3.

    Dansk: Overskrifter trykkes i temaets farve, ellers i organisationens; er den for svag, bliver den mørkere i
    papirerne. Grænsen er den samme som i WCAG 2.2, succeskriterium 1.4.3.

    Bad (handleplan.yaml):
        organisation:
          name: Kontoret
          colour: "#ffcc00"
        #         ^ HP610
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
                colour: "#777777"
        #               ^ HP610
              - slug: kultur
                name: Kultur
                colour: "#767676"
              - slug: groen-omstilling
                name: Grøn omstilling

    Good (handleplan.yaml):
        organisation:
          name: Kontoret
          colour: "#0b5563"
    """
    colours = list(_colours(file.model))
    if not colours:
        return
    from handleplan.colours import ENOUGH, contrast, readable

    for path, colour in colours:
        reached = contrast(colour, _WHITE)
        if reached < ENOUGH:
            darker = readable(colour, _WHITE)
            told = found(path, colour=colour, contrast=f"{int(reached * 10) / 10:g}", readable=darker)
            yield told.mended_by(SetValue(path, darker), safe=False)


@rule(
    "HP611",
    "advice",
    on=("config",),
    da="Ingen plan, forside, rapport eller møde bruger {entries}. Er forklaringen stadig nyttig?",
    en="No plan, cover, report or meeting uses {entries}. Is the explanation still of use?",
)
def unused_glossary_entry(file: File[Config]) -> Iterator[Found]:
    """An explanation of what nobody writes is a leftover, or the abbreviation is spelt otherwise in the plans.

    Dansk: En forklaring på noget, ingen skriver, er en rest, eller også er forkortelsen stavet anderledes i planerne.

    Bad (handleplan.yaml):
        parties:
          - id: CDEU
            name: Central Denmark EU Office
          - id: CDEU
        #       ^ HP606
            name: Kontoret
        glossary:
          Lighed: At alle har samme muligheder
          GtE: Genvej til Europa
        # ^ HP611
          EKR: Europæisk Kulturregion

    Good (handleplan.yaml):
        glossary:
          Lighed: At alle har samme muligheder
    """
    if not file.model.glossary or not file.known.plan_files:
        return
    left = [
        word
        for word in file.model.glossary
        if not any(_holds(text, word) for text in _cycle_texts(file.model))
    ]
    for text in file.known.texts():
        if not left:
            return
        if (
            not text.strip() or "\0" in text
        ):  # empty, or in another encoding: what it was to hold is not known
            return
        left = [word for word in left if not _holds(text, word)]
    if left:
        yield found_key(("glossary", left[0]), entries=Several(left))


@rule(
    "HP612",
    "warning",
    on=("config",),
    da="Der er ingen fil “{logo}” i mappen med handleplan.yaml.",
    en="There is no file “{logo}” in the folder of handleplan.yaml.",
)
def logo_not_found(file: File[Config]) -> Iterator[Found]:
    """The logo is a picture beside ``handleplan.yaml``; no paper is printed while it is missing.

    Dansk: Logoet er et billede ved siden af handleplan.yaml; mangler det, bliver ingen papirer udskrevet.

    Bad (handleplan.yaml):
        organisation:
          name: Kontoret
          logo: billeder/logo.svg
        #       ^ HP612
          colour: "#ffcc00"
        #         ^ HP610

    Good (handleplan.yaml):
        organisation:
          name: Kontoret
    """
    logo = file.model.organisation.logo if file.model.organisation else None
    if logo and not os.path.isfile(os.path.join(os.path.dirname(file.place.path), logo.replace("\\", "/"))):  # noqa: PTH113, PTH118, PTH120 - a Path raises where a folder may not be entered
        yield found(("organisation", "logo"), logo=logo)


def _colours(config: Config) -> Iterator[tuple[Path, str]]:
    if config.organisation and config.organisation.colour:
        yield ("organisation", "colour"), config.organisation.colour
    for index, agreement in enumerate(config.agreements):
        for inner, theme in enumerate(agreement.themes):
            if theme.colour:
                yield ("agreements", index, "themes", inner, "colour"), theme.colour


def _cycle_texts(config: Config) -> Iterator[str]:
    """Yield what the cover prints of the cycle."""
    for agreement in config.agreements:
        for step in agreement.cycle:
            yield from filter(None, (step.title, step.text, *step.participants))


def _holds(text: str, word: str) -> bool:
    """Tell whether a text holds an abbreviation as a whole word in its own spelling, as the papers look for it."""
    return word in text and re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text) is not None
