"""What is said of agreed plans that have changed: in real repositories, where it stands, and in both languages."""

from pathlib import Path

import pytest

from handleplan.locale import Language
from tests.repositories import commit, git, news, repository
from tests.workspaces import BASE, findings, plan, write

WORK = """\
vision: |
  Et sundt Midtjylland
focus_areas:
  - id: data
    title: Data
    activities:
      - id: d1
        text: Kortlægning
        quarters: Q1
      - id: d2
        text: Et møde
actions:
  - id: h1
    text: Netværk
  - id: h2
    text: Synlighed
"""
STAGES = "stages:\n  proposed: 2022-01-10\n  agreed: 2022-01-25\n"
AGREED = plan("sundhed") + WORK + STAGES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path / "plans", {**BASE, "2022/sundhed.yaml": AGREED})


def found(folder: Path, text: str) -> list[tuple[str, int, int]]:
    """Return what is said of changes to the agreed plan when a text takes its place: code, line, column."""
    write(folder, {"2022/sundhed.yaml": text})
    return [(code, one.line, one.column) for code, one in news(folder) if code.startswith("HP31")]


def said(folder: Path, language: Language = "da") -> list[str]:
    return [one.message for code, one in news(folder, language=language) if code.startswith("HP31")]


def test_without_a_revision_nothing_is_compared(folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": AGREED.replace("Netværk", "Venner")})
    assert not [one for one in findings(folder) if one.code.startswith("HP31")]


CLOSED = STAGES + "  closed: 2023-01-20\n"


@pytest.mark.parametrize(
    ("before", "after", "line", "gone", "language"),
    [
        (STAGES, "", 1, "agreed", "da"),
        (STAGES, "stages:\n  proposed: 2022-01-10\n", 23, "agreed", "da"),
        (CLOSED, STAGES, 23, "closed", "da"),
        (CLOSED, "", 1, "agreed, closed", "da"),
        (CLOSED, "", 1, "agreed, closed", "en"),
    ],
)
def test_a_stage_that_was_taken_away_is_told_once(
    before: str, after: str, line: int, gone: str, language: Language, folder: Path
) -> None:
    commit(folder, {"2022/sundhed.yaml": AGREED.replace(STAGES, before)})
    git(folder, "branch", "--force", "main")
    assert [(code, at) for code, at, _ in found(folder, AGREED.replace(STAGES, after))] == [("HP315", line)]
    (message,) = said(folder, language)
    assert f" {gone}. " in message
    assert "2022-01-25" in message


def test_every_changed_entry_is_told_at_what_has_changed(folder: Path) -> None:
    text = AGREED.replace("Q1", "Q2").replace("text: Netværk", "title: Venner\n    text: Netværk")
    assert found(folder, text) == [("HP312", 15, 19), ("HP312", 20, 12)]
    assert said(folder) == [
        f"Ændret, siden planen blev aftalt 2022-01-25: {what}. Ret det tilbage, eller aftal planen på ny med en senere dato "
        "ved agreed. Fremdrift hører hjemme i statusrapporten."
        for what in ("d1.quarters (Q1 → Q2)", "h1.title (– → “Venner”)")
    ]


def test_a_value_that_is_gone_is_told_at_its_entry(folder: Path) -> None:
    assert found(folder, AGREED.replace("        quarters: Q1\n", "")) == [("HP312", 13, 9)]
    (message,) = said(folder, "en")
    assert message == (
        "Changed since the plan was agreed on 2022-01-25: d1.quarters (Q1 → –). Change it back, or agree the plan anew with "
        "a later date at agreed. Progress belongs in the status report."
    )


def test_removed_entries_are_told_at_their_list(folder: Path) -> None:
    text = AGREED.replace("      - id: d2\n        text: Et møde\n", "").replace(
        "  - id: h1\n    text: Netværk\n", ""
    )
    assert found(folder, text) == [("HP313", 12, 5), ("HP313", 16, 1)]
    assert said(folder)[1] == (
        "Fjernet, siden planen blev aftalt 2022-01-25: h1 (“Netværk”). Sæt det ind igen, eller aftal planen på ny med en "
        "senere dato ved agreed. En aktivitet, der udgår, får status dropped i statusrapporten."
    )


def test_a_list_and_a_section_that_are_gone_are_told_at_the_top(folder: Path) -> None:
    text = AGREED[: AGREED.index("actions:")] + STAGES
    text = text.replace("vision: |\n  Et sundt Midtjylland\n", "")
    assert found(folder, text) == [("HP313", 1, 1), ("HP313", 1, 1)]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("  Et sundt Midtjylland", "  Et rask Midtjylland", 7),
        ("  agreed: 2022-01-25", "  agreed: 2022-01-20", 25),
        ("title: Handleplan 2022", "title: Sundhed", 3),
        ("id: h2", "id: h3", 21),
    ],
)
def test_what_is_no_entry_in_a_list(before: str, after: str, line: int, folder: Path) -> None:
    assert [(code, at) for code, at, _ in found(folder, AGREED.replace(before, after))] == [("HP312", line)]


