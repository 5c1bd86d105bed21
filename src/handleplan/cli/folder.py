"""Writing several files into a folder: all of them or none, and nothing overwritten that is not to be."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from handleplan.failure import Failure

# Before Python 3.13 a loop of links is a RuntimeError; a name with a null byte is a ValueError.
_NOT_WRITTEN = (OSError, RuntimeError, ValueError)


def write_folder(folder: Path, files: Mapping[str, str | bytes], *, force: bool) -> tuple[Path, ...]:
    """Write files into a folder, which is made where it is missing; whatever stands in the way, nothing has changed.

    All files are written beside their places first. Then each takes its place; should one not get it, for instance
    because it is open in Word on Windows, those before it are put back.

    Args:
        folder: the folder; the one above it must be there.
        files: the contents by name; a name may lead into folders below, with ``/``.
        force: whether files with other contents are replaced.

    Returns:
        The paths, in the order of the files.

    Raises:
        Failure: files are there already, the folder above is missing, something is no folder or no file, or cannot
            be written.
    """
    contents = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    try:
        _refuse(folder, contents, force=force)
        made = _missing_folders(folder, contents)
        try:
            for one in made:
                one.mkdir()
            _write(folder, contents)
        except BaseException:
            for one in reversed(made):
                if one.is_dir():
                    one.rmdir()
            raise
    except _NOT_WRITTEN as error:
        path = getattr(error, "filename2", None) or getattr(error, "filename", None) or folder
        reason = getattr(error, "strerror", None) or str(error)
        raise Failure("unwritable", path=Path(path), reason=reason) from None
    return tuple(folder / name for name in files)


def _refuse(folder: Path, contents: Mapping[str, bytes], *, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise Failure("output-is-no-folder", path=folder)
    if not folder.resolve().parent.is_dir():
        raise Failure("output-folder-missing", path=folder.parent)
    there = []
    for name, content in contents.items():
        path = folder / name
        if path.is_dir():
            raise Failure("output-is-folder", path=path)
        if path.exists() and not path.is_file():
            raise Failure("output-is-no-file", path=path)
        if path.exists() and path.read_bytes() != content:
            there.append(name)
    if there and not force:
        raise Failure("outputs-exist", path=folder, names=there)


def _missing_folders(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """List the folders to be made, the outer ones first."""
    wanted = {folder}
    for name in contents:
        wanted.update(folder.joinpath(*parts) for parts in _beginnings(Path(name).parent.parts))
    return sorted((one for one in wanted if not one.exists()), key=lambda one: len(one.parts))


def _beginnings(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [parts[:number] for number in range(1, len(parts) + 1)]


def _write(folder: Path, contents: Mapping[str, bytes]) -> None:
    scratch = Path(tempfile.mkdtemp(dir=folder, prefix=".handleplan-"))
    try:
        for number, content in enumerate(contents.values()):
            (scratch / f"{number}.new").write_bytes(content)
        _take_places(folder, scratch, list(contents))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _take_places(folder: Path, scratch: Path, names: list[str]) -> None:
    changed: list[tuple[Path, Path | None]] = []
    try:
        for number, name in enumerate(names):
            target, old = folder / name, scratch / f"{number}.old"
            if target.exists():
                target.replace(old)
                changed.append((target, old))
                (scratch / f"{number}.new").replace(target)
            else:
                (scratch / f"{number}.new").replace(target)
                changed.append((target, None))
    except BaseException:
        for target, before in reversed(changed):
            if before:
                before.replace(target)
            else:
                target.unlink()
        raise
