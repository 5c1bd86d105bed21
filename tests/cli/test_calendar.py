"""``handleplan calendar`` as a process: what it writes, and what it refuses."""

from pathlib import Path

import pytest

from tests.cli.process import failure, handleplan
from tests.workspaces import BASE, PARTIES, plan, write

AS_OF = ("--as-of", "2022-06-15")
MEETING = "step: june-meeting\ndate: 2022-06-21\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", {**BASE, "2022/meetings/june-meeting.yaml": MEETING})


def test_the_calendar_on_standard_output_and_in_a_file(folder: Path) -> None:
    run = handleplan("calendar", *AS_OF, here=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.count("BEGIN:VEVENT\n") == 5
    written = handleplan("calendar", *AS_OF, "--output", "aar.ics", here=folder)
    assert (written.returncode, written.stdout, written.stderr) == (0, "", "Skrevet: aar.ics\n")
    content = (folder / "aar.ics").read_bytes()
    assert content.replace(b"\r\n", b"\n").decode() == run.stdout
    assert content.count(b"\r\n") == content.count(b"\n")


def test_without_a_single_event_there_is_no_calendar(folder: Path) -> None:
    (folder / "2022/meetings/june-meeting.yaml").unlink()
    write(folder, {"handleplan.yaml": PARTIES})
    command = ("calendar", *AS_OF, "--output", "aar.ics")
    assert "intet at sætte i kalenderen" in failure(handleplan(*command, here=folder))
    assert not (folder / "aar.ics").exists()


def test_a_file_is_replaced_when_asked_for(folder: Path) -> None:
    handleplan("calendar", *AS_OF, "--output", "aar.ics", here=folder)
    before = (folder / "aar.ics").read_bytes()
    again = ("calendar", "--as-of", "2022-06-16", "--output", "aar.ics")
    assert "--force" in failure(handleplan(*again, here=folder))
    assert (folder / "aar.ics").read_bytes() == before
    assert handleplan(*again, "--force", here=folder).returncode == 0
    assert (folder / "aar.ics").read_bytes() != before
    assert sorted(path.name for path in folder.iterdir()) == ["2022", "aar.ics", "handleplan.yaml"]


def test_themes_and_years(folder: Path) -> None:
    write(folder, {"2022/kultur.yaml": plan("kultur") + "actions:\n  - id: h1\n    text: Synliggøre\n"})
    run = handleplan("calendar", *AS_OF, "--theme", "Kultur", "--language", "en", here=folder)
    assert "UID:quarter.2022.q4.-.kultur@handleplan\n" in run.stdout
    assert "SUMMARY:Q4 2022 ends – nobody named: 1 open activity\n" in run.stdout
    run = handleplan("calendar", *AS_OF, "--year", "2023", here=folder)
    assert "UID:step.2023.june-meeting@handleplan\n" in run.stdout
    assert ".2022." not in run.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--theme", "kulltur"), "Mente du “kultur”?"),
        (("--year", "2040"), "2040"),
        (("--output", "ingen/aar.ics"), "Mappen ingen findes ikke"),
        (("--as-of", "snart"), "--as-of"),
    ],
)
def test_what_cannot_be(options: tuple[str, ...], said: str, folder: Path) -> None:
    assert said in failure(
        handleplan("calendar", *AS_OF[: 0 if "--as-of" in options else 2], *options, here=folder)
    )


def test_without_a_date_the_moment_counts(folder: Path) -> None:
    run = handleplan("calendar", "--year", "2022", here=folder)
    stamps = {line for line in run.stdout.splitlines() if line.startswith("DTSTAMP:")}
    assert len(stamps) == 1
    assert "DTSTAMP:20220615T000000Z" not in stamps


def test_broken_files_are_named(folder: Path) -> None:
    write(folder, {"2022/meetings/june-meeting.yaml": "step: june-meeting\n"})
    assert "2022/meetings/june-meeting.yaml" in failure(handleplan("calendar", *AS_OF, here=folder))
