"""``papers`` as a process: the folder, what is told where, and what is left alone."""

from pathlib import Path

import pytest

from handleplan.papers import extras
from tests.cli.process import at_once as handleplan
from tests.cli.process import failure
from tests.workspaces import BASE, plan, write

MEETING = """\
step: january-meeting
date: 2022-01-25
place: Viborg
papers_due: 2022-01-18
agenda:
  - title: Handleplan 2022
"""
HELD = "step: team-dialogue\ndate: 2021-11-20\nthemes:\n  - Kultur\nagenda:\n  - title: Næste år\n"
PROPOSED = plan("kultur") + "stages:\n  proposed: 2022-01-10\n"
OFFICE = {
    **BASE,
    "2022/kultur.yaml": PROPOSED,
    "2022/meetings/january-meeting.yaml": MEETING,
    "2022/meetings/team-kultur.yaml": HELD,
}
JANUARY = ("papers", "january-meeting", "--as-of", "2022-01-12", "--format", "html")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", OFFICE)


def test_a_folder_for_a_meeting(folder: Path) -> None:
    run = handleplan(*JANUARY, here=folder)
    assert run.returncode == 0
    missing, line, command, *_ = run.stderr.splitlines()
    assert missing == "Det mangler endnu:"
    assert line == ("  Planen er endnu ikke registreret som “Forslag til drøftelse”: Sundhed")
    assert command == "    handleplan set sundhed --stage proposed --date 2022-01-12"
    names = run.stdout.splitlines()
    assert names[0] == "january-meeting-2022/Dagsorden 2022 – january-meeting – 2022-01-25.html"
    assert "january-meeting-2022/Handleplan 2022 – Kultur – forslag – 2022-01-10.html" in names
    assert "january-meeting-2022/Handleplan 2022 – Sundhed – udkast – 2022-01-12.html" in names
    assert names[-1] == "january-meeting-2022/Følgemail 2022 – january-meeting – 2022-01-12.txt"
    made = folder / "january-meeting-2022"
    assert sorted(f"january-meeting-2022/{one.name}" for one in made.iterdir()) == sorted(names)
    assert "Viborg" in (folder / names[-1]).read_text(encoding="utf-8")


def test_where_nothing_is_missing_nothing_is_told(folder: Path) -> None:
    run = handleplan(*JANUARY, "--theme", "kultur", here=folder)
    assert "mangler" not in run.stderr


def test_nothing_is_overwritten_without_force(folder: Path) -> None:
    (name, *_) = handleplan(*JANUARY, here=folder).stdout.splitlines()
    again = handleplan(*JANUARY, here=folder)
    assert again.returncode == 0, "the same again changes nothing"
    (folder / name).write_text("mine", encoding="utf-8")
    assert "--force" in failure(handleplan(*JANUARY, "--theme", "kultur", "--language", "da", here=folder))
    assert (folder / name).read_text(encoding="utf-8") == "mine"
    assert handleplan(*JANUARY, "--force", here=folder).returncode == 0
    assert (folder / name).read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("there", "missed", "asked_for"),
    [
        ((), "handleplan[pdf,word,png]", ".[pdf,word,png]"),
        (("docx", "resvg_py", "fontpkg_ibm_plex_sans"), "handleplan[pdf]", ".[pdf,word,png]"),
        (("typst", "fontpkg_ibm_plex_sans"), "handleplan[word,png]", ".[pdf,word,png]"),
    ],
)
def test_additions_are_asked_for_with_those_that_are_there(
    there: tuple[str, ...], missed: str, asked_for: str, language: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(extras, "find_spec", lambda name: name if name in there else None)
    run = handleplan(*JANUARY[:-2], "--theme", "kultur", "--language", language, here=folder)
    assert run.returncode == 0
    assert missed in run.stderr
    assert f'pipx install --force "{asked_for}"' in run.stderr


def test_an_addition_that_is_not_missed_is_not_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = ("docx", "resvg_py", "fontpkg_ibm_plex_sans")
    monkeypatch.setattr(extras, "find_spec", lambda name: name if name in there else None)
    assert "pipx" not in handleplan(*JANUARY, here=folder).stderr
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)
    assert 'pipx install --force ".[png]"' in handleplan(*JANUARY, "--force", here=folder).stderr


def test_formats_output_and_language(folder: Path) -> None:
    run = handleplan(
        *JANUARY, "--format", "markdown", "--output", "møde", "--language", "en", "--theme", "kultur", here=folder
    )  # fmt: skip
    assert "møde/Action plan 2022 – Kultur – proposal – 2022-01-10.html" in run.stdout
    assert "møde/Action plan 2022 – Kultur – proposal – 2022-01-10.md" in run.stdout


def test_a_record_is_named_by_its_file(folder: Path) -> None:
    run = handleplan("papers", "team-kultur.yaml", "--as-of", "2021-11-12", here=folder)
    assert run.stdout.startswith("team-kultur-2022/Dagsorden 2022 – team-dialogue – Kultur – 2021-11-20.")
    assert "Sundhed" not in run.stdout


def test_a_year_that_is_asked_for(folder: Path) -> None:
    run = handleplan("papers", "january-meeting", "--year", "2022", "--as-of", "2023-01-20", here=folder)
    assert run.stdout.startswith("january-meeting-2022/Beslutningsreferat 2022 – ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("januar-meeting",), "Mente du “january-meeting”?"),
        (("sommerfest",), "team-dialogue, draft, january-meeting, june-meeting, team-kultur"),
        (("january-meeting", "--theme", "sport"), "“sport”"),
        (("january-meeting", "--year", "2021"), "Ingen aftale dækker 2021"),
        (("january-meeting", "--year", "2024"), "hverken handleplaner eller et noteret møde"),
        (("team-kultur", "--theme", "sundhed"), "handler ikke om sundhed"),
        (("january-meeting", "--format", "wordperfect"), "not one of markdown, html, json, pdf"),
        (("january-meeting", "--output", "no/such"), "Mappen no findes ikke"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: tuple[str, ...], told: str, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    assert told in failure(handleplan("papers", *arguments, "--as-of", "2022-01-12", here=folder))
    assert sorted(folder.rglob("*")) == before


def test_a_broken_file_or_template_stops_all(folder: Path) -> None:
    write(folder, {"templates/partials/sections.html.j2": "{% if %}"})
    assert "linje 1" in failure(handleplan(*JANUARY, here=folder))
    write(folder, {"2022/kultur.yaml": "theme: ["})
    assert "2022/kultur.yaml" in failure(handleplan(*JANUARY, here=folder))
    assert not (folder / "january-meeting-2022").exists()


def test_papers_out_of_a_year_without_plans(tmp_path: Path) -> None:
    files = {"handleplan.yaml": OFFICE["handleplan.yaml"], "2022/meetings/team-kultur.yaml": HELD}
    folder = write(tmp_path, files)
    run = handleplan("papers", "team-dialogue", "--as-of", "2021-11-12", here=folder)
    assert run.returncode == 0
    assert "Dagsorden 2022" in run.stdout
    assert "Handleplan 2022" not in run.stdout
