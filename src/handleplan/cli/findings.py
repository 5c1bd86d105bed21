"""Where the findings of a run go: to standard output, or in one format to a file while the text goes there."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from handleplan.formats.findings import FORMATS, Name, Run, format_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from handleplan.diagnostic import Diagnostic
    from handleplan.locale import Texts
    from handleplan.problem import Severity


class Printing(NamedTuple):
    """How findings are printed, as the options say it together."""

    output_format: Name
    destination: Path | None
    force: bool
    quiet: bool
    statistics: bool
    colour: bool


def settle(
    asked: Name | None, destination: Path | None, *, force: bool, quiet: bool, statistics: bool, colour: bool
) -> Printing:
    """Put the options together before anything is checked.

    Raises:
        typer.BadParameter: one of them would do nothing.
        Failure: the file's name does not tell its format.
    """
    from typer import BadParameter

    from handleplan.failure import Failure

    output_format = asked or ("text" if destination is None else format_of(destination.name))
    if output_format is None:
        expected = [one.suffixes[0] for one in FORMATS.values() if one.suffixes]
        raise Failure("output-format", path=destination, expected=expected)
    if force and destination is None:
        raise BadParameter("--force does nothing without --output")
    if output_format != "text" and destination is None and (quiet or statistics):
        name = "--quiet" if quiet else "--statistics"
        raise BadParameter(f"{name} does nothing with --format {output_format}, unless that goes to --output")
    return Printing(output_format, destination, force, quiet, statistics, colour)


def show(
    findings: "Sequence[Diagnostic]",
    files: int,
    texts: "Texts",
    printing: Printing,
    failing: "Collection[Severity]",
) -> None:
    """Print what so many files have given; ``failing`` are the severities that make the run fail.

    Raises:
        Failure: the file cannot be written; then nothing has been printed.
    """
    from handleplan.cli import output

    chosen = FORMATS[printing.output_format]
    whole = Run(findings, files, texts, output.PLAIN_WIDTH)
    if printing.destination is not None:
        text = "".join(chosen.render(whole))
        output.write_file(printing.destination, text, force=printing.force, ours=chosen.beginning)
        output.note(texts.message("report.written", path=printing.destination.as_posix()))
        chosen = FORMATS["text"]
    page = whole._replace(
        findings=[one for one in findings if one.severity in failing] if printing.quiet else findings,
        width=output.width(sys.stdout),
        colour=printing.colour,
        statistics=printing.statistics,
        summary=not printing.quiet,
    )
    for part in chosen.render(page):
        output.write(part)
