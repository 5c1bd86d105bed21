from datetime import date

from handleplan.report.overview_paper import build_overview_paper
from handleplan.report.view import Paper, Section
from tests.report.samples import CONFIG, RICH, config_of, plan_of
from tests.report.year import CULTURE, material_of


def section(paper: Paper, key: str) -> Section:
    return next(section for section in paper.cover or () if section.key == key)


def test_themes_have_stage_counts_and_late_ones() -> None:
    (picture,) = section(build_overview_paper(material_of()), "standings").pictures
    assert picture.beside
    told = [[str(cell.text).replace("\u00a0", " ") for cell in row] for row in picture.table.rows]
    assert told[1] == [
        "Kultur", "Forslag til drøftelse", "I gang: 1 · Løbende: 1 · Udgået: 1 · Status ikke oplyst: 1", "1",
    ]  # fmt: skip


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
    assert str(table.rows[1][2].text) == "Aktuel nu; Mangler: Aftalt – alle temaer"


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
    return build_overview_paper(material_of(*plans, config=config, reports=()))


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
