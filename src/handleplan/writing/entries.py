"""A new entry in a plan, with an id of its own, in the section that its kind belongs to."""

from collections.abc import Iterable
from typing import NamedTuple

from handleplan.cycle import begun
from handleplan.failure import Failure
from handleplan.model.ids import fresh_id
from handleplan.model.keys import known_keys
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.problem import AddKey, AppendItem, Commented, Data, SetKey
from handleplan.spelling import nearest
from handleplan.writing.draft import Draft
from handleplan.writing.reports import report_name

# The sections that entries of each kind stand in, by the kind's name on the command line.
SECTIONS = {
    "goal": "goals",
    "core-activity": "core_activities",
    "focus-area": "focus_areas",
    "activity": "activities",
    "action": "actions",
    "annex": "annexes",
}


class Entry(NamedTuple):
    """What an entry is to say; ``values`` are its further keys, of which empty ones are left out."""

    kind: str
    text: str
    values: dict[str, Data]
    area: str | None = None


def read_kind(word: str) -> str:
    """Return the kind that a word names.

    Raises:
        Failure: it names none.
    """
    folded = word.casefold().replace("_", "-")
    if folded in SECTIONS:
        return folded
    raise Failure("unknown-kind", kind=word, nearest=nearest(folded, SECTIONS) or "", expected=list(SECTIONS))


def add_entry(draft: Draft, name: str, entry: Entry) -> str:
    """Put an entry at the end of its section.

    Returns:
        The id it has been given.

    Raises:
        BrokenFilesError: the plan has errors.
        Failure: the focus area is not there or not named, or the entry is empty or cannot have one of its values.
    """
    plan: Plan = draft.model(name)
    if not entry.text.strip():
        raise Failure("no-text")
    section = SECTIONS[entry.kind]
    if section == "activities":
        area = _find_area(plan, entry.area)
        if plan.focus_areas[area].id is None:
            _give_id(draft, name, plan, area)
            plan = draft.model(name)
        path: tuple[str | int, ...] = ("focus_areas", area, section)
        beside = [one.id for one in plan.focus_areas[area].activities if one.id]
        id_ = fresh_id(section, beside, plan.names.ids, area=plan.focus_areas[area].id or "")
    elif entry.area is not None:
        raise Failure("area-without-activity", kind=entry.kind)
    else:
        path = (section,)
        beside = [one.id for one in getattr(plan, section) if one.id]
        id_ = fresh_id(section, beside, plan.names.ids, title=entry.text)
    data: dict[str, Data] = {"id": id_, "title" if section == "focus_areas" else "text": entry.text.strip()}
    data |= {key: value for key, value in entry.values.items() if value}
    order = known_keys(Plan, (*path, 0))
    _refuse_keys(entry.kind, data, order)
    data = {key: data[key] for key in sorted(data, key=order.index)}
    draft.change(name, AppendItem(path, data, known_keys(Plan, path[:-1])))
    return id_


def plan_in_reports(draft: Draft, theme: str, year: int, id_: str) -> None:
    """Put a new activity into the reports that are there already and must tell of all that has begun: as planned.

    Raises:
        BrokenFilesError: a report has errors.
        Failure: a report has a form in which it cannot be written.
    """
    plan: Plan = draft.model(f"{year}/{theme}.yaml")
    for round_, slug, report in draft.workspace.reports(year):
        for placed in begun(plan, report.date) if slug == theme else ():
            if placed.entry.id == id_ and placed.kind != "core_activity" and id_ not in report.activities:
                value = Commented(" ".join(placed.text.split()), {"status": "planned", "note": ""})
                order = () if report.activities else known_keys(StatusReport, ())
                draft.change(report_name(year, round_, theme), SetKey(("activities", id_), value, order))


def _refuse_keys(kind: str, data: Iterable[str], allowed: tuple[str, ...]) -> None:
    for key in data:
        if key not in allowed:
            raise Failure(
                "option-not-for-kind",
                option=f"--{key.removesuffix('s') if key in ('goals', 'partners') else key}",
                kind=kind,
            )


def _find_area(plan: Plan, word: str | None) -> int:
    """Return the index of the focus area that a word names by id or title.

    Raises:
        Failure: none is named, or there is none.
    """
    known = [area.id or area.title for area in plan.focus_areas]
    if word is None:
        raise Failure("area-needed", expected=known)
    folded = word.casefold()
    for index, area in enumerate(plan.focus_areas):
        if folded in (area.id, area.title.casefold()):
            return index
    raise Failure("unknown-area", area=word, nearest=nearest(word, known) or "", expected=known)


def _give_id(draft: Draft, name: str, plan: Plan, area: int) -> None:
    title = plan.focus_areas[area].title
    draft.change(
        name,
        AddKey(
            ("focus_areas", area), "id", fresh_id("focus_areas", (), plan.names.ids, title=title), "title"
        ),
    )
