"""What an editor's file should hold, merged into what it holds: missing parts are added, nothing is taken away."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from handleplan.editor.jsonc import insert, read_jsonc


class Merged(NamedTuple):
    """A file's new text, and the settings in it that stay as they are though they differ from what was wanted."""

    text: str
    kept: tuple[str, ...]


class ShapeError(ValueError):
    """A part of a file is no object or no list where there should be one; ``name`` is its key."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def merge_settings(text: str, wanted: Mapping[str, Any]) -> Merged:
    """Add the settings that are missing; of one that is an object on both sides, its own missing parts.

    Raises:
        JsoncError: the text is not understood.
        ShapeError: it is no object.
    """
    return _merge_object(text, (), wanted)


def merge_list(
    text: str, name: str, wanted: Sequence[Any], other: Mapping[str, Any], same: Callable[[Any, Any], bool]
) -> Merged:
    """Add what is missing in a list, and in the object around it.

    Args:
        text: the file.
        name: the list's key.
        wanted: what the list should hold.
        other: what the object should hold beside the list; what it holds already is not looked at.
        same: tells whether an item of the list is the one that is wanted, perhaps changed by the user.

    Raises:
        JsoncError: the text is not understood.
        ShapeError: it is no object, or what stands under the key is no list.
    """
    data = _object(text, ())
    for key, value in other.items():
        text = text if key in data else insert(text, (), key, value)
    if name not in data:
        return Merged(insert(text, (), name, list(wanted)), ())
    if not isinstance(data[name], list):
        raise ShapeError(name)
    kept: list[str] = []
    for item in wanted:
        found = [one for one in data[name] if same(one, item)]
        if not found:
            text = insert(text, (name,), None, item)
        elif item not in found:
            kept.append(str(found[0].get("label", "")))
    return Merged(text, tuple(kept))


def _merge_object(text: str, path: tuple[str, ...], wanted: Mapping[str, Any]) -> Merged:
    kept: list[str] = []
    data = _object(text, path)
    for key, value in wanted.items():
        if key not in data:
            text = insert(text, path, key, value)
        elif isinstance(value, dict) and isinstance(data[key], dict):
            text, inner = _merge_object(text, (*path, key), value)
            kept += inner
        elif data[key] != value or type(data[key]) is not type(value):
            kept.append(" › ".join((*path, key)))
    return Merged(text, tuple(kept))


def _object(text: str, path: tuple[str, ...]) -> dict[str, Any]:
    data = read_jsonc(text).data
    for step in path:
        data = data[step]
    if not isinstance(data, dict):
        raise ShapeError("")
    return data
