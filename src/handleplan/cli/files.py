"""Writing several files at once: all of them or none."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from handleplan.cli import output
from handleplan.failure import Failure

if TYPE_CHECKING:
    from handleplan.writing.draft import Pending


def write_files(files: "Sequence[Pending]") -> None:
    """Write new files and changed ones: into new files beside them, which then take their places.

    Where one cannot take its place, those that have taken theirs are put back.

    Raises:
        Failure: a file is there already or no longer holds what it did, or one cannot be written.
    """
    folders: list[Path] = []
    staged: list[tuple[Pending, Path]] = []
    done: list[Pending] = []
    path = Path()
    try:
        for file in files:
            path = Path(file.path)
            _refuse_what_has_changed(file)
            folders += _make_folders(path.parent)
            staged.append((file, output.stage(path.resolve(), file.after)))
        for file, temporary in staged:
            path = Path(file.path)
            _refuse_what_has_changed(file)
            temporary.replace(path.resolve())
            done.append(file)
    except BaseException as error:
        _clear([temporary for _, temporary in staged[len(done) :]])
        _put_back(done[::-1])
        _clear(folders[::-1])
        if isinstance(error, output.NOT_WRITTEN):
            raise output.unwritable(path, error) from None
        raise


def _refuse_what_has_changed(file: "Pending") -> None:
    target = Path(file.path)
    if file.before is None:
        if os.path.lexists(target):
            raise Failure("there-already", path=target)
    elif target.resolve().read_bytes() != file.before:
        raise Failure("changed-meanwhile", path=target)


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it, and return the ones that were not there, the outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _clear(paths: Sequence[Path]) -> None:
    """Remove files and empty folders of our own making."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()


def _put_back(done: "Sequence[Pending]") -> None:
    """Undo what has been written.

    Raises:
        Failure: that cannot be done; it names the files that stay as they were written.
    """
    left = []
    for file in done:
        target = Path(file.path).resolve()
        try:
            if file.before is None:
                target.unlink()
            else:
                output.replace_file(target, file.before)
        except OSError:
            left.append(target.as_posix())
    if left:
        raise Failure("half-written", paths=left)
