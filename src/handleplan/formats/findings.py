"""The formats findings are printed in: one table, from the name of ``--format`` to what sets them.

Only the format that is asked for is loaded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from handleplan.diagnostic import Diagnostic
    from handleplan.locale import Texts

Name: TypeAlias = Literal["text", "lines", "json", "github", "azure", "sarif"]


class Run(NamedTuple):
    """What a run has found in so many files, the reader's language, and, for a text, the page and its parts."""

    findings: "Sequence[Diagnostic]"
    files: int
    texts: "Texts"
    width: int
    colour: bool = False
    statistics: bool = False
    summary: bool = True


class Format(NamedTuple):
    """A format: the endings of its files, how such a file of ours begins, and the function that sets a run in it.

    A file that begins so was made by an earlier run, and a new one may take its place unasked. Formats without a
    beginning of their own (an empty one) cannot be told from other texts.
    """

    suffixes: tuple[str, ...]
    beginning: str
    render: Callable[[Run], Iterable[str]]


def _text(run: Run) -> Iterable[str]:
    from handleplan.formats import findings_text

    return findings_text.render(**run._asdict())


def _lines(run: Run) -> Iterable[str]:
    from handleplan.formats import findings_lines

    return findings_lines.render(run.findings, run.files, run.texts)


def _json(run: Run) -> Iterable[str]:
    from handleplan.formats import findings_json

    return (findings_json.render(run.findings, run.files),)


def _github(run: Run) -> Iterable[str]:
    from handleplan.formats import findings_github

    return findings_github.render(run.findings)


def _azure(run: Run) -> Iterable[str]:
    from handleplan.formats import findings_azure

    return findings_azure.render(run.findings)


def _sarif(run: Run) -> Iterable[str]:
    from handleplan.formats import findings_sarif

    return (findings_sarif.render(run.findings, run.texts),)


# Other tools write SARIF too: their files are not ours to replace.
_OUR_SARIF = """\
{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "handleplan",
"""

FORMATS: Mapping[Name, Format] = {
    "text": Format((".txt",), "", _text),
    "lines": Format((), "", _lines),
    "json": Format((".json",), '{\n  "schema_version": 1,\n  "findings": [', _json),
    "github": Format((), "", _github),
    "azure": Format((), "", _azure),
    # https://docs.oasis-open.org/sarif/sarif/v2.1.0/ §3.2: the name ends in .sarif, with or without .json after it
    "sarif": Format((".sarif", ".sarif.json"), _OUR_SARIF, _sarif),
}


def format_of(file_name: str) -> Name | None:
    """Return the format that a file's name asks for by its ending, the longest that fits; None when it asks for none."""
    folded = file_name.casefold()
    endings = [(suffix, name) for name, one in FORMATS.items() for suffix in one.suffixes]
    fitting = [(len(suffix), name) for suffix, name in endings if folded.endswith(suffix)]
    return max(fitting)[1] if fitting else None
