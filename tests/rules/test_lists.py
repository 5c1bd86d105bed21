"""Agreements and their lists: years that are shared, steps in order, and no finding that only follows from another."""

from pathlib import Path

import pytest

from tests.workspaces import AGREEMENT, BASE, PARTIES, findings, write

THEMES = AGREEMENT[AGREEMENT.index("    themes:") : AGREEMENT.index("    cycle:")]


def agreement(first: int, last: int, cycle: str = "") -> str:
    return f"  - title: A{first}\n    first_year: {first}\n    last_year: {last}\n{THEMES}{cycle}"


def found(folder: Path, *agreements: str) -> list[tuple[str, str]]:
    write(folder, {**BASE, "handleplan.yaml": PARTIES + "agreements:\n" + "".join(agreements)})
    return [(one.name, one.location) for one in findings(folder)]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([(2022, 2025), (2026, 2029)], []),
        ([(2022, 2025), (2025, 2029)], [("overlapping-agreements", "agreements[1].first_year")]),
        ([(2022, 2025), (2020, 2022)], [("overlapping-agreements", "agreements[1].first_year")]),
        ([(2022, 2025), (2022, 2025)], [("overlapping-agreements", "agreements[1].first_year")]),
        (
            [(2022, 2030), (2023, 2024), (2024, 2024)],
            [("overlapping-agreements", f"agreements[{n}].first_year") for n in (1, 2)],
        ),
        ([(2022, 2022)], []),
        # of a year that only a reversed agreement would cover nothing else is said
        ([(2025, 2022)], [("agreement-years-reversed", "agreements[0].last_year")]),
        ([(2022, 2025), (2025, 2023)], [("agreement-years-reversed", "agreements[1].last_year")]),
    ],
)
def test_years(years: list[tuple[int, int]], expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert found(tmp_path, *(agreement(first, last) for first, last in years)) == expected


def test_the_year_that_is_covered_twice_is_named(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            **BASE,
            "handleplan.yaml": PARTIES + "agreements:\n" + agreement(2020, 2025) + agreement(2022, 2029),
        },
    )
    assert findings(tmp_path)[0].message.startswith("2022 er allerede dækket af “A2020”.")


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["month: november\n        of: previous-year", "month: 1", "month: januar", "month: juni"], []),
        (["month: juni", "month: januar"], ["agreements[0].cycle[1].month"]),
        (["month: januar", "month: december\n        of: previous-year"], ["agreements[0].cycle[1].of"]),
        (["month: marts", "from: 02-29\n        until: 03-31"], ["agreements[0].cycle[1].from"]),
        (["from: 02-29\n        until: 02-29", "month: marts"], []),
        (["from: 12-15\n        until: 01-15", "month: januar"], ["agreements[0].cycle[1].month"]),
        (
            ["month: juni", "month: marts", "month: januar"],
            [f"agreements[0].cycle[{n}].month" for n in (1, 2)],
        ),
        (["month: juni", "month: januar", "month: marts"], ["agreements[0].cycle[1].month"]),
    ],
)
def test_steps_begin_one_after_the_other(steps: list[str], expected: list[str], tmp_path: Path) -> None:
    cycle = "    cycle:\n" + "".join(
        f"      - id: trin-{n}\n        {step}\n" for n, step in enumerate(steps)
    )
    assert found(tmp_path, agreement(2022, 2025, cycle)) == [
        ("steps-out-of-order", where) for where in expected
    ]


def test_themes_and_steps_may_come_again_in_the_next_agreement(tmp_path: Path) -> None:
    cycle = "    cycle:\n      - id: draft\n        month: januar\n"
    assert found(tmp_path, agreement(2022, 2025, cycle), agreement(2026, 2029, cycle)) == []
