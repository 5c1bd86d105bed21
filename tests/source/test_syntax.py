"""Syntax errors in the words of people who do not know YAML: the right slip, its exact place, and how to mend it."""

from pathlib import Path

import pytest

from handleplan.diagnostic import Diagnostic
from handleplan.source import read_source
from handleplan.source.tree import find_error
from tests.source.broken import PLAN, SLIPS, Slip
from tests.workspaces import BASE, findings, write

each_slip = pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
PATH = "2022/sundhed.yaml"
# The plan has one of these, so that slips in it are looked for as well.
SHORT_FORMS = ("entry-without-id", "text-for-an-entry")


def make(slip: Slip, plan: str = PLAN) -> tuple[str, int, int]:
    """Make the slip in a plan; return the text, and the line and column where it must be found."""
    assert plan.count(slip.old) == 1
    assert slip.new.count("▸") == 1
    before, after = plan.replace(slip.old, slip.new).replace("→", "\t").split("▸")
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def check(folder: Path, content: bytes) -> list[Diagnostic]:
    write(folder, {**BASE, PATH: content})
    found = findings(folder, PATH)
    return [one for one in found if one.severity != "advice" and one.name not in SHORT_FORMS]


def corrected(finding: Diagnostic) -> str | None:
    _, _, line = finding.message.partition(" Skriv: ")
    return line or None


@each_slip
@pytest.mark.parametrize(("bom", "line_end"), [("", "\n"), ("\ufeff", "\r\n")], ids=["LF", "BOM and CRLF"])
def test_slips(slip: Slip, bom: str, line_end: str, tmp_path: Path) -> None:
    text, line, column = make(slip)
    found = check(tmp_path, (bom + text.replace("\n", line_end)).encode())
    assert [(one.name, one.line, one.column) for one in found] == [(slip.rule, line, column)]
    assert found[0].end_line == line
    assert found[0].end_column > column
    assert corrected(found[0]) == slip.corrected


def is_syntax(slip: Slip) -> bool:
    """Tell whether a slip keeps the file from being YAML; all others can be found beside it, except after it."""
    return find_error(make(slip)[0].encode()) is not None


@pytest.mark.parametrize("slip", [slip for slip in SLIPS if is_syntax(slip)], ids=lambda slip: slip.name)
@pytest.mark.parametrize(
    "later",
    [
        "extra:\n  - heading: Budget\n    text: To spor: data\n",
        "extra:\n  - heading: Budget\n    txt: Lighed\n",
        "extra:\n  - heading: 'Budget'\n    text: \"Lighed\n",
        "extra:\n  -heading: Budget\n    text: Lighed\n",
        "extra:\n  - heading: Budget\n     text: @Lighed\n",
    ],
    ids=["colon", "key", "quote", "dash", "indentation"],
)
def test_slips_before_others(slip: Slip, later: str, tmp_path: Path) -> None:
    text, line, column = make(slip, PLAN + later)
    found = check(tmp_path, text.encode())
    assert [(one.name, one.line, one.column) for one in found] == [(slip.rule, line, column)]


@pytest.mark.parametrize(
    "slip",
    [slip for slip in SLIPS if not is_syntax(slip) and slip.rule != "several-documents"],
    ids=lambda s: s.name,
)
def test_slips_beside_others(slip: Slip, tmp_path: Path) -> None:
    text, line, column = make(slip, PLAN + "visoin: Lighed\n")
    found = check(tmp_path, text.encode())
    here = (slip.rule, line, column)
    if read_source(text.encode()).data is None:
        assert [(one.name, one.line, one.column) for one in found] == [here]
    else:
        there = ("unknown-key", text.count("\n"), 1)
        assert [(one.name, one.line, one.column) for one in found] == [here, there]


@pytest.mark.parametrize("slip", [slip for slip in SLIPS if slip.corrected], ids=lambda slip: slip.name)
def test_the_corrected_line_mends_the_file(slip: Slip, tmp_path: Path) -> None:
    text, line, _ = make(slip)
    lines = text.splitlines(keepends=True)
    # the finding may be in a later line of the text that the corrected line replaces
    first = line - 1 if slip.new[: slip.new.index("▸")].count("\n") == 0 else line - slip.lines
    indent = lines[first][: len(lines[first]) - len(lines[first].lstrip(" "))]
    lines[first : first + slip.lines] = [f"{indent}{slip.corrected}\n"]
    left = check(tmp_path, "".join(lines).encode())
    assert [
        one for one in left if not one.code.startswith("HP5")
    ] == []  # what the text says is another matter


@pytest.mark.parametrize(
    ("old", "new", "rule", "right"),
    [
        (
            "          - Baggrundsgruppen\n          - Universitetshospitalet\n",
            "          ▸• Baggrundsgruppen\n          • Hospitalet\n",
            "not-a-dash",
            "- Baggrundsgruppen",
        ),
        (
            "  - id: h1\n    text: Netværk og synlighed\n",
            "  ▸– id: h1\n    text: Netværk\n  – id: h9\n    text: Synlighed\n  – id: h8\n    text: Møder\n",
            "not-a-dash",
            "- id: h1",
        ),
        (
            "  - id: h2\n    text: Deltage i netværk på tværs\n",
            "  -▸\u00a0id: h2\n\u00a0\u00a0\u00a0\u00a0text:\u00a0Møder\n",
            "hard-space",
            "- id: h2",
        ),
        (
            "  - id: h2\n    text: Deltage i netværk på tværs\n",
            '  - id: h2\n    "text": "Møder"▸,\n    "owner": "CDEU",\n',
            "comma-at-line-end",
            'text: "Møder"',
        ),
    ],
    ids=["bullets", "long dashes", "hard spaces", "commas"],
)
def test_what_is_pasted_is_told_of_at_its_first_line(
    old: str, new: str, rule: str, right: str, tmp_path: Path
) -> None:
    text, line, column = make(Slip("pasted", old, new, rule))
    found = check(tmp_path, text.encode())
    assert [(one.name, one.line, one.column) for one in found] == [(rule, line, column)]
    assert corrected(found[0]) == right


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    text: Netværk og synlighed\n", "    text: Netværk\u00a0og “synlighed” i folke\u00adsundhed\n"),
        ("    text: Netværk og synlighed\n", "    text: “Netværk og synlighed”\n"),
        ("        owner: CDEU\n", "        owner: CDEU #kommentar\n"),
        ("        quarters: Q1-Q2\n", "        quarters: Q1-Q2 #kommentar\n"),
    ],
    ids=[
        "invisible in a text",
        "curly quotes around a text",
        "comment after a name",
        "comment after quarters",
    ],
)
def test_what_is_no_slip(old: str, new: str, tmp_path: Path) -> None:
    assert PLAN.count(old) == 1
    assert check(tmp_path, PLAN.replace(old, new).encode()) == []


def test_the_plan_itself_is_sound(tmp_path: Path) -> None:
    assert check(tmp_path, PLAN.encode()) == []
