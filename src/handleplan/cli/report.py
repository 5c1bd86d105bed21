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
        Path | None,
        typer.Option(
            "--output", metavar="PATH", help="Write to this file, with --changed-since to this folder."
        ),
    ] = None,
    language: options.Language = None,
    changed_since: options.ChangedSince = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Let --output replace a file.")] = False,
    open_it: Annotated[
        bool, typer.Option("--open", help="Open the paper, as HTML in a temporary file without --output.")
    ] = False,
    no_color: options.NoColor = False,
) -> None:
    """Print a paper: one theme's plan, several, or the whole handleplan.

    On a terminal Markdown is shown rendered; piped, or with --output, it is the text itself.

    With --changed-since it is a paper for each plan that has changed, as HTML unless --format says otherwise.
    """
    from handleplan.cli import output
    from handleplan.report.formats import render

    if changed_since is not None and (destination is None or themes):
        raise typer.BadParameter("--changed-since needs --output FOLDER, and chooses the themes itself")
    session: Session = context.obj
    opened = session.open_workspace(workspace, language)
    texts = session.texts(opened.config.labels)
    if changed_since is not None and destination is not None:
        _save_changed(
            opened,
            texts,
            changed_since,
            year,
            destination,
            output_format or "html",
            as_of=as_of,
            force=force,
            open_it=open_it,
        )
        return
    chosen = output_format or _format_of(destination, default="html" if open_it else "markdown")
    paper = _paper(opened, texts, themes or [], year, as_of=as_of, day=today(as_of))
    text = render(paper, chosen, texts, opened.own_templates)
    if open_it and destination is None:
        destination = output.temporary_path(f".{chosen}")
    if destination is not None:
        _save(destination, text, texts, force=force, open_it=open_it)
    elif chosen == "markdown" and output.is_terminal(sys.stdout):
        output.show_markdown(text, colour=output.colour(refused=no_color))
    else:
        output.write(text)


def _save_changed(
    workspace: "Workspace",
    texts: "Texts",
    revision: str,
    year: int | None,
    folder: Path,
    format_name: str,
    *,
    as_of: date | None,
    force: bool,
    open_it: bool,
) -> None:
    """Write a paper for each plan that has changed since a revision into a folder, which is made if need be."""
    from handleplan.cli import output
    from handleplan.history import changed_plans, history_of
    from handleplan.report.build import build_plan_paper
    from handleplan.report.formats import FORMATS, render

    changed = changed_plans(history_of(str(workspace.root), revision, workspace.places), workspace.places)
    papers = {}
    for one in sorted(changed if year is None else changed.keys() & {year}):
        index = workspace.index(one)
        plans = workspace.plans(one, changed[one])
        for theme in plans:
            paper = build_plan_paper(
                workspace.config, plans, year=one, texts=texts, index=index, chosen=(theme,), as_of=as_of
            )
            path = folder / f"{one}-{theme}{FORMATS[format_name].suffixes[0]}"
            papers[path] = render(paper, format_name, texts, workspace.own_templates)
    if not papers:
        output.note(texts.message("report.nothing-changed", revision=revision))
        return
    output.make_folder(folder)
    for path, text in papers.items():
        _save(path, text, texts, force=force, open_it=open_it)


def _save(path: Path, text: str, texts: "Texts", *, force: bool, open_it: bool) -> None:
    from handleplan.cli import output

    output.write_file(path, text, force=force)
    output.note(texts.message("report.written", path=path.as_posix()))
    if open_it:
        output.open_file(path)


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
