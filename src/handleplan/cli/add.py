"""``handleplan add``: one entry into a plan."""

from typing import TYPE_CHECKING, Annotated

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, today
from handleplan.cli.writing import open_draft, plans_of, save, say

if TYPE_CHECKING:
    from handleplan.problem import Data


def add(
    context: typer.Context,
    theme: Annotated[str, typer.Argument(metavar="THEME", help="The theme.")],
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help="goal, core-activity, focus-area, activity, action or annex."),
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What it says; of a focus area, its title.")],
    workspace: options.Workspace = None,
    area: Annotated[
        str | None, typer.Option("--area", metavar="AREA", help="The focus area of an activity: id or title.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="A title above the text.")] = None,
    objective: Annotated[
        str | None, typer.Option("--objective", metavar="TEXT", help="What a focus area is to reach.")
    ] = None,
    quarters: Annotated[
        str | None, typer.Option("--quarters", metavar="Q1-Q4", help="When: Q2, Q1-Q3, or Q1, Q3.")
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="Who sees to it: a party or a person of handleplan.yaml.")
    ] = None,
    partners: Annotated[
        list[str] | None, typer.Option("--partner", metavar="TEXT", help="Who is part of it, repeatable.")
    ] = None,
    goals: Annotated[
        list[str] | None, typer.Option("--goal", metavar="ID", help="A goal it serves, repeatable.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark.")] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="The plan year. [default: the one that is not agreed yet]")
    ] = None,
    as_of: options.AsOf = None,
    language: options.Language = None,
    *,
    no_color: options.NoColor = False,
) -> None:
    """Add an entry to a plan, with an id of its own, and show the change.

    Status reports that would have to tell of it get it as planned. Nothing is written that lint would refuse.
    """
    from handleplan.writing.entries import Entry, add_entry, plan_in_reports, read_kind
    from handleplan.writing.when import year_to_write

    session: Session = context.obj
    found = read_kind(kind)
    draft = open_draft(session, workspace, language)
    slug, plans = plans_of(draft.workspace, theme, year, today(as_of))
    of = year if year is not None else year_to_write(plans, today(as_of))
    values: dict[str, Data] = {
        "title": title or "", "objective": objective or "", "quarters": quarters or "", "owner": owner or "",
        "partners": partners or [], "goals": goals or [], "note": note or "",
    }  # fmt: skip
    id_ = add_entry(draft, f"{of}/{slug}.yaml", Entry(found, text, values, area))
    plan_in_reports(draft, slug, of, id_)
    save(draft, no_color=no_color)
    texts = session.texts(draft.workspace.config.labels)
    say(texts.message("add.done", id=f"{slug}.{id_}", year=of))
    if plans[of].stages.reached() in ("agreed", "closed"):
        say(texts.message("add.agreed", year=of))
