"""What is told to be missing for a meeting."""

from datetime import date

from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.papers.lacking import Lack, lacking
from handleplan.papers.occasion import find_occasion, narrow
from handleplan.report.frame import Material
from tests.papers.office import MEETINGS, NEW_YEAR, REPORTS, config, material, occasion_of
from tests.report.samples import plan_of
from tests.report.year import CULTURE

JUNE = date(2022, 6, 20)
NO_RECORD = Lack("Mødet er endnu ikke registreret: alle temaer", "handleplan new meeting june-meeting")


def only(plan: Plan, day: date = NEW_YEAR) -> Material:
    found = material(day)
    return found._replace(data=found.data._replace(plans={plan.theme: plan}))


def test_nothing_is_missing_where_all_is_there_or_the_meeting_was_held() -> None:
    assert lacking(material(), occasion_of("january-meeting")) == ()
    draft = plan_of({**CULTURE, "stages": {}})
    assert lacking(only(draft, JUNE), occasion_of("january-meeting")) == ()


def test_a_step_that_its_papers_do_needs_no_record() -> None:
    assert lacking(material(), occasion_of("draft")) == ()


def test_a_theme_without_a_plan_and_one_that_is_not_so_far() -> None:
    draft = plan_of({**CULTURE, "stages": {}})
    no_plan = Lack("Handleplanen for 2022 mangler: Sundhed")
    assert lacking(only(draft), occasion_of("january-meeting")) == (
        no_plan,
        Lack(
            "Planen er endnu ikke registreret som “Forslag til drøftelse”: Kultur",
            "handleplan set kultur --stage proposed --date 2022-01-12",
        ),
    )
    assert lacking(only(draft), occasion_of("january-meeting", "sundhed")) == (no_plan,)
    with_command = lacking(only(draft), occasion_of("january-meeting", "sundhed"), (2021, 2022))
    assert with_command[0].command == "handleplan new year 2022"


def test_a_stage_of_a_later_day_is_missing_where_the_papers_lack_it() -> None:
    early = only(plan_of(CULTURE), date(2022, 1, 9))
    occasion = occasion_of("draft", "kultur")
    assert lacking(early, occasion) == ()
    (line,) = lacking(early._replace(as_of=date(2022, 1, 9)), occasion)
    assert line.text == "Planen er registreret som “Forslag til drøftelse” fra 10. januar 2022: Kultur"


def test_reports_that_are_missing_and_one_that_is_not_whole() -> None:
    occasion = occasion_of("june-meeting")
    assert lacking(material(JUNE, reports=()), occasion) == (
        Lack(
            "Afrapporteringen i runde 2022-06 mangler: alle temaer",
            "handleplan new status --round 2022-06",
        ),
        NO_RECORD,
    )
    (one, record) = lacking(material(JUNE), occasion)
    assert one == Lack("1 aktivitet har intet id og kan ikke få en status: Sundhed", "handleplan fix")
    assert record == NO_RECORD


def test_one_activity_without_a_status_is_told_with_its_command() -> None:
    told = {**REPORTS[1], "activities": {"k1": {"status": "done"}, "k2": {"status": "done"}}}
    (line, _) = lacking(material(JUNE, reports=(told,)), occasion_of("june-meeting", "kultur"))
    assert line == Lack(
        "Der mangler status på 1 aktivitet i runden 2022-06: Kultur",
        "handleplan set kultur.k4 --status STATUS --round 2022-06",
    )


def test_of_many_activities_only_the_number_is_told() -> None:
    empty = {**REPORTS[1], "activities": {}}
    (line, _) = lacking(material(JUNE, reports=(empty,)), occasion_of("june-meeting", "kultur"))
    assert line == Lack("Der mangler status på 3 aktiviteter i runden 2022-06: Kultur")


def test_a_report_that_is_there_but_for_a_later_day_is_not_missing() -> None:
    found = lacking(material(date(2022, 6, 1)), occasion_of("june-meeting", "kultur"))
    assert [line.text for line in found] == ["Mødet er endnu ikke registreret: Kultur"]


def test_a_meeting_that_is_on_record_for_some_themes_only_and_has_no_agenda() -> None:
    day = date(2021, 11, 5)
    assert [line.text for line in lacking(material(day), occasion_of("team-dialogue", day=day))] == [
        "Mødet er endnu ikke registreret: Sundhed",
        "Der er endnu ingen dagsorden til mødet den 20. november 2021.",
    ]


def test_a_later_meeting_lets_a_later_report_count() -> None:
    meeting = Meeting.model_validate(
        {"step": "june-meeting", "date": "2022-08-20", "agenda": [{"title": "x"}]}
    )
    meetings = {**MEETINGS, "june": meeting}
    late = {**REPORTS[1], "date": "2022-08-10"}
    occasion = narrow(config(), find_occasion(config(), {2022: meetings}, "june", NEW_YEAR), ("kultur",))
    assert lacking(material(JUNE, reports=(late,), meetings=meetings), occasion) == ()
    found = lacking(material(JUNE, reports=(late,)), occasion)
    assert found[0].text == "Afrapporteringen i runde 2022-06 mangler: Kultur"
