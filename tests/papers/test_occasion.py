"""Which meeting a word means."""

from datetime import date

import pytest

from handleplan.failure import Failure
from handleplan.model.meeting import Meeting
from handleplan.papers.occasion import find_occasion
from tests.papers.office import MEETINGS, NEW_YEAR, config, occasion_of


@pytest.mark.parametrize("word", ["january-meeting", "January-Meeting", "january-meeting.yaml"])
def test_a_step_is_named_by_its_id(word: str) -> None:
    found = occasion_of(word)
    assert (found.step.id, list(found.meetings), found.themes) == ("january-meeting", ["january-meeting"], ())
    assert not found.single


def test_a_record_is_named_by_its_file_and_brings_its_themes() -> None:
    found = occasion_of("team-kultur.yml")
    assert (found.step.id, found.themes, found.single) == ("team-dialogue", ("kultur",), True)


def test_a_step_without_a_record_is_one_all_the_same() -> None:
    assert occasion_of("june-meeting").meetings == {}


def test_chosen_themes_leave_out_records_of_others() -> None:
    assert occasion_of("team-dialogue", "sundhed").meetings == {}
    assert list(occasion_of("team-dialogue", "kultur").meetings) == ["team-kultur"]


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2022, 5, 31), 2022),
        (date(2022, 11, 1), 2023),
        (date(2022, 12, 1), 2023),
        (date(2022, 7, 17), 2022),
    ],
)
def test_of_several_years_the_nearest_counts(day: date, year: int) -> None:
    # 17 July lies as far from the January before, 31 days long, as from the one after
    assert find_occasion(config(), {2023: {}, 2022: MEETINGS}, "january-meeting", day).year == year


def test_a_record_is_as_near_as_its_day() -> None:
    early = Meeting.model_validate({"step": "draft", "date": "2022-03-01"})
    late = Meeting.model_validate({"step": "draft", "date": "2023-03-01"})
    found = find_occasion(config(), {2022: {"x": early}, 2023: {"x": late}}, "x", date(2022, 10, 1))
    assert found.year == 2023


def failure(word: str, *themes: str) -> Failure:
    with pytest.raises(Failure) as caught:
        occasion_of(word, *themes)
    return caught.value


def test_an_unknown_meeting_is_told_with_the_nearest() -> None:
    found = failure("januray-meeting.yaml")
    assert found.key == "unknown-meeting"
    assert found.values["nearest"] == "january-meeting"
    assert "team-kultur" in str(found.values["expected"])


def test_a_record_of_an_unknown_step_is_told() -> None:
    stray = {"x": Meeting.model_validate({"step": "drafts", "date": "2022-03-01"})}
    with pytest.raises(Failure) as caught:
        find_occasion(config(), {2022: stray}, "x", NEW_YEAR)
    assert (caught.value.key, caught.value.values["nearest"]) == ("meeting-without-step", "draft")


def test_a_record_of_other_themes_than_the_chosen_is_told() -> None:
    assert failure("team-kultur", "sundhed").key == "meeting-of-other-themes"
