"""Fresh ids for a plan's entries: what an entry without one is called, in the way of the entries beside it."""

import re
from collections.abc import Collection, Iterable, Mapping

from handleplan.model.plan import Extra, FocusArea, Plan
from handleplan.problem import Path

# What the ids of a section's entries begin with, where none of them shows another way.
PREFIXES: Mapping[str, str] = {"goals": "m", "core_activities": "b", "actions": "h"}
# How Danish letters, and those of the neighbours, are spelt in plain ones.
LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "é": "e", "ß": "ss"}
)

# A number in the calendar's size is a year, and not the one to count on from.
_NUMBERED = re.compile(r"(.*[^0-9])([0-9]{1,3})")
# A longer slug ends with the last word that fits.
_LONGEST = 32


def slug(text: str) -> str:
    """Return the beginning of a title in the letters an id may have, empty where it has none: ``Grøn energi`` gives ``groen-energi``."""
    words = re.findall(r"[a-z0-9]+", text.casefold().translate(LETTERS))
    short = words[:1]
    for word in words[1:]:
        if len("-".join((*short, word))) > _LONGEST:
            break
        short.append(word)
    return "-".join(short)[:_LONGEST]


def fresh_id(
    section: str, beside: Iterable[str], used: Collection[str], *, title: str = "", area: str = ""
) -> str:
    """Return an id for an entry of a section that no other entry has.

    Numbers go on from the highest beside it, so that the id of an entry that is gone does not come back.

    Args:
        section: the key of the section; ``activities`` for those of a focus area.
        beside: the ids of the entries in the same list.
        used: all ids of the plan.
        title: what a focus area or an extra section is called.
        area: the id of the focus area that an activity belongs to.
    """
    if section in ("focus_areas", "extra"):
        return _unused(slug(title) or ("omraade" if section == "focus_areas" else "afsnit"), used)
    if section == "annexes":
        return _unused("bilag", used)
    numbered = [match for name in beside if (match := _NUMBERED.fullmatch(name))]
    prefix = numbered[-1][1] if numbered else PREFIXES.get(section) or f"{area}-"
    number = max((int(match[2]) for match in numbered if match[1] == prefix), default=0) + 1
    while f"{prefix}{number}" in used:
        number += 1
    return f"{prefix}{number}"


def missing_ids(plan: Plan) -> dict[Path, str]:
    """Return an id for every entry of a plan that has none, by the entry's path; no two are the same."""
    used = set(plan.names.ids)
    found: dict[Path, str] = {}
    ids: dict[Path, str] = {}
    beside: dict[Path, list[str]] = {}
    for path, entry in plan.entries():
        beside.setdefault(path[:-1], []).extend([entry.id] if entry.id else [])
    for path, entry in plan.entries():
        ids[path] = entry.id or fresh_id(
            str(path[-2]),
            beside[path[:-1]],
            used,
            title=entry.title
            if isinstance(entry, FocusArea)
            else entry.heading
            if isinstance(entry, Extra)
            else "",
            area=ids.get(path[:-2], ""),
        )
        if not entry.id:
            found[path] = ids[path]
            used.add(ids[path])
            beside[path[:-1]].append(ids[path])
    return found


def _unused(name: str, used: Collection[str]) -> str:
    number = 1
    while (name if number == 1 else f"{name}-{number}") in used:
        number += 1
    return name if number == 1 else f"{name}-{number}"
