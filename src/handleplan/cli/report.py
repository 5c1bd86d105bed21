"""``handleplan report``: a paper."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, today

if TYPE_CHECKING:
    from handleplan.locale import Texts
    from handleplan.report.view import Paper
    from handleplan.workspace import Workspace


def report(
    context: typer.Context,
    workspace: options.Workspace = None,
    themes: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="A theme, repeatable. [default: the whole handleplan]"),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="The year. [default: this one, else the latest before it]")
    ] = None,
    as_of: options.AsOf = None,
    output_format: Annotated[
        Literal["markdown", "html", "json"] | None,
        typer.Option("--format", help="The format. [default: what --output ends in, else markdown]"),
    ] = None,
    destination: Annotated[
        Path | None, typer.Option("--output", metavar="PATH", help="Write to this file.")
    ] = None,
    language: options.Language = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Let --output replace a file.")] = False,
    open_it: Annotated[
        bool, typer.Option("--open", help="Open the paper, as HTML in a temporary file without --output.")
    ] = False,
    no_color: options.NoColor = False,
) -> None:
    """Print a paper: one theme's plan, several, or the whole handleplan.

    On a terminal Markdown is shown rendered; piped, or with --output, it is the text itself.
    """
    from handleplan.cli import output
    from handleplan.report.formats import render

    session: Session = context.obj
    opened = session.open_workspace(workspace, language)
    texts = session.texts(opened.config.labels)
    chosen = output_format or _format_of(destination, default="html" if open_it else "markdown")
    paper = _paper(opened, texts, themes or [], year, as_of=as_of, day=today(as_of))
    text = render(paper, chosen, texts, opened.own_templates)
    if open_it and destination is None:
        destination = output.temporary_path(f".{chosen}")
    if destination is not None:
        output.write_file(destination, text, force=force)
        output.note(texts.message("report.written", path=destination.as_posix()))
        if open_it:
            output.open_file(destination)
    elif chosen == "markdown" and output.is_terminal(sys.stdout):
        output.show_markdown(text, colour=output.colour(refused=no_color))
    else:
        output.write(text)


def _paper(
    workspace: "Workspace",
    texts: "Texts",
    words: list[str],
    year: int | None,
    *,
    as_of: date | None,
    day: date,
) -> "Paper":
    from handleplan.cycle import paper_year
    from handleplan.failure import Failure
    from handleplan.report.build import build_plan_paper

    planned = workspace.years()
    wanted = paper_year(planned, day) if year is None else year
    if wanted is None:
        raise Failure("no-plans", path=workspace.root)
    if wanted not in planned:
        raise Failure("no-plans-in-year", year=wanted, expected=planned)
    chosen = tuple(dict.fromkeys(workspace.find_theme(word, wanted) for word in words))
    return build_plan_paper(
        workspace.config,
        workspace.plans(wanted, chosen),
        year=wanted,
        texts=texts,
        index=workspace.index(wanted),
        chosen=chosen,
        as_of=as_of,
    )


def _format_of(path: Path | None, *, default: str) -> str:
    from handleplan.failure import Failure
    from handleplan.report.formats import FORMATS

    if path is None:
        return default
    suffix = path.suffix.casefold()
    for name, one in FORMATS.items():
        if suffix in one.suffixes:
            return name
    raise Failure("output-format", path=path, expected=[one.suffixes[0] for one in FORMATS.values()])
