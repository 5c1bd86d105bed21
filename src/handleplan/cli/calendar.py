"""``handleplan calendar``: the year's cycle as an .ics file."""

from pathlib import Path
from typing import Annotated

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, moment, today
from handleplan.cli.status import status_of


def calendar(
    context: typer.Context,
    workspace: options.Workspace = None,
    themes: Annotated[
        list[str] | None, typer.Option("--theme", metavar="THEME", help="A theme, repeatable. [default: all]")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="The year. [default: the live ones]")] = None,
    as_of: options.AsOf = None,
    destination: Annotated[
        Path | None, typer.Option("--output", metavar="PATH", help="Write to this file.")
    ] = None,
    language: options.Language = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Let --output replace a file.")] = False,
) -> None:
    """Write the year's cycle as a calendar: steps, meetings, papers due, and what ends with each quarter.

    Importing a newer one changes the events of an older one.
    """
    from handleplan.cli import output
    from handleplan.events import events_of
    from handleplan.failure import Failure
    from handleplan.formats import calendar_ics

    session: Session = context.obj
    opened = session.open_workspace(workspace, language)
    found, chosen = status_of(opened, today(as_of), year, themes or ())
    texts = session.texts(opened.config.labels)
    meetings = {shown.year: opened.named_meetings(shown.year) for shown in found.years}
    events = events_of(opened.config, found, meetings, chosen)
    if not events:  # a calendar without any is none (RFC 5545, section 3.6)
        raise Failure("no-events")
    text = calendar_ics.render(events, found, opened.config, texts, moment(as_of))
    if destination is None:
        output.write(text)
        return
    output.write_file(destination, text, force=force)
    output.note(texts.message("report.written", path=destination.as_posix()))
