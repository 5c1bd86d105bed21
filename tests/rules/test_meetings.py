"""Meetings beside the cycle: windows, leap days, moved meetings, years without a cycle."""

from pathlib import Path

import pytest

from tests.workspaces import AGREEMENT, BASE, PARTIES, REPORTED, findings, write

LEAP = "      - id: leap\n        from: 02-29\n        until: 02-29\n"
TEXTS = "summary: x\nchallenges: x\nlessons: x\npriorities: x\nopportunities: x\n"


def meeting(step: str, date: str, more: str = "") -> str:
    return f"step: {step}\ndate: {date}\n{more}"


def names(folder: Path, files: dict[str, str]) -> list[str]:
    write(folder, {**BASE, "2022/sundhed.yaml": REPORTED + "owner: RU\n", **files})
    return [one.name for one in findings(folder)]


@pytest.mark.parametrize(
    ("step", "date", "outside"),
    [
        ("june-meeting", "2022-06-01", False),
        ("june-meeting", "2022-06-30", False),
        ("june-meeting", "2022-05-31", True),
        ("june-meeting", "2022-07-01", True),
        ("june-meeting", "2023-06-15", True),
        ("team-dialogue", "2021-11-15", False),
        ("team-dialogue", "2022-11-15", True),
        ("leap", "2022-03-01", False),
        ("leap", "2022-02-28", True),
        ("sommermoede", "2022-08-01", None),
    ],
)
def test_windows(step: str, date: str, outside: bool | None, tmp_path: Path) -> None:
    config = PARTIES + AGREEMENT.replace("      - id: june-meeting", LEAP + "      - id: june-meeting")
    found = names(tmp_path, {"handleplan.yaml": config, "2022/meetings/x.yaml": meeting(step, date)})
    assert found == (["unknown-step"] if outside is None else ["date-outside-step"] * outside)


@pytest.mark.parametrize(
    ("date", "themes", "found"),
    [
        (None, "", ["date-outside-step"]),
        ("2022-09-20", "", []),
        ("2022-09-13", "", ["date-outside-step"]),
        ("2022-09-20", "themes:\n  - Sundhed\n", []),
        ("2022-09-20", "themes:\n  - kultur\n", ["date-outside-step"]),
    ],
)
def test_a_report_is_in_time_for_a_meeting_that_was_moved(
    date: str | None, themes: str, found: list[str], tmp_path: Path
) -> None:
    report = f"theme: sundhed\nyear: 2022\ndate: 2022-09-14\nmeeting: june-meeting\n{TEXTS}"
    files = {"2022/status/2022-09/sundhed.yaml": report}
    if date:
        files["2022/meetings/june-meeting.yaml"] = meeting("june-meeting", date, themes)
    write(tmp_path, {**BASE, "2022/sundhed.yaml": REPORTED, **files})
    on_report = [one.name for one in findings(tmp_path) if one.path.startswith("2022/status")]
    assert on_report == found


def test_a_report_of_another_month_is_told_of_once(tmp_path: Path) -> None:
    report = f"theme: sundhed\nyear: 2022\ndate: 2022-08-14\nmeeting: june-meeting\n{TEXTS}"
    assert names(tmp_path, {"2022/status/2022-06/sundhed.yaml": report}) == ["round-mismatch"]


def test_a_year_without_agreement_has_no_windows(tmp_path: Path) -> None:
    assert names(tmp_path, {"2031/meetings/x.yaml": meeting("june-meeting", "2031-12-24")}) == []


def test_deadlines_and_owners_of_decisions(tmp_path: Path) -> None:
    decisions = "".join(
        f"  - text: x\n{more}"
        for more in (
            "    owner: RU\n    due: 2022-06-20\n",
            "    due: 2022-06-19\n",
            "    owner: RU\n    due: 2021-12-31\n    state: done\n",
            "    state: done\n",
            "    state: open\n",
        )
    )
    text = meeting("june-meeting", "2022-06-20", f"papers_due: 2022-06-20\ndecisions:\n{decisions}")
    write(tmp_path, {**BASE, "2022/meetings/june-meeting.yaml": text})
    assert [(one.name, one.location) for one in findings(tmp_path)] == [
        ("decision-without-owner", "decisions[1]"),
        ("decision-due-before-meeting", "decisions[1].due"),
        ("decision-due-before-meeting", "decisions[2].due"),
        ("decision-without-owner", "decisions[4]"),
    ]
    write(
        tmp_path,
        {"2022/meetings/june-meeting.yaml": text.replace("papers_due: 2022-06-20", "papers_due: 2022-06-21")},
    )
    assert findings(tmp_path)[0].name == "papers-due-after-meeting"
