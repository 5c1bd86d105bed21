"""A plan taken over into another year: what stands, what is unfinished and from where, and marks where to look again."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from handleplan.locale import Texts
from handleplan.model.keys import known_keys
from handleplan.model.plan import Placed, Plan
from handleplan.model.status import StatusEntry
from handleplan.problem import Commented, Data, Path
from handleplan.source.block_style import block_text
from handleplan.source.entry_ids import text_key
from handleplan.source.source import Source

# With one of these nothing is left to do.
FINISHED = frozenset({"done", "dropped"})
# What belongs to the year it was written in.
_LEFT_BEHIND = frozenset({"year", "date", "stages"})
_SECTIONS_OF_WORK = ("core_activities", "focus_areas", "actions", "annexes")


class Old(NamedTuple):
    """A plan of the year that is left: its file's text, and each activity's last round and what it said, by id."""

    theme: str
    plan: Plan
    source: Source
    last: Mapping[str, tuple[str, StatusEntry]]

    def status(self, id_: str | None) -> str | None:
        """Return the last reported status of an activity."""
        return self.last[id_][1].status if id_ and id_ in self.last else None

    def unfinished(self) -> Iterator[Placed]:
        """Yield the activities that are neither done nor dropped, in the paper's order."""
        for placed in self.plan.activities():
            if self.status(placed.entry.id) not in FINISHED:
                yield placed


class Taker:
    """Takes parts of one file over into the new year, with marks in the language of the workspace."""

    def __init__(self, source: Source, old_year: int, texts: Texts) -> None:
        self.source = source
        self.old_year = old_year
        self.texts = texts

    def data(self, path: Path) -> Data:
        """Return what stands at a path, block texts as they are written there."""
        found = self._value(path)
        if isinstance(found, dict):
            return {key: self.data((*path, key)) for key in found}
        if isinstance(found, list):
            return [self.data((*path, index)) for index, item in enumerate(found) if item is not None]
        return block_text(self.source, path) or str(found)

    def names_year(self, path: Path) -> bool:
        """Tell whether the year that is left is named at a path, or below it."""
        return _names(self._value(path), self.old_year)

    def marked(self, key: str) -> Data:
        """Return a section with the mark that somebody is to look at it."""
        comment = self.texts.message("file.review", year=self.old_year)
        if self.names_year((key,)):
            comment = self.texts.message("file.review_year", year=self.old_year)
        return Commented(comment, self.data((key,)))

    def _value(self, path: Path) -> Any:
        found: Any = self.source.data
        for step in path:
            found = found[step]
        return found


def plan_data(old: Old, year: int, keep: Callable[[Placed], bool], texts: Texts) -> dict[str, Data]:
    """Return the new year's plan as data to be written.

    Args:
        old: the plan that is taken over.
        year: the new year.
        keep: whether an unfinished activity is taken over.
        texts: the workspace's language.
    """
    taker = Taker(old.source, old.plan.year, texts)
    kept = {placed.path: placed for placed in old.unfinished() if keep(placed)}
    data: dict[str, Data] = {"theme": old.theme, "year": str(year)}
    for key in known_keys(Plan, ()):
        if key in _LEFT_BEHIND or key == "theme" or key not in old.source.data:
            continue
        if key in _SECTIONS_OF_WORK:
            entries = work_data(taker, old, key, kept)
            if entries:
                comment = texts.message("file.review_work", year=old.plan.year)
                data[key] = Commented(comment, entries)
        elif key == "owner":
            data[key] = taker.data((key,))
        else:
            data[key] = taker.marked(key)
    return data


def work_data(taker: Taker, old: Old, section: str, kept: Mapping[Path, Placed]) -> list[Data]:
    """Return a section's unfinished entries; focus areas with what is unfinished in them, also where that is nothing."""
    found: list[Data] = []
    for index, _ in enumerate(getattr(old.plan, section)):
        path: Path = (section, index)
        if path in kept:
            found.append(entry_data(taker, old, kept[path]))
        elif section == "focus_areas" and old.plan.focus_areas[index].activities:
            found.append(area_data(taker, old, index, kept))
    return found


def area_data(taker: Taker, old: Old, index: int, kept: Mapping[Path, Placed]) -> Data:
    """Return a focus area that has activities, with those of them that are unfinished."""
    path: Path = ("focus_areas", index)
    entry = _entry(taker, path)
    entry.pop("activities", None)
    inner = [
        entry_data(taker, old, kept[*path, "activities", number])
        for number, _ in enumerate(old.plan.focus_areas[index].activities)
        if (*path, "activities", number) in kept
    ]
    return {**entry, "activities": inner} if inner else entry


def entry_data(taker: Taker, old: Old, placed: Placed, *, id_: str = "") -> Data:
    """Return an activity with the entry it continues, and a comment on how far it had come; ``id_`` is another id."""
    entry = _entry(taker, placed.path)
    own = placed.entry.id
    if own:
        entry["id"] = id_ or own
        entry["continues"] = [f"{old.plan.year}/{own}"]
    else:
        entry.pop("continues", None)
    order = known_keys(Plan, placed.path)
    return Commented(
        _comment(taker, old, placed), {key: entry[key] for key in sorted(entry, key=order.index)}
    )


def named_lines(source: Source, year: int) -> tuple[int, ...]:
    """Return the lines of a file whose value names a year, ``year`` and ``continues`` left aside."""
    skipped = {"year", "continues"}
    found = {
        source.position(scalar.range.start + match.start()).line
        for scalar in source.scalars()
        if not skipped & set(scalar.path)
        for match in _year(year).finditer(source.text[slice(*scalar.range)])
    }
    return tuple(sorted(found))


def _entry(taker: Taker, path: Path) -> dict[str, Data]:
    data = taker.data(path)
    if isinstance(data, Mapping):
        return dict(data)
    return {text_key(path): data}


def _comment(taker: Taker, old: Old, placed: Placed) -> str:
    texts = taker.texts
    round_, last = old.last.get(str(placed.entry.id), ("", StatusEntry()))
    label = texts.label(last.status or "not_reported")
    lines = [texts.message("file.last_status", round=round_, status=label) if round_ else label]
    if last.note:
        lines.append(" ".join(last.note.split()))
    if placed.entry.quarters:
        lines.append(texts.message("file.review_quarters", year=taker.old_year))
    if taker.names_year(placed.path):
        lines.append(texts.message("file.review_year", year=taker.old_year))
    return "\n".join(lines)


def _names(value: Any, year: int) -> bool:
    if isinstance(value, dict):
        return any(_names(inner, year) for key, inner in value.items() if key != "continues")
    if isinstance(value, list):
        return any(_names(inner, year) for inner in value)
    return value is not None and _year(year).search(value) is not None


def _year(year: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9]){year}(?![0-9])")
