"""The status as JSON, version 1: what scripts read."""

from collections.abc import Iterable
from typing import Any

from handleplan.cycle import Standing
from handleplan.decisions import DecisionStatus
from handleplan.formats.json_text import render_json
from handleplan.missing import Ahead, Item
from handleplan.owed import Debt, Owed
from handleplan.status import ActivityStatus, Status, StepStatus

SCHEMA_VERSION = 1


def render(status: Status, owed: Owed | None = None) -> str:
    """Return the status as indented JSON with a last newline; dates are ISO, ``from`` and ``until`` inclusive.

    Args:
        status: where the years stand.
        owed: what somebody owes, under ``mine``; else there is no such key.
    """
    view = {
        "schema_version": SCHEMA_VERSION,
        "as_of": status.as_of.isoformat(),
        "stages": {str(year.year): dict(year.stages) for year in status.years},
        "steps": [_step(step) for step in status.steps],
        "activities": [_activity(activity) for activity in status.activities],
        "decisions": [_decision(decision) for decision in status.decisions],
        "overdue": _ahead(status.overdue),
        "unrecorded": _ahead(status.unrecorded),
        "next": _ahead(status.next),
        "loose": [
            {"year": one.year, "step": one.step.id if one.step else None, **_item(one.item)}
            for one in status.loose
        ],
    }
    if owed:
        view["mine"] = {"owner": owed.owner, "name": owed.name, "items": [_debt(debt) for debt in owed.debts]}
    return render_json(view, default=str)


def _step(step: StepStatus) -> dict[str, Any]:
    return {
        "year": step.year,
        "id": step.id,
        "title": step.title,
        "from": step.from_,
        "until": step.until,
        "themes": {theme: _standing(standing) for theme, standing in step.themes.items()},
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {"state": standing.state, "held": standing.held, "days": standing.days}


def _activity(activity: ActivityStatus) -> dict[str, Any]:
    return {
        "year": activity.year,
        "theme": activity.theme,
        "id": activity.id,
        "kind": activity.kind,
        "area": activity.area,
        "text": activity.text,
        "quarters": activity.quarters,
        "owner": activity.owner,
        "status": activity.status,
        "round": activity.round,
        "late": activity.late,
        "reported": activity.reported,
    }


def _decision(decision: DecisionStatus) -> dict[str, Any]:
    return {
        "year": decision.year,
        "step": decision.step,
        "held": decision.held,
        "themes": decision.themes,
        "text": decision.text,
        "owner": decision.owner,
        "due": decision.due,
        "state": decision.state,
    }


def _ahead(steps: Iterable[Ahead]) -> list[dict[str, Any]]:
    return [
        {
            "year": ahead.step.year,
            "step": ahead.step.id,
            "themes": list(ahead.step.themes),
            "missing": [_item(item) for item in ahead.items],
        }
        for ahead in steps
    ]


def _item(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "themes": item.themes,
        "stage": item.stage,
        "round": item.round,
        "id": item.id,
        "command": ["handleplan", *item.command] if item.command else None,
    }


def _debt(debt: Debt) -> dict[str, Any]:
    return {
        "kind": debt.kind,
        "year": debt.year,
        "themes": debt.themes,
        "id": debt.id,
        "text": debt.text,
        "owner": debt.owner,
        "by": debt.by,
        "paper": debt.paper,
        "state": debt.state,
    }
