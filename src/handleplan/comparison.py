"""Two versions of a plan compared: which entries say something else, and which are gone.

Entries are known by their ids. One without an id, or with a new one, is known by what it says. White space, the order of
entries, and signs that nobody sees make no difference.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from handleplan.model.plan import SECTIONS, Extra, FocusArea, Goal, Plan, Work
from handleplan.model.quarters import format_quarters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from handleplan.problem import Path

# Longer values are not shown beside each other: the reader has both in front of them.
_SHOWN = 40
_NOTHING = "–"
# How far a text is quoted to be recognised.
_QUOTED = 60
_BLOCKS = ("background", "purpose", "vision", "governance")
_BINDING = ("agreed", "closed")
_OF_PLAN = ("theme", "title", "owner")
_OF_WORK = ("title", "objective", "text", "quarters", "owner", "partners", "goals", "continues", "note")
_OF_EXTRA = ("heading", "text")
_PROSE = ("title", "objective", "text", "partners", "note", "heading", "intro")


class Difference(NamedTuple):
    """A value that is not what it was: where it stands, or stood, and how it is told (``h1.quarters (Q1 → Q2)``)."""

    path: Path
    told: str


class Changed(NamedTuple):
    """An entry of the plan, or what the plan says itself, with everything in it that is not what it was."""

    path: Path
    differences: tuple[Difference, ...]


class Removed(NamedTuple):
    """Entries that are gone from one list of the plan: the list's path as it is now, and what they were called."""

    path: Path
    entries: tuple[str, ...]


class _Entry(NamedTuple):
    """An entry of a plan: its id, its path, its values by key, and the list it is in.

    ``home`` is the list's key, for an activity of a focus area that area's index.
    """

    id: str | None
    path: Path
    home: str | int
    values: Mapping[str, str]

    @property
    def text(self) -> str:
        """What the entry is about, in one line."""
        return self.values.get("title") or self.values.get("heading") or self.values["text"]

    @property
    def name(self) -> str:
        """What the entry is called in a message."""
        return self.id or f"“{_cut(self.text)}”"


def changed(then: Plan, now: Plan) -> Iterator[Changed]:
    """Yield what is still in a plan and says something else, in the plan's order."""
    own = _differences((), "", _values(then, _OF_PLAN), _values(now, _OF_PLAN))
    if own:
        yield Changed((), own)
    stages = tuple(
        Difference(("stages", stage), _told(f"stages.{stage}", _shown(before), _shown(after)))
        for stage in _BINDING
        if (before := getattr(then.stages, stage))
        and (after := getattr(now.stages, stage))
        and before != after
    )
    if stages:
        yield Changed(("stages",), stages)
    for block in _BLOCKS:
        before, after = _shown(getattr(then, block)), _shown(getattr(now, block))
        if before and after and before != after:
            yield Changed((block,), (Difference((block,), block),))
    yield from _changed_entries(then, now)
    for section in SECTIONS:
        wishes = [_values(getattr(plan.sections, section), ("heading", "intro")) for plan in (then, now)]
        found = _differences(("sections", section), f"sections.{section}.", *wishes)
        if found:
            yield Changed(("sections", section), found)


def stages_removed(then: Plan, now: Plan) -> tuple[str, ...]:
    """Return the stages that a plan had reached, and bind, and that it says nothing of now."""
    return tuple(
        stage for stage in _BINDING if getattr(then.stages, stage) and not getattr(now.stages, stage)
    )


def removed(then: Plan, now: Plan) -> Iterator[Removed]:
    """Yield what is gone from a plan, list by list; what was inside of something that is gone is gone with it."""
    pairs = _pairs(then, now)
    areas = _areas(pairs)
    lost: dict[Path, list[str]] = {}
    for block in _BLOCKS:
        if getattr(then, block) and not getattr(now, block):
            lost.setdefault((block,), []).append(block)
    for entry, heir in pairs:
        if heir is not None or (isinstance(entry.home, int) and entry.home not in areas):
            continue
        path = (
            (entry.home,) if isinstance(entry.home, str) else ("focus_areas", areas[entry.home], "activities")
        )
        quoted = f" (“{_cut(entry.text)}”)" if entry.id else ""
        lost.setdefault(path, []).append(entry.name + quoted)
    for where, names in lost.items():
        yield Removed(where, tuple(names))


