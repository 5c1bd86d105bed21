"""What the commands that write share: the draft they begin with, the check it must pass, and what is shown of it."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from handleplan.cli.session import Session, here
from handleplan.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handleplan.locale import Language, Texts
    from handleplan.model.config import Config, Theme
    from handleplan.model.plan import Plan
    from handleplan.workspace import Workspace
    from handleplan.writing.draft import Draft, Pending


def open_draft(session: Session, folder: Path | None, language: "Language | None") -> "Draft":
    """Find the workspace and begin changes to it; its files are written in its own language.

    Raises:
        Failure: there is no workspace.
        BrokenFilesError: handleplan.yaml has errors.
    """
    from handleplan.locale import Texts

    workspace = session.open_workspace(folder, language)
    return draft_of(
        workspace,
        Texts(workspace.config.language, workspace.config.labels),
        session.texts(workspace.config.labels),
    )


def draft_of(workspace: "Workspace", texts: "Texts", said: "Texts") -> "Draft":
    """Begin changes to a workspace."""
    from handleplan.selection import shown_path
    from handleplan.writing.draft import Draft

    start = here()
    return Draft(workspace, texts=texts, said=said, show_path=lambda path: shown_path(path, start))


def save(draft: "Draft", *, no_color: bool, show: bool = True, beside: "Sequence[Pending]" = ()) -> None:
    """Write what a draft holds, if lint has nothing against it, and show what has changed in files that were there.

    Args:
        draft: the changes.
        no_color: whether colours are refused.
        show: whether changes to files that were there are shown.
        beside: other files that are written with them.

    Raises:
        Failure: lint would refuse it, or it cannot be written.
    """
    from handleplan.cli import output
    from handleplan.cli.files import write_files
    from handleplan.formats import fixes_text
    from handleplan.source.encoding import shown_text

    draft.refuse_errors()
    write_files((*draft.pending, *beside))
    colour = output.colour(refused=no_color)
    for file in draft.pending if show else ():
        if file.before is not None:
            path = draft.show_path(file.path)
            before, after = shown_text(file.before), shown_text(file.after)
            for line in fixes_text.render_diff(path, before, after, colour=colour):
                output.write(line)


def say(message: str) -> None:
    """Say on standard output what has been done, line by line."""
    from handleplan.cli import output
    from handleplan.formats.terminal import wrap

    columns = min(output.width(sys.stdout), output.PLAIN_WIDTH)
    for line in message.split("\n"):
        indent = line[: len(line) - len(line.lstrip(" "))]
        for part in wrap(line.strip(), columns - len(indent)):
            output.write(f"{indent}{part}\n")


def completed(path: str, added: "Sequence[str]", texts: "Texts") -> str:
    """Return what has been added to a file that was there already, or that nothing was missing in it."""
    if added:
        return texts.message("new.completed", path=path, added=", ".join(added))
    return texts.message("new.complete", path=path)


def theme_of(config: "Config", word: str, year: int) -> "Theme":
    """Return a year's theme by what people call it.

    Raises:
        Failure: no theme, or more than one, is called that.
    """
    from handleplan.themes import find_theme, unknown_theme

    themes = config.themes_of(year)
    theme = find_theme(word, themes)
    if theme is None:
        raise unknown_theme(word, [one.slug for one in themes])
    return theme


def year_of_round(workspace: "Workspace", text: str, year: int | None, *, asked: bool = True) -> int:
    """Return the year a round belongs to; one that nobody ``asked`` for, but the calendar suggests, may not fit.

    Raises:
        Failure: it is no round, or not one of the given year, or the year has no plans.
        BrokenFilesError: a plan that has to be read has errors.
    """
    from handleplan.writing.when import round_year

    def is_closed(of: int) -> bool:
        return all(plan.stages.reached() == "closed" for plan in workspace.plans(of).values())

    planned = workspace.years()
    try:
        return round_year(text, planned, year, is_closed)
    except Failure:
        if asked or not planned:
            raise
        raise Failure("round-needed", example=f"{year or planned[-1]}-06") from None


def plans_of(workspace: "Workspace", word: str, year: int | None, day: date) -> "tuple[str, dict[int, Plan]]":
    """Return the slug of the theme that a word names, and its plans by year; only the given year's where one is given.

    Raises:
        Failure: there is no such theme or plan.
        BrokenFilesError: a plan has errors.
    """
    planned = workspace.years()
    if not planned:
        raise Failure("no-plans", path=workspace.root)
    if year is not None and year not in planned:
        raise Failure("no-plans-in-year", year=year, expected=planned)
    near = [one for one in planned if abs(one - day.year) <= 1] or [max(planned)]
    years = [year] if year is not None else near
    slug = theme_of(workspace.config, word, years[-1]).slug
    plans = {one: found[slug] for one in years if slug in (found := workspace.plans(one, (slug,)))}
    if not plans:
        workspace.find_theme(slug, years[-1])
    return slug, plans
