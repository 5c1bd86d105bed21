"""One fact into the right file: an activity's status in a round, a plan's stage."""

from datetime import date

from handleplan.cycle import begun, work_window
from handleplan.failure import Failure
from handleplan.locale.words import VALUES
from handleplan.model.ids import missing_ids
from handleplan.model.keys import known_keys
from handleplan.model.plan import Placed, Plan
from handleplan.model.status import StatusReport
from handleplan.model.values import STAGES, STATUSES
from handleplan.problem import Data, SetKey
from handleplan.source.entry_ids import id_change
from handleplan.spelling import nearest
from handleplan.writing.draft import Draft
from handleplan.writing.reports import Written, report_name, write_report
from handleplan.writing.when import refuse_other_days

# What can be said of work that has not begun.
_BEFORE_IT_BEGINS = frozenset({"planned", "dropped", "carried_over"})


def read_status(word: str) -> str:
    """Return the status that a word is, with an underscore for a space or a hyphen.

    Raises:
        Failure: it is none; a Danish word leads to the right one.
    """
    return _choice("status", word, STATUSES)


def read_stage(word: str) -> str:
    """Return the stage that a word is, the ones with a date.

    Raises:
        Failure: it is none; ``draft-stage``: it is what a plan is before its first.
    """
    if STAGES[0] in (word.casefold(), *VALUES.get(word.casefold(), ())):
        raise Failure("draft-stage", expected=STAGES[1:])
    return _choice("stage", word, STAGES[1:])


def find_activity(plan: Plan, theme: str, word: str) -> Placed:
    """Return a plan's activity by its id.

    Raises:
        Failure: the plan has none of that id.
    """
    by_id = {placed.entry.id: placed for placed in plan.activities() if placed.entry.id}
    if word in by_id:
        return by_id[word]
    folded = word.casefold()
    if folded in by_id:
        return by_id[folded]
    known = list(by_id)
    if word in plan.names.ids:
        raise Failure("no-activity", id=word, theme=theme, year=plan.year)
    if not known:
        raise Failure("no-ids", theme=theme, year=plan.year)
    raise Failure(
        "unknown-activity", id=word, theme=theme, year=plan.year,
        nearest=nearest(folded, known) or "", expected=known,
    )  # fmt: skip


def set_status(
    draft: Draft,
    theme: str,
    plan: Plan,
    word: str,
    *,
    round_: str,
    status: str | None,
    note: str | None,
    as_of: date,
) -> Written | None:
    """Note an activity's status in a round, whose report is written where there is none.

    Args:
        draft: the workspace.
        theme: the theme's slug.
        plan: its plan of the year that the round belongs to.
        word: the activity's id.
        round_: the round, YYYY-MM.
        status: the new status; None leaves it.
        note: the new note; None leaves it.
        as_of: today.

    Returns:
        The report that was written for it, None where there was one.

    Raises:
        BrokenFilesError: a file that is read has errors.
        Failure: there is no such activity, or it has not begun.
    """
    placed = find_activity(plan, theme, word)
    id_ = str(placed.entry.id)
    name = report_name(plan.year, round_, theme)
    written = None
    if not draft.exists(name):
        reports, meetings = draft.workspace.reports(plan.year), draft.workspace.meetings(plan.year)
        written = write_report(draft, theme, plan, round_, reports=reports, meetings=meetings, as_of=as_of)
    report: StatusReport = draft.model(name)
    has_begun = any(one.path == placed.path for one in begun(plan, report.date))
    if status is not None and not has_begun and status not in _BEFORE_IT_BEGINS:
        first = work_window(placed.entry.quarters, plan.year).first
        raise Failure("not-begun", theme=theme, id=id_, first=first, date=report.date, status=status)
    order = known_keys(StatusReport, ("activities", id_))
    for key, value in (("status", status), ("note", note)):
        if value is not None:
            draft.change(name, SetKey(("activities", id_, key), value, _order(draft, name, id_, order)))
    return written


def set_stage(draft: Draft, theme: str, plan: Plan, stage: str, day: date) -> None:
    """Note the day on which a plan reached a stage; entries without an id get one, for in a draft they needed none.

    Raises:
        BrokenFilesError: the plan has errors.
        Failure: the day lies outside the plan's year.
    """
    refuse_other_days(draft.workspace.config, plan.year, day, closing=stage == "closed")
    name = f"{plan.year}/{theme}.yaml"
    for path, id_ in missing_ids(plan).items():
        draft.change(name, id_change(draft.read(name).source, path, id_))
    value: Data = day.isoformat()
    stages = "stages" in draft.read(name).source.data
    order = known_keys(Plan, ("stages",) if stages else ())
    draft.change(name, SetKey(("stages", stage), value, order))


def _order(draft: Draft, name: str, id_: str, order: tuple[str, ...]) -> tuple[str, ...]:
    """Return the order of the keys that a new one goes among: the entry's, or the report's where it has no activities."""
    data = draft.read(name).source.data
    if id_ in data.get("activities", {}):
        return order
    return () if "activities" in data else known_keys(StatusReport, ())


def _choice(key: str, word: str, allowed: tuple[str, ...]) -> str:
    folded = "_".join(word.casefold().replace("-", " ").split())
    if folded in allowed:
        return folded
    danish = next((one for one in VALUES.get(word.casefold(), ()) if one in allowed), None)
    raise Failure(
        "unknown-status" if key == "status" else "unknown-stage",
        value=word,
        nearest=danish or nearest(folded, allowed) or "",
        expected=allowed,
    )