@pytest.mark.parametrize(
    "text",
    [
        AGREED,
        AGREED.replace("  Et sundt Midtjylland\n", "  Et sundt\n  Midtjylland\n\n"),
        AGREED.replace("\n", "\r\n"),
        AGREED.replace("Netværk", "Venner").replace("2022-01-25", "2022-02-25"),
        AGREED[: AGREED.index("actions:")] + STAGES.replace("01-25", "03-01"),
        AGREED + "  closed: 2023-01-20\n",
        AGREED.replace("actions:\n", "actions:\n  - id: h0\n    text: Mere\n"),
    ],
)
def test_what_is_allowed(text: str, folder: Path) -> None:
    assert found(folder, text) == []


def test_a_closed_plan_is_agreed_too(folder: Path) -> None:
    closed = "stages:\n  closed: 2023-01-20\n"
    commit(folder, {"2022/sundhed.yaml": AGREED.replace(STAGES, closed)})
    git(folder, "branch", "--force", "main")
    assert [code for code, *_ in found(folder, AGREED.replace(STAGES, closed).replace("Q1", "Q2"))] == [
        "HP312"
    ]
    anew = closed + "  agreed: 2023-02-01\n"
    assert found(folder, AGREED.replace(STAGES, anew).replace("Q1", "Q2")) == []


@pytest.mark.parametrize("stages", ["", "stages:\n  proposed: 2022-01-10\n"])
def test_a_plan_that_is_not_agreed_changes_as_it_likes(stages: str, folder: Path) -> None:
    text = AGREED.replace(STAGES, stages)
    commit(folder, {"2022/sundhed.yaml": text})
    git(folder, "branch", "--force", "main")
    assert found(folder, text.replace("Netværk", "Venner").replace("id: h2", "id: h3")) == []
    assert found(folder, AGREED.replace("Netværk", "Venner")) == []
    (folder / "2022" / "sundhed.yaml").unlink()
    assert [code for code, _ in news(folder)] == ["HP601"]


def test_an_agreed_plan_that_is_gone_is_told_once_at_its_theme(folder: Path) -> None:
    (folder / "2022" / "sundhed.yaml").unlink()
    (folder / "2022" / "kultur.yaml").unlink()
    assert [(code, one.path, one.location) for code, one in news(folder)] == [
        ("HP314", "handleplan.yaml", "agreements[0].themes[0].slug"),
        ("HP601", "handleplan.yaml", "agreements[0].themes[1].slug"),
    ]
    assert said(folder) == [
        (
            "Planen for Sundhed i 2022 blev aftalt 2022-01-25, og nu er filen 2022/sundhed.yaml væk. Hent den tilbage; git har "
            "den stadig."
        )
    ]


def test_an_agreed_plan_with_reports_is_gone_all_the_same(folder: Path) -> None:
    report = "theme: sundhed\nyear: 2022\ndate: 2022-06-14\nactivities:\n  h1:\n    status: on-track\n"
    commit(folder, {"2022/status/2022-06/sundhed.yaml": report})
    (folder / "2022" / "sundhed.yaml").unlink()
    assert [one.location for code, one in news(folder) if code == "HP314"] == ["agreements[0].themes[0].slug"]


def test_a_year_that_is_gone_is_told_where_nothing_else_would(folder: Path) -> None:
    for path in (folder / "2022").iterdir():
        path.unlink()
    assert [code for code, _ in news(folder)] == ["HP314"]


def test_a_plan_whose_theme_has_gone_too_is_told_at_the_themes(folder: Path) -> None:
    (folder / "2022" / "sundhed.yaml").unlink()
    config = BASE["handleplan.yaml"].replace("      - slug: sundhed\n        name: Sundhed\n", "")
    write(folder, {"handleplan.yaml": config})
    ((code, one),) = news(folder)
    assert (code, one.excerpt) == ("HP314", "    themes:")


def test_a_renamed_plan_keeps_what_was_agreed(folder: Path) -> None:
    (folder / "2022" / "sundhed.yaml").rename(folder / "2022" / "psykiatri.yaml")
    config = (
        BASE["handleplan.yaml"].replace("slug: sundhed", "slug: psykiatri").replace("name: S", "name: Ps")
    )
    text = AGREED.replace("theme: sundhed", "theme: psykiatri").replace("Q1", "Q2")
    write(folder, {"handleplan.yaml": config, "2022/psykiatri.yaml": text})
    assert [(code, one.line) for code, one in news(folder) if code.startswith("HP31")] == [
        ("HP312", 1),
        ("HP312", 15),
    ]


def test_settings_apply(folder: Path) -> None:
    text = AGREED.replace("Netværk", "Venner")
    lint = "lint:\n  severity:\n    agreed-entry-changed: error\n"
    commit(folder, {"handleplan.yaml": BASE["handleplan.yaml"] + lint})
    write(folder, {"2022/sundhed.yaml": text})
    assert ("HP312", "error") in [(code, one.severity) for code, one in news(folder)]
