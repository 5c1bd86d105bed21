"""Copying the shipped templates into a workspace, as a starting point for a look of its own."""

from pathlib import Path
from typing import NamedTuple

from handleplan.cli.folder import write_folder
from handleplan.layout import TEMPLATES


class Copied(NamedTuple):
    """The paths of templates in a workspace: those that are the shipped ones now, and its own, which stayed."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def copy_templates(root: Path) -> Copied:
    """Copy the shipped templates into a workspace's folder of templates, but for those it has of its own.

    Raises:
        Failure: one cannot be written.
    """
    from handleplan.report.environment import shipped_templates

    shipped = shipped_templates()
    files = {
        path.relative_to(shipped).as_posix(): path.read_bytes()
        for path in sorted(shipped.rglob("*"))
        if path.is_file()
    }
    folder = root / TEMPLATES
    own = [name for name, content in files.items() if _is_own(folder / name, content)]
    wanted = {name: content for name, content in files.items() if name not in own}
    return Copied(write_folder(folder, wanted, force=False), tuple(folder / name for name in own))


def _is_own(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() != content
