"""``handleplan rules``: the list of the rules, and one rule explained."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from handleplan.cli import options
from handleplan.formats import rules as formats

if TYPE_CHECKING:
    from handleplan.catalogue import Entry
    from handleplan.cli.session import Session


def rules(
    context: typer.Context,
    rule: Annotated[
        str | None,
        typer.Argument(metavar="[RULE]", help="A code, a name or a family such as HP2. [default: all rules]"),
    ] = None,
    workspace: options.Workspace = None,
    output_format: Annotated[formats.Name, typer.Option("--format", help="The output.")] = "text",
    language: options.Language = None,
    *,
    no_color: options.NoColor = False,
) -> None:
    """List the rules, or explain one: why it exists, what is wrong and what is right, how to turn it off."""
    from handleplan.cli import output

    session: Session = context.obj
    _, texts = session.look_for_workspace(workspace, language)
    entries, alone = _entries(rule)
    if output_format == "text" and output.is_terminal(sys.stdout):
        from handleplan.formats import rules_rich

        shown = rules_rich.render_rule(entries[0], texts) if alone else rules_rich.render_list(entries, texts)
        output.show(shown, colour=output.colour(refused=no_color))
        return
    page = formats.Shown(entries, alone, texts, output.width(sys.stdout))
    output.write(formats.FORMATS[output_format](page))


def _entries(word: str | None) -> "tuple[tuple[Entry, ...], bool]":
    """Return the rules a word means, and whether it means one alone and no family."""
    from handleplan import catalogue
    from handleplan.failure import Failure
    from handleplan.rule import nearest_rule

    entries = catalogue.entries(word)
    if not entries:
        raise Failure("unknown-rule", rule=word, nearest=nearest_rule(word or ""))
    return entries, word is not None and word.upper() != entries[0].rule.family
