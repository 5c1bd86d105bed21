"""``handleplan new year``: next year's folder out of this one."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, today
from handleplan.cli.writing import open_draft, save, say

if TYPE_CHECKING:
    from handleplan.locale import Texts
    from handleplan.writing.years import Question


def year(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="YEAR", help="The year to begin.")],
    workspace: options.Workspace = None,
    as_of: options.AsOf = None,
    language: options.Language = None,
    *,
    yes: Annotated[
        bool, typer.Option("--yes", help="Take over everything that is unfinished, without asking.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")
    ] = False,
    no_color: options.NoColor = False,
) -> None:
    """Begin a year: cover, standing sections, goals and all unfinished activities of the year before it.

    On a terminal it asks about each activity. Run again later, it adds what has come since.
    """
    from handleplan.cli import output
    from handleplan.formats import new_year_text
    from handleplan.writing.years import write_year

    session: Session = context.obj
    draft = open_draft(session, workspace, language)
    texts = session.texts(draft.workspace.config.labels)
    asks = not yes and not dry_run and output.is_terminal(sys.stdin) and output.is_terminal(sys.stdout)
    done = write_year(draft, number, today(as_of), _asking(texts) if asks else lambda _: True)
    if dry_run:
        draft.refuse_errors()
    else:
        save(draft, no_color=no_color)
    root = draft.show_path(str(draft.workspace.root))
    for line in new_year_text.render(done, texts, root=root, dry_run=dry_run):
        say(line)


def _asking(texts: "Texts") -> "Callable[[Question], bool]":
    from handleplan.formats.terminal import neutralise

    yes, no = texts.message("ask.yes"), texts.message("ask.no")
    theme = ""

    def ask(question: "Question") -> bool:
        nonlocal theme
        if question.theme != theme:
            theme = question.theme
            say(f"\n{theme}")
        label = texts.label(question.status or "not_reported")
        placed = question.placed
        shown = neutralise(f"  {placed.entry.id or '–'} · {' '.join(placed.text.split())} ({label})")
        while True:
            answer = typer.prompt(
                f"{shown}\n  {texts.message('ask.take_over')}", default=yes[0], show_default=False
            )
            for word, meaning in ((yes, True), (no, False), ("yes", True), ("no", False)):
                if answer.strip() and word.startswith(answer.strip().casefold()):
                    return meaning
            say(f"  {texts.message('ask.again')}")

    return ask