def share_kept(then: Plan, now: Plan) -> float:
    """Return how much of a plan another one has too, from 0 to 1, by the texts of their entries."""
    before = {entry.text for entry in _entries(then)}
    return len(before & {entry.text for entry in _entries(now)}) / len(before)


def _changed_entries(then: Plan, now: Plan) -> Iterator[Changed]:
    pairs = _pairs(then, now)
    areas = _areas(pairs)
    for entry, heir in pairs:
        if heir is None:
            continue
        differences = _differences(heir.path, f"{heir.name}.", entry.values, heir.values)
        if entry.id and entry.id != heir.id:
            told = _told(f"{heir.name}.id", entry.id, heir.id or "")
            differences = (Difference((*heir.path, "id"), told), *differences)
        if (areas.get(entry.home, -1) if isinstance(entry.home, int) else entry.home) != heir.home:
            where = (_called(home, plan) for home, plan in ((entry.home, then), (heir.home, now)))
            differences = (Difference(heir.path, _told(heir.name, *where)), *differences)
        if differences:
            yield Changed(heir.path, differences)


def _pairs(then: Plan, now: Plan) -> list[tuple[_Entry, _Entry | None]]:
    """Return every entry of a plan with what has become of it, None where it is gone."""
    before, after = list(_entries(then)), list(_entries(now))
    by_id = {entry.id: entry for entry in reversed(after) if entry.id}
    known = {entry.id for entry in before if entry.id}
    unclaimed = [entry for entry in after if entry.id is None or entry.id not in known]
    pairs: list[tuple[_Entry, _Entry | None]] = []
    for entry in before:
        heir = by_id.get(entry.id) if entry.id else None
        if heir is None:
            alike = [new for new in unclaimed if new.text == entry.text]
            heir = next((new for new in alike if new.home == entry.home), alike[0] if alike else None)
            if heir is not None:
                unclaimed.remove(heir)
        pairs.append((entry, heir))
    return pairs


def _areas(pairs: Iterable[tuple[_Entry, _Entry | None]]) -> dict[int, int]:
    """Return where the focus areas are now, by where they were; of those that are still there."""
    found = {}
    for entry, heir in pairs:
        if heir is not None and entry.home == heir.home == "focus_areas":
            found[int(entry.path[1])] = int(heir.path[1])
    return found


def _entries(plan: Plan) -> Iterator[_Entry]:
    for path, entry in plan.entries():
        home = str(path[0]) if len(path) == len(("actions", 0)) else int(path[1])
        keys = _OF_EXTRA if isinstance(entry, Extra) else _OF_WORK
        yield _Entry(entry.id, path, home, _values(entry, keys))


def _values(model: Plan | Goal | Work | Extra | Any, keys: Iterable[str]) -> Mapping[str, str]:
    """Return the values of a model under keys, as they are compared and shown, without those it does not have."""
    return {key: shown for key in keys if (shown := _shown(getattr(model, key, None), key))}


def _shown(value: Any, key: str = "") -> str:
    if not value:
        return ""
    if key == "quarters":
        return format_quarters(value)
    if isinstance(value, tuple):
        return ", ".join(sorted(map(_shown, value)))
    seen = "".join(char for char in str(value) if unicodedata.category(char) != "Cf")
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _differences(
    path: Path, name: str, before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[Difference, ...]:
    keys = dict.fromkeys((*before, *after))
    return tuple(
        Difference(
            (*path, key),
            _told(f"{name}{key}", before.get(key, ""), after.get(key, ""), quoted=key in _PROSE),
        )
        for key in keys
        if before.get(key) != after.get(key)
    )


def _told(name: str, before: str, after: str, *, quoted: bool = False) -> str:
    if max(len(before), len(after)) > _SHOWN:
        return name
    shown = (f"“{value}”" if quoted and value else value or _NOTHING for value in (before, after))
    return f"{name} ({' → '.join(shown)})"


def _called(home: str | int, plan: Plan) -> str:
    if isinstance(home, str):
        return home
    area: FocusArea = plan.focus_areas[home]
    return area.id or f"“{_cut(_shown(area.title))}”"


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1].rstrip()}…"
