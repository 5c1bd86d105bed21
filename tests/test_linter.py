"""The linter: which rules apply how, and that files around a file are known."""

from pathlib import Path

import pytest

from handleplan.selection import select
from tests.workspaces import BASE, CONFIG, findings, places, plan, write

TWO_GOALS = plan("sundhed") + "  - id: m2\n    text: Synlighed\n"
ACTIONS = "actions:\n  - id: h1\n    text: x\n    owner: XYZW\n    goals:\n      - m2\n      - m9\n"
SERVED = TWO_GOALS + ACTIONS


def linted(folder: Path, settings: str) -> list[tuple[str, str]]:
    write(folder, {**BASE, "handleplan.yaml": CONFIG + settings, "2022/sundhed.yaml": SERVED})
    return [(one.name, one.severity) for one in findings(folder)]


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("", [("unserved-goal", "advice"), ("unknown-owner", "error"), ("unknown-goal", "error")]),
        ("lint:\n  ignore:\n    - HP304\n", [("unknown-owner", "error"), ("unknown-goal", "error")]),
        ("lint:\n  ignore:\n    - unserved-goal\n    - HP2\n", []),
        ("lint:\n  select:\n    - HP203\n", [("unknown-owner", "error")]),
        ("lint:\n  select:\n    - HP2\n  ignore:\n    - unknown-owner\n", [("unknown-goal", "error")]),
        (
            "lint:\n  severity:\n    HP2: warning\n    unserved-goal: error\n",
            [("unserved-goal", "error"), ("unknown-owner", "warning"), ("unknown-goal", "warning")],
        ),
        (
            "lint:\n  severity:\n    HP203: advice\n    HP2: warning\n",
            [("unserved-goal", "advice"), ("unknown-owner", "advice"), ("unknown-goal", "warning")],
        ),
    ],
)
def test_settings(settings: str, found: list[tuple[str, str]], tmp_path: Path) -> None:
    assert linted(tmp_path, settings) == found


def test_what_keeps_a_file_from_being_read_cannot_be_ignored(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "handleplan.yaml": CONFIG + "lint:\n  ignore:\n    - HP0\n    - HP1\n"})
    write(tmp_path, {"2022/kultur.yaml": "x: [", "2022/sundhed.yaml": plan("sundhed") + "visoin: x\n"})
    assert [one.code[:3] for one in findings(tmp_path)] == ["HP0", "HP1"]


@pytest.mark.parametrize(
    ("stages", "severity"),
    [
        ("", "advice"),
        ("stages:\n  proposed: 2022-01-10\n", "advice"),
        ("stages:\n  proposed: 2022-01-10\n  agreed: 2022-01-25\n", "warning"),
        ("stages:\n  closed: 2022-12-31\n", "warning"),
    ],
)
def test_severity_grows_with_the_stage(stages: str, severity: str, tmp_path: Path) -> None:
    text = "theme: sundhed\nyear: 2022\ntitle: x\nowner: RU\nactions:\n  - id: h1\n    text: x\n" + stages
    write(tmp_path, {**BASE, "2022/sundhed.yaml": text})
    assert [(one.name, one.severity) for one in findings(tmp_path)] == [("plan-without-goals", severity)]


def test_a_draft_outside_every_agreement_is_warned_about(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "2031/sundhed.yaml": plan("sundhed", 2031)})
    write(tmp_path, {"2032/sundhed.yaml": plan("sundhed", 2032) + "stages:\n  proposed: 2032-01-01\n"})
    found = [(one.name, one.severity) for one in findings(tmp_path)]
    assert found == [("year-outside-agreement", "warning"), ("year-outside-agreement", "error")]


