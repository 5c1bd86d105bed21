"""Writing a folder of files that belong together: nothing is overwritten that is not to be, all are written or none."""

from collections.abc import Mapping
from pathlib import Path

from handleplan.cli import output
from handleplan.cli.files import write_files
from handleplan.failure import Failure


def write_folder(folder: Path, files: Mapping[str, str | bytes], *, force: bool) -> tuple[Path, ...]:
    """Write files into a folder, which is made where it is missing; whatever stands in the way, nothing has changed.

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
    from handleplan.writing.draft import Pending

    contents = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    try:
        before = _read(folder, contents)
    except output.NOT_WRITTEN as error:
        raise output.unwritable(folder, error) from None
    there = [name for name, old in before.items() if old not in (None, contents[name])]
    if there and not force:
        raise Failure("outputs-exist", path=folder, names=there)
    write_files(
        [
            Pending(str(folder / name), before[name], content)
            for name, content in contents.items()
            if before[name] != content
        ]
    )
    return tuple(folder / name for name in files)


def _read(folder: Path, contents: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """Read what stands in the places of files.

    Raises:
        Failure: something in the way is no folder, or no file.
    """
    if folder.exists() and not folder.is_dir():
        raise Failure("output-is-no-folder", path=folder)
    if not folder.resolve().parent.is_dir():
        raise Failure("output-folder-missing", path=folder.parent)
    before: dict[str, bytes | None] = {}
    for name in contents:
        path = folder / name
        if path.is_dir():
            raise Failure("output-is-folder", path=path)
        if path.exists() and not path.is_file():
            raise Failure("output-is-no-file", path=path)
        before[name] = path.read_bytes() if path.exists() else None
    return before
