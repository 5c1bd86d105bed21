"""What is told to be missing for a meeting."""

from datetime import date

from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.papers.lacking import lacking
from handleplan.papers.occasion import find_occasion
from handleplan.report.frame import Material
from tests.papers.office import MEETINGS, NEW_YEAR, REPORTS, config, material, occasion_of
from tests.report.samples import plan_of
from tests.report.year import CULTURE

JUNE = date(2022, 6, 20)
NO_RECORD = "Mødets dato og dagsorden er ikke noteret endnu."


def only(plan: Plan) -> Material:
    found = material()
    return found._replace(data=found.data._replace(plans={plan.theme: plan}))


def test_nothing_is_missing_where_all_is_there() -> None:
    assert lacking(material(), occasion_of("january-meeting")) == ()


def test_a_step_that_its_papers_do_needs_no_record() -> None:
    assert lacking(material(), occasion_of("draft")) == ()


def test_a_theme_without_a_plan_and_one_that_is_not_so_far() -> None:
    draft = plan_of({**CULTURE, "stages": {}})
    assert lacking(only(draft), occasion_of("january-meeting")) == (
        "Der er endnu ingen handleplan: Sundhed",
        "Handleplanen er endnu ikke noteret som “Forslag til drøftelse”: Kultur",
    )
    assert lacking(only(draft), occasion_of("january-meeting", "sundhed")) == (
        "Der er endnu ingen handleplan: Sundhed",
    )


def test_a_stage_counts_as_the_papers_show_it() -> None:
    planned = plan_of(CULTURE)
    occasion = occasion_of("draft", "kultur")
    assert lacking(only(planned), occasion) == ()
    assert len(lacking(only(planned)._replace(as_of=date(2022, 1, 9)), occasion)) == 1


def test_reports_that_are_missing_and_one_that_is_not_whole() -> None:
    occasion = occasion_of("june-meeting")
    assert lacking(material(JUNE, reports=()), occasion) == (
        "Der er endnu ingen afrapportering til mødet: Sundhed, Kultur",
        NO_RECORD,
    )
    whole = lacking(material(JUNE), occasion)
    assert whole == ("Der mangler status på 1 aktivitet i runden 2022-06: Sundhed", NO_RECORD)


def test_a_report_for_another_meeting_does_not_count() -> None:
    other = {**REPORTS[1], "meeting": "january-meeting"}
    found = lacking(material(JUNE, reports=(REPORTS[0], other)), occasion_of("june-meeting"))
    assert "Der er endnu ingen afrapportering til mødet: Kultur" in found


def test_a_meeting_that_is_on_record_for_some_themes_only_and_has_no_agenda() -> None:
    assert lacking(material(), occasion_of("team-dialogue")) == (
        "Mødets dato og dagsorden er ikke noteret endnu: Sundhed",
        "Der er endnu ingen dagsorden til mødet den 20. november 2021.",
    )


def test_a_later_meeting_lets_a_later_report_count() -> None:
    meeting = Meeting.model_validate(
        {"step": "june-meeting", "date": "2022-08-20", "agenda": [{"title": "x"}]}
    )
    meetings = {**MEETINGS, "june": meeting}
    late = {**REPORTS[1], "date": "2022-08-10"}
    occasion = find_occasion(config(), {2022: meetings}, "june", NEW_YEAR, ("kultur",))
    assert lacking(material(JUNE, reports=(late,), meetings=meetings), occasion) == ()
    (line,) = lacking(material(JUNE, reports=(late,)), occasion)
    assert line == "Der er endnu ingen afrapportering til mødet: Kultur"
