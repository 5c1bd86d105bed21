"""Syntax errors in the words of people who do not know YAML: the right slip, its exact place, and how to mend it."""

from pathlib import Path

import pytest

from handleplan.diagnostic import Diagnostic
from handleplan.source import read_source
from tests.source.broken import PLAN, SLIPS, Slip
from tests.workspaces import BASE, findings, write

each_slip = pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
PATH = "2022/sundhed.yaml"


def make(slip: Slip, plan: str = PLAN) -> tuple[str, int, int]:
    """Make the slip in a plan; return the text, and the line and column where it must be found."""
    assert plan.count(slip.old) == 1
    assert slip.new.count("▸") == 1
    before, after = plan.replace(slip.old, slip.new).replace("→", "\t").split("▸")
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def check(folder: Path, content: bytes) -> list[Diagnostic]:
    write(folder, {**BASE, PATH: content})
    return [one for one in findings(folder, PATH) if one.severity != "advice"]


def corrected(finding: Diagnostic) -> str | None:
    _, _, line = finding.message.partition(" Skriv: ")
    return line or None


@each_slip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "BOM"])
def test_slips(slip: Slip, line_end: str, bom: str, tmp_path: Path) -> None:
    text, line, column = make(slip)
    found = check(tmp_path, (bom + text.replace("\n", line_end)).encode())
    assert [(one.name, one.line, one.column) for one in found] == [(slip.rule, line, column)]
    assert found[0].end_line == line
    assert found[0].end_column > column
    assert corrected(found[0]) == slip.corrected


@each_slip
@pytest.mark.parametrize(
    "later",
    ["    note: To spor: data\n", "    visoin: Lighed\n", '    note: "Aftalt\n', "  -id: h3\n"],
    ids=["colon", "key", "quote", "dash"],
)
def test_slips_before_others(slip: Slip, later: str, tmp_path: Path) -> None:
    text, line, column = make(slip, PLAN.replace("annexes:\n", f"{later}annexes:\n"))
    found = check(tmp_path, text.encode())
    assert (found[0].name, found[0].line, found[0].column) == (slip.rule, line, column)


@pytest.mark.parametrize(
    "slip", [slip for slip in SLIPS if slip.corrected], ids=lambda slip: slip.name
)
def test_the_corrected_line_mends_the_file(slip: Slip, tmp_path: Path) -> None:
    text, line, _ = make(slip)
    lines = text.splitlines(keepends=True)
    # the finding may be in a later line of the text that the corrected line replaces
    first = line - 1 if slip.new[: slip.new.index("▸")].count("\n") == 0 else line - slip.lines
    indent = lines[first][: len(lines[first]) - len(lines[first].lstrip(" "))]
    lines[first : first + slip.lines] = [f"{indent}{slip.corrected}\n"]
    assert check(tmp_path, "".join(lines).encode()) == []


def test_the_plan_itself_is_sound(tmp_path: Path) -> None:
    assert check(tmp_path, PLAN.encode()) == []
