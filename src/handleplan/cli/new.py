"""``handleplan new``: a year, a round of status reports, a meeting, out of what is there."""

import typer

from handleplan.cli.new_meeting import meeting
from handleplan.cli.new_status import status
from handleplan.cli.new_year import year

new = typer.Typer(
    help="Write a new year, a round of status reports or a meeting, out of what is there; never overwrite.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
new.command()(year)
new.command()(status)
new.command()(meeting)
