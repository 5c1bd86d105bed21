"""The typer application and its commands."""

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from handleplan.cli import options

if TYPE_CHECKING:
    from handleplan.cli.session import Session

# In the order of the help. Each is a function of its name, or an application, in the module of its name beside this one.
COMMANDS = (
    "lint", "fix", "rules", "status", "report", "papers", "calendar", "new", "set", "add", "init", "schema",
)  # fmt: skip


class Commands(TyperGroup):
    """The commands, each loaded when it is asked for: a start pays for one of them, and for none with ``--version``."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # only the names are looked at, for “did you mean”

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # noqa: ARG002 - as typer calls it
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]  # noqa: ARG002 - as typer calls it
        """Load a command; None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        found = getattr(import_module(f"handleplan.cli.{cmd_name}"), cmd_name)
        if isinstance(found, typer.Typer):
            return typer.main.get_command(found)
        alone = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        alone.command(cmd_name)(found)
        return typer.main.get_command(alone)


# Without markup typer prints help itself and leaves rich alone; errors are printed by handleplan.cli.main.
app = typer.Typer(
    cls=Commands,
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
