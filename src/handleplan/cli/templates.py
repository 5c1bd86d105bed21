"""Copying the shipped templates into a workspace, as a starting point for a look of its own."""

from pathlib import Path

from handleplan.cli.folder import write_folder
from handleplan.layout import TEMPLATES


def copy_templates(root: Path) -> tuple[Path, ...]:
    """Copy all shipped templates into a workspace's folder of templates; return their paths there.

    What a workspace has of its own stays: nothing is written where a file of it would be replaced.

    Raises:
        Failure: a template of the workspace is another one already, or it cannot be written.
    """
    from handleplan.report.environment import shipped_templates

    shipped = shipped_templates()
    files = {
        path.relative_to(shipped).as_posix(): path.read_bytes()
        for path in sorted(shipped.rglob("*"))
        if path.is_file()
    }
    return write_folder(root / TEMPLATES, files, force=False)
