"""Who does what when: owners that are inherited, quarters in every spelling, and gaps."""

from pathlib import Path

import pytest

from handleplan.problem import Fix, SetValue
from tests.workspaces import BASE, findings, plan, problems, write

PATH = "2022/sundhed.yaml"
AREA = "focus_areas:\n  - id: data\n    title: Data\n{owner}    activities:\n      - id: data-1\n        text: x\n"


def names(folder: Path, text: str) -> list[str]:
    write(folder, {**BASE, PATH: plan("sundhed") + text})
    return [one.name for one in findings(folder)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (AREA.format(owner=""), 1),
        (AREA.format(owner="    owner: RU\n"), 0),
        ("owner: RU\n" + AREA.format(owner=""), 0),
        ("annexes:\n  - id: bilag\n    text: x\n    quarters: Q1-Q4\n", 1),
        ("", 0),
    ],
)
def test_owners_are_inherited(text: str, count: int, tmp_path: Path) -> None:
    assert names(tmp_path, text) == ["activity-without-owner"] * count


@pytest.mark.parametrize(
    ("count", "named"), [(1, "h1"), (7, "h1, h2, h3, h4, h5, h6, h7"), (8, "h1, h2, h3, h4, h5, h6 og 2 til")]
)
def test_the_first_few_are_named_and_the_rest_is_counted(count: int, named: str, tmp_path: Path) -> None:
    entries = "".join(f"  - id: h{n}\n    text: x{n}\n" for n in range(1, count + 1))
    write(tmp_path, {**BASE, PATH: plan("sundhed") + f"actions:\n{entries}"})
    (found,) = findings(tmp_path)
    assert found.message.startswith(f"Der står ingen ansvarlig for {named}. ")
    assert (found.line, found.column) == (8, 5)


@pytest.mark.parametrize("key", ["owner: RU\n", ""])
@pytest.mark.parametrize(
    ("stage", "severity"), [("proposed", "advice"), ("agreed", "warning"), ("closed", "warning")]
)
def test_what_a_plan_is_poor_in_grows_with_its_stage(
    key: str, stage: str, severity: str, tmp_path: Path
) -> None:
    text = f"{key}stages:\n  {stage}: 2022-01-10\nfocus_areas:\n  - id: data\n    title: Data\nannexes:\n  - id: bilag\n    text: x\n"
    write(tmp_path, {**BASE, PATH: plan("sundhed") + text})
    found = {one.name: one.severity for one in findings(tmp_path)}
    expected = {
        "focus-area-without-content",
        "annex-without-quarters",
        *([] if key else ["activity-without-owner"]),
    }
    assert found == dict.fromkeys(expected, severity)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Q1-Q2, Q2", "Q1-Q2"),
        ("Q1–Q2, Q2–Q3", "Q1-Q3"),
        ("q4,Q4", "Q4"),
        ('"Q1, Q1"', "Q1"),
        ("Q3, Q1, Q3  # rettet", "Q1, Q3"),
        ("Q1, Q2, Q3", None),
        ("Q3, Q1", None),
        ("Q1-Q4", None),
        ("Q1  # før: Q1, Q1", None),
    ],
)
def test_quarters_written_twice(written: str, right: str | None, tmp_path: Path) -> None:
    text = f"owner: RU\nactions:\n  - id: h1\n    text: x\n    quarters: {written}\n  - y\n"
    write(tmp_path, {**BASE, PATH: plan("sundhed") + text})
    fixes = [one.fix for one in problems(tmp_path, PATH) if one.rule == "overlapping-quarters"]
    assert fixes == ([Fix((SetValue(("actions", 0, "quarters"), right),))] if right else [])


@pytest.mark.parametrize(
    ("quarters", "idle"),
    [
        (["Q1", "Q2-Q4"], None),
        (["Q1", "Q3"], "Q2, Q4"),
        (["Q2"], "Q1, Q3–Q4"),
        (["Q1", ""], None),
        (["Q1-Q4"], None),
    ],
)
def test_idle_quarters(quarters: list[str], idle: str | None, tmp_path: Path) -> None:
    entries = "".join(
        f"  - id: h{n}\n    text: x{n}\n    quarters: {q}".rstrip() + "\n" for n, q in enumerate(quarters)
    )
    write(tmp_path, {**BASE, PATH: plan("sundhed") + f"owner: RU\nactions:\n{entries}"})
    found = [one.message for one in findings(tmp_path)]
    assert found == (
        [f"Alt arbejde har kvartaler, men i {idle} sker der ikke noget. Er det meningen?"] if idle else []
    )


def test_quarters_of_a_focus_area_with_activities_do_not_count(tmp_path: Path) -> None:
    area = AREA.format(owner="    owner: RU\n    quarters: Q1-Q4\n")
    assert names(tmp_path, area + "        quarters: Q1\n") == ["idle-quarter"]
    assert (
        names(
            tmp_path,
            "focus_areas:\n  - id: data\n    title: Data\n    owner: RU\n    objective: x\n    quarters: Q1-Q4\n",
        )
        == []
    )
