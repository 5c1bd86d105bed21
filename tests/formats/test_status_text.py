"""The status as people read it: whole pages in both languages, and what must hold for any page."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from handleplan.formats import status_markdown
from handleplan.formats.status_text import render
from handleplan.formats.terminal import display_width, neutralise
from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.model.config import Config
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.status import Reported, YearData, build_status
from tests.years import CONFIG as YEARS
from tests.years import YEAR

CYCLE: list[dict[str, Any]] = [
    {
        "id": "team",
        "month": "november",
        "of": "previous-year",
        "title": "Dialog med de faglige teams",
        "responsible": "CDEU",
    },
    {"id": "draft", "month": "januar", "title": "Udkast", "needs": "proposed", "done_by": "papers"},
    {"id": "january", "month": "januar", "title": "Ledelsesmøde i januar", "needs": "proposed"},
    {"id": "june", "month": "juni", "title": "Ledelsesmøde i juni", "needs": "status-report"},
]
THEMES = [{"slug": "sundhed", "name": "Sundhed"}, {"slug": "kultur", "name": "Kultur"}]


def config(cycle: list[dict[str, Any]] | None = None, **keys: Any) -> Config:
    agreement = {"title": "A", "first_year": "2022", "last_year": "2025", "themes": THEMES, "cycle": cycle}
    return Config.model_validate({"agreements": [agreement], **keys})


CONFIG = config(CYCLE)
SUNDHED = Plan.model_validate(
    {
        "theme": "sundhed",
        "year": "2022",
        "title": "Sundhed",
        "stages": {"proposed": "2022-01-10"},
        "focus_areas": [
            {
                "id": "data",
                "title": "Data",
                "activities": [
                    {"id": "data-1", "text": "Kortlægge sundhedsdata", "quarters": "Q1", "owner": "AB"},
                    {"id": "data-2", "text": "Gennemføre", "quarters": "Q2-Q4"},
                ],
            },
        ],
        "actions": [
            {"id": "h1", "text": "Deltage i netværk om sundhed og digitalisering"},
            {"id": "h2", "text": "Afklare muligheder og finde partnere til en ansøgning", "quarters": "Q1"},
        ],
    }
)
KULTUR = Plan.model_validate(
    {"theme": "kultur", "year": "2022", "title": "Kultur", "actions": [{"id": "h1", "text": "Synliggøre"}]}
)


def report(when: str, **statuses: str) -> Reported:
    entries = {key.replace("_", "-"): {"status": status} for key, status in statuses.items()}
    model = StatusReport.model_validate(
        {"theme": "sundhed", "year": "2022", "date": when, "activities": entries}
    )
    return when[:7], "sundhed", model


def meeting(step: str, when: str, *themes: str) -> Meeting:
    return Meeting.model_validate({"step": step, "date": when, "themes": list(themes)})


BARE = YearData(2022, {"sundhed": SUNDHED, "kultur": KULTUR})
FULL = YearData(
    2022,
    {"sundhed": SUNDHED, "kultur": KULTUR},
    (report("2022-06-14", data_1="in_progress", data_2="planned", h1="done"),),
    (
        meeting("team", "2021-11-11"),
        meeting("january", "2022-01-25", "sundhed"),
        meeting("june", "2022-07-05"),
    ),
)


def page(*years: YearData, on: str, language: Language = "da", width: int = 80, colour: bool = False) -> str:
    status = build_status(CONFIG, years, date.fromisoformat(on))
    return render(status, Texts(language), width=width, colour=colour)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "years", "on"),
    [
        ("january", (BARE,), "2022-01-20"),
        ("july", (FULL,), "2022-07-01"),
        ("november", (FULL, YearData(2023)), "2022-11-15"),
    ],
)
def test_whole_pages(
    name: str, years: tuple[YearData, ...], on: str, language: Language, golden: Callable[[str, str], None]
) -> None:
    golden(f"status-{name}.{language}.txt", page(*years, on=on, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "on", "width", "detailed"),
    [("theme", "2022-07-01", 80, True), ("narrow", "2022-07-01", 40, False)],
)
def test_pages_of_another_kind(
    name: str, on: str, width: int, language: Language, golden: Callable[[str, str], None], *, detailed: bool
) -> None:
    chosen = {"sundhed"} if detailed else set()
    found = build_status(YEARS, [YEAR], date.fromisoformat(on), chosen=chosen)
    text = render(found, Texts(language), width=width, colour=False, detailed=detailed)
    golden(f"status-{name}.{language}.txt", text)


@pytest.mark.parametrize(
    ("on", "danish", "english"),
    [
        ("2022-05-30", "om 2 dage", "in 2 days"),
        ("2022-05-31", "i morgen", "tomorrow"),
        ("2022-06-28", "2 dage tilbage", "2 days left"),
        ("2022-06-29", "1 dag tilbage", "1 day left"),
        ("2022-06-30", "i dag er sidste dag", "today is the last day"),
        ("2022-07-01", "  for 1 dag siden", "1 day ago"),
        ("2022-07-02", "  for 2 dage siden", "2 days ago"),
    ],
)
def test_days_in_words(on: str, danish: str, english: str) -> None:
    expected: dict[Language, str] = {"da": danish, "en": english}
    for language, words in expected.items():
        lines = page(BARE, on=on, language=language).splitlines()
        (row,) = [line for line in lines if line.startswith("  Ledelsesmøde i juni  ")]
        assert row.endswith(words)


def due(text: str) -> list[str]:
    """The lines about what is due, without those that tell what is overdue."""
    part = next(part for part in text.split("\n\n") if part.startswith(("Aktuelt nu", "Due now")))
    return part.splitlines()[1:]


def test_each_last_day_is_told_with_its_themes() -> None:
    year = FULL._replace(meetings=(meeting("june", "2022-07-05", "sundhed"),), reports=())
    assert due(page(year, on="2022-06-20")) == [
        "  Ledelsesmøde i juni (2022): senest 30. juni 2022 – 10 dage tilbage",
        "    Mangler: Afrapportering på handleplan – Kultur",
        "  Ledelsesmøde i juni (2022): senest 5. juli 2022 – 15 dage tilbage",
        "    Mødet er planlagt til 5. juli 2022",
        "    Mangler: Afrapportering på handleplan – Sundhed",
    ]


def test_meetings_on_different_days_are_told_with_their_themes() -> None:
    days = (meeting("june", "2022-06-25", "sundhed"), meeting("june", "2022-06-28", "kultur"))
    assert due(page(BARE._replace(meetings=days), on="2022-06-20", language="en")) == [
        "  Ledelsesmøde i juni (2022): by 30 June 2022 – 10 days left",
        "    The meeting is planned for 25 June 2022 – Sundhed",
        "    The meeting is planned for 28 June 2022 – Kultur",
        "    Missing: Status report on the action plan – all themes",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1, 40, 60, 80, 120])
@pytest.mark.parametrize("on", ["2022-01-20", "2022-07-01", "2022-11-15"])
def test_pages_fit_their_width(language: Language, width: int, on: str) -> None:
    lines = page(FULL, YearData(2023), on=on, language=language, width=width).splitlines()
    assert max(map(display_width, lines)) <= max(width, 40)
    assert all(line == line.rstrip() for line in lines)


def test_colour_adds_codes_and_nothing_else() -> None:
    plain = page(FULL, on="2022-07-01")
    coloured = page(FULL, on="2022-07-01", colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;33mUdestår\x1b[0m" in coloured
    assert neutralise(coloured).count("\ufffd") > 0
    for code in (
        "\x1b[0m",
        "\x1b[1m",
        "\x1b[2m",
        "\x1b[32m",
        "\x1b[33m",
        "\x1b[1;33m",
        "\x1b[1;36m",
        "\x1b[36m",
    ):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_texts_of_the_workspace_are_harmless_and_aligned() -> None:
    hostile = Config.model_validate(
        {
            "agreements": [
                {
                    "title": "A",
                    "first_year": "2022",
                    "last_year": "2022",
                    "themes": [
                        {"slug": "a", "name": "健康\x1b[2J"},
                        {"slug": "b", "name": "Kultur\r\n::error::x"},
                    ],
                    "cycle": [{"id": "s", "month": "1", "title": "{møde}\x07", "responsible": "\x9bX"}],
                }
            ],
            "labels": {"owner": "Tovholder\x1b"},
        }
    )
    plans = {
        slug: Plan.model_validate(
            {
                "theme": slug,
                "year": "2022",
                "title": "T",
                "actions": [{"text": "\u202e{x} " + "ord" * 50, "quarters": "Q1", "owner": "\x1b]0;x\x07"}],
            }
        )
        for slug in ("a", "b")
    }
    status = build_status(hostile, [YearData(2022, plans)], date(2022, 5, 1))
    text = render(status, Texts("da", hostile.labels), width=60, colour=False)
    assert neutralise(text.replace("\n", "")) == text.replace("\n", "")
    assert max(map(display_width, text.splitlines())) <= 60
    assert "  健康\ufffd[2J           Arbejdsudkast\n  Kultur ::error::x  Arbejdsudkast\n" in text
    assert "{møde}\ufffd" in text
    assert "Tovholder\ufffd: \ufffd]0;x\ufffd" in text
    assert text.replace("\n", "").replace(" ", "").count("ord" * 50) == 2


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "Her er endnu ingen planer, og ingen samarbejdsaftale gælder på denne dato."),
        ("en", "There are no plans here yet, and no agreement is in force on this date."),
    ],
)
def test_nothing_at_all(language: Language, said: str) -> None:
    status = build_status(Config(), [], date(2022, 6, 20))
    assert said in render(status, Texts(language), width=80, colour=False)


def test_a_year_without_agreement_and_one_without_cycle() -> None:
    on = date(2021, 6, 1)
    for given, year, said in (
        (CONFIG, 2021, "Ingen samarbejdsaftale dækker 2021, så året har intet årshjul."),
        (config([]), 2022, "Samarbejdsaftalen for 2022 har intet årshjul."),
    ):
        status = build_status(given, [YearData(year, {"sundhed": SUNDHED})], on)
        assert said in render(status, Texts("da"), width=80, colour=False)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Config(), "Ingen samarbejdsaftale dækker 2022, så året har intet årshjul."),
        (config([]), "Samarbejdsaftalen for 2022 har intet årshjul."),
    ],
)
def test_what_comes_next_where_there_is_no_cycle(given: Config, said: str) -> None:
    status = build_status(given, [YearData(2022, {"sundhed": SUNDHED})], date(2022, 6, 1))
    for shown in (
        render(status, Texts("da"), width=80, colour=False, ahead=True),
        status_markdown.render(status, Texts("da"), ahead=True),
    ):
        assert said in shown
        assert "ikke flere trin" not in shown


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "Der er endnu ikke rapporteret status på årets ene aktivitet."),
        ("en", "No status has been reported yet on the year's one activity."),
    ],
)
def test_nothing_reported_on_a_single_activity(language: Language, said: str) -> None:
    assert said in page(YearData(2022, {"kultur": KULTUR}), on="2022-06-20", language=language)
