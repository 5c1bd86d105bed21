"""The status as Markdown, to be posted where a team talks: GitHub's tables, every text escaped or set anew."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from handleplan.formats.dates import period_in_words
from handleplan.formats.status_bar import bar, legend
from handleplan.formats.status_words import Words, command_line
from handleplan.locale import Texts
from handleplan.missing import Ahead, Item
from handleplan.owed import Debt, Owed
from handleplan.progress import unreported
from handleplan.report.prose import Prose, plain
from handleplan.report.prose_markdown import inline_markdown
from handleplan.report.runs_markdown import escape_markdown
from handleplan.status import OPEN_STATES, ActivityStatus, Status, StepStatus, YearStatus


def render(
    status: Status,
    texts: Texts,
    *,
    owed: Owed | None = None,
    ahead: bool = False,
    detailed: bool = False,
) -> str:
    """Return the status as Markdown with a last newline.

    Args:
        status: where the years stand.
        texts: the reader's language.
        owed: what somebody owes, to be shown instead of the whole.
        ahead: whether to show what is missing for the next steps instead of the whole.
        detailed: whether to list every activity.
    """
    page = _Page(status, texts, detailed=detailed)
    lines = [f"# {page.set(texts.message('status.heading', date=page.words.day(status.as_of)))}"]
    if not status.years:
        lines += ["", page.set(texts.message("status.empty"))]
    elif owed or ahead:
        lines += page.owed(owed) if owed else ()
        lines += page.next() if ahead else ()
    else:
        lines += page.next()
        for year in status.years:
            lines += page.year(year)
    return "\n".join(lines) + "\n"


class _Page:
    """The page in the making."""

    def __init__(self, status: Status, texts: Texts, *, detailed: bool) -> None:
        self.status = status
        self.texts = texts
        self.words = Words(status, texts)
        self.detailed = detailed

    def set(self, text: str) -> str:
        """Set a plain text."""
        return escape_markdown(plain(text))

    def prose(self, text: str) -> str:
        """Set a text of the plan, its emphasis and links kept."""
        return inline_markdown(Prose(text))

    def section(self, heading: str, body: Iterable[str], level: int = 2) -> Iterator[str]:
        lines = list(body)
        if lines:
            yield from ("", f"{'#' * level} {self.set(heading)}", "", *lines)

    def table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
        """Yield a table of finished cells; https://github.github.com/gfm/#tables-extension-."""
        yield f"| {' | '.join(header)} |"
        yield f"|{' --- |' * len(header)}"
        yield from (f"| {' | '.join(row)} |" for row in rows)

    def next(self) -> Iterator[str]:
        message = self.texts.message
        overdue = (line for ahead in self.status.overdue for line in self._ahead(ahead))
        yield from self.section(self.texts.label("overdue"), overdue)
        due = any(ahead.step.in_state("due") for ahead in self.status.next)
        body = [line for ahead in self.status.next for line in self._ahead(ahead)]
        heading = message("status.now" if due else "status.next")
        yield from self.section(heading, body or map(self.set, self.words.nothing_next()))
        yield from self.section(message("status.loose"), self._loose())

    def _loose(self) -> Iterator[str]:
        for one in self.status.loose:
            yield from self._item(one.year, one.item, self.words.origin(one.year, one.step))
        for ahead in self.status.unrecorded:
            yield from self._ahead(ahead)

    def _ahead(self, ahead: Ahead) -> Iterator[str]:
        step = ahead.step
        for state, day, themes in self.words.groups(step, OPEN_STATES):
            said = self.words.ahead(step, state, day, themes)
            if self.words.are_some(step.year, themes):
                said += f" ({self.words.themes(step.year, [*themes])})"
            yield f"- **{self.set(said)}**"
        for planned in self.words.meetings(step, step.themes):
            yield f"  - {self.set(planned)}"
        if step.responsible:
            yield f"  - {self.set(self.texts.label('owner') + ': ' + step.responsible)}"
        if not ahead.items:
            yield f"  - {self.set(self.texts.message('status.complete'))}"
        for item in ahead.items:
            yield from self._item(step.year, item, indent="  ")

    def _item(self, year: int, item: Item, origin: str = "", indent: str = "") -> Iterator[str]:
        said = self.set(self.words.item(year, item))
        said = f"{self.set(origin)}: {said}" if origin else said
        after = [self.set(self.words.advice(year, item)), _code(command_line(item))]
        yield f"{indent}- {'<br>'.join([said, *filter(None, after)])}"

    def owed(self, owed: Owed) -> Iterator[str]:
        message = self.texts.message
        name = f"{owed.name} ({owed.owner})" if owed.name != owed.owner else owed.owner
        yield from ("", f"## {self.set(name)}")
        if not owed.debts:
            yield from ("", self.set(message("status.owes_nothing")))
        for heading, debts in self.words.debts(owed):
            yield from self.section(heading, self._debts(debts, owed), level=3)
        if owed.party:
            said = self.texts.count("status.owed.party", owed.of_party, party=owed.party)
            yield from ("", f"{self.set(said)} {_code(f'handleplan status --mine {owed.party}')}")

    def _debts(self, debts: Collection[Debt], owed: Owed) -> Iterator[str]:
        for day, same in groupby(debts, key=lambda debt: debt.by):
            lines = [
                f"- {self.prose(self.words.debt_text(d))} ({self.set(self.words.debt(d, owed.owner))})"
                for d in same
            ]
            if day:
                yield f"- **{self.set(self.words.by(day))}**"
            yield from (f"  {line}" if day else line for line in lines)

    def year(self, year: YearStatus) -> Iterator[str]:
        message, label = self.texts.message, self.texts.label
        found = [activity for activity in self.status.activities if activity.year == year.year]
        yield from ("", f"## {self.set(self.words.origin(year.year, None))}")
        for heading, body in (
            (message("status.plans"), self._stages(year)),
            (label("cycle"), self._cycle(year)),
            (message("status.by_status"), self._statuses(year, found)),
            (label("activities"), self._activities(year, found) if self.detailed else iter(())),
            (message("status.reporting"), self._reporting(year, found)),
            (label("late"), self._late(year, found)),
            (message("status.decisions"), self._decisions(year)),
        ):
            yield from self.section(heading, body, level=3)

    def _stages(self, year: YearStatus) -> Iterator[str]:
        if not year.stages:
            yield self.set(self.texts.message("status.no_plans", year=year.year))
            return
        header = [self.set(self.texts.label("theme")), self.set(self.texts.label("plan")), ""]
        rows = []
        for slug, name in year.themes.items():
            stage, since = year.stages.get(slug), year.reached.get(slug)
            said = self.texts.label(stage) if stage else self.texts.message("status.no_plan")
            when = self.texts.message("status.stage_since", date=self.words.day(since)) if since else ""
            rows.append([self.set(name), self.set(said), self.set(when)])
        yield from self.table(header, rows)

    def _cycle(self, year: YearStatus) -> Iterator[str]:
        steps = [step for step in self.status.steps if step.year == year.year]
        if not steps:
            yield self.set(self.words.no_cycle(year))
            return
        themes = list(steps[0].themes)
        header = [self.texts.label("step"), "", *(year.themes[theme] for theme in themes)]
        rows = ([*self._step(step), *(self._cell(step, theme) for theme in themes)] for step in steps)
        yield from self.table([self.set(text) for text in header], rows)

    def _step(self, step: StepStatus) -> tuple[str, str]:
        period = period_in_words(step.from_, step.until, self.texts.language)
        return self.set(step.title), self.set(period)

    def _cell(self, step: StepStatus, theme: str) -> str:
        standing = step.themes[theme]
        facts = [self.texts.label(standing.state), self.words.detail(standing)]
        return "<br>".join(self.set(fact) for fact in facts if fact)

    def _by_theme(
        self, year: YearStatus, found: Sequence[ActivityStatus]
    ) -> Iterator[tuple[str, list[ActivityStatus]]]:
        return ((self.set(name), activities) for name, activities in self.words.by_theme(year, found))

    def _statuses(self, year: YearStatus, found: Sequence[ActivityStatus]) -> Iterator[str]:
        if not found:
            return
        if not any(activity.status for activity in found):
            yield self.set(self.texts.count("status.nothing_reported", len(found)))
            return
        by_theme = list(self._by_theme(year, found))
        most = max(len(activities) for _, activities in by_theme)
        header = [self.set(self.texts.label("theme")), "", self.set(self.texts.label("summary"))]
        rows = ([name, bar(all_, most), self.set(self.words.counts(all_))] for name, all_ in by_theme)
        yield from self.table(header, rows)
        yield from ("", self.set(", ".join(legend(found, self.texts))))

    def _activities(self, year: YearStatus, found: Sequence[ActivityStatus]) -> Iterator[str]:
        header = [
            self.texts.label("theme"),
            "Id",
            self.texts.label("activities"),
            self.texts.label("quarters"),
        ]
        header += [self.texts.label("summary"), self.texts.label("owner")]
        rows = (
            [
                name, self.set(one.id or ""), self.prose(one.text), self.set(self.words.quarters(one)),
                self.set(f"{self.words.latest(one)}{f' ({one.round})' if one.round else ''}"), self.set(one.owner or ""),
            ]
            for name, activities in self._by_theme(year, found)
            for one in activities
        )  # fmt: skip
        if found:
            yield from self.table([self.set(text) for text in header], rows)

    def _reporting(self, year: YearStatus, found: Sequence[ActivityStatus]) -> Iterator[str]:
        for theme, said, lines in self.words.reporting(year, list(unreported(found, self.status.as_of))):
            yield f"- **{self.set(theme)}**: {self.set(said)}"
            yield from (f"  - {self.set(line)}" for line in lines)

    def _late(self, year: YearStatus, found: Sequence[ActivityStatus]) -> Iterator[str]:
        for name, activities in self._by_theme(year, [activity for activity in found if activity.late]):
            yield f"- **{name}**"
            for one in activities:
                yield f"  - {self.prose(one.text)} ({self.set(self.words.facts(one))})"

    def _decisions(self, year: YearStatus) -> Iterator[str]:
        for one in self.words.open_decisions(year):
            yield f"- {self.prose(one.text)} ({self.set(self.words.decision(one))})"


def _code(text: str) -> str:
    """Set a command as code: its words are ids, names of options and dates, none of which holds a backtick."""
    return f"`{text}`" if text else ""
