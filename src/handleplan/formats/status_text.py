"""The status as text for people: what is due first, then each year's plans, cycle and activities."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from handleplan.cycle import Standing
from handleplan.formats.dates import period_in_words
from handleplan.formats.page import ROOMY, Page
from handleplan.formats.status_bar import bar, legend
from handleplan.formats.status_todo_text import BULLET, STATE_STYLES, next_lines, owed_lines
from handleplan.formats.status_words import Words
from handleplan.formats.terminal import Cell
from handleplan.locale import Texts
from handleplan.owed import Owed
from handleplan.progress import unreported
from handleplan.status import ActivityStatus, Status, StepStatus, YearStatus

QUARTERS = (1, 2, 3, 4)
NOTHING = "–"


def render(
    status: Status,
    texts: Texts,
    *,
    width: int,
    colour: bool,
    owed: Owed | None = None,
    ahead: bool = False,
    detailed: bool = False,
) -> str:
    """Return the status as text with a last newline.

    Args:
        status: where the years stand.
        texts: the reader's language.
        width: columns of the page; fewer than 40 count as 40. Only commands, which are there to be copied, may be longer.
        colour: whether ANSI styles may be used; nothing is told by colour alone.
        owed: what somebody owes, to be shown instead of the whole.
        ahead: whether to show what is missing for the next steps instead of the whole.
        detailed: whether to list every activity.
    """
    page = Page(texts, width, colour=colour)
    words = Words(status, texts)
    lines = [*page.text(texts.message("status.heading", date=words.day(status.as_of)), "bold")]
    if not status.years:
        lines += ["", *page.text(texts.message("status.empty"))]
    elif owed or ahead:
        lines += owed_lines(status, owed, page) if owed else ()
        lines += next_lines(status, page) if ahead else ()
    else:
        lines += _Whole(status, words, page, detailed=detailed).lines()
    return "\n".join(lines) + "\n"


class _Whole:
    """The whole page in the making."""

    def __init__(self, status: Status, words: Words, page: Page, *, detailed: bool) -> None:
        self.status = status
        self.words = words
        self.page = page
        self.texts = page.texts
        self.detailed = detailed

    def lines(self) -> Iterator[str]:
        yield from self._ahead()
        for year in self.status.years:
            yield from self._year(year)
        yield from self._hints()

    def _ahead(self) -> Iterator[str]:
        """What is outstanding, what is left to note and what is next, over all years shown."""
        section, message = self.page.section, self.texts.message
        overdue = (line for step, _ in self.status.overdue for line in self._step_ahead(step, "overdue"))
        yield from section(self.texts.label("overdue"), overdue, *STATE_STYLES["overdue"])
        due = any(ahead.step.in_state("due") for ahead in self.status.next)
        heading = message("status.now" if due else "status.next")
        yield from section(heading, self._next(), *STATE_STYLES["due"])
        yield from section(message("status.loose"), self._loose(), *STATE_STYLES["not_recorded"])

    def _next(self) -> Iterator[str]:
        for said in () if self.status.next else self.words.nothing_next():
            yield from self.page.text(said, indent=2)
        for step, _ in self.status.next:
            yield from self._step_ahead(step, "due" if step.in_state("due") else "upcoming")

    def _loose(self) -> Iterator[str]:
        for origin, said in self.words.loose(self.status.loose):
            yield from self.page.text(origin, indent=2)
            yield from self.page.text(said, indent=4)

    def _step_ahead(self, step: StepStatus, state: str) -> Iterator[str]:
        """Tell what a step asks of the themes it stands alike for, once for each last day they have."""
        for _, day, themes in self.words.groups(step, [state]):
            yield from self._day_ahead(step, state, day, themes)

    def _day_ahead(
        self, step: StepStatus, state: str, day: date, themes: Mapping[str, Standing]
    ) -> Iterator[str]:
        text, message, words = self.page.text, self.texts.message, self.words
        yield from text(words.ahead(step, state, day, themes), indent=2)
        for planned in words.meetings(step, themes):
            yield from text(planned, indent=4)
        missing = [theme for theme, standing in themes.items() if standing.missing]
        told = missing if step.needs and state != "upcoming" else []
        if told != [*themes] and words.are_some(step.year, themes):
            concerned = words.themes(step.year, [*themes])
            yield from text(message("status.concerns", themes=concerned), indent=4)
        if told and step.needs:
            values = {"paper": words.paper(step.needs), "themes": words.themes(step.year, missing)}
            yield from text(message("status.missing", **values), indent=4)
        if step.responsible:
            yield from text(f"{self.texts.label('owner')}: {step.responsible}", indent=4)

    def _year(self, year: YearStatus) -> Iterator[str]:
        section, message, label = self.page.section, self.texts.message, self.texts.label
        found = [activity for activity in self.status.activities if activity.year == year.year]
        yield from self.page.title(f"{label('plan')} {year.year}")
        yield from section(message("status.plans"), self._stages(year))
        yield from section(label("cycle"), self._cycle(year))
        yield from section(message("status.by_quarter"), self._quarters(year, found))
        yield from section(message("status.by_status"), self._statuses(year, found))
        if self.detailed:
            yield from section(label("activities"), self._activities(year, found))
        yield from section(message("status.reporting"), self._reporting(year, found))
        yield from section(label("late"), self._late(year, found))
        yield from section(message("status.decisions"), self._decisions(year))

    def _stages(self, year: YearStatus) -> Iterator[str]:
        if not year.stages:
            yield from self.page.text(self.texts.message("status.no_plans", year=year.year), indent=2)
            return
        rows = []
        for slug, name in year.themes.items():
            stage = year.stages.get(slug)
            label = self.texts.label(stage) if stage else self.texts.message("status.no_plan")
            since = year.reached.get(slug)
            when = self.texts.message("status.stage_since", date=self.words.day(since)) if since else ""
            rows.append((Cell(name), Cell(label, () if stage else ("yellow",)), Cell(when)))
        yield from self.page.rows(rows)

    def _cycle(self, year: YearStatus) -> Iterator[str]:
        steps = [step for step in self.status.steps if step.year == year.year]
        if not steps:
            yield from self.page.text(self.words.no_cycle(year), indent=2)
            return
        yield from self.page.rows([row for step in steps for row in self._step_rows(step, year)])

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
        label = Cell(self.texts.label(standing.state), STATE_STYLES[standing.state])
        return label, Cell(self.words.detail(standing))

    def _quarters(self, year: YearStatus, found: Sequence[ActivityStatus]) -> Iterator[str]:
        """Count activities per theme and quarter, once any has quarters."""
        if not any(activity.quarters for activity in found):
            return
        rows = self._quarter_rows(year, found)
        if self.page.width >= ROOMY:
            yield from self.page.table(rows)
        else:
            for name, *counts in rows[1:]:
                yield from self.page.text(name.text, indent=2)
                pairs = zip(rows[0][1:], counts, strict=True)
                said = (f"{column.text}: {count.text}" for column, count in pairs if count.text != NOTHING)
                yield from self.page.text(", ".join(said), indent=4)
        if any(len(activity.quarters) > 1 for activity in found):
            yield from self.page.text(self.texts.message("status.many_quarters"), "dim", indent=2)

    def _quarter_rows(self, year: YearStatus, found: Sequence[ActivityStatus]) -> list[list[Cell]]:
        """Return a row for each theme that has activities; a sum below where there are several."""
        message = self.texts.message
        columns = (*(f"Q{one}" for one in QUARTERS), message("status.all_year"), message("status.total"))
        rows = [[Cell(""), *(Cell(column, ("dim",), right=True) for column in columns)]]
        names = list(self.words.by_theme(year, found))
        if len(names) > 1:
            names.append((message("status.total"), list(found)))
        for name, activities in names:
            counts = [
                *(sum(quarter in a.quarters for a in activities) for quarter in QUARTERS),
                sum(not a.quarters for a in activities),
                len(activities),
            ]
            cells = (Cell(str(count) if count else NOTHING, right=True) for count in counts)
            rows.append([Cell(name), *cells])
        return rows

    def _statuses(self, year: YearStatus, found: Sequence[ActivityStatus]) -> Iterator[str]:
        """A bar per theme, and its counts in words."""
        if not found:
            return
        if not any(activity.status for activity in found):
            yield from self.page.text(self.texts.count("status.nothing_reported", len(found)), indent=2)
            return
        by_theme = list(self.words.by_theme(year, found))
        most = max(len(activities) for _, activities in by_theme)
        if self.page.width >= ROOMY:
            yield from self.page.table(
                [(Cell(n), Cell(bar(a, most), ("cyan",)), Cell(self.words.counts(a))) for n, a in by_theme]
            )
        else:
            for name, activities in by_theme:
                yield from self.page.table([(Cell(name), Cell(bar(activities, most, 16), ("cyan",)))])
                yield from self.page.text(self.words.counts(activities), indent=4)
        yield from self.page.text(", ".join(legend(found, self.texts)), "dim", indent=2)

    def _activities(self, year: YearStatus, found: Sequence[ActivityStatus]) -> Iterator[str]:
        """Every activity with its latest status."""
        several = len(year.themes) > 1
        for name, activities in self.words.by_theme(year, found):
            if several:
                yield from self.page.text(name, indent=2)
            for activity in activities:
                facts = [activity.id or NOTHING, self.words.quarters(activity), self.words.latest(activity)]
                if activity.round:
                    facts.append(activity.round)
                yield from self.page.text(" · ".join(facts), indent=2 + 2 * several, bullet=BULLET)
                yield from self.page.text(activity.text, indent=4 + 2 * several)

    def _reporting(self, year: YearStatus, found: Sequence[ActivityStatus]) -> Iterator[str]:
        """When each theme was last reported on, and what its newest report leaves out since when."""
        left_out = list(unreported(found, self.status.as_of))
        for theme, said, lines in self.words.reporting(year, left_out):
            yield from self.page.text(f"{theme}: {said}", indent=2)
            for line in lines:
                yield from self.page.text(line, indent=4, bullet=BULLET)

    def _late(self, year: YearStatus, found: Sequence[ActivityStatus]) -> Iterator[str]:
        for name, activities in self.words.by_theme(year, [activity for activity in found if activity.late]):
            yield from self.page.text(name, indent=2)
            for activity in activities:
                yield from self.page.text(self.words.facts(activity), indent=4)
                yield from self.page.text(activity.text, indent=6)

    def _decisions(self, year: YearStatus) -> Iterator[str]:
        for one in self.words.open_decisions(year):
            yield from self.page.text(one.text, indent=2, bullet=BULLET)
            yield from self.page.text(self.words.decision(one), indent=4)

    def _hints(self) -> Iterator[str]:
        """Which commands say more."""
        hints: list[str] = []
        ahead = (*self.status.overdue, *self.status.next, *self.status.unrecorded)
        if any(one.items for one in ahead) or self.status.loose:
            hints.append(self.texts.message("status.hint.next"))
        if self.status.activities and not self.detailed:
            hints.append(self.texts.message("status.hint.theme"))
        yield from [""] if hints else []
        for hint in hints:
            yield from self.page.text(hint, "dim")
