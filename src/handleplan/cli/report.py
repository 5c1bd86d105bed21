"""``handleplan report``: a paper, or a picture alone."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, today

if TYPE_CHECKING:
    from handleplan.cli.report_material import Wish
    from handleplan.locale import Texts
    from handleplan.workspace import Workspace

Kind: TypeAlias = Literal["plan", "status", "overview", "onepage", "minutes", "wheel", "timeline"]


def report(
    context: typer.Context,
    workspace: options.Workspace = None,
    kind: Annotated[
        Kind, typer.Option("--kind", help="The paper; wheel and timeline are pictures.")
    ] = "plan",
    themes: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="A theme, repeatable. [default: the whole handleplan]"),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="The year. [default: this one, else the latest before it]")
    ] = None,
    round_: Annotated[
        str | None,
        typer.Option(
            "--round", metavar="YYYY-MM", help="The round of a status report. [default: the latest]"
        ),
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            "--meeting", metavar="MEETING", help="The meeting of minutes. [default: the latest held]"
        ),
    ] = None,
    as_of: options.AsOf = None,
    output_format: Annotated[
        Literal["markdown", "html", "json", "pdf", "docx", "svg", "png"] | None,
        typer.Option(
            "--format", help="The format. [default: what --output ends in, else markdown, of a picture svg]"
        ),
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
    """Print a paper: a plan or the whole handleplan, a status report, an overview, one page, minutes; or draw a picture.

    On a terminal Markdown is shown rendered; piped, or with --output, it is the text itself.

    With --changed-since it is a paper for each plan that has changed, as HTML unless --format says otherwise.
    """
    from handleplan.cli import output
    from handleplan.cli.report_material import PICTURES, Wish, refuse_what_does_not_fit

    if changed_since is not None and (destination is None or themes or kind != "plan"):
        raise typer.BadParameter(
            "--changed-since prints plans, needs --output FOLDER, and chooses the themes itself"
        )
    session: Session = context.obj
    wish = Wish(kind, tuple(themes or ()), year, round_, meeting, as_of, today(as_of))
    refuse_what_does_not_fit(wish, output_format)
    if output_format is not None and destination is not None and changed_since is None:
        _refuse_other_ending(destination, output_format)
    opened = session.open_workspace(workspace, language)
    texts = session.texts(opened.config.labels)
    if changed_since is not None and destination is not None:
        format_name = output_format or "html"
        _save_changed(
            opened, texts, wish, changed_since, destination, format_name, force=force, open_it=open_it
        )
        return
    chosen = output_format or _format_of(destination, kind, open_it=open_it)
    if destination is None and not open_it and output.is_terminal(sys.stdout):
        _refuse_bytes(chosen)
    content = (
        _picture(opened, texts, wish, chosen) if kind in PICTURES else _paper(opened, texts, wish, chosen)
    )
    if open_it and destination is None:
        destination = output.temporary_path(f".{chosen}")
    if destination is not None:
        _save(destination, content, texts, force=force, open_it=open_it)
    elif isinstance(content, bytes):
        output.write_bytes(content)
    elif chosen == "markdown" and output.is_terminal(sys.stdout):
        output.show_markdown(content, colour=output.colour(refused=no_color))
    else:
        output.write(content)


def _save_changed(
    opened: "Workspace",
    texts: "Texts",
    wish: "Wish",
    revision: str,
    folder: Path,
    format_name: str,
    *,
    force: bool,
    open_it: bool,
) -> None:
    """Write a paper for each plan that has changed since a revision into a folder, which is made if need be."""
    from handleplan.cli import output
    from handleplan.history import changed_plans, history_of
    from handleplan.report.formats import FORMATS

    changed = changed_plans(history_of(str(opened.root), revision, opened.places), opened.places)
    papers = {}
    for year in sorted(changed if wish.year is None else changed.keys() & {wish.year}):
        for theme in changed[year]:
            path = folder / f"{year}-{theme}{FORMATS[format_name].suffixes[0]}"
            papers[path] = _paper(opened, texts, wish._replace(themes=(theme,), year=year), format_name)
    if not papers:
        output.note(texts.message("report.nothing-changed", revision=revision))
        return
    output.make_folder(folder)
    for path, content in papers.items():
        _save(path, content, texts, force=force, open_it=open_it)


def _save(path: Path, content: str | bytes, texts: "Texts", *, force: bool, open_it: bool) -> None:
    from handleplan.cli import output

    output.write_file(path, content, force=force)
    output.note(texts.message("report.written", path=path.as_posix()))
    if open_it:
        output.open_file(path)


def _refuse_bytes(format_name: str) -> None:
    """Refuse to show on a terminal what only programs can read.

    Raises:
        BadParameter: the format is such a one.
    """
    from handleplan.report.formats import FORMATS

    if format_name == "png" or (format_name in FORMATS and FORMATS[format_name].binary):
        raise typer.BadParameter(
            f"--format {format_name} is not for a terminal; add --output PATH, or --open"
        )


def _paper(opened: "Workspace", texts: "Texts", wish: "Wish", format_name: str) -> str | bytes:
    from handleplan.cli.report_material import material_for
    from handleplan.report.formats import render
    from handleplan.report.kinds import build_paper

    material = material_for(opened, texts, wish)
    meetings = opened.named_meetings(material.year) if wish.kind == "minutes" else None
    paper = build_paper(wish.kind, material, round_=wish.round, meeting=wish.meeting, meetings=meetings)
    return render(paper, format_name, texts, opened.own_templates)


def _picture(opened: "Workspace", texts: "Texts", wish: "Wish", format_name: str) -> bytes:
    from handleplan.cli.report_material import material_for
    from handleplan.report.kinds import build_picture
    from handleplan.report.slides import render_picture

    picture = build_picture(wish.kind, material_for(opened, texts, wish))
    organisation = opened.config.organisation
    return render_picture(picture, format_name, organisation.colour if organisation else None)


def _refuse_other_ending(path: Path, format_name: str) -> None:
    """Refuse a file whose name says that it is of another format than it would be; a name may say nothing.

    Raises:
        BadParameter: it ends like files of another format.
    """
    told = next((name for name, suffixes in _suffixes().items() if path.suffix.casefold() in suffixes), None)
    if told is not None and told != format_name:
        raise typer.BadParameter(
            f"--format {format_name} does not go with --output {path.as_posix()}, whose ending means {told}"
        )


def _suffixes() -> "dict[str, tuple[str, ...]]":
    """Return the endings of every format's files."""
    from handleplan.report.formats import FORMATS
    from handleplan.report.slides import SLIDE_FORMATS

    return {**{name: one.suffixes for name, one in FORMATS.items()}, **SLIDE_FORMATS}


def _format_of(path: Path | None, kind: str, *, open_it: bool) -> str:
    """Return the format that the name of a file tells, else the usual one of the kind.

    Raises:
        Failure: the name tells none that the kind has.
    """
    from handleplan.cli.report_material import PICTURES
    from handleplan.failure import Failure
    from handleplan.report.formats import FORMATS
    from handleplan.report.slides import SLIDE_FORMATS

    picture = kind in PICTURES
    if path is None:
        return "svg" if picture else "html" if open_it else "markdown"
    known = SLIDE_FORMATS if picture else {name: one.suffixes for name, one in FORMATS.items()}
    suffix = path.suffix.casefold()
    for name, suffixes in known.items():
        if suffix in suffixes:
            return name
    raise Failure("output-format", path=path, expected=[suffixes[0] for suffixes in known.values()])
