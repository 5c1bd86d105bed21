from datetime import date

import pytest

from handleplan.failure import Failure
from handleplan.report.status_paper import build_status_paper
from handleplan.report.view import Paper, Section
from tests.report.samples import RICH, plan_of
from tests.report.year import CULTURE, CULTURE_REPORT, HEALTH_REPORT, material_of

MAY = {**CULTURE_REPORT, "date": "2022-05-10"}


def section(paper: Paper, theme: str, key: str) -> Section:
    part = next(part for part in paper.plans if part.theme.slug == theme)
    return next(section for section in part.sections if section.key == key)


def rows(paper: Paper, theme: str) -> list[tuple[str, str]]:
    (table,) = section(paper, theme, "activities").tables
    return [(row[1].id or "", str(row[2].text)) for row in table.rows]


def test_activities_stand_by_quarter_and_late_ones_say_so() -> None:
    assert rows(build_status_paper(material_of()), "sundhed") == [
        ("d1", "Forsinket · Tidsplan overskredet"),
        ("bilag", "Videreføres"),
        ("d2", "Planlagt"),
        ("", "Status ikke oplyst"),
        ("h1", "Gennemført"),
    ]


@pytest.mark.parametrize(("day", "late"), [("2022-03-31", False), ("2022-04-01", True), ("2022-12-31", True)])
def test_an_activity_is_late_when_its_last_quarter_is_over_by_the_report(day: str, late: bool) -> None:
    report = {**CULTURE_REPORT, "date": day}
    paper = build_status_paper(material_of(reports=(report,), today=date(2023, 1, 1)))
    assert (("k1", "I gang · Tidsplan overskredet") in rows(paper, "kultur")) is late


def test_what_has_not_begun_is_to_come() -> None:
    coming = section(build_status_paper(material_of()), "kultur", "coming")
    assert [entry.id for entry in coming.entries] == ["k3"]
    march = build_status_paper(material_of(reports=({**CULTURE_REPORT, "date": "2022-03-01"},)))
    assert [entry.id for entry in section(march, "kultur", "coming").entries] == ["k3"]  # k2 is told already


def test_the_timeline_tells_the_same_as_the_table() -> None:
    paper = build_status_paper(material_of())
    (picture,) = section(paper, "kultur", "timeline").pictures
    assert [[str(cell.text) for cell in row][1:] for row in picture.table.rows] == [
        ["En turné | i tre byer", "Q1", "I gang · Tidsplan overskredet"],
        ["Et kursus", "Q2–Q3", "Udgået"],
        ["En ansøgning", "Q4", "Kommende"],
    ]
    many = plan_of(CULTURE, actions=[{"id": f"x{n}", "text": "T", "quarters": "Q1"} for n in range(30)])
    crowded = build_status_paper(material_of(many, reports=(CULTURE_REPORT,)))
    assert "timeline" not in [one.key for one in crowded.plans[0].sections]


def test_the_latest_round_by_the_day_is_printed() -> None:
    reports = (MAY, CULTURE_REPORT, HEALTH_REPORT)
    june = build_status_paper(material_of(reports=reports))
    assert june.facts[0].texts == ("juni 2022",)
    may = build_status_paper(material_of(reports=reports, today=date(2022, 5, 31)))
    assert may.facts[0].texts == ("maj 2022",)
    assert build_status_paper(material_of(reports=reports), "2022-05").facts == may.facts


def test_themes_without_a_report_are_named() -> None:
    paper = build_status_paper(material_of(reports=(CULTURE_REPORT,)))
    assert ("Endnu ikke modtaget fra", ("Sundhed",)) in paper.facts
    assert [part.theme.slug for part in paper.plans] == ["kultur"]


def test_one_theme_alone_has_no_cover_and_its_own_title() -> None:
    paper = build_status_paper(material_of(chosen=("kultur",)))
    assert paper.title == "Afrapportering på handleplan 2022 – Kultur"
    assert (paper.cover, paper.contents) == (None, ())


def test_entries_show_their_ids_until_the_plan_is_agreed() -> None:
    parts = build_status_paper(material_of()).plans
    assert [(part.theme.slug, part.shows_ids) for part in parts] == [("sundhed", False), ("kultur", True)]


@pytest.mark.parametrize(
    ("wishes", "round_", "key"),
    [
        ({"reports": ()}, None, "no-reports"),
        ({}, "2022-07", "unknown-round"),
        ({"today": date(2022, 1, 1)}, None, "no-reports-yet"),
        ({"reports": (CULTURE_REPORT,), "chosen": ("sundhed",)}, None, "theme-without-report"),
    ],
)
def test_nothing_to_report_is_told(wishes: dict[str, object], round_: str | None, key: str) -> None:
    with pytest.raises(Failure) as caught:
        build_status_paper(material_of(plan_of(RICH), plan_of(CULTURE), **wishes), round_)  # type: ignore[arg-type]
    assert caught.value.key == key
