"""What is still missing for a meeting, in words, each with the command that mends it where there is one."""

from collections.abc import Iterator
from typing import NamedTuple

from handleplan.formats.dates import date_in_words
from handleplan.formats.status_words import Words, command_line
from handleplan.missing import Item, Missing
from handleplan.papers.occasion import Occasion
from handleplan.report.frame import Material
from handleplan.report.minutes_paper import is_over
from handleplan.report.prose import plain
from handleplan.status import Around, build_status


class Lack(NamedTuple):
    """Something that is missing, and the command line that mends it; an empty one where none does."""

    text: str
    command: str = ""


def lacking(material: Material, occasion: Occasion, planned: tuple[int, ...] = ()) -> tuple[Lack, ...]:
    """Say what is missing for a meeting, the most fundamental first; once it was held, no papers are.

    Args:
        material: the year's plans, reports and meetings.
        occasion: the meeting.
        planned: the years that have plans.
    """
    around = Around(planned=planned)
    data = material.data
    status = build_status(material.config, [data], material.today, chosen=occasion.themes, around=around)
    steps = [step for step in status.steps if step.id == occasion.step.id]
    words = Words(status, material.texts)
    missing = Missing(material.config, (data,), planned, material.today)
    items = [item for ahead in missing.of_steps(steps) for item in ahead.items]
    return (*_told(items, words, material), *_agendas(material, occasion))


def _told(items: list[Item], words: Words, material: Material) -> Iterator[Lack]:
    """Tell of items; of activities without a status only how many, and nothing of what is there but for a later day.

    A stage of a later day is told where the day was asked for: the papers show what holds on it.
    """
    many = {theme for item in items if item.kind == "unfinished" for theme in item.themes}
    for item in items:
        if item.kind in ("unfinished", "status"):
            if item.kind == "unfinished" or not many.intersection(item.themes):
                values = {"theme": words.themes(material.year, item.themes), "round": item.round}
                text = material.texts.count("papers.unfinished", item.number or 1, **values)
                yield Lack(plain(text), command_line(item))
        elif item.kind != "report-later" and (item.kind != "stage-later" or material.as_of):
            yield Lack(plain(words.item(material.year, item)), command_line(item))


def _agendas(material: Material, occasion: Occasion) -> Iterator[Lack]:
    """Tell of meetings to come without an agenda, and of those that are over without a decision."""
    for meeting in occasion.meetings.values():
        day = date_in_words(meeting.date, material.texts.language)
        over = is_over(meeting, material.today)
        if over and not meeting.decisions:
            yield Lack(material.texts.message("papers.no_decisions", date=day))
        elif not over and not meeting.agenda:
            yield Lack(material.texts.message("papers.no_agenda", date=day))
