"""``handleplan status``: where the year stands."""

import sys
from typing import Annotated, Literal

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, today


def status(
    context: typer.Context,
    workspace: options.Workspace = None,
    year: Annotated[int | None, typer.Option("--year", help="The year. [default: the live ones]")] = None,
    as_of: options.AsOf = None,
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="The output.")] = "text",
    language: options.Language = None,
    *,
    check: Annotated[bool, typer.Option("--check", help="Exit with 1 when a step is overdue.")] = False,
    no_color: options.NoColor = False,
) -> int:
    """Show where the year stands and what is due next.

    Exits with 0, whatever is due, unless --check is given.
    """
    from handleplan.cli import output
    from handleplan.cycle import shown_years
    from handleplan.failure import Failure
    from handleplan.status import YearData, build_status, is_overdue

    session: Session = context.obj
    opened = session.open_workspace(workspace, language)
    day = today(as_of)
    planned = opened.years()
    if year is not None and year not in planned and opened.config.agreement_of(year) is None:
        raise Failure("year-without-plans", year=year, expected=planned)
    years = (year,) if year is not None else shown_years(opened.config, planned, day)
    data = [YearData(y, opened.plans(y), opened.reports(y), opened.meetings(y)) for y in years]
    found = build_status(opened.config, data, day)
    if output_format == "json":
        from handleplan.formats import status_json

        output.write(status_json.render(found))
    else:
        from handleplan.formats import status_text

        texts = session.texts(opened.config.labels)
        colour = output.colour(refused=no_color)
        output.write(status_text.render(found, texts, width=output.width(sys.stdout), colour=colour))
    return int(check and is_overdue(found))
