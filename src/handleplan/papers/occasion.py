"""The meeting that papers are wanted for: a step of a year's cycle, its records, and the themes it is about."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from handleplan.cycle import step_window
from handleplan.failure import Failure
from handleplan.model.config import Config, Step
from handleplan.model.meeting import Meeting
from handleplan.spelling import nearest
from handleplan.steps import with_slugs

_ENDINGS = (".yaml", ".yml")


class Occasion(NamedTuple):
    """A step of a year's cycle and its records by the names of their files; ``themes`` in the papers' order, none means all.

    ``single`` tells that one record is meant and not the whole step.
    """

    year: int
    step: Step
    meetings: Mapping[str, Meeting]
    themes: tuple[str, ...] = ()
    single: bool = False


def find_occasion(
    config: Config,
    records: Mapping[int, Mapping[str, Meeting]],
    word: str,
    day: date,
) -> Occasion:
    """Find the meeting that a word names: a step's id, or the name of a record's file with or without its ending.

    It is about all themes, or those of its record where one is meant.

    Of several years the one counts in which the meeting is nearest to the day, of two as near the earlier one.

    Args:
        config: the workspace.
        records: the meetings on record, by the names of their files, of every year that may be meant.
        word: what the user calls the meeting.
        day: today.

    Raises:
        Failure: no such meeting, or one whose step the year does not have.
    """
    wanted = _bare(word)
    found = [
        (distance, year, one)
        for year, meetings in sorted(records.items())
        for distance, one in _of_year(config, year, meetings, wanted, day)
    ]
    if not found:
        raise _unknown(config, records, word)
    _, _, occasion = min(found, key=lambda one: one[:2])
    return occasion


def _bare(word: str) -> str:
    for ending in _ENDINGS:
        word = word.removesuffix(ending)
    return word.casefold()


def _of_year(
    config: Config, year: int, meetings: Mapping[str, Meeting], wanted: str, day: date
) -> Iterator[tuple[int, Occasion]]:
    """Yield what a word means in a year, with its distance from the day: a step with all its records, else one record."""
    steps = {step.id: step for step in config.cycle_of(year)}
    step = next((one for name, one in steps.items() if name.casefold() == wanted), None)
    if step:
        mine = {name: one for name, one in meetings.items() if one.step == step.id}
        yield step_window(step, year).distance(day), Occasion(year, step, mine)
        return
    for name, meeting in meetings.items():
        if name.casefold() == wanted:
            if meeting.step not in steps:
                near = nearest(meeting.step, steps) or ""
                raise Failure(
                    "meeting-without-step", meeting=name, step=meeting.step, year=year, nearest=near, expected=tuple(steps)
                )  # fmt: skip
            themes = slugs_of(config, year, meeting)
            found = Occasion(year, steps[meeting.step], {name: meeting}, themes, single=True)
            yield abs((meeting.date - day).days), found


def _unknown(config: Config, records: Mapping[int, Mapping[str, Meeting]], word: str) -> Failure:
    years = ", ".join(map(str, sorted(records)))
    steps = [step.id for year in sorted(records) for step in config.cycle_of(year)]
    known = tuple(dict.fromkeys([*steps, *(name for year in sorted(records) for name in records[year])]))
    return Failure(
        "unknown-meeting", meeting=word, year=years, nearest=nearest(_bare(word), known) or "", expected=known
    )


def narrow(config: Config, occasion: Occasion, chosen: tuple[str, ...]) -> Occasion:
    """Narrow a meeting to some themes, by their slugs, and its records to those about any of them.

    Raises:
        Failure: one record is meant, and it is not about these themes.
    """
    about = {name: slugs_of(config, occasion.year, one) for name, one in occasion.meetings.items()}
    mine = {
        name: one
        for name, one in occasion.meetings.items()
        if not about[name] or set(about[name]) & set(chosen)
    }
    if occasion.single and not mine:
        (name,) = about
        raise Failure("meeting-of-other-themes", meeting=name, themes=", ".join(chosen), expected=about[name])
    return occasion._replace(meetings=mine, themes=chosen)


def slugs_of(config: Config, year: int, meeting: Meeting) -> tuple[str, ...]:
    """Return the slugs of the themes a meeting is about, in the papers' order; none means all."""
    themes = config.themes_of(year)
    named = with_slugs(meeting, themes).themes
    return tuple(theme.slug for theme in themes if theme.slug in named)
