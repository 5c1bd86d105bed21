"""``handleplan set``: one fact into the right file."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, read_date_option, today
from handleplan.cli.writing import open_draft, plans_of, save, say, theme_of, year_of_round

if TYPE_CHECKING:
    from handleplan.locale import Texts
    from handleplan.writing.draft import Draft
    from handleplan.writing.reports import Written


def set(  # noqa: A001 - the command's name
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="THEME[.ID]", help="A theme, or one of its activities.")],
    workspace: options.Workspace = None,
    status: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="The status of an activity.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A note on its status.")] = None,
    round_: options.Round = None,
    stage: Annotated[
        str | None, typer.Option("--stage", metavar="STAGE", help="The stage a plan has reached.")
    ] = None,
    day: Annotated[
        date | None,
        typer.Option(
            "--date", metavar="DATE", parser=read_date_option, help="When it reached it. [default: today]"
        ),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="The plan year. [default: the one the round or stage fits]")
    ] = None,
    as_of: options.AsOf = None,
    language: options.Language = None,
    *,
    no_color: options.NoColor = False,
) -> None:
    """Note an activity's status in a round of status reports, or the day a plan reached a stage.

    The round's report is written where there is none yet. Nothing is written that lint would refuse.
    """
    from handleplan.failure import Failure

    session: Session = context.obj
    draft = open_draft(session, workspace, language)
    theme, _, id_ = what.partition(".")
    about_status = status is not None or note is not None
    other = (stage is None and day) or (stage and round_)
    if bool(id_) == (stage is not None) or about_status == (stage is not None) or other:
        raise Failure("set-what", theme=theme, id=id_ or "h1")
    when = today(as_of)
    if stage is not None:
        _set_stage(draft, theme, stage, day or when, year)
    else:
        created = _set_status(draft, theme, id_, (status, note), round_, year, when)
        if created:
            save(draft, no_color=no_color)
            say(_round_written(created, draft.show_path(draft.path(created.name)), what, session.texts()))
            return
    save(draft, no_color=no_color)
    if not draft.pending:
        say(session.texts().message("set.same"))


def _round_written(written: "Written", path: str, what: str, texts: "Texts") -> str:
    if not written.without_id:
        return texts.message("set.round_written", path=path, what=what)
    left_out = texts.count("new.without_id", written.without_id)
    return texts.message("set.round_written_in_part", path=path, what=what) + "\n  " + left_out


def _set_status(
    draft: "Draft",
    theme: str,
    id_: str,
    said: tuple[str | None, str | None],
    round_: str | None,
    year: int | None,
    when: date,
) -> "Written | None":
    """Set status and note; return the report where it had to be written."""
    from handleplan.writing.facts import read_status, set_status
    from handleplan.writing.reports import report_name
    from handleplan.writing.when import default_round, round_of

    workspace = draft.workspace
    chosen = round_ or default_round(workspace.config, when)
    of = year_of_round(workspace, chosen, year, asked=round_ is not None)
    slug = workspace.find_theme(theme_of(workspace.config, theme, of).slug, of)
    if round_ is None and not draft.exists(report_name(of, chosen, slug)):
        chosen = round_of(when)  # nobody prepares the round of a meeting by noting one fact
        of = year_of_round(workspace, chosen, year, asked=round_ is not None)
    status, note = said
    return set_status(
        draft,
        slug,
        workspace.plans(of, (slug,))[slug],
        id_,
        round_=chosen,
        status=read_status(status) if status is not None else None,
        note=note,
        as_of=when,
    )


def _set_stage(draft: "Draft", theme: str, stage: str, day: date, year: int | None) -> None:
    from handleplan.writing.facts import read_stage, set_stage
    from handleplan.writing.when import year_for_stage

    found = read_stage(stage)
    slug, plans = plans_of(draft.workspace, theme, year, day)
    of = year if year is not None else year_for_stage(plans, found, day)
    set_stage(draft, slug, plans[of], found, day)
