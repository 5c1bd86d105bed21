"""Which file of a workspace is what: a file's kind follows from its place (DESIGN §3)."""

import os
import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from handleplan.failure import Failure

CONFIG_NAME = "handleplan.yaml"
TEMPLATES = "templates"
# What a plan's file cannot be called, for the cover and the folders of a year are.
RESERVED = ("index", "meetings", "status")

# What Windows keeps for devices, whatever follows a dot: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\.|$)", re.IGNORECASE)

FileKind: TypeAlias = Literal[
    "config", "index", "plan", "report", "meeting", "misplaced", "misnamed", "not-a-file"
]

# The years that the models know (handleplan.model.dates): 1900 to 2199.
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_ROUND = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
# Files much deeper down than any that counts are not looked for, whatever links there are.
_DEEPEST = 8
_YAML = re.compile(r"\.ya?ml$", re.IGNORECASE)


class FilePlace(NamedTuple):
    """A file of a workspace and what its place says: ``slug`` is its name without ending, ``round`` YYYY-MM.

    ``path`` is absolute or relative as the workspace's root is.
    """

    path: str
    kind: FileKind
    year: int | None = None
    slug: str = ""
    round: str = ""


def is_device(name: str) -> bool:
    """Tell whether Windows takes a file's name, with or without ending, for a device."""
    return bool(_DEVICES.match(name))


def place_of(root: str, path: str) -> FilePlace:
    """Tell what a YAML file is from its place below the workspace's root."""
    parts = tuple(os.path.relpath(path, root).split(os.sep))
    return _place(path, parts, is_file=os.path.isfile(path))


def place_to_be(root: str, path: str) -> FilePlace:
    """Tell what a YAML file will be that is not there yet."""
    return _place(path, tuple(os.path.relpath(path, root).split(os.sep)), is_file=True)


def _place(path: str, parts: tuple[str, ...], *, is_file: bool) -> FilePlace:
    name = parts[-1]
    stem = _YAML.sub("", name)
    kind, year, round_ = _kind_of(parts, stem)
    if kind != "misplaced" and not is_file:
        kind = "not-a-file"
    elif kind != "misplaced" and not name.endswith(".yaml"):
        kind = "misnamed"
    elif kind == "index" and stem != "index":
        kind, stem = "misnamed", "index"
    return FilePlace(path, kind, year, stem, round_)


def _kind_of(parts: tuple[str, ...], stem: str) -> tuple[FileKind, int | None, str]:
    if len(parts) == 1:
        return ("config" if stem == "handleplan" else "misplaced"), None, ""
    if not _YEAR.fullmatch(parts[0]):
        return "misplaced", None, ""
    kind: FileKind = "misplaced"
    round_ = ""
    match parts[1:]:
        case (_,) if stem.casefold() not in ("meetings", "status"):
            kind = "index" if stem.casefold() == "index" else "plan"
        case ("meetings", _):
            kind = "meeting"
        case ("status", folder, _) if _ROUND.fullmatch(folder):
            kind, round_ = "report", folder
    return kind, int(parts[0]), round_


def walk(root: str, below: str | None = None) -> Iterator[FilePlace]:
    """Yield every YAML file of a workspace, or of a folder in it, in the order in which files build on each other.

    That is the config, then year by year the cover, the plans, the meetings and the status reports. Hidden folders
    and the workspace's templates are passed over; a link to a folder that it lies in is not followed.

    Raises:
        Failure: a folder cannot be opened.
    """
    folder = below or root
    parts = () if folder == root else tuple(os.path.relpath(folder, root).split(os.sep))
    yield from _in_order(_yaml_files(folder, parts, frozenset()))


def listed(root: str, names: Iterable[str]) -> list[FilePlace]:
    """Return what :func:`walk` would yield if a workspace held the named files, whatever is there now.

    Args:
        root: the workspace's folder.
        names: files below it, ``/`` between folders.
    """
    found = []
    for name in names:
        parts = tuple(name.split("/"))
        hidden = any(part.startswith(".") for part in parts)
        passed_over = hidden or (len(parts) > 1 and parts[0] == TEMPLATES) or len(parts) > _DEEPEST + 1
        if _YAML.search(parts[-1]) and not passed_over:
            found.append(_place(os.path.join(root, *parts), parts, is_file=True))
    return _in_order(found)


def _in_order(places: Iterable[FilePlace]) -> list[FilePlace]:
    order = {"config": 0, "index": 1, "plan": 2, "meeting": 3, "report": 4}
    return sorted(places, key=lambda place: (place.year or 0, order.get(place.kind, 9), place.path))


def _yaml_files(folder: str, parts: tuple[str, ...], above: frozenset[str]) -> Iterator[FilePlace]:
    real = os.path.realpath(folder)
    if real in above or len(parts) > _DEEPEST:
        return
    for entry in _entries(folder):
        name = entry.name
        if name.startswith("."):
            continue
        is_file, is_folder = _kinds(entry)
        if _YAML.search(name):
            yield _place(entry.path, (*parts, name), is_file=is_file)
        if is_folder and (parts or name != TEMPLATES):
            yield from _yaml_files(entry.path, (*parts, name), above | {real})


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        raise Failure("unreadable", path=folder, reason=error.strerror or str(error)) from None


def _kinds(entry: os.DirEntry[str]) -> tuple[bool, bool]:
    """Tell whether an entry is a file and whether a folder; a link that leads back to itself is neither."""
    try:
        return entry.is_file(), entry.is_dir()
    except OSError:
        return False, False
