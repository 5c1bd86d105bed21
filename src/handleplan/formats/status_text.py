"""The status as text for people: what is due first, then each year's plans, cycle and activities."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from handleplan.cycle import Standing
from handleplan.formats.dates import date_in_words, period_in_words
from handleplan.formats.terminal import Cell, display_width, style, table, wrap
from handleplan.locale import Texts
from handleplan.model.quarters import format_quarters
from handleplan.model.values import STATUSES
from handleplan.status import ActivityStatus, Status, StepStatus, YearStatus

NARROWEST = 40
QUARTERS = (1, 2, 3, 4)
NOTHING = "–"
STATE_STYLES = {
    "done": ("green",),
    "due": ("bold", "cyan"),
    "overdue": ("bold", "yellow"),
    "not_recorded": ("yellow",),
    "upcoming": ("dim",),
}


def render(status: Status, texts: Texts, *, width: int, colour: bool) -> str:
    """Return the status as text with a last newline.

    Args:
        status: where the years stand.
        texts: the reader's language.
        width: columns of the page; fewer than 40 count as 40.
        colour: whether ANSI styles may be used; nothing is told by colour alone.
    """
    return "\n".join(_Page(status, texts, max(width, NARROWEST), colour=colour).lines()) + "\n"


class _Page:
    """A page in the making: the status with all that decides how it is written."""

    def __init__(self, status: Status, texts: Texts, width: int, *, colour: bool) -> None:
        self.status = status
        self.texts = texts
        self.width = width
        self.colour = colour

    def lines(self) -> Iterator[str]:
        yield from self._text(
            self.texts.message("status.heading", date=self._date(self.status.as_of)), "bold"
        )
        if not self.status.years:
            yield ""
            yield from self._text(self.texts.message("status.empty"))
            return
        yield from self._ahead()
        for year in self.status.years:
            yield from self._year(year)

    def _ahead(self) -> Iterator[str]:
        """What is outstanding and what is next, over all years shown."""
        overdue = [step for step in self.status.steps if _themes_in(step, "overdue")]
        if overdue:
            yield ""
            yield from self._text(self.texts.label("overdue"), *STATE_STYLES["overdue"])
            for step in overdue:
                yield from self._step_ahead(step, "overdue")
        yield ""
        due = any(_themes_in(step, "due") for step in self.status.next)
        heading = self.texts.message("status.now" if due else "status.next")
        yield from self._text(heading, *STATE_STYLES["due"])
        if not self.status.next:
            yield from self._text(self.texts.message("status.nothing_next"), indent=2)
        for step in self.status.next:
            yield from self._step_ahead(step, "due" if _themes_in(step, "due") else "upcoming")

    def _step_ahead(self, step: StepStatus, state: str) -> Iterator[str]:
        """Tell what a step asks of the themes it stands alike for, once for each last day they have."""
        themes = _themes_in(step, state)
        days = {theme: step.from_ if state == "upcoming" else found.last for theme, found in themes.items()}
        for day in sorted(set(days.values())):
            alike = {theme: found for theme, found in themes.items() if days[theme] == day}
            yield from self._day_ahead(step, state, day, alike)

    def _day_ahead(
        self, step: StepStatus, state: str, day: date, themes: Mapping[str, Standing]
    ) -> Iterator[str]:
        message = self.texts.message
        left = self._days(state, next(found.days or 0 for found in themes.values()))
        yield from self._text(
            message(
                f"status.ahead.{state}", step=step.title, year=step.year, date=self._date(day), days=left
            ),
            indent=2,
        )
        for meeting in sorted({found.planned for found in themes.values() if found.planned}):
            meant = [theme for theme, found in themes.items() if found.planned == meeting]
            key = "status.planned" if len(meant) == len(themes) else "status.planned_for"
            text = message(key, date=self._date(meeting), themes=self._names(step, meant))
            yield from self._text(text, indent=4)
        if state != "overdue" and len(themes) < len(step.themes):
            yield from self._text(message("status.concerns", themes=self._names(step, [*themes])), indent=4)
        missing = [theme for theme, standing in themes.items() if standing.missing]
        if missing and step.needs and state != "upcoming":
            paper = self.texts.label("status" if step.needs == "status-report" else step.needs)
            yield from self._text(
                message("status.missing", paper=paper, themes=self._names(step, missing)), indent=4
            )
        if step.responsible:
            yield from self._text(f"{self.texts.label('owner')}: {step.responsible}", indent=4)

    def _names(self, step: StepStatus, themes: Sequence[str]) -> str:
        """Name themes of a step: all of them in a word."""
        if len(themes) == len(step.themes) > 1:
            return self.texts.message("status.all_themes")
        names = next(year.themes for year in self.status.years if year.year == step.year)
        return ", ".join(names[theme] for theme in themes)

    def _year(self, year: YearStatus) -> Iterator[str]:
        title = f"{self.texts.label('plan')} {year.year}"
        yield ""
        yield ""
        yield from self._text(title, "bold")
        yield "=" * min(display_width(title), self.width)
        sections: tuple[tuple[str, Callable[[YearStatus], Iterator[str]]], ...] = (
            (self.texts.message("status.plans"), self._stages),
            (self.texts.label("cycle"), self._cycle),
            (self.texts.message("status.by_quarter"), self._quarters),
            (self.texts.message("status.by_status"), self._statuses),
            (self.texts.label("late"), self._late),
        )
        for heading, section in sections:
            body = list(section(year))
            if body:
                yield ""
                yield from self._text(heading, "bold")
                yield from body

    def _stages(self, year: YearStatus) -> Iterator[str]:
        if not year.stages:
            yield from self._text(self.texts.message("status.no_plans", year=year.year), indent=2)
            return
        rows = []
        for slug, name in year.themes.items():
            stage = year.stages.get(slug)
            label = self.texts.label(stage) if stage else self.texts.message("status.no_plan")
            since = year.reached.get(slug)
            when = self.texts.message("status.stage_since", date=self._date(since)) if since else ""
            rows.append((Cell(name), Cell(label, () if stage else ("yellow",)), Cell(when)))
        yield from self._table(rows)

    def _cycle(self, year: YearStatus) -> Iterator[str]:
        steps = [step for step in self.status.steps if step.year == year.year]
        if not steps:
            key = "status.no_cycle" if year.agreement else "status.no_agreement"
            yield from self._text(self.texts.message(key, year=year.year), indent=2)
            return
        yield from self._table([row for step in steps for row in self._step_rows(step, year)])

    def _step_rows(self, step: StepStatus, year: YearStatus) -> Iterator[tuple[Cell, ...]]:
        """One row where all themes stand alike, else one for the step and one a theme."""
        period = Cell(period_in_words(step.from_, step.until, self.texts.language))
        standings = list(step.themes.values())
        if len({(standing.state, standing.held, standing.days) for standing in standings}) == 1:
            yield Cell(step.title), period, *self._state(standings[0])
            return
        yield Cell(step.title), period, Cell(""), Cell("")
        for slug, standing in step.themes.items():
            yield Cell(f"– {year.themes[slug]}"), Cell(""), *self._state(standing)

    def _state(self, standing: Standing) -> tuple[Cell, Cell]:
        detail = self._date(standing.held) if standing.held else ""
        if standing.days is not None:
            detail = self._days(standing.state, standing.days)
        return Cell(self.texts.label(standing.state), STATE_STYLES[standing.state]), Cell(detail)

    def _days(self, state: str, days: int) -> str:
        if state == "due" and days == 0:
            return self.texts.message("status.due.today")
        key = state if state in {"due", "upcoming"} else "since"
        return self.texts.count(f"status.{key}", days)

    def _quarters(self, year: YearStatus) -> Iterator[str]:
        found = self._of(year)
        if not found:
            return
        yield from self._table(self._quarter_rows(year, found))
        if any(len(activity.quarters) > 1 for activity in found):
            yield from self._text(self.texts.message("status.many_quarters"), "dim", indent=2)

    def _statuses(self, year: YearStatus) -> Iterator[str]:
        found = self._of(year)
        if any(activity.status for activity in found):
            yield from self._table(self._status_rows(year, found))
        elif found:
            yield from self._text(self.texts.count("status.nothing_reported", len(found)), indent=2)

    def _of(self, year: YearStatus) -> list[ActivityStatus]:
        return [activity for activity in self.status.activities if activity.year == year.year]

    def _quarter_rows(self, year: YearStatus, found: Sequence[ActivityStatus]) -> list[list[Cell]]:
        """Count activities per theme and quarter; a sum below where there are several themes."""
        message = self.texts.message
        columns = (
            *(f"Q{quarter}" for quarter in QUARTERS),
            message("status.all_year"),
            message("status.total"),
        )
        rows = [[Cell(""), *(Cell(column, ("dim",), right=True) for column in columns)]]
        names = [(name, [a for a in found if a.theme == slug]) for slug, name in year.themes.items()]
        if len(names) > 1:
            names.append((message("status.total"), list(found)))
        for name, activities in names:
            counts = [
                *(sum(quarter in a.quarters for a in activities) for quarter in QUARTERS),
                sum(not a.quarters for a in activities),
                len(activities),
            ]
            rows.append(
                [Cell(name), *(Cell(str(count) if count else NOTHING, right=True) for count in counts)]
            )
        return rows

    def _status_rows(self, year: YearStatus, found: Sequence[ActivityStatus]) -> list[list[Cell]]:
        """Count activities per theme and status, in words, with the newest round that says so."""
        rows = []
        for slug, name in year.themes.items():
            activities = [a for a in found if a.theme == slug]
            if not activities:
                continue
            counts = Counter(a.status for a in activities)
            words = [f"{self.texts.label(key)}: {counts[key]}" for key in STATUSES if counts[key]]
            if counts[None]:
                words.append(f"{self.texts.label('not_reported')}: {counts[None]}")
            newest = max((a.round for a in activities if a.round), default=NOTHING)
            rows.append([Cell(name), Cell(newest), Cell(", ".join(words))])
        return rows

    def _late(self, year: YearStatus) -> Iterator[str]:
        late = [activity for activity in self._of(year) if activity.late]
        for slug, name in year.themes.items():
            activities = [a for a in late if a.theme == slug]
            if activities:
                yield from self._text(name, indent=2)
            for activity in activities:
                yield from self._text(self._facts(activity), indent=4)
                yield from self._text(activity.text, indent=6)

    def _facts(self, activity: ActivityStatus) -> str:
        owner = activity.owner or self.texts.message("status.no_owner")
        facts = (
            *([activity.id] if activity.id else []),
            format_quarters(activity.quarters),
            self.texts.label(activity.status or "not_reported"),
            f"{self.texts.label('owner')}: {owner}",
        )
        return " · ".join(facts)

    def _date(self, day: date) -> str:
        return date_in_words(day, self.texts.language)

    def _text(self, text: str, *styles: str, indent: int = 0) -> Iterator[str]:
        for line in wrap(text, self.width - indent):
            yield " " * indent + style(line, *styles, on=self.colour)

    def _table(self, rows: Sequence[Sequence[Cell]]) -> list[str]:
        return table(rows, self.width, colour=self.colour)


def _themes_in(step: StepStatus, state: str) -> dict[str, Standing]:
    return {theme: standing for theme, standing in step.themes.items() if standing.state == state}
