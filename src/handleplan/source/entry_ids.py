"""Where an entry's id goes in its file."""

from handleplan.problem import AddKey, Change, Path, Place, Range, Replace, SetValue
from handleplan.source.source import Source


def id_change(source: Source, path: Path, name: str) -> Change:
    """Return the change that gives an entry an id: a new key, or a value for the one that is there without.

    A text that stands for an entry becomes the value of a key of its own.
    """
    if is_text(source, path):
        return AddKey(path, "id", name, text_key(path))
    place = Place((*path, "id"))
    if source.path_in_file(place.path) != place.path:
        return AddKey(path, "id", name)
    key, value = source.locate(place._replace(part="key")), source.locate(place)
    if value != key:
        return SetValue(place.path, name)
    colon = source.text.index(":", key.end) + 1
    return Replace(Range(colon, colon), f" {name}")


def is_text(source: Source, path: Path) -> bool:
    """Tell whether a plain text stands for the entry."""
    value = source.data
    for step in path:
        value = value[step]
    return isinstance(value, str)


def text_key(path: Path) -> str:
    """Return the key under which an entry has the text that stands for it in a draft."""
    return "title" if path[-2] == "focus_areas" else "text"
