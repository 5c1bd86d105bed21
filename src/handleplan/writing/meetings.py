"""Meetings: a record written out of the step it belongs to, completed where a key is missing."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from handleplan.failure import Failure
from handleplan.locale import Texts
from handleplan.model.config import Step, Theme
from handleplan.model.keys import known_keys
from handleplan.model.meeting import Meeting
from handleplan.problem import Commented, Data, SetKey
from handleplan.source.block_style import comment_lines, value_lines
from handleplan.steps import with_slugs
from handleplan.writing.draft import Draft
from handleplan.writing.reports import Written
from handleplan.writing.when import PAPERS_BEFORE, StepOf


class Wanted(NamedTuple):
    """A meeting to write down: its step, its day, the themes it is about (none: all), and whether the day is a guess."""

    of: StepOf
    date: date
    themes: tuple[Theme, ...] = ()
    guessed: bool = False


def meeting_name(of: StepOf, themes: Sequence[Theme]) -> str:
    """Return the name of a meeting's file: the step's, with the themes where it is not about all."""
    return f"{of.year}/meetings/{'-'.join((of.step.id, *(theme.slug for theme in themes)))}.yaml"


def write_meeting(draft: Draft, wanted: Wanted) -> Written:
    """Write a meeting's record, or add to it the keys that are missing.

    Raises:
        BrokenFilesError: the record, or another of the year's, is there and has errors.
        Failure: another record of the step is about one of the themes already.
    """
    name = meeting_name(wanted.of, wanted.themes)
    data = _record(draft, wanted)
    if not draft.exists(name):
        _refuse_second(draft, wanted)
        step, texts = wanted.of.step, draft.texts
        heading = texts.message("file.meeting", step=step.title or step.id, year=wanted.of.year)
        about = step.text or ""
        draft.create(name, [*comment_lines(heading), *comment_lines(about), *value_lines(data, 0)])
        return Written(name, new=True, added=())
    file = draft.read(name)
    empty = {str(path[0]) for path in file.source.empty_keys() if len(path) == 1}
    missing = tuple(key for key in data if key not in {*file.source.data, *empty, "papers_due"})
    for key in missing:
        draft.change(name, SetKey((key,), data[key], known_keys(Meeting, ())))
    return Written(name, new=False, added=missing)


def _refuse_second(draft: Draft, wanted: Wanted) -> None:
    """Refuse a record beside one that is about the same: two would contradict each other on when the meeting is."""
    step, year = wanted.of
    known = draft.workspace.config.themes_of(year)
    every = {theme.slug for theme in known}
    asked = {theme.slug for theme in wanted.themes} or every
    for name, record in draft.workspace.named_meetings(year).items():
        both = asked & (set(with_slugs(record, known).themes) or every)
        if record.step == step.id and both:
            names = [theme.name for theme in known if theme.slug in both]
            path = draft.show_path(draft.path(f"{year}/meetings/{name}.yaml"))
            raise Failure("meeting-there", path=path, step=step.id, themes=names)


def _record(draft: Draft, wanted: Wanted) -> dict[str, Data]:
    step, year = wanted.of
    texts = draft.texts
    day: Data = wanted.date.isoformat()
    data: dict[str, Data] = {
        "step": step.id,
        "date": Commented(texts.message("file.meeting_guess"), day) if wanted.guessed else day,
    }
    if wanted.themes:
        data["themes"] = [theme.slug for theme in wanted.themes]
    data["place"] = ""
    if step.participants:
        data["participants"] = list(step.participants)
    if step.needs:
        data["papers_due"] = (wanted.date - PAPERS_BEFORE).isoformat()
    themes = wanted.themes or draft.workspace.config.themes_of(year)
    data["agenda"] = [{"title": title, "kind": kind} for title, kind in _agenda(step, year, themes, texts)]
    data["decisions"] = Commented(texts.message("file.meeting_decisions"), "")
    return data


def _agenda(step: Step, year: int, themes: Sequence[Theme], texts: Texts) -> list[tuple[str, str]]:
    """Return the points of an agenda: what the step's papers are about, theme by theme, and what is decided on it."""
    subject = "plan" if step.needs and step.needs != "status-report" else step.needs or "work"
    opening = texts.message(f"file.agenda_opening.{subject}", year=year)
    points = [(opening, "information")]
    points += [
        (texts.message(f"file.agenda.{subject}", theme=theme.name, year=year), "discussion")
        for theme in themes
    ]
    return [*points, (texts.message("file.agenda_end"), "decision")]
