"""The options that several commands share, each written once."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from handleplan import locale
from handleplan.cli.session import read_date_option, read_language_option

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="Files and folders. [default: the whole workspace]"),
]
Workspace = Annotated[
    Path | None,
    typer.Option(
        "-C",
        "--workspace",
        metavar="PATH",
        help="The folder of handleplan.yaml, or the one above it. [default: the nearest one upwards]",
    ),
]
Language = Annotated[
    locale.Language | None,
    typer.Option(
        "--language",
        metavar="da|en",
        parser=read_language_option,
        help="The language of the output. [default: the workspace's own]",
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", metavar="DATE", parser=read_date_option, help="Take this date for today."),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="REV",
        help="Only what has changed since the branch left this revision of git, for example origin/main.",
    ),
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours, also on a terminal.")]
Round = Annotated[
    str | None,
    typer.Option(
        "--round",
        metavar="YYYY-MM",
        help="The round. [default: the one for the next meeting, else this month's]",
    ),
]
RoundYear = Annotated[
    int | None,
    typer.Option("--year", help="The plan year, where a round in January might mean two."),
]
