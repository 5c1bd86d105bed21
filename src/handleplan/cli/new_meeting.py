"""``handleplan new meeting``: the record of a meeting."""

from datetime import date
from typing import Annotated

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, read_date_option, today
from handleplan.cli.writing import completed, open_draft, save, say, theme_of


def meeting(
    context: typer.Context,
    step: Annotated[str, typer.Argument(metavar="MEETING", help="The step of the cycle it belongs to.")],
    workspace: options.Workspace = None,
    day: Annotated[
        date | None,
        typer.Option(
            "--date",
            metavar="DATE",
            parser=read_date_option,
            help="When it is. [default: the last weekday of the step, to be confirmed]",
        ),
    ] = None,
    themes: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="A theme it is about, repeatable. [default: all]"),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="The plan year. [default: the live one it is nearest to]")
    ] = None,
    as_of: options.AsOf = None,
    language: options.Language = None,
    *,
    no_color: options.NoColor = False,
) -> None:
    """Write a meeting's record, with its agenda out of the step.

    A record that is there already only gets what is missing.
    """
    from handleplan.failure import Failure
    from handleplan.formats.dates import date_in_words
    from handleplan.writing.meetings import Wanted, write_meeting
    from handleplan.writing.when import find_step, meeting_date, refuse_other_days

    session: Session = context.obj
    draft = open_draft(session, workspace, language)
    config = draft.workspace.config
    of = find_step(config, step, day or today(as_of), year)
    if of.step.done_by == "papers":
        raise Failure("no-meeting", step=of.step.id)
    when = day or meeting_date(of, today(as_of))
    refuse_other_days(config, of.year, when)
    slugs = tuple(dict.fromkeys(theme_of(config, word, of.year) for word in themes or []))
    done = write_meeting(draft, Wanted(of, when, slugs, guessed=day is None))
    save(draft, no_color=no_color)
    texts = session.texts(config.labels)
    path = draft.show_path(draft.path(done.name))
    if done.new:
        shown = date_in_words(when, texts.language)
        say(texts.message("new.meeting_guess" if day is None else "new.meeting", path=path, date=shown))
    else:
        say(completed(path, done.added, texts))