def test_a_broken_config_is_found_once_and_leaves_families_0_and_1(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "handleplan.yaml": CONFIG + "langauge: da\n"})
    write(tmp_path, {"2022/kultur.yaml": plan("kultur") + ACTIONS + "purpose: x #y\nvisoin: x\n"})
    write(tmp_path, {"2022/sundhed.yaml": plan("trafik") + ACTIONS + "purpose: x #y\n"})
    found = findings(tmp_path)
    assert [(one.path, one.name) for one in found] == [
        ("handleplan.yaml", "unknown-key"),
        ("2022/kultur.yaml", "comment-in-text"),
        ("2022/kultur.yaml", "unknown-key"),
        ("2022/sundhed.yaml", "comment-in-text"),
    ]
    assert findings(tmp_path, "2022/sundhed.yaml")[0].path == "2022/sundhed.yaml"


def test_what_is_empty_for_a_comment_is_found_once(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "2022/sundhed.yaml": plan("sundhed") + "actions:\n  - text: #a\n  - text: #b\n"})
    assert places(findings(tmp_path)) == [("HP014", 8, 11), ("HP014", 9, 11)]


@pytest.mark.parametrize("order", [("2021", "2022"), ("2022", "2021")])
def test_other_years_are_known_in_any_order(order: tuple[str, str], tmp_path: Path) -> None:
    continues = "actions:\n  - text: x\n    owner: RU\n    continues:\n      - 2021/m1\n      - 2021/kultur.m1\n      - 2021/m9\n"
    write(
        tmp_path,
        {
            **BASE,
            "2022/sundhed.yaml": plan("sundhed") + continues,
            "2021/sundhed.yaml": plan("sundhed", 2021),
        },
    )
    found = [one for one in findings(tmp_path, *order) if one.path == "2022/sundhed.yaml"]
    assert places(found) == [("HP207", 12, 9), ("HP207", 13, 9)]
    assert "Mente du “2021/m1”?" in found[1].message


def test_nothing_is_said_about_references_to_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    continues = "owner: RU\nactions:\n  - text: x\n    continues:\n      - 2021/m9\n"
    write(tmp_path, {**BASE, "2022/sundhed.yaml": plan("sundhed") + continues, "2021/sundhed.yaml": "x: ["})
    found = {(one.path, one.code[:3]) for one in findings(tmp_path)}
    assert found == {("2021/sundhed.yaml", "HP0")}


def test_a_plan_with_a_wrong_ending_is_no_missing_plan(tmp_path: Path) -> None:
    files = {name: text for name, text in BASE.items() if name != "2022/sundhed.yaml"}
    write(tmp_path, {**files, "2022/sundhed.yml": plan("sundhed")})
    assert [one.name for one in findings(tmp_path)] == ["misnamed-file"]


def test_findings_by_line_and_column(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "2022/sundhed.yaml": SERVED})
    found = places(findings(tmp_path))
    assert found == sorted(found, key=lambda one: one[1:])


@pytest.mark.parametrize("settings", ["select:\n    - HP30x\n", "ignore:\n    - HP6\n    - HP30x\n"])
def test_a_slip_in_the_settings_does_not_silence_the_rule_that_tells_of_it(
    settings: str, tmp_path: Path
) -> None:
    write(tmp_path, {**BASE, "handleplan.yaml": f"{CONFIG}lint:\n  {settings}"})
    assert [one.name for one in findings(tmp_path)] == ["unknown-rule"]


def test_what_keeps_a_file_from_being_used_is_an_error(tmp_path: Path) -> None:
    settings = "lint:\n  severity:\n    HP0: advice\n    HP1: advice\n"
    write(tmp_path, {**BASE, "handleplan.yaml": CONFIG + settings})
    write(tmp_path, {"2022/sundhed.yaml": plan("sundhed") + "actions:\n  - id: h1\n    text: #EU2022\n"})
    assert [(one.name, one.severity) for one in findings(tmp_path)] == [("comment-in-text", "error")]


def test_a_label_may_be_given_to_a_severity(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "handleplan.yaml": CONFIG + "labels:\n  error: Fejl\n"})
    (selection,) = select([], tmp_path, tmp_path, lambda language: language)
    assert selection.linter.texts.label("error") == "Fejl"


def test_a_broken_config_still_says_its_language(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "handleplan.yaml": CONFIG + "language: en\nvisoin: x\n"})
    (selection,) = select([], tmp_path, tmp_path, lambda language: language)
    assert selection.linter.texts.language == "en"
