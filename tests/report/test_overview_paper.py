from datetime import date

from handleplan.model.config import Config
from handleplan.report.overview_paper import build_overview_paper
from handleplan.report.status_paper import build_status_paper
from handleplan.report.view import Bars, Paper, Section
from tests.report.samples import CONFIG, RICH, config_of, plan_of
from tests.report.year import CULTURE, material_of


def section(paper: Paper, key: str) -> Section:
    return next(section for section in paper.cover or () if section.key == key)


def test_themes_have_stage_counts_and_late_ones() -> None:
    (picture,) = section(build_overview_paper(material_of()), "standings").pictures
    assert picture.beside
    told = [[str(cell.text).replace("\u00a0", " ") for cell in row] for row in picture.table.rows]
    assert told[1] == [
        "Kultur", "Forslag til drøftelse", "I gang: 1 · Løbende: 1 · Udgået: 1 · Kommende: 1", "1",
    ]  # fmt: skip


def test_activities_are_counted_as_status_reports_count_them() -> None:
    material = material_of()
    overview = section(build_overview_paper(material), "standings").pictures[0].data
    report = section(build_status_paper(material, "2022-06"), "standings").pictures[0].data
    assert isinstance(overview, Bars)
    assert isinstance(report, Bars)
    assert [bar.total for bar in overview.bars] == [bar.total for bar in report.bars]


def test_before_any_report_nothing_is_drawn_and_all_are_counted() -> None:
    standings = section(build_overview_paper(material_of(reports=())), "standings")
    assert not standings.pictures
    assert [str(row[2].text) for row in standings.tables[0].rows] == ["7 aktiviteter", "4 aktiviteter"]


def test_after_the_years_last_step_the_next_one_is_that_of_the_year_after() -> None:
    (table,) = section(build_overview_paper(material_of(today=date(2022, 7, 5))), "due").tables
    assert [[str(cell.text) for cell in row] for row in table.rows] == [
        ["Dialog", "november 2022", "Kommende"]
    ]
    last = material_of(today=date(2022, 7, 5))
    assert not [
        one
        for one in build_overview_paper(last._replace(config=ending(2022))).cover or ()
        if one.key == "due"
    ]


def ending(year: int) -> Config:
    return config_of(agreements=[{**CONFIG["agreements"][0], "last_year": str(year)}])


def test_a_status_report_that_is_begun_is_not_called_missing() -> None:
    cycle = [{"id": "c", "month": "juni", "needs": "status-report"}]
    config = config_of(agreements=[{**CONFIG["agreements"][0], "cycle": cycle}])
    (table,) = section(build_overview_paper(material_of(config=config)), "due").tables
    assert str(table.rows[0][2].text) == "Aktuel nu. Mangler status på nogle aktiviteter – Sundhed"
    (table,) = section(build_overview_paper(material_of(config=config, reports=())), "due").tables
    assert str(table.rows[0][2].text) == "Aktuel nu. Mangler: Afrapportering på handleplan – alle temaer"


def test_the_next_meeting_with_a_day_is_told() -> None:
    facts = build_overview_paper(material_of()).facts
    assert ("Næste møde", ("c", "28. juni 2022")) in facts
    later = build_overview_paper(material_of(today=date(2022, 7, 1))).facts
    assert not [fact for fact in later if fact.label == "Næste møde"]


def test_steps_that_are_open_are_listed_with_the_next_one() -> None:
    (table,) = section(build_overview_paper(material_of(today=date(2022, 1, 20))), "due").tables
    assert [(row[0].text, row[2].text) for row in table.rows] == [
        ("Dialog", "Aktuel nu"),
        ("Udkast", "Aktuel nu"),
        ("c", "Kommende"),
    ]


def test_what_a_step_lacks_is_named_with_its_themes() -> None:
    material = material_of(today=date(2022, 1, 20))
    agreement = material.config.agreements[0]
    cycle = tuple(step.model_copy(update={"needs": "agreed"}) for step in agreement.cycle)
    changed = material.config.model_copy(
        update={"agreements": (agreement.model_copy(update={"cycle": cycle}),)}
    )
    (table,) = section(build_overview_paper(material._replace(config=changed)), "due").tables
    assert str(table.rows[1][2].text) == "Aktuel nu. Mangler: Aftalt – alle temaer"


def test_late_ones_beyond_the_page_are_counted() -> None:
    work = [
        {"id": f"x{n}", "text": "Et langt navn på en aktivitet " * 4, "quarters": "Q1"} for n in range(30)
    ]
    late = section(build_overview_paper(material_of(plan_of(RICH), plan_of(CULTURE, actions=work))), "late")
    shown = len(late.tables[0].rows)
    assert 2 <= shown < 32
    assert late.more == f"… og {32 - shown} flere"


def crowded(themes: int, name: str) -> Paper:
    """Build the overview of many themes with long names, two late activities each."""
    slugs = [f"t{number}" for number in range(themes)]
    named = [{"slug": slug, "name": f"{name} {slug}"} for slug in slugs]
    config = config_of(agreements=[{**CONFIG["agreements"][0], "themes": named}])
    late = [{"id": f"x{number}", "text": "Et møde", "quarters": "Q1"} for number in range(2)]
    plans = [plan_of({"theme": slug, "year": "2022", "title": slug, "actions": late}) for slug in slugs]
    told = {
        "theme": "t0",
        "year": "2022",
        "date": "2022-06-14",
        "activities": {"x0": {"status": "in_progress"}},
    }
    return build_overview_paper(material_of(*plans, config=config, reports=(told,)))


def test_the_picture_makes_room_where_the_table_beside_it_would_fill_the_page() -> None:
    few, many = crowded(6, "Tema"), crowded(16, "Tema")
    assert section(few, "standings").pictures
    assert not section(many, "standings").pictures
    (table,) = section(many, "standings").tables
    assert len(table.rows) == 16
    assert section(many, "late").tables[0].rows


def test_where_no_row_fits_late_ones_are_counted() -> None:
    late = section(crowded(20, "Bæredygtige hospitaler og klimatilpasning"), "late")
    assert not late.tables
    assert late.intro
    assert late.intro.visible == "40 aktiviteter"


def test_nothing_late_is_good_news() -> None:
    late = section(build_overview_paper(material_of(today=date(2022, 3, 31))), "late")
    assert late.intro
    assert late.intro.visible == "Ingen aktiviteter har overskredet tidsplanen."
    assert not late.tables
