"""What ``lint`` prints where: formats, reports in files, quiet runs and statistics."""

import json
from pathlib import Path

import pytest

from handleplan.formats.findings import FORMATS
from tests.cli.process import failure, handleplan
from tests.workspaces import BASE, plan, write

# An error, a warning and an advice.
BROKEN = plan("sundhed") + "vision: Lighed #EU\nactions:\n  - text: TSI\n    owner: CDUE\n"
FILES = {**BASE, "2022/sundhed.yaml": BROKEN}
SUMMARY = "4 filer kontrolleret: 1 ting skal rettes, 1 ting bør rettes og 1 forslag til overvejelse.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", FILES)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_printed_and_written(name: str, folder: Path) -> None:
    printed = handleplan("lint", "--format", name, here=folder)
    assert (printed.returncode, printed.stderr) == (1, "")
    assert "2022/sundhed.yaml" in printed.stdout
    written = handleplan("lint", "--format", name, "--output", "report", here=folder)
    assert (written.returncode, written.stderr) == (1, "Skrevet: report\n")
    assert (folder / "report").read_bytes().decode() == printed.stdout
    assert written.stdout == handleplan("lint", here=folder).stdout
    assert sorted(path.name for path in folder.iterdir()) == ["2022", "handleplan.yaml", "report"]


@pytest.mark.parametrize(
    ("name", "key"), [("x.json", "findings"), ("x.sarif", "runs"), ("x.sarif.json", "runs")]
)
def test_the_name_of_the_file_tells_the_format(name: str, key: str, folder: Path) -> None:
    run = handleplan("lint", "--output", name, here=folder)
    assert (run.returncode, run.stderr) == (1, f"Skrevet: {name}\n")
    assert run.stdout.endswith(SUMMARY)
    assert key in json.loads((folder / name).read_text(encoding="utf-8"))


def test_a_text_in_a_file_has_the_page_of_a_log(folder: Path) -> None:
    run = handleplan("lint", "--output", "x.txt", "--language", "en", here=folder)
    assert (folder / "x.txt").read_text(encoding="utf-8") == run.stdout


@pytest.mark.parametrize("name", ["x.yaml", "x", "handleplan.yaml", "x.md"])
def test_a_name_that_tells_no_format_is_refused(name: str, folder: Path) -> None:
    said = failure(handleplan("lint", "--output", name, here=folder))
    assert ".sarif" in said
    assert {path.name for path in folder.iterdir()} == {"2022", "handleplan.yaml"}


@pytest.mark.parametrize("name", ["x.json", "x.sarif"])
def test_a_report_is_made_anew_at_every_run(name: str, folder: Path) -> None:
    assert handleplan("lint", "--output", name, here=folder).returncode == 1
    before = (folder / name).read_text(encoding="utf-8")
    write(folder, BASE)
    assert handleplan("lint", "--output", name, here=folder).returncode == 0
    assert (folder / name).read_text(encoding="utf-8") != before


@pytest.mark.parametrize(
    ("name", "options", "content"),
    [
        ("handleplan.yaml", ["--format", "json"], BASE["handleplan.yaml"]),
        ("2022/kultur.yaml", ["--format", "sarif"], BASE["2022/kultur.yaml"]),
        ("x.json", [], '{\n  "schema_version": 1,\n  "as_of": "2022-01-01"\n}\n'),
        ("x.sarif", [], '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "CodeQL"}}}]}'),
        ("x.json", [], ""),
        ("x.txt", [], "1 fil kontrolleret: alt er i orden.\n"),
        ("x.txt", ["--format", "github"], "::error::x\n"),
    ],
)
def test_what_is_no_report_of_ours_is_replaced_by_force_alone(
    name: str, options: list[str], content: str, folder: Path
) -> None:
    write(folder, {name: content})
    said = failure(handleplan("lint", "--output", name, *options, here=folder))
    assert "--force" in said
    assert (folder / name).read_text(encoding="utf-8") == content
    assert handleplan("lint", "--output", name, *options, "--force", here=folder).returncode == 1
    assert (folder / name).read_text(encoding="utf-8") != content


def test_a_folder_that_is_missing_is_told_before_anything_is_printed(folder: Path) -> None:
    assert "nowhere" in failure(handleplan("lint", "--output", "nowhere/x.json", here=folder))


@pytest.mark.parametrize(
    ("options", "printed"),
    [([], ["HP203"]), (["--strict"], ["HP014", "HP203"])],
)
def test_quiet_prints_what_makes_the_run_fail(options: list[str], printed: list[str], folder: Path) -> None:
    run = handleplan("lint", "--quiet", *options, here=folder)
    assert (run.returncode, run.stderr) == (1, "")
    assert [line.split()[2] for line in run.stdout.splitlines() if "-->" in line] == printed
    assert "kontrolleret" not in run.stdout


def test_quiet_prints_nothing_where_nothing_fails(folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": plan("sundhed") + "vision: TSI\n"})
    run = handleplan("lint", "--quiet", "--strict", here=folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_statistics_stand_between_findings_and_summary(folder: Path) -> None:
    run = handleplan("lint", "--statistics", here=folder)
    plain = handleplan("lint", here=folder).stdout
    table = (
        "  1  HP014  comment-in-text\n"
        "  1  HP203  unknown-owner         handleplan fix --unsafe retter det\n"
        "  1  HP501  unknown-abbreviation\n\n"
    )
    assert run.stdout == plain.removesuffix(SUMMARY) + table + SUMMARY


def test_statistics_of_a_quiet_run_count_what_it_prints(folder: Path) -> None:
    run = handleplan("lint", "--statistics", "--quiet", here=folder)
    assert run.stdout.endswith("\n\n  1  HP203  unknown-owner  handleplan fix --unsafe retter det\n\n")
    assert "HP501" not in run.stdout


def test_a_report_is_whole_whatever_the_text_leaves_out(folder: Path) -> None:
    run = handleplan("lint", "--quiet", "--statistics", "--output", "x.json", here=folder)
    assert "HP501" not in run.stdout
    codes = [one["code"] for one in json.loads((folder / "x.json").read_text(encoding="utf-8"))["findings"]]
    assert sorted(codes) == ["HP014", "HP203", "HP501"]


@pytest.mark.parametrize(
    "options",
    [
        ["--force"],
        ["--quiet", "--format", "json"],
        ["--statistics", "--format", "sarif"],
        ["--quiet", "--format", "github"],
    ],
)
def test_an_option_that_would_do_nothing_is_wrong_usage(options: list[str], folder: Path) -> None:
    assert "does nothing" in failure(handleplan("lint", *options, here=folder))


@pytest.mark.parametrize(
    ("options", "begins"),
    [(["--format", "github"], "::warning "), (["--format", "azure"], "##vso[task.logissue type=warning;")],
)
def test_commands_begin_their_line(options: list[str], begins: str, folder: Path) -> None:
    assert handleplan("lint", *options, here=folder).stdout.startswith(begins)
    write(folder, BASE)
    assert handleplan("lint", *options, here=folder).stdout == ""
