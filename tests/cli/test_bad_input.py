"""What goes wrong outside of files' texts: one clear line, the right exit code, no traceback, no hang."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handleplan import cli
from tests.cli.process import SECONDS, environment, failure, handleplan
from tests.workspaces import BASE, CONFIG, plan, write

posix = pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
COMMANDS = (["lint"], ["status"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", BASE)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_workspace(command: list[str], tmp_path: Path) -> None:
    said = failure(handleplan(*command, here=tmp_path))
    assert "handleplan.yaml" in said
    assert tmp_path.name in said
    assert "handleplan.yaml" in failure(handleplan(*command, "-C", str(tmp_path), here=tmp_path))
    assert "findes ikke" in failure(handleplan(*command, "-C", "nowhere", here=tmp_path))


@pytest.mark.parametrize(
    "name", ["nope", "nope.yaml", "2022/nope.yaml", "handleplan.yaml/x", "x\udce6.yaml", "a" * 300]
)
def test_paths_that_cannot_be_read(name: str, folder: Path) -> None:
    assert failure(handleplan("lint", name, here=folder))
    assert failure(handleplan("status", "-C", name, here=folder))


def test_a_theme_where_a_path_belongs(folder: Path) -> None:
    assert "plans/2022/sundhed.yaml" in failure(handleplan("lint", "sundhed", here=folder))


@pytest.mark.parametrize(
    ("theme", "hint"), [("kultru", "“kultur”"), ("trafik", "sundhed, kultur, groen-omstilling")]
)
def test_an_unknown_theme(theme: str, hint: str, folder: Path) -> None:
    said = failure(handleplan("report", "--theme", theme, "--as-of", "2022-01-20", here=folder))
    assert theme in said
    assert hint in said


def test_a_file_that_is_no_plan_file(folder: Path) -> None:
    write(folder, {"notes.md": "x"})
    assert "notes.md" in failure(handleplan("lint", "notes.md", here=folder))


def test_an_empty_folder(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert "empty" in failure(handleplan("lint", "empty", here=folder))


@pytest.mark.parametrize(
    "arguments",
    [
        ["nope"], ["lint", "--nope"], ["lint", "--format", "xml"], ["lint", "--language", "sv"],
        ["status", "--year", "x"], ["status", "x"], ["-C"],
    ],
)  # fmt: skip
def test_usage(arguments: list[str], folder: Path) -> None:
    assert "--help" in failure(handleplan(*arguments, here=folder))


@posix
def test_what_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "2022" / "pipe.yaml")
    (folder / "2022" / "folder.yaml").mkdir()
    (folder / "2022" / "self.yaml").symlink_to("self.yaml")
    (folder / "2022" / "gone.yaml").symlink_to("nowhere")
    (folder / "2022" / "loop").symlink_to(folder, target_is_directory=True)
    run = handleplan("lint", here=folder)
    assert (run.returncode, run.stderr) == (1, "")
    for name in ("pipe", "folder", "self", "gone"):
        assert f"2022/{name}.yaml:1:1  HP026 not-a-file" in run.stdout
    assert run.stdout.count("-->") == 4
    assert "pipe.yaml" in failure(handleplan("lint", "2022/pipe.yaml", here=folder))
    assert "self.yaml" in failure(handleplan("lint", "2022/self.yaml", here=folder))
    assert handleplan("status", "--as-of", "2022-01-20", here=folder).returncode in (0, 2)


@posix
def test_names_that_are_no_utf_8(folder: Path) -> None:
    try:
        (folder / "2022" / os.fsdecode(b"bl\xe5.yaml")).write_text("x: [", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    for options in ([], ["--format", "json"]):
        run = handleplan("lint", *options, here=folder)
        assert (run.returncode, run.stderr) == (1, "")
        assert "bl" in run.stdout


def long_workspace(folder: Path, plans: int) -> Path:
    broken = plan("x") + "".join(f"k{number}: x\n" for number in range(200))
    return write(folder, {f"2022/t{number}.yaml": broken for number in range(plans)})


def test_a_closed_pipe_is_no_failure(folder: Path) -> None:
    long_workspace(folder, 20)
    for options in ([], ["--format", "json"]):
        command = [sys.executable, "-m", "handleplan", "lint", *options]
        with subprocess.Popen(
            command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(SECONDS) == 1


@posix
@pytest.mark.parametrize("wait_for_start", [True, False])
def test_ctrl_c(folder: Path, *, wait_for_start: bool) -> None:
    long_workspace(folder, 300)
    command = [sys.executable, "-X", "importtime", "-m", "handleplan", "lint"]
    with subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        awaited = "handleplan.refusal" if wait_for_start else "handleplan.__main__"
        seen = ""
        for line in process.stderr:
            seen += line
            if awaited in line or (not wait_for_start and "runpy" in line):
                break
        if not wait_for_start:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        assert process.wait(SECONDS) == 130
    assert "Traceback" not in said


def test_a_broken_config_is_told_once_and_the_rest_is_checked(folder: Path) -> None:
    write(folder, {"handleplan.yaml": CONFIG + "langauge: da\n", "2022/sundhed.yaml": "x: ["})
    run = handleplan("lint", here=folder)
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.count("langauge: da") == 1
    assert "HP027" in run.stdout or "HP0" in run.stdout
    assert "4 filer kontrolleret" in run.stdout


def test_a_bug_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise LookupError("deep inside")

    monkeypatch.setattr(cli, "app", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert cli.main(["lint"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "internal error: LookupError" in said.err
    (log,) = tmp_path.glob("handleplan-*.log")
    assert str(log) in said.err
    assert "deep inside" in log.read_text(encoding="utf-8")


def test_help_and_version(tmp_path: Path) -> None:
    for arguments in (["--help"], ["lint", "--help"], ["status", "--help"], ["--version"], []):
        run = handleplan(*arguments, here=tmp_path)
        assert (run.returncode, run.stderr) == (0, "")
        assert run.stdout.startswith(("Usage: handleplan", "handleplan "))
