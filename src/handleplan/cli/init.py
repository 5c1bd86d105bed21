"""``handleplan init``: a new workspace for an office."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, here, today
from handleplan.cli.writing import draft_of, save, say

if TYPE_CHECKING:
    from handleplan.locale import Texts
    from handleplan.writing.beginning import Beginning
    from handleplan.writing.draft import Pending


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where the plans are to be.")] = Path(
        "plans"
    ),
    name: Annotated[str | None, typer.Option("--name", help="The office's name.")] = None,
    parties: Annotated[
        list[str] | None,
        typer.Option("--party", metavar="ID=NAME", help="A party, repeatable; the office itself first."),
    ] = None,
    themes: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="NAME", help="A theme, repeatable, in the papers' order."),
    ] = None,
    first_year: Annotated[
        int | None, typer.Option("--first-year", help="The agreement's first year. [default: this one]")
    ] = None,
    last_year: Annotated[
        int | None, typer.Option("--last-year", help="Its last year. [default: three years later]")
    ] = None,
    as_of: options.AsOf = None,
    language: options.Language = None,
    *,
    templates: Annotated[
        bool,
        typer.Option("--templates", help="Copy the papers' templates; in a workspace that is all it does."),
    ] = False,
) -> None:
    """Make a workspace for an office: its file, and a first year to write on from.

    What is not given as an option is asked for on a terminal. A folder with something in it is left alone.
    """
    from handleplan.workspace import Workspace
    from handleplan.writing.beginning import write_workspace

    session: Session = context.obj
    session.ask_language(language)
    texts = session.texts()
    there = _workspace_there(folder, session.folder) if templates else None
    if there is not None:
        _copy_templates(there, session.look_for_workspace(there, language)[1])
        return
    root = _new_folder(folder)
    asked = _ask(name, parties, themes, (first_year, last_year), today(as_of).year, texts)
    draft = draft_of(Workspace(root), texts, texts)
    names = write_workspace(draft, asked)
    editor = _editor(root, texts)
    save(draft, no_color=True, beside=editor)
    say(texts.message("init.done", path=draft.show_path(str(root))))
    for path in (*map(draft.path, names), *(file.path for file in editor)):
        say(f"  {draft.show_path(path)}")
    if templates:
        _copy_templates(root, texts)
    say(texts.message("init.next"))


def _workspace_there(folder: Path, given: Path | None) -> Path | None:
    """Return the workspace that templates are wanted for, if there is one: the given, in the folder, or around this one.

    Raises:
        Failure: there is none in the given folder.
    """
    from handleplan.layout import CONFIG_NAME
    from handleplan.workspace import find_root, resolved, root_of

    if given is not None:
        return root_of(here(), given)
    root = resolved(here() / folder)
    return root if (root / CONFIG_NAME).is_file() else find_root(resolved(here()))


def _copy_templates(root: Path, texts: "Texts") -> None:
    """Copy the shipped templates into a workspace, and say which, and which of its own stay."""
    from handleplan.cli.templates import copy_templates
    from handleplan.selection import shown_path

    copied = copy_templates(root)
    for word, paths in (("init.templates", copied.written), ("init.templates-kept", copied.kept)):
        if paths:
            say(texts.message(word))
        for path in paths:
            say(f"  {shown_path(str(path), here())}")


def _editor(root: Path, texts: "Texts") -> "list[Pending]":
    """Return the files that set up Visual Studio Code for a workspace.

    Raises:
        Failure: one that is there cannot be read or is not understood.
    """
    from handleplan.editor.setup import plan_setup
    from handleplan.writing.draft import Pending

    return [
        Pending(str(one.path), one.path.read_bytes() if one.path.exists() else None, one.text.encode())
        for one in plan_setup(root, texts).changes
    ]


def _new_folder(folder: Path) -> Path:
    """Return the folder of the new workspace.

    Raises:
        Failure: it is no folder, has something in it, or lies in a workspace.
    """
    from handleplan.failure import Failure
    from handleplan.workspace import find_root, resolved

    root = resolved(here() / folder)
    if root.exists() and not root.is_dir():
        raise Failure("init-no-folder", path=folder)
    if root.is_dir() and any(not one.name.startswith(".") for one in root.iterdir()):
        raise Failure("init-not-empty", path=folder)
    around = find_root(root)
    if around is not None and root.is_relative_to(around):
        raise Failure("init-inside", path=folder, root=around)
    return root


def _ask(
    name: str | None,
    parties: list[str] | None,
    themes: list[str] | None,
    years: tuple[int | None, int | None],
    this_year: int,
    texts: "Texts",
) -> "Beginning":
    """Return what a workspace begins with, asking for what is missing.

    Raises:
        Failure: something is missing and nobody can be asked, or the years are no years.
    """
    from handleplan.cli import output
    from handleplan.failure import Failure
    from handleplan.model.dates import FIRST_YEAR, LAST_YEAR
    from handleplan.writing.beginning import Beginning, read_party

    asks = output.is_terminal(sys.stdin) and output.is_terminal(sys.stdout)
    name = _one_line(name or "")
    parties, themes = _clean(parties or ()), _clean(themes or ())
    if not asks and not (name and parties and themes):
        raise Failure("init-needs")
    name = name or _one_line(typer.prompt(texts.message("ask.name")))
    parties = parties or _clean(typer.prompt(texts.message("ask.parties")).split(","))
    themes = themes or _clean(typer.prompt(texts.message("ask.themes")).split(","))
    read = tuple(map(read_party, parties))
    if not (name and read and themes) or not all(party.id for party in read):
        raise Failure("init-needs")
    first, last = years
    if first is None:
        first = (
            typer.prompt(texts.message("ask.first_year"), default=this_year, type=int) if asks else this_year
        )
    if last is None:
        last = (
            typer.prompt(texts.message("ask.last_year"), default=first + 3, type=int) if asks else first + 3
        )
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise Failure("init-years", first=first, last=last)
    return Beginning(name, read, tuple(themes), first, last)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _clean(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(_one_line(word) for word in words if word.strip()))
