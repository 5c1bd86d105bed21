"""``handleplan fix``: mend what can be mended without asking."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handleplan.cli import options

if TYPE_CHECKING:
    from handleplan.cli.session import Session
    from handleplan.fixer import Fixed
    from handleplan.linter import Linter
    from handleplan.locale import Texts


def fix(
    context: typer.Context,
    paths: options.Paths = None,
    workspace: options.Workspace = None,
    language: options.Language = None,
    *,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Apply good guesses too; look at them first.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show the changes, and write nothing.")] = False,
    no_color: options.NoColor = False,
) -> int:
    """Mend what can safely be mended; comments and everything else stay as they are.

    Exits with 1 when something that must be fixed is left, or would be changed with --diff.
    """
    from handleplan.cli import output
    from handleplan.cli.session import here
    from handleplan.fixer import fix_files
    from handleplan.selection import select

    session: Session = context.obj
    session.folder = workspace or session.folder
    session.ask_language(language)
    colour = output.colour(refused=no_color)
    selections = select(paths or [], session.folder, here(), session.settle_language)
    done = [
        (selection.linter, fixed)
        for selection in selections
        for fixed in fix_files(selection.linter, selection.places, unsafe=unsafe)
    ]
    changed = [(linter, fixed) for linter, fixed in done if fixed.after != fixed.before]
    for linter, fixed in changed:
        if not diff:
            output.update_file(Path(fixed.place.path), fixed.before, fixed.after)
        for text in _shown(linter, fixed, diff=diff, colour=colour):
            output.write(text)
    texts = session.texts(selections[0].linter.texts.labels)
    summary = _summary([fixed for _, fixed in done], texts, written=not diff)
    if diff:
        # What stands on standard output is the diff alone, so that another program may read it.
        for line in summary.splitlines():
            output.note(line)
    else:
        output.write(summary)
    must = any(severity == "error" for _, fixed in done for _, severity in fixed.left.problems)
    return int(must or (diff and bool(changed)))


def _shown(linter: "Linter", fixed: "Fixed", *, diff: bool, colour: bool) -> "list[str]":
    from handleplan.cli import output
    from handleplan.diagnostic import diagnose
    from handleplan.formats import fixes_text
    from handleplan.source.encoding import shown_text

    path = linter.show_path(fixed.place.path)
    if diff:
        before, after = shown_text(fixed.before), shown_text(fixed.after)
        return list(fixes_text.render_diff(path, before, after, colour=colour))
    found = [diagnose(one.problem, one.source, path, one.severity, linter.texts) for one in fixed.mended]
    return list(fixes_text.render_mended(found, linter.texts, width=output.width(sys.stdout), colour=colour))


def _summary(done: "list[Fixed]", texts: "Texts", *, written: bool) -> str:
    from handleplan.formats import fixes_text

    left = [one.problem for fixed in done for one in fixed.left.problems if one.severity != "advice"]
    guesses = sum(1 for problem in left if problem.fix and not problem.fix.safe)
    return fixes_text.render_summary(
        sum(len(fixed.mended) for fixed in done),
        sum(1 for fixed in done if fixed.after != fixed.before),
        fixes_text.Left(len(left), guesses),
        texts,
        written=written,
    )
