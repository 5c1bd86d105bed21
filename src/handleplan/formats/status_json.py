"""The status as JSON, version 1: what scripts read."""

import json
from typing import Any

from handleplan.cycle import Standing
from handleplan.formats.terminal import escape_json
from handleplan.status import ActivityStatus, Status, StepStatus

SCHEMA_VERSION = 1


def render(status: Status) -> str:
    """Return the status as indented JSON with a last newline; dates are ISO, ``from`` and ``until`` inclusive."""
    view = {
        "schema_version": SCHEMA_VERSION,
        "as_of": status.as_of.isoformat(),
        "stages": {str(year.year): dict(year.stages) for year in status.years},
        "steps": [_step(step) for step in status.steps],
        "activities": [_activity(activity) for activity in status.activities],
    }
    return escape_json(json.dumps(view, ensure_ascii=False, indent=2)) + "\n"


def _step(step: StepStatus) -> dict[str, Any]:
    return {
        "year": step.year,
        "id": step.id,
        "title": step.title,
        "from": step.from_.isoformat(),
        "until": step.until.isoformat(),
        "themes": {theme: _standing(standing) for theme, standing in step.themes.items()},
    }


def _standing(standing: Standing) -> dict[str, Any]:
    held = standing.held.isoformat() if standing.held else None
    return {"state": standing.state, "held": held, "days": standing.days}


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
    }
