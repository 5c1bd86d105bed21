"""What an editor is set up with: merged into what is there, the same the second time, and found where it is looked for."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from handleplan.editor.jsonc import read_jsonc
from handleplan.editor.setup import Setup, opened_folder, plan_setup
from handleplan.editor.vscode import EXTENSION, FINDING, settings, tasks
from handleplan.failure import Failure
from handleplan.layout import walk
from handleplan.locale import Language, Texts
from tests.cli.process import handleplan
from tests.workspaces import BASE, plan, write

OWN = """\
{
    // ours since 2019
    "editor.rulers": [80],
    "yaml.format.enable": true, /* we like it */
    "[yaml]": { "editor.tabSize": 4 },
    "yaml.schemas": {
        "./other.json": "other/*.yaml", // somebody else's
    },
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    write(tmp_path / "plans", BASE)
    return tmp_path


def set_up(folder: Path, language: Language = "da") -> Setup:
    """Write what an editor needs for the workspace in a folder."""
    found = plan_setup(folder / "plans", Texts(language))
    for change in found.changes:
        change.path.parent.mkdir(parents=True, exist_ok=True)
        change.path.write_bytes(change.text.encode())
    return found


def read(folder: Path, name: str) -> Any:
    return read_jsonc((folder / ".vscode" / name).read_text(encoding="utf-8")).data


def test_the_second_time_nothing_changes(folder: Path) -> None:
    first = set_up(folder)
    assert [change.path.name for change in first.changes][-3:] == [
        "settings.json",
        "tasks.json",
        "extensions.json",
    ]
    assert set_up(folder) == Setup(folder, (), ())


def test_the_schemas_are_no_files_of_the_workspace(folder: Path) -> None:
    before = list(walk(str(folder / "plans")))
    set_up(folder)
    assert list(walk(str(folder / "plans"))) == before
    assert len(list((folder / "plans" / ".handleplan" / "schema").iterdir())) == 5


def test_what_is_there_stays_byte_for_byte(folder: Path) -> None:
    write(folder, {".vscode/settings.json": OWN})
    found = set_up(folder)
    text = (folder / ".vscode" / "settings.json").read_text(encoding="utf-8")
    for line in (
        "    // ours since 2019\n",
        '    "yaml.format.enable": true, /* we like it */\n',
        ", // somebody else's\n",
    ):
        assert line in text
    rest = iter(text)
    assert all(character in rest for character in OWN)
    assert [kept.name for kept in found.kept] == ["yaml.format.enable", "[yaml] › editor.tabSize"]
    data = read(folder, "settings.json")
    assert data["editor.rulers"] == [80]
    assert data["[yaml]"]["editor.wordWrap"] == "on"
    assert data["yaml.schemas"].keys() > {"./other.json"}


def test_own_tasks_and_recommendations_stay(folder: Path) -> None:
    tasks_ = {"version": "2.0.0", "tasks": [
        {"label": "Byg", "command": "make", "group": {"kind": "build", "isDefault": True}},
        {"label": "Vis", "command": "firefox"},
    ]}  # fmt: skip
    write(
        folder,
        {".vscode/tasks.json": json.dumps(tasks_), ".vscode/extensions.json": '{"recommendations": ["a.b"]}'},
    )
    found = set_up(folder)
    assert [task["label"] for task in read(folder, "tasks.json")["tasks"]] == [
        "Byg",
        "Vis",
        "Tjek",
        "Vis hele handleplanen",
    ]
    assert read(folder, "tasks.json")["tasks"][2]["group"] == "build"
    assert [kept.name for kept in found.kept] == ["Vis"]
    assert read(folder, "extensions.json") == {"recommendations": ["a.b", EXTENSION]}
    assert set_up(folder).changes == ()


def test_a_refused_extension_is_not_recommended(folder: Path) -> None:
    write(folder, {".vscode/extensions.json": json.dumps({"unwantedRecommendations": [EXTENSION]})})
    assert [kept.name for kept in set_up(folder).kept] == [EXTENSION]
    assert "recommendations" not in read(folder, "extensions.json")


def test_another_language_adds_no_second_set_of_tasks(folder: Path) -> None:
    set_up(folder)
    found = set_up(folder, "en")
    assert len(read(folder, "tasks.json")["tasks"]) == 3
    assert {change.path.suffixes[0] for change in found.changes} == {".schema"}


def test_line_ends_and_marks_stay(folder: Path) -> None:
    write(folder, {".vscode/settings.json": "\ufeff{\r\n  // min\r\n}\r\n", ".vscode/tasks.json": "", ".vscode/extensions.json": "// tom\n{}"})  # fmt: skip
    set_up(folder)
    text = (folder / ".vscode" / "settings.json").read_bytes().decode()
    assert text.startswith('\ufeff{\r\n  // min\r\n  "yaml.schemas": {\r\n')
    assert not re.search(r"(?<!\r)\n", text)
    assert (folder / ".vscode" / "extensions.json").read_bytes().startswith(b"// tom\n{\n")


def test_schemas_checked_out_with_crlf_are_left_alone(folder: Path) -> None:
    set_up(folder)
    for path in (folder / "plans" / ".handleplan" / "schema").iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert set_up(folder).changes == ()


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("settings.json", b"[]", "editor-not-understood"),
        ("settings.json", b'{"a": 1', "editor-not-understood"),
        ("settings.json", b"// only this", "editor-not-understood"),
        ("settings.json", b'{"a": "\xe6"}', "editor-not-utf8"),
        ("tasks.json", b'{"tasks": {}}', "editor-shape"),
        ("tasks.json", b"[]", "editor-not-understood"),
        ("extensions.json", b'{"recommendations": "a.b"}', "editor-shape"),
        ("extensions.json", b"1", "editor-not-understood"),
    ],
)
def test_what_is_not_understood_is_refused(folder: Path, name: str, content: bytes, key: str) -> None:
    write(folder, {f".vscode/{name}": content})
    with pytest.raises(Failure) as refused:
        plan_setup(folder / "plans", Texts("da"))
    assert refused.value.key == key
    assert refused.value.values["path"] == folder / ".vscode" / name


