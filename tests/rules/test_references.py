"""Names that lead nowhere: the nearest known one is offered as a fix, never without somebody looking at it."""

from pathlib import Path

import pytest

from handleplan.problem import Change, Fix, RenameKey, Replace, SetValue
from handleplan.rule import RULES
from tests.workspaces import BASE, CONFIG, plan, problems, write

ACTION = "owner: RU\nactions:\n  - id: h1\n    text: x\n"
SUNDHED = "2022/sundhed.yaml"


@pytest.mark.parametrize(
    ("rule", "path", "text", "change"),
    [
        ("unknown-goal", SUNDHED, plan("sundhed") + ACTION + "    goals:\n      - m11\n", SetValue(("actions", 0, "goals", 0), "m1")),
        ("unknown-owner", SUNDHED, plan("sundhed") + "owner: CDUE\n", SetValue(("owner",), "CDEU")),
        ("unknown-party", "handleplan.yaml", CONFIG + "people:\n  - initials: AB\n    name: A\n    party: CDUE\n", SetValue(("people", 0, "party"), "CDEU")),
        ("unknown-theme", SUNDHED, plan("sunhed"), SetValue(("theme",), "sundhed")),
        ("unknown-step", "2022/meetings/x.yaml", "step: june-meting\ndate: 2022-06-20\n", SetValue(("step",), "june-meeting")),
        ("unknown-section", SUNDHED, plan("sundhed") + "extra:\n  - id: b\n    heading: B\n    text: x\n    after: action\n", SetValue(("extra", 0, "after"), "actions")),
        ("unknown-continues", SUNDHED, plan("sundhed") + ACTION + "    continues:\n      - 2021/Kultur.m11\n", SetValue(("actions", 0, "continues", 0), "2021/Kultur.m1")),
        ("unknown-rule", "handleplan.yaml", CONFIG + "lint:\n  ignore:\n    - hp301\n", SetValue(("lint", "ignore", 0), "HP301")),
        ("unknown-rule", "handleplan.yaml", CONFIG + "lint:\n  severity:\n    unserved-gaol: error\n", RenameKey(("lint", "severity", "unserved-gaol"), "unserved-goal")),
        ("unknown-label", "handleplan.yaml", CONFIG + "labels:\n  vison: Pejlemærke\n", RenameKey(("labels", "vison"), "vision")),
        ("theme-mismatch", SUNDHED, plan("kultur"), SetValue(("theme",), "sundhed")),
        ("year-mismatch", SUNDHED, plan("sundhed", 2023), SetValue(("year",), "2022")),
    ],
)  # fmt: skip
def test_the_nearest_name_is_a_fix_to_look_at(
    rule: str, path: str, text: str, change: Change, tmp_path: Path
) -> None:
    write(tmp_path, {**BASE, "2021/kultur.yaml": plan("kultur", 2021), path: text})
    (problem,) = [one for one in problems(tmp_path, path) if one.rule == rule]
    assert problem.fix == Fix((change,), safe=False)
    assert RULES[rule].fixable == "unsafe"


def test_a_rule_misspelt_in_a_comment(tmp_path: Path) -> None:
    text = plan("sundhed") + "vision: x  # handleplan: ignore[unknown-onwer] Vi venter\n"
    write(tmp_path, {**BASE, SUNDHED: text})
    (problem,) = problems(tmp_path, SUNDHED)
    assert problem.fix is not None
    (change,) = problem.fix.changes
    assert isinstance(change, Replace)
    assert not problem.fix.safe
    assert text[slice(*change.where)] == "unknown-onwer"
    assert change.text == "unknown-owner"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (SUNDHED, plan("sundhed") + "owner: Hospitalet\n"),
        (SUNDHED, plan("trafik")),
        ("handleplan.yaml", CONFIG + "labels:\n  goal: A\n  goals: B\n"),
        (
            "handleplan.yaml",
            CONFIG + "lint:\n  severity:\n    unserved-gaol: error\n    unserved-goal: error\n",
        ),
    ],
)
def test_where_nobody_knows_what_was_meant_there_is_no_fix(path: str, text: str, tmp_path: Path) -> None:
    write(tmp_path, {**BASE, path: text})
    (problem,) = problems(tmp_path, path)
    assert problem.fix is None
