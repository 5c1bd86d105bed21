"""Findings for a problem matcher: one line each, whatever a plan holds."""

from pathlib import Path

import pytest

from handleplan.formats.findings_lines import render
from handleplan.locale import Language, Texts
from tests.workspaces import BASE, findings, plan, write


@pytest.mark.parametrize(
    ("language", "message", "summary"),
    [
        ("da", "Nøglen “visoin” kendes ikke her. Mente du “vision”?", "4 filer kontrolleret: 1 ting skal rettes."),
        ("en", "The key “visoin” is not known here. Did you mean “vision”?", "4 files checked: 1 thing must be fixed."),
    ],
)  # fmt: skip
def test_a_line_has_the_same_form_in_both_languages(
    language: Language, message: str, summary: str, tmp_path: Path
) -> None:
    write(tmp_path, {**BASE, "2022/sundhed.yaml": plan("sundhed") + "visoin: Lighed\n"})
    found = findings(tmp_path, language=language)
    first, last = render(found, 4, Texts(language))
    assert first == f"2022/sundhed.yaml:7:1-7:7: error: {message} [HP101 unknown-key]\n"
    assert last == f"{summary}\n"


def test_nothing_in_a_plan_breaks_out_of_its_line(tmp_path: Path) -> None:
    hostile = '"a\\nx.yaml:1:1-1:2: error: b [HP999 c]\\e[31m": x\n"::error::": y\n'
    write(tmp_path, {**BASE, "2022/sundhed.yaml": plan("sundhed") + hostile})
    found = findings(tmp_path)
    lines = list(render(found, 4, Texts("da")))
    assert len(lines) == len(found) + 1 > 2
    assert all(line.count("\n") == 1 and "\x1b" not in line and not line.startswith("::") for line in lines)
    assert all(line.startswith("2022/sundhed.yaml:") for line in lines[:-1])
