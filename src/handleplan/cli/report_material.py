"""What ``handleplan report`` is asked for, and the files of the workspace that this takes: no more are read."""

import re
from datetime import date
from typing import NamedTuple

from typer import BadParameter

from handleplan.cycle import paper_year, step_window
from handleplan.failure import Failure
from handleplan.locale import Texts
from handleplan.report.frame import Material
from handleplan.status import YearData
from handleplan.workspace import Workspace

PICTURES = ("wheel", "timeline")
PICTURE_FORMATS = ("svg", "png")
_ROUND = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


class Wish(NamedTuple):
    """The options that say which paper is meant; ``as_of`` is the day asked for, ``day`` the one that counts."""

    kind: str
    themes: tuple[str, ...]
    year: int | None
    round: str | None
    meeting: str | None
    as_of: date | None
    day: date


def refuse_what_does_not_fit(wish: Wish, format_name: str | None) -> None:
    """Refuse options that do not go together.

    Raises:
        BadParameter: they do not.
    """
    kind = f"--kind {wish.kind}"
    if wish.round is not None and wish.kind != "status":
        raise BadParameter(f"--round goes with --kind status, not with {kind}")
    if wish.round is not None and not _ROUND.fullmatch(wish.round):
        raise BadParameter(f"{wish.round!r} is not a round; write it like 2022-06")
    if wish.meeting is not None and wish.kind != "minutes":
        raise BadParameter(f"--meeting goes with --kind minutes, not with {kind}")
    if wish.themes and wish.kind in ("minutes", "wheel"):
        raise BadParameter(f"--theme does not go with {kind}")
    if wish.kind == "onepage" and not wish.themes:
        raise BadParameter("--kind onepage needs --theme")
    if format_name is not None and (format_name in PICTURE_FORMATS) != (wish.kind in PICTURES):
        raise BadParameter(f"--format {format_name} does not go with {kind}")


def material_for(workspace: Workspace, texts: Texts, wish: Wish) -> Material:
    """Read what a paper is made of.

    Raises:
        Failure: there is nothing for the year, a theme is unknown, or the logo is missing.
        BrokenFilesError: a file that is read has errors.
    """
    year = _year(workspace, wish)
    chosen = tuple(dict.fromkeys(workspace.find_theme(word, year) for word in wish.themes))
    if wish.kind == "onepage" and len(chosen) != 1:
        raise BadParameter("--kind onepage takes one --theme")
    reported = wish.kind in ("status", "overview", "timeline")
    data = YearData(
        year,
        {} if wish.kind in ("minutes", "wheel") else workspace.plans(year, chosen),
        workspace.reports(year) if reported else (),
        workspace.meetings(year) if wish.kind == "overview" else (),
    )
    index = None if wish.kind in PICTURES else workspace.index(year)
    logo = None if wish.kind in PICTURES else logo_of(workspace)
    return Material(workspace.config, data, texts, wish.day, index, chosen, logo, wish.as_of)


def logo_of(workspace: Workspace) -> str | None:
    """Return the organisation's logo as a ``data:`` address, if it has one.

    Raises:
        Failure: its file is missing, lies elsewhere or cannot be used.
    """
    organisation = workspace.config.organisation
    if organisation is None or organisation.logo is None:
        return None
    from handleplan.report.logo import logo_address

    return logo_address(organisation.logo, workspace.logo(organisation.logo))


def _year(workspace: Workspace, wish: Wish) -> int:
    planned = workspace.years()
    year = wish.year or _year_meant(workspace, wish, planned) or paper_year(planned, wish.day)
    if year is None and wish.kind != "wheel":
        raise Failure("no-plans", path=workspace.root)
    year = year or wish.day.year
    covered = workspace.config.agreement_of(year) is not None
    if year not in planned and not (covered and wish.kind in ("wheel", "minutes")):
        raise Failure("no-plans-in-year", year=year, expected=planned)
    return year


def _year_meant(workspace: Workspace, wish: Wish, planned: tuple[int, ...]) -> int | None:
    """Return the year that a round or a meeting names: the one that has it, the nearest where several do."""
    if wish.round is not None:
        first = int(wish.round[:4])
        years = [year for year in (first, first - 1) if year in planned]
        return next((y for y in years if any(one.round == wish.round for one in workspace.reports(y))), None)
    if wish.meeting is None:
        return None
    steps = {
        year: step for year in planned for step in workspace.config.cycle_of(year) if step.id == wish.meeting
    }
    return min(steps, key=lambda year: step_window(steps[year], year).distance(wish.day), default=None)
