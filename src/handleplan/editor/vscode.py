"""What Visual Studio Code should know of a workspace: schemas, settings for YAML, tasks and the extension.

Settings and their meaning: https://code.visualstudio.com/docs/reference/default-settings; tasks and problem matchers:
https://code.visualstudio.com/docs/debugtest/tasks; ``yaml.*`` is read by the extension redhat.vscode-yaml.
"""

import re
from collections.abc import Iterable
from typing import Any

from handleplan.locale import Texts
from handleplan.schema.build import KINDS

EXTENSION = "redhat.vscode-yaml"
# Below the workspace's folder; layout.walk passes hidden folders over.
SCHEMA_FOLDER = ".handleplan/schema"
_YEAR = "[0-9][0-9][0-9][0-9]"
# Where each kind lies, as place_of sees it; a pattern with ! takes away.
_GLOBS = {
    "plan": (f"{_YEAR}/*.yaml", f"!{_YEAR}/index.yaml"),
    "index": (f"{_YEAR}/index.yaml",),
    "status": (f"{_YEAR}/status/*/*.yaml",),
    "meeting": (f"{_YEAR}/meetings/*.yaml",),
    "handleplan": ("handleplan.yaml",),
}
# The form of `lint --format lines`: see handleplan.formats.findings_lines.
FINDING = r"^(.+?):(\d+):(\d+)-(\d+):(\d+): (error|warning|info): (.*) \[(HP\d{3}) [a-z-]+\]$"


def schema_name(kind: str) -> str:
    """Return the name of a kind's schema file."""
    return f"{kind}.schema.json"


def settings(workspace: str) -> dict[str, Any]:
    """Return the settings, given the workspace's path below the folder that the editor opens (``""`` for itself)."""
    below = f"{workspace}/" if workspace else ""
    escaped = re.sub(r"([\[\]{}()*?!+@\\])", r"\\\1", below)
    return {
        "yaml.schemas": {
            f"./{below}{SCHEMA_FOLDER}/{schema_name(kind)}": [
                f"!{escaped}{glob[1:]}" if glob.startswith("!") else f"{escaped}{glob}"
                for glob in _GLOBS[kind]
            ]
            for kind in KINDS
        },
        "yaml.format.enable": False,
        "yaml.hoverSchemaSource": False,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            "editor.wordWrap": "on",
            "editor.rulers": [],
            "editor.formatOnSave": False,
            "editor.wordBasedSuggestions": "off",
            "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
            "files.encoding": "utf8",
            "files.insertFinalNewline": True,
        },
    }


def tasks(workspace: str, texts: Texts, *, is_default: bool) -> list[dict[str, Any]]:
    """Return the tasks: check everything, show the plan that is open, show the whole.

    Args:
        workspace: the workspace's path below the folder that the editor opens.
        texts: the language of the labels.
        is_default: whether checking becomes what the editor's build key does.
    """
    where = [] if workspace in ("", "plans") else ["-C", workspace]
    open_plan = ["--theme", "${fileBasenameNoExtension}", "--year", "${fileDirnameBasename}"]
    check = _task(
        texts.message("editor.check"),
        texts.message("editor.check.detail"),
        ["lint", *where, "--format", "lines"],
    )
    check["group"] = {"kind": "build", "isDefault": True} if is_default else "build"
    check["presentation"] = {"reveal": "silent", "revealProblems": "onProblem", "clear": True}
    check["problemMatcher"] = {
        "owner": "handleplan",
        "source": "handleplan",
        "fileLocation": ["autoDetect", "${workspaceFolder}"],
        "pattern": {
            "regexp": FINDING,
            "file": 1, "line": 2, "column": 3, "endLine": 4, "endColumn": 5, "severity": 6, "message": 7, "code": 8,
        },
    }  # fmt: skip
    return [
        check,
        _task(
            texts.message("editor.show"),
            texts.message("editor.show.detail"),
            ["report", *where, *open_plan, "--open"],
        ),
        _task(
            texts.message("editor.show_all"),
            texts.message("editor.show_all.detail"),
            ["report", *where, "--open"],
        ),
    ]


def is_same_task(one: object, wanted: dict[str, Any]) -> bool:
    """Tell whether a task in a file is one of ours: it does the same, or is called the same."""
    if not isinstance(one, dict):
        return False
    same_work = all(one.get(key) == wanted[key] for key in ("command", "args"))
    return same_work or one.get("label") == wanted["label"]


def has_default_build(found: Iterable[object]) -> bool:
    """Tell whether any of the tasks in a file is what the editor's build key does."""
    groups = [one.get("group") for one in found if isinstance(one, dict)]
    return any(isinstance(group, dict) and group.get("isDefault") for group in groups)


def _task(label: str, detail: str, arguments: list[str]) -> dict[str, Any]:
    return {
        "label": label,
        "detail": detail,
        "type": "shell",
        "command": "handleplan",
        "args": arguments,
        "options": {"cwd": "${workspaceFolder}"},
        "presentation": {"reveal": "silent", "clear": True},
        "problemMatcher": [],
    }
