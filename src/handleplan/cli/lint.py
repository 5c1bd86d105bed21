"""``handleplan lint``: check the files of workspaces."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from handleplan.cli import options

if TYPE_CHECKING:
    from handleplan.cli.session import Session
    from handleplan.diagnostic import Diagnostic


def lint(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Files and folders. [default: the whole workspace]"),
    ] = None,
    workspace: options.Workspace = None,
    output_format: Annotated[
        Literal["text", "json", "lines"], typer.Option("--format", help="The output.")
    ] = "text",
    language: options.Language = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
    no_color: options.NoColor = False,
) -> int:
    """Check the files of the workspace, or the given ones; never write.

    Exits with 1 when something must be fixed.
    """
    from handleplan.cli import output
    from handleplan.cli.progress import Progress
    from handleplan.cli.session import here
    from handleplan.selection import select

    session: Session = context.obj
    session.folder = workspace or session.folder
    session.ask_language(language)
    colour = output.colour(refused=no_color)
    findings: list[Diagnostic] = []
    files = 0
    selections = select(paths or [], session.folder, here(), session.settle_language)
    with Progress(sys.stderr, sum(len(selection.places) for selection in selections)) as progress:
        for checked in (checked for selection in selections for checked in selection.check()):
            files += 1
            progress.show(files)
            findings.extend(checked.diagnostics)
    if output_format == "json":
        from handleplan.formats import findings_json

        output.write(findings_json.render(findings, files))
    elif output_format == "lines":
        from handleplan.formats import findings_lines

        texts = session.texts(selections[0].linter.texts.labels)
        for text in findings_lines.render(findings, files, texts):
            output.write(text)
    else:
        from handleplan.formats import findings_text

        texts = session.texts(selections[0].linter.texts.labels)
        for text in findings_text.render(
            findings, files, texts, width=output.width(sys.stdout), colour=colour
        ):
            output.write(text)
    failing = {"error", "warning"} if strict else {"error"}
    return int(any(finding.severity in failing for finding in findings))
