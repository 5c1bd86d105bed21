"""Which files an editor gets for a workspace, and what they hold afterwards; writing them is left to the caller."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from handleplan.editor.jsonc import JsoncError, read_jsonc
from handleplan.editor.merge import Merged, ShapeError, merge_list, merge_settings
from handleplan.editor.vscode import (
    EXTENSION,
    SCHEMA_FOLDER,
    has_default_build,
    is_same_task,
    schema_name,
    settings,
    tasks,
)
from handleplan.failure import Failure
from handleplan.locale import Language, Texts
from handleplan.schema.build import KINDS, build_schema

_BOM = "\ufeff"


class Change(NamedTuple):
    """A file that is not yet as it should be, and its new text."""

    path: Path
    text: str


class Kept(NamedTuple):
    """A setting that the user has set differently."""

    path: Path
    name: str


class Setup(NamedTuple):
    """What has to be written, and what stays as the user has it."""

    folder: Path
    changes: tuple[Change, ...]
    kept: tuple[Kept, ...]


def opened_folder(root: Path) -> Path:
    """Return the folder that people open in their editor for a workspace.

    It is the top of the repository, where the files are reviewed and where an editor's settings are usually shared; without one, the folder
    above a workspace called ``plans``, from which the commands find it too; else the workspace itself.
    """
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return folder
    return root.parent if root.name == "plans" else root


def plan_setup(root: Path, texts: Texts) -> Setup:
    """Find out what a workspace's editor still needs.

    Raises:
        Failure: a file that is there cannot be read or is not understood.
    """
    folder = opened_folder(root)
    below = "" if folder == root else root.relative_to(folder).as_posix()
    changes: list[Change] = []
    kept: list[Kept] = []
    for kind in KINDS:
        path = root / SCHEMA_FOLDER / schema_name(kind)
        text = schema_text(kind, texts.language)
        if _read(path).replace("\r\n", "\n") != text:
            changes.append(Change(path, text))
    for name, merge in (
        ("settings.json", lambda text: merge_settings(text, settings(below))),
        ("tasks.json", lambda text: _merge_tasks(text, below, texts)),
        ("extensions.json", _merge_extensions),
    ):
        path = folder / ".vscode" / name
        text = _read(path)
        merged = _merge(path, text, merge)
        kept += [Kept(path, name) for name in merged.kept]
        if merged.text != text:
            changes.append(Change(path, merged.text))
    return Setup(folder, tuple(changes), tuple(kept))


def schema_text(kind: str, language: Language) -> str:
    """Return a file kind's JSON Schema as a file holds it."""
    return json.dumps(build_schema(kind, language), ensure_ascii=False, indent=1) + "\n"


def _read(path: Path) -> str:
    """Return a file's text, nothing where there is no file; line ends and a byte order mark stay what they are."""
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise Failure("editor-not-utf8", path=path) from None
    except (OSError, RuntimeError) as error:
        raise Failure(
            "unreadable", path=path, reason=getattr(error, "strerror", None) or str(error)
        ) from None


def _merge(path: Path, text: str, merge: Callable[[str], Merged]) -> Merged:
    mark = _BOM if text.startswith(_BOM) else ""
    body = text.removeprefix(_BOM)
    try:
        merged = merge(body if body.strip() else "{}\n")
    except JsoncError as error:
        raise Failure("editor-not-understood", path=path, line=error.line) from None
    except ShapeError as error:
        if error.name:
            raise Failure("editor-shape", path=path, name=error.name) from None
        raise Failure("editor-not-understood", path=path, line=1) from None
    return Merged(mark + merged.text, merged.kept)


def _merge_tasks(text: str, below: str, texts: Texts) -> Merged:
    data = read_jsonc(text).data
    found = data.get("tasks") if isinstance(data, dict) else None
    others = found if isinstance(found, list) else []
    ours = tasks(below, texts, is_default=True)
    if has_default_build(one for one in others if not any(is_same_task(one, task) for task in ours)):
        ours = tasks(below, texts, is_default=False)
    return merge_list(text, "tasks", ours, {"version": "2.0.0"}, is_same_task)


def _merge_extensions(text: str) -> Merged:
    data = read_jsonc(text).data
    unwanted = data.get("unwantedRecommendations") if isinstance(data, dict) else None
    if isinstance(unwanted, list) and EXTENSION in unwanted:
        return Merged(text, (EXTENSION,))
    return merge_list(text, "recommendations", [EXTENSION], {}, lambda one, wanted: one == wanted)
