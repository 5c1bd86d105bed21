"""What has not been reported since when."""

import pytest

from handleplan.progress import unreported
from handleplan.status import YearData
from tests.years import JUNE, KULTUR, MARCH, SUNDHED, YEAR, day, report, status


def left_out(on: str, data: YearData = YEAR) -> list[tuple[str, str | None, str | None]]:
    found = status(on, data)
    return [
        (one.theme, one.id, one.reported.isoformat() if one.reported else None)
        for one in unreported(found.activities, found.as_of)
    ]


@pytest.mark.parametrize(
    ("on", "found"),
    [
        # nothing has begun
        ("2021-12-31", []),
        # nothing is reported: what has begun by the day, core activities aside
        ("2022-03-13", [("sundhed", "data-1", None), ("sundhed", "h1", None)]),
        ("2022-03-14", []),
        ("2022-03-31", []),
        # work that begins after the newest report waits for the next one
        ("2022-04-01", [("sundhed", "data-2", None), ("sundhed", "h2", None)]),
        ("2022-06-13", [("sundhed", "data-2", None), ("sundhed", "h2", None)]),
        # h1 was reported in March, h2 never; data-1 is done
        ("2022-06-14", [("sundhed", "h1", "2022-03-14"), ("sundhed", "h2", None)]),
        ("2022-12-31", [("sundhed", "h1", "2022-03-14"), ("sundhed", "h2", None)]),
    ],
)
def test_what_is_not_reported(on: str, found: list[tuple[str, str, str | None]]) -> None:
    assert left_out(on, YEAR._replace(plans={"sundhed": SUNDHED})) == found


def test_themes_are_told_apart() -> None:
    data = YEAR._replace(reports=(MARCH, JUNE, report("2022-04", "2022-04-01", "kultur", {"h1": "planned"})))
    assert [one for one in left_out("2022-07-01", data) if one[0] == "kultur"] == [("kultur", None, None)]


def test_what_is_settled_needs_no_report() -> None:
    done = report("2022-02", "2022-02-01", "sundhed", {"h1": "dropped", "data-1": "carried_over"})
    data = YearData(
        2022, {"sundhed": SUNDHED}, (done, report("2022-03", "2022-03-01", "sundhed", {"b1": "ongoing"}))
    )
    assert left_out("2022-03-15", data) == []


def test_days_of_work_go_with_the_activity() -> None:
    found = {
        one.id: (one.begins, one.ends) for one in status("2022-06-15").activities if one.theme == "sundhed"
    }
    assert found["data-2"] == (day("2022-04-01"), day("2022-12-31"))
    assert found["h1"] == (day("2022-01-01"), day("2022-12-31"))
    assert KULTUR.actions[1].id is None
