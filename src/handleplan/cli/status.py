"""``handleplan status``: where the year stands, what is missing, and who owes what."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, today

if TYPE_CHECKING:
    from handleplan.locale import Texts
    from handleplan.owed import Owed
    from handleplan.status import Status, YearData
    from handleplan.workspace import Workspace


def status(
    context: typer.Context,
    workspace: options.Workspace = None,
    themes: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="A theme, repeatable; lists its activities."),
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="The year. [default: the live ones]")] = None,
    as_of: options.AsOf = None,
    mine: Annotated[
        str | None,
        typer.Option("--mine", metavar="OWNER", help="What a party or a person owes, and by when."),
    ] = None,
    output_format: Annotated[
        Literal["text", "markdown", "json"], typer.Option("--format", help="The output.")
    ] = "text",
    language: options.Language = None,
    *,
    ahead: Annotated[
        bool, typer.Option("--next", help="The next step and what is missing for it, with the commands.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Exit with 1 when a step is overdue.")] = False,
    no_color: options.NoColor = False,
) -> int:
    """Show where the year stands and what is due next.

    Exits with 0, whatever is due, unless --check is given.
    """
    from handleplan.cli import output
    from handleplan.owed import owed_by
    from handleplan.status import is_overdue

    session: Session = context.obj
    opened = session.open_workspace(workspace, language)
    found, _ = status_of(opened, today(as_of), year, themes or ())
    owed = owed_by(opened.config, found, mine) if mine is not None else None
    texts = session.texts(opened.config.labels)
    colour = output.colour(refused=no_color)
    output.write(
        _render(found, texts, output_format, owed, ahead=ahead, detailed=bool(themes), colour=colour)
    )
    return int(check and is_overdue(found))


def status_of(
    workspace: "Workspace", day: date, year: int | None, words: Sequence[str]
) -> "tuple[Status, frozenset[str]]":
    """Return where a workspace stands on a day, and the slugs of the themes that are chosen.

    Args:
        workspace: the workspace.
        day: the day.
        year: the year that is asked for; else the live ones.
        words: the themes that are asked for, as people call them; none means all.

    Raises:
        Failure: there is no such year or theme.
        BrokenFilesError: a file that is needed has errors.
    """
    from handleplan.cycle import shown_years
    from handleplan.failure import Failure
    from handleplan.status import Around, build_status

    config, planned = workspace.config, workspace.years()
    if year is not None and year not in planned and config.agreement_of(year) is None:
        raise Failure("year-without-plans", year=year, expected=planned)
    years = (year,) if year is not None else shown_years(config, planned, day)
    chosen = workspace.find_themes(words, years)
    shown = [_data(workspace, one) for one in years]
    before = _before(workspace, years) if year is None else ()
    around = Around(_after(workspace, years, day), tuple(before), planned)
    return build_status(config, shown, day, chosen=chosen, around=around), chosen


def _data(workspace: "Workspace", year: int) -> "YearData":
    from handleplan.status import YearData

    return YearData(year, workspace.plans(year), workspace.reports(year), workspace.meetings(year))


def _after(workspace: "Workspace", years: tuple[int, ...], day: date) -> "YearData | None":
    """Read the year after the shown ones, if its cycle is still to begin: its first step may be the next one."""
    from handleplan.cycle import live_window

    window = live_window(workspace.config, years[-1] + 1) if years else None
    return _data(workspace, years[-1] + 1) if window and day < window.first else None


def _before(workspace: "Workspace", years: tuple[int, ...]) -> "Iterator[YearData]":
    """Read the meetings of the years before the shown ones: what they decided may still be open."""
    from handleplan.status import YearData

    for year in workspace.years("meeting"):
        if years and year < years[0]:
            yield YearData(year, meetings=workspace.meetings(year))


def _render(
    found: "Status",
    texts: "Texts",
    output_format: str,
    owed: "Owed | None",
    *,
    ahead: bool,
    detailed: bool,
    colour: bool,
) -> str:
    if output_format == "json":
        from handleplan.formats import status_json

        return status_json.render(found, owed)
    if output_format == "markdown":
        from handleplan.formats import status_markdown

        return status_markdown.render(found, texts, owed=owed, ahead=ahead, detailed=detailed)
    from handleplan.cli import output
    from handleplan.formats import status_text

    width = output.width(sys.stdout)
    return status_text.render(
        found, texts, width=width, colour=colour, owed=owed, ahead=ahead, detailed=detailed
    )
