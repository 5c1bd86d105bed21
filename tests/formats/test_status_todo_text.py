"""What is to be done as text: whole pages in both languages, and their width."""

from collections.abc import Callable

import pytest

from handleplan.formats.status_text import render
from handleplan.formats.terminal import display_width
from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.owed import owed_by
from handleplan.status import Around, Status, YearData
from tests.years import CONFIG, NEXT_YEAR, YEAR, meeting, status

NEW = YearData(2023)


def page(found: Status, language: Language, *, width: int = 80, mine: str = "", ahead: bool = False) -> str:
    owed = owed_by(CONFIG, found, mine) if mine else None
    return render(found, Texts(language), width=width, colour=False, owed=owed, ahead=ahead)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("january", status("2022-01-11", YEAR._replace(reports=(), meetings=()))),
        ("june", status("2022-06-15")),
        ("november", status("2022-11-15", YEAR, NEW, around=Around(planned=(2022,)))),
        ("january-after", status("2023-01-20", YEAR, NEXT_YEAR)),
    ],
)
def test_next(name: str, found: Status, language: Language, golden: Callable[[str, str], None]) -> None:
    golden(f"status-next-{name}.{language}.txt", page(found, language, ahead=True))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("owner", ["AB", "CDEU", "MH"])
def test_mine(owner: str, language: Language, golden: Callable[[str, str], None]) -> None:
    golden(f"status-mine-{owner}.{language}.txt", page(status("2022-06-15"), language, mine=owner))


@pytest.mark.parametrize("width", [1, 40, 60, 80])
@pytest.mark.parametrize("language", LANGUAGES)
def test_only_commands_are_longer_than_the_page(width: int, language: Language) -> None:
    for found in (status("2022-06-15"), status("2023-01-20", YEAR, NEXT_YEAR)):
        text = page(found, language, width=width, mine="CDEU", ahead=True)
        lines = [line for line in text.splitlines() if not line.lstrip().startswith("handleplan ")]
        assert max(map(display_width, lines)) <= max(width, 40)


def test_both_go_together() -> None:
    text = page(status("2022-06-15"), "da", mine="AB", ahead=True)
    assert text.index("Anne Berg (AB)") < text.index("Aktuelt nu")


def test_a_command_stays_on_one_line() -> None:
    text = page(status("2023-01-20", YEAR, NEXT_YEAR), "da", width=40, ahead=True)
    assert "      handleplan new status --round 2023-01 --theme sundhed --year 2022\n" in text


@pytest.mark.parametrize(("language", "said"), [("da", "Intet mangler."), ("en", "Nothing is missing.")])
def test_a_step_for_which_everything_is_there(language: Language, said: str) -> None:
    assert said not in page(status("2022-10-10"), language, ahead=True)
    planned = YearData(2023, meetings=(meeting("team-dialogue", "2022-11-08"),))
    assert said in page(status("2022-10-10", around=Around(after=planned)), language, ahead=True)
