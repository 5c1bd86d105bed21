"""The typer application and its commands."""

from typing import TYPE_CHECKING, Annotated

import typer

from handleplan.cli import options
from handleplan.cli.add import add
from handleplan.cli.fix import fix
from handleplan.cli.init import init
from handleplan.cli.lint import lint
from handleplan.cli.new import new
from handleplan.cli.report import report
from handleplan.cli.set import set_fact
from handleplan.cli.status import status

if TYPE_CHECKING:
    from handleplan.cli.session import Session

# Without markup typer prints help itself and leaves rich alone; errors are printed by handleplan.cli.main.
app = typer.Typer(
    help="Lint, follow and print public-sector action plans kept as plain text.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(*, wanted: bool) -> None:
    if wanted:
        from handleplan import __version__

        typer.echo(f"handleplan {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    workspace: options.Workspace = None,
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Show the version and exit.",
            callback=lambda wanted: _print_version(wanted=wanted),
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Lint, follow and print public-sector action plans kept as plain text."""
    session: Session = context.obj
    session.folder = workspace
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


app.command()(lint)
app.command()(fix)
app.command()(status)
app.command()(report)
app.add_typer(new, name="new")
app.command("set")(set_fact)
app.command()(add)
app.command()(init)