@pytest.mark.parametrize(
    ("workspace", "repository", "opened"),
    [("a/plans", "a", "a"), ("a/b/c", "a", "a"), ("plans", None, "."), ("office", None, "office"), ("a", "a", "a")],
)  # fmt: skip
def test_the_folder_that_is_opened(
    workspace: str, repository: str | None, opened: str, tmp_path: Path
) -> None:
    top = tmp_path / "top"
    (top / workspace).mkdir(parents=True)
    if repository:
        (top / repository / ".git").write_text("gitdir: elsewhere", encoding="utf-8")  # as in a worktree
    assert opened_folder(top / workspace).resolve() == (top / opened).resolve()


def test_a_workspace_elsewhere_is_named_in_tasks_and_patterns() -> None:
    found = settings("a [b]")
    assert found["yaml.schemas"]["./a [b]/.handleplan/schema/handleplan.schema.json"] == [
        r"a \[b\]/handleplan.yaml"
    ]
    assert [task["args"][:3] for task in tasks("a [b]", Texts("da"), is_default=True)] == [
        ["lint", "-C", "a [b]"], ["report", "-C", "a [b]"], ["report", "-C", "a [b]"],
    ]  # fmt: skip


def test_the_task_finds_every_finding_that_is_printed(folder: Path) -> None:
    set_up(folder)
    text = (
        plan("sundhed")
        + "visoin: x\nvision: Lighed #EU\nactions:\n  - text: Ny aftale\n    quarters: Q4-Q2\n"
    )
    write(
        folder / "plans",
        {"2022/sundhed.yaml": text, "2022/kultur.yaml": plan("kultur") + "vision: TSI (SMV) [x]\n"},
    )
    check = next(task for task in read(folder, "tasks.json")["tasks"] if task["label"] == "Tjek")
    pattern = check["problemMatcher"]["pattern"]
    run = handleplan(*check["args"], here=folder)
    *lines, summary = run.stdout.splitlines()
    found = [re.match(pattern["regexp"], line) for line in lines]
    assert all(found)
    assert not re.match(pattern["regexp"], summary)
    printed = json.loads(handleplan("lint", "--format", "json", here=folder).stdout)["findings"]
    assert len(printed) > 3
    names = {"error": "error", "warning": "warning", "advice": "info"}
    assert [
        {key: match[pattern[key]] for key in ("file", "line", "column", "endLine", "endColumn", "severity", "code")}
        for match in found if match
    ] == [
        {"file": one["path"], "line": str(one["line"]), "column": str(one["column"]), "endLine": str(one["end_line"]),
         "endColumn": str(one["end_column"]), "severity": names[one["severity"]], "code": one["code"]}
        for one in printed
    ]  # fmt: skip


def test_the_tasks_are_commands_that_run(folder: Path) -> None:
    for task in tasks("plans", Texts("en"), is_default=False):
        words = {
            "${fileBasenameNoExtension}": "kultur",
            "${fileDirnameBasename}": "2022",
            "--open": "--no-color",
        }
        run = handleplan(*(words.get(word, word) for word in task["args"]), here=folder)
        assert (run.returncode, run.stderr) == (0, "")


def test_the_pattern_is_one_that_javascript_reads_the_same() -> None:
    assert not re.search(r"\(\?[^:]|\\[AZzPp]", FINDING)
