"""``schema`` as a process: what is printed, what is written, and what is refused."""

import json
from pathlib import Path

import pytest

from handleplan.schema.build import KINDS
from tests.cli.process import failure, handleplan
from tests.workspaces import BASE, CONFIG, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "office" / "plans", BASE).parent


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_printed(kind: str, folder: Path) -> None:
    run = handleplan("schema", kind, here=folder)
    assert (run.returncode, run.stderr) == (0, "")
    printed = json.loads(run.stdout)
    assert printed["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert json.loads(handleplan("schema", here=folder).stdout)[kind] == printed


def test_the_language_is_the_workspaces_own_unless_it_is_named(folder: Path) -> None:
    def title(*options: str) -> object:
        return json.loads(handleplan("schema", "status", *options, here=folder).stdout)["title"]

    assert title() == "Statusrapport"
    assert title("--language", "en") == "Status report"
    write(folder, {"plans/handleplan.yaml": "language: en\nvisoin: x\n" + CONFIG})
    assert title() == "Status report"
    assert title("--language", "da") == "Statusrapport"


def test_printing_needs_no_workspace(tmp_path: Path) -> None:
    run = handleplan("schema", "meeting", here=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["title"] == "Møde"
    assert "handleplan.yaml" in failure(handleplan("schema", "--write", here=tmp_path))
    assert "nowhere" in failure(handleplan("schema", "plan", "-C", "nowhere", here=tmp_path))


@pytest.mark.parametrize("arguments", [["cover"], ["plan", "--write"], ["plan", "index"]])
def test_wrong_usage(arguments: list[str], folder: Path) -> None:
    assert "schema --help" in failure(handleplan("schema", *arguments, here=folder))


def test_all_is_written_and_said(folder: Path) -> None:
    run = handleplan("schema", "--write", here=folder / "plans")
    assert (run.returncode, run.stdout) == (0, "")
    schemas = [f"Skrevet: .handleplan/schema/{kind}.schema.json" for kind in KINDS]
    office = folder.as_posix()
    assert run.stderr.splitlines() == [
        *schemas,
        *(f"Skrevet: {office}/.vscode/{name}.json" for name in ("settings", "tasks", "extensions")),
        f"Åbn mappen {office} i Visual Studio Code, og sig ja til den udvidelse, den foreslår (YAML fra Red Hat).",
    ]
    again = handleplan("schema", "--write", here=folder)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "Alt er på plads i forvejen.\n")
    assert handleplan("lint", here=folder).stdout == "4 filer kontrolleret: alt er i orden.\n"


def test_what_the_user_set_is_kept_and_said(folder: Path) -> None:
    write(folder, {".vscode/settings.json": '{"yaml.format.enable": true}'})
    run = handleplan("schema", "--write", here=folder)
    assert ".vscode/settings.json har sin egen “yaml.format.enable”; den er ikke ændret.\n" in run.stderr


def test_line_ends_of_windows_stay(folder: Path) -> None:
    write(folder, {".vscode/settings.json": '{\r\n\t// min\r\n\t"a": 1,\r\n}\r\n'})
    assert handleplan("schema", "--write", here=folder).returncode == 0
    content = (folder / ".vscode" / "settings.json").read_bytes()
    assert content.startswith(b'{\r\n\t// min\r\n\t"a": 1,\r\n\t"yaml.schemas": {\r\n\t\t')
    assert content.count(b"\n") == content.count(b"\r\n")


def test_nothing_is_written_when_a_file_is_not_understood(folder: Path) -> None:
    write(folder, {".vscode/tasks.json": '{\n  "version" "2.0.0"\n}'})
    message = failure(handleplan("schema", "--write", here=folder))
    assert message.startswith(".vscode/tasks.json kan ikke forstås (linje 2).")
    assert [path.name for path in (folder / ".vscode").iterdir()] == ["tasks.json"]
    assert not (folder / "plans" / ".handleplan").exists()


def test_a_file_in_the_way_is_said(folder: Path) -> None:
    write(folder, {".vscode": "a file"})
    assert ".vscode" in failure(handleplan("schema", "--write", here=folder))
    assert not (folder / "plans" / ".handleplan").exists()
