from datetime import date

import pytest

from handleplan.locale import Texts
from handleplan.model.index import Index
from handleplan.report.plan_paper import build_plan_paper
from handleplan.report.view import Stage
from handleplan.workspace import Workspace
from tests.report.samples import INDEX, PLAIN_AREAS, RICH, config_of, paper_of, plan_of


@pytest.mark.parametrize(
    ("as_of", "name", "mark"),
    [
        (date(2022, 1, 9), "draft", "Arbejdsudkast"),
        (date(2022, 1, 10), "proposed", "Forslag til drøftelse · 10. januar 2022"),
        (date(2022, 1, 24), "proposed", "Forslag til drøftelse · 10. januar 2022"),
        (date(2022, 1, 25), "agreed", None),
        (None, "agreed", None),
    ],
)
def test_the_stage_is_the_last_one_reached(as_of: date | None, name: str, mark: str | None) -> None:
    stage = paper_of(plan_of(RICH), as_of=as_of).stage
    assert stage
    assert (stage.name, stage.mark) == (name, mark)


def test_one_theme_alone_has_its_own_title_and_no_cover() -> None:
    paper = paper_of(plan_of(RICH), index=INDEX)
    assert paper.title == "Sundhed <2022> & *mere*"
    assert paper.cover is None
    assert paper.contents == ()
    assert [theme.name for theme in paper.themes] == ["Sundhed"]


def test_the_whole_has_cover_and_contents_even_with_one_plan() -> None:
    paper = paper_of(plan_of(RICH), index=INDEX, chosen=())
    assert paper.title == "Handleplan 2022"
    assert paper.day is not None
    assert paper.day.text == "9. januar 2022"
    assert paper.case_number == "1-30-72-1-22"
    assert [section.key for section in paper.cover or ()] == ["introduction", "dialogue_model", "cycle"]
    assert [item.title for item in paper.contents] == [
        "Dialogmodellen", "Årshjul", "Sundhed <2022> & *mere*", "Forkortelser",
    ]  # fmt: skip


def test_a_year_without_a_cover_file_has_a_plain_one() -> None:
    paper = paper_of(plan_of(RICH), plan_of(PLAIN_AREAS), language="en")
    assert paper.title == "Action plan 2022"
    assert [section.key for section in paper.cover or ()] == ["cycle"]


def test_chosen_themes_keep_the_papers_order(shipped: Workspace) -> None:
    plans = shipped.plans(2022)
    paper = build_plan_paper(
        shipped.config, plans, year=2022, texts=Texts("da"), chosen=("uddannelse", "kultur"), index=None
    )
    assert [plan.theme.slug for plan in paper.plans] == ["kultur", "uddannelse"]
    assert paper.cover is not None


def test_the_whole_is_as_far_as_its_least_plan() -> None:
    agreed, draft = plan_of(RICH), plan_of(PLAIN_AREAS)
    assert paper_of(agreed, draft).stage == Stage("draft", "Arbejdsudkast", None, "Arbejdsudkast")
    other = plan_of(PLAIN_AREAS, stages={"proposed": "2022-01-11"})
    earlier = plan_of(RICH, stages={"proposed": "2022-01-10"})
    assert getattr(paper_of(earlier, other).stage, "mark", None) == "Forslag til drøftelse"


def test_steps_of_the_cycle_print_months_and_days() -> None:
    cover = paper_of(plan_of(RICH), chosen=()).cover or ()
    steps = [(step.when, step.text.source if step.text else None, step.title) for step in cover[-1].steps]
    assert steps == [
        ("November", "RU taler med *alle*.", "Dialog"),
        ("15. januar – 15. februar 2022", None, "Udkast"),
        ("Juni", None, None),
    ]


def test_the_introduction_has_a_heading_only_when_asked_for() -> None:
    assert next(s.heading for s in paper_of(plan_of(RICH), chosen=(), index=INDEX).cover or ()) is None
    wish = Index.model_validate(
        {"year": "2022", "introduction": "Hej", "sections": {"introduction": {"heading": "Velkommen"}}}
    )
    assert next(s.heading for s in paper_of(plan_of(RICH), chosen=(), index=wish).cover or ()) == "Velkommen"


def test_colours_come_from_the_theme_else_the_organisation() -> None:
    paper = paper_of(plan_of(RICH), plan_of(PLAIN_AREAS))
    assert [theme.colour for theme in paper.themes] == ["#a8322d", "#0b5563"]


def test_a_theme_the_agreement_does_not_know_is_called_by_its_slug() -> None:
    paper = paper_of(plan_of(PLAIN_AREAS, theme="dans"), config=config_of(organisation=None))
    assert (paper.themes[0].name, paper.themes[0].colour, paper.organisation) == ("dans", None, None)
