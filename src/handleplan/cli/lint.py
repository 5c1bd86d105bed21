"""``handleplan lint``: check the files of workspaces."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handleplan.cli import options
from handleplan.formats.findings import Name

if TYPE_CHECKING:
    from handleplan.cli.session import Session
    from handleplan.diagnostic import Diagnostic
    from handleplan.problem import Severity


def lint(
    context: typer.Context,
    paths: options.Paths = None,
    workspace: options.Workspace = None,
    output_format: Annotated[
        Name | None,
        typer.Option("--format", help="The format. [default: what --output ends in, else text]"),
    ] = None,
    destination: Annotated[
        Path | None,
        typer.Option("--output", metavar="PATH", help="Write the format to this file, and print the text."),
    ] = None,
    language: options.Language = None,
    changed_since: options.ChangedSince = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Print only what makes the run fail, and no summary.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print how often which rule was broken, too.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Let --output replace a file that lint did not write.")
    ] = False,
    no_color: options.NoColor = False,
) -> int:
    """Check the files of the workspace, or the given ones; never change them.

    With --changed-since all files are checked, and what is reported is what the change has touched or brought about.

    Exits with 1 when something must be fixed.
    """
    from handleplan.cli import output
    from handleplan.cli.findings import settle, show
    from handleplan.cli.progress import Progress
    from handleplan.cli.session import here
    from handleplan.selection import select

    session: Session = context.obj
    session.folder = workspace or session.folder
    session.ask_language(language)
    colour = output.colour(refused=no_color)
    printing = settle(
        output_format, destination, force=force, quiet=quiet, statistics=statistics, colour=colour
    )
    findings: list[Diagnostic] = []
    files = 0
    selections = select(paths or [], session.folder, here(), session.settle_language, changed_since)
    for selection in selections:
        if selection.news:
            then = selection.news.history
            values = {"revision": then.revision, "commit": then.commit[:8]}
            said = [session.texts().count("lint.compared", len(then.touched), **values)]
            if then.deleted:
                said.append(session.texts().count("lint.deleted", len(then.deleted)))
            output.note(" ".join(said))
    with Progress(sys.stderr, sum(len(selection.places) for selection in selections)) as progress:
        for checked in (checked for selection in selections for checked in selection.check()):
            files += 1
            progress.show(files)
            findings.extend(checked.diagnostics)
    failing: tuple[Severity, ...] = ("error", "warning") if strict else ("error",)
    show(findings, files, session.texts(selections[0].linter.texts.labels), printing, failing)
    return int(any(finding.severity in failing for finding in findings))
