"""``handleplan lint`` as a process: output, exit codes, languages."""

import json
from pathlib import Path

import pytest

from tests.cli.process import handleplan
from tests.conftest import ROOT
from tests.workspaces import BASE, CONFIG, plan, write

BROKEN = plan("sundhed") + "visoin: Lighed\n"
WARNED = plan("sundhed") + "vision: Lighed #EU\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", BASE)


def test_the_shipped_plans_have_no_errors_and_no_warnings() -> None:
    run = handleplan("lint", "plans", "--strict", here=ROOT)
    assert (run.returncode, run.stderr) == (0, "")
    assert "rettes" not in run.stdout


def test_a_clean_workspace(folder: Path) -> None:
    run = handleplan("lint", here=folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, "4 filer kontrolleret: alt er i orden.\n", "")


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (BROKEN, [], 1),
        (BROKEN, ["--format", "json"], 1),
        (WARNED, [], 0),
        (WARNED, ["--strict"], 1),
        (plan("sundhed") + "vision: TSI\n", ["--strict"], 0),
    ],
)
def test_exit_codes(text: str, options: list[str], code: int, folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": text})
    run = handleplan("lint", *options, here=folder)
    assert (run.returncode, run.stderr) == (code, "")


def test_text(folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": BROKEN})
    run = handleplan("lint", "plans/2022/sundhed.yaml", here=folder.parent)
    assert run.stdout == (
        "Skal rettes · Nøglen “visoin” kendes ikke her. Mente du “vision”?\n"
        " --> plans/2022/sundhed.yaml:7:1  HP101 unknown-key\n"
        "7 | visoin: Lighed\n"
        "  | ^^^^^^\n"
        "\n"
        "1 fil kontrolleret: 1 ting skal rettes.\n"
    )


@pytest.mark.parametrize(
    "content", ["\ufeff" + BROKEN, BROKEN.replace("\n", "\r\n"), "\ufeff" + BROKEN.replace("\n", "\r\n")]
)
def test_files_from_windows(content: str, folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": content.encode()})
    (found,) = json.loads(handleplan("lint", "--format", "json", here=folder).stdout)["findings"]
    assert (found["path"], found["line"], found["column"]) == ("2022/sundhed.yaml", 7, 1)


@pytest.mark.parametrize(
    ("config", "options", "says"),
    [
        ("", [], "Skal rettes"),
        ("", ["--language", "en"], "Must be fixed"),
        ("language: en\n", [], "Must be fixed"),
        ("language: en\n", ["--language", "da"], "Skal rettes"),
    ],
)
def test_languages(config: str, options: list[str], says: str, folder: Path) -> None:
    write(folder, {"handleplan.yaml": CONFIG + config, "2022/sundhed.yaml": BROKEN})
    assert handleplan("lint", *options, here=folder).stdout.startswith(says)


def test_the_workspace_can_be_named(folder: Path, tmp_path: Path) -> None:
    for arguments in (["lint", "-C", "plans"], ["-C", "plans", "lint"], ["lint", "--workspace", str(folder)]):
        run = handleplan(*arguments, here=tmp_path)
        assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("name", ["C", "POSIX"])
def test_a_system_without_a_language_prints_utf_8(name: str, folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": BROKEN.replace("Lighed\n", "Lighed på øen 健康\n", 1)})
    run = handleplan(
        "lint", here=folder, env={"LC_ALL": name, "LANG": name, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    )
    assert (run.returncode, run.stderr) == (1, "")
    assert "“visoin”" in run.stdout


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "1"}])
def test_no_colour_where_nobody_sees_it(env: dict[str, str], folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": BROKEN})
    assert "\x1b" not in handleplan("lint", here=folder, env=env).stdout
    assert "\x1b" not in handleplan("lint", "--no-color", here=folder, env=env).stdout


def test_files_named_with_backslashes_are_shown_with_slashes(folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": BROKEN})
    run = handleplan("lint", str(Path("2022") / "sundhed.yaml"), "--format", "json", here=folder)
    assert json.loads(run.stdout)["findings"][0]["path"] == "2022/sundhed.yaml"
