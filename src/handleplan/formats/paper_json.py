"""Papers as JSON: the finished view as it is, versioned, prose as its source text."""

from datetime import date
from pathlib import Path
from typing import Any

from handleplan.formats.json_text import render_json
from handleplan.locale import Texts
from handleplan.report.prose import Prose
from handleplan.report.view import Paper


def render(paper: Paper, texts: Texts, own_templates: Path | None = None) -> str:  # noqa: ARG001 - as all formats
    """Set a paper as JSON; keys stand in the view's order, dates are ISO."""
    return render_json(_plain_data(paper))


def _plain_data(value: Any) -> Any:
    if isinstance(value, Prose):
        return value.source
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "_asdict"):
        return {name: _plain_data(field) for name, field in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain_data(item) for item in value]
    return value
