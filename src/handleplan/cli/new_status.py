"""``handleplan new status``: a round of status reports."""

from typing import TYPE_CHECKING, Annotated

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, today
from handleplan.cli.writing import completed, open_draft, save, say, theme_of, year_of_round

if TYPE_CHECKING:
    from handleplan.locale import Texts
    from handleplan.writing.reports import Written


def status(
    context: typer.Context,
    workspace: options.Workspace = None,
    round_: options.Round = None,
    themes: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="A theme, repeatable. [default: all with a plan]"),
    ] = None,
    year: options.RoundYear = None,
    as_of: options.AsOf = None,
    language: options.Language = None,
    *,
    no_color: options.NoColor = False,
) -> None:
    """Write a round's status reports: every activity that has begun, with the status it had last.

    A report that is there already only gets what is missing.
    """
    from handleplan.writing.reports import write_reports
    from handleplan.writing.when import default_round

    session: Session = context.obj
    draft = open_draft(session, workspace, language)
    config, day = draft.workspace.config, today(as_of)
    chosen = round_ or default_round(config, day)
    of = year_of_round(draft.workspace, chosen, year, asked=round_ is not None)
    words = [theme_of(config, word, of).slug for word in themes or []]
    slugs = [draft.workspace.find_theme(word, of) for word in words] or list(draft.workspace.plans(of))
    done = write_reports(draft, of, chosen, list(dict.fromkeys(slugs)), day)
    save(draft, no_color=no_color, show=False)
    texts = session.texts(config.labels)
    for one in done:
        say(_line(one, draft.show_path(draft.path(one.name)), texts))


def _line(one: "Written", path: str, texts: "Texts") -> str:
    if one.new:
        line = texts.count("new.report", len(one.added), path=path)
    else:
        line = completed(path, one.added, texts)
    if one.without_id:
        line += "\n  " + texts.count("new.without_id", one.without_id)
    return line
