"""Status reports of a round: written with every activity that has begun, completed where something has come since."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from handleplan.cycle import begun
from handleplan.locale import Texts
from handleplan.model.keys import known_keys
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Placed, Plan
from handleplan.model.status import TEXTS, StatusEntry, StatusReport
from handleplan.model.values import STATUSES
from handleplan.problem import Commented, Data, Raw, SetKey
from handleplan.source.block_style import comment_lines, value_lines
from handleplan.steps import with_slugs
from handleplan.workspace import Round
from handleplan.writing.draft import Draft
from handleplan.writing.when import report_date, step_for_report


class Written(NamedTuple):
    """What has become of one file: its name, whether it is new, what was added, and how many entries have no id."""

    name: str
    new: bool
    added: tuple[str, ...]
    without_id: int = 0


def report_name(year: int, round_: str, theme: str) -> str:
    """Return the name of a status report's file."""
    return f"{year}/status/{round_}/{theme}.yaml"


def write_reports(
    draft: Draft, year: int, round_: str, themes: Sequence[str], as_of: date
) -> tuple[Written, ...]:
    """Write a round's reports on some themes, or add to them what is missing.

    Args:
        draft: the workspace.
        year: the year the round belongs to.
        round_: the round, YYYY-MM.
        themes: the slugs of themes that have a plan.
        as_of: today.

    Raises:
        BrokenFilesError: a file that is read has errors.
    """
    plans = draft.workspace.plans(year, themes)
    reports, meetings = draft.workspace.reports(year), draft.workspace.meetings(year)
    return tuple(
        write_report(draft, theme, plans[theme], round_, reports=reports, meetings=meetings, as_of=as_of)
        for theme in themes
    )


def write_report(
    draft: Draft,
    theme: str,
    plan: Plan,
    round_: str,
    *,
    reports: Sequence[Round],
    meetings: Sequence[Meeting],
    as_of: date,
) -> Written:
    """Write one theme's report, or add to it what is missing; see :func:`write_reports`."""
    name = report_name(plan.year, round_, theme)
    before = last_entries(reports, theme, round_)
    if draft.exists(name):
        return _complete(draft, name, plan, before)
    config = draft.workspace.config
    meetings = [with_slugs(meeting, config.themes_of(plan.year)) for meeting in meetings]
    day = report_date(round_, as_of, theme, meetings)
    activities = [placed for placed in begun(plan, day) if placed.entry.id]
    step = step_for_report(config, plan.year, theme, day, meetings)
    data: dict[str, Data] = {"theme": theme, "year": str(plan.year), "date": day.isoformat()}
    data |= {"meeting": step} if step else {}
    data |= _empty_texts(draft.texts, TEXTS)
    if activities:
        data["activities"] = {str(p.entry.id): _entry(p, before, draft.texts) for p in activities}
    draft.create(name, [*_heading(theme, plan.year, round_, draft), *value_lines(data, 0)])
    missing = sum(1 for placed in begun(plan, day) if not placed.entry.id)
    return Written(name, new=True, added=tuple(str(p.entry.id) for p in activities), without_id=missing)


def last_entries(
    reports: Sequence[Round], theme: str, before_round: str
) -> Mapping[str, tuple[str, StatusEntry]]:
    """Return by activity the last round before another one that gives it a status, and what it says."""
    found: dict[str, tuple[str, StatusEntry]] = {}
    for round_, slug, report in sorted(reports, key=lambda one: (one.report.date, one.round)):
        if slug == theme and round_ < before_round:
            found.update({key: (round_, entry) for key, entry in report.activities.items() if entry.status})
    return found


def _complete(draft: Draft, name: str, plan: Plan, before: Mapping[str, tuple[str, StatusEntry]]) -> Written:
    file = draft.read(name)
    report: StatusReport = draft.model(name)
    order = known_keys(StatusReport, ())
    present = {str(path[0]) for path in file.source.empty_keys() if len(path) == 1} | set(file.source.data)
    texts = tuple(key for key in TEXTS if key not in present)
    for key, value in _empty_texts(draft.texts, texts).items():
        draft.change(name, SetKey((key,), value, order))
    mentioned = {
        str(path[1]) for path in file.source.empty_keys() if len(path) > 1 and path[0] == "activities"
    }
    have = {*report.activities, *mentioned}
    running = list(begun(plan, report.date))
    added = tuple(placed for placed in running if placed.entry.id and placed.entry.id not in have)
    for placed in added:
        path = ("activities", str(placed.entry.id))
        draft.change(name, SetKey(path, _entry(placed, before, draft.texts), order if not have else ()))
        have.add(str(placed.entry.id))
    missing = sum(1 for placed in running if not placed.entry.id)
    return Written(name, new=False, added=(*texts, *(str(p.entry.id) for p in added)), without_id=missing)


def _heading(theme: str, year: int, round_: str, draft: Draft) -> list[str]:
    texts = draft.texts
    names = {one.slug: one.name for one in draft.workspace.config.themes_of(year)}
    words = ", ".join(f"{word} ({texts.label(word)})" for word in STATUSES)
    return [
        *comment_lines(texts.message("file.report", theme=names.get(theme, theme), round=round_)),
        *comment_lines(texts.message("file.report_statuses", words=words)),
    ]


def _empty_texts(texts: Texts, keys: Sequence[str]) -> dict[str, Data]:
    """Return the texts of a report, empty, each with what it is to say in a comment above it."""
    return {
        key: Commented(f"{texts.label(key)}: {texts.message(f'file.report.{key}')}", Raw("|", ()))
        for key in keys
    }


def _entry(placed: Placed, before: Mapping[str, tuple[str, StatusEntry]], texts: Texts) -> Data:
    """Return an activity's entry: its text in a comment, and the status it had last."""
    round_, last = before.get(str(placed.entry.id), ("", StatusEntry()))
    comment = " ".join(placed.text.split())
    if last.note:
        note = " ".join(last.note.split())
        comment += "\n" + texts.message("file.last_note", round=round_, note=note)
    return Commented(comment, {"status": last.status or "", "note": ""})
