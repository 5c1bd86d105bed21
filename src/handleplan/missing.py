"""What is still missing for the steps of the cycle, item by item, each with the command that creates it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from handleplan.cycle import Window, begun, final_round, reports_all, round_for, step_year
from handleplan.model.config import Agreement, Config
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.model.values import STAGES
from handleplan.steps import OPEN_STATES, StepStatus, YearData

ItemKind: TypeAlias = Literal[
    "plan", "stage", "stage-later", "report", "report-later", "no-id", "unfinished", "status", "meeting", "agreed",
    "final-round", "closed",
]  # fmt: skip

# A word of a command that only the user knows.
STATUS_WORD = "STATUS"
DATE_WORD = "DATE"


class Item(NamedTuple):
    """One thing that is missing.

    ``themes`` are those it is missing for; ``id`` and ``text`` those of an activity, ``number`` how many where several
    are meant; ``stage`` is the stage to be reached, ``round`` the round of a report, ``day`` the day on which what is
    there already begins to count, or on which a meeting was held. ``command`` holds the arguments of handleplan;
    empty where no command helps.
    """

    kind: ItemKind
    themes: tuple[str, ...]
    command: tuple[str, ...] = ()
    stage: str | None = None
    round: str | None = None
    day: date | None = None
    id: str | None = None
    text: str | None = None
    number: int = 0


class Ahead(NamedTuple):
    """A step that somebody has to do something about, and what is missing for it."""

    step: StepStatus
    items: tuple[Item, ...]


class YearItem(NamedTuple):
    """Something that is missing for a year rather than for a step; ``step`` is the one it follows from, if one does."""

    year: int
    step: StepStatus | None
    item: Item


class Missing:
    """Answers what is missing on a day, out of what the workspace holds.

    Args:
        config: the workspace's agreements.
        years: what there is, by year; of a year that is not in it nothing is there.
        planned: the years that have plans, whether they are in ``years`` or not.
        as_of: the day.
    """

    def __init__(
        self, config: Config, years: Iterable[YearData], planned: Iterable[int], as_of: date
    ) -> None:
        self.config = config
        self.years = {data.year: data for data in years}
        self.planned = tuple(planned)
        self.as_of = as_of

    def of_steps(self, steps: Iterable[StepStatus]) -> tuple[Ahead, ...]:
        """Return what each step still misses, in their order."""
        return tuple(Ahead(step, tuple(self._of_step(step))) for step in steps)

    def _of_step(self, step: StepStatus) -> Iterator[Item]:
        data = self.years.get(step.year, YearData(step.year))
        open_for = step.in_state(*OPEN_STATES)
        lacking = tuple(theme for theme, found in open_for.items() if found.missing)
        unplanned = tuple(theme for theme in lacking if theme not in data.plans)
        if unplanned:
            yield Item("plan", unplanned, self._new_year(step.year))
        plans = {theme: data.plans[theme] for theme in lacking if theme in data.plans}
        if step.needs == "status-report":
            yield from self._reports(step, plans, data)
        elif step.needs:
            for theme, plan in plans.items():
                yield self._stage(step.needs, theme, plan)
        unrecorded = tuple(theme for theme, found in open_for.items() if found.planned is None)
        if unrecorded and (step.done_by == "held" or step.needs is None):
            yield Item("meeting", unrecorded, self._new_meeting(step, unrecorded, data))

    def _new_year(self, year: int) -> tuple[str, ...]:
        return ("new", "year", str(year)) if any(one < year for one in self.planned) else ()

    def _new_meeting(self, step: StepStatus, themes: tuple[str, ...], data: YearData) -> tuple[str, ...]:
        """Name the themes where others have a record already: theirs is another meeting."""
        recorded = any(meeting.step == step.id for meeting in data.meetings)
        chosen = tuple(word for theme in themes if recorded for word in ("--theme", theme))
        usual = step_year(self.config, step.id, self.as_of)
        year = () if usual == step.year else ("--year", str(step.year))
        held = ("--date", DATE_WORD) if self.as_of > step.until else ()  # only people know when it was
        return "new", "meeting", step.id, *chosen, *year, *held

    def _stage(self, stage: str, theme: str, plan: Plan) -> Item:
        days = [getattr(plan.stages, name) for name in STAGES[STAGES.index(stage) :] if name != STAGES[0]]
        later = min((day for day in days if day), default=None)
        if later:
            return Item("stage-later", (theme,), stage=stage, day=later)
        return Item("stage", (theme,), self._set_stage(theme, stage, self.as_of, plan.year), stage=stage)

    def _set_stage(self, theme: str, stage: str, day: date, year: int) -> tuple[str, ...]:
        return "set", theme, "--stage", stage, "--date", day.isoformat(), *self._year(year)

    def _year(self, year: int) -> tuple[str, ...]:
        return () if year == self.as_of.year else ("--year", str(year))

    def _reports(self, step: StepStatus, plans: dict[str, Plan], data: YearData) -> Iterator[Item]:
        agreement = self._agreement(step.year)
        model = next(one for one in agreement.cycle if one.id == step.id)
        found = {theme: data.newest_report(model, theme, agreement.themes) for theme in plans}
        without = tuple(theme for theme, report in found.items() if report is None)
        name = round_for(self._window(step), step.year, self.as_of)
        if len(without) == len(agreement.themes):
            yield Item("report", without, self._new_status(name, step.year), round=name)
        else:
            for theme in without:
                yield Item("report", (theme,), self._new_status(name, step.year, theme), round=name)
        for theme, given in found.items():
            if given:
                yield from self._unfinished(theme, plans[theme], *given)

    def _new_status(self, name: str, year: int, theme: str = "") -> tuple[str, ...]:
        chosen = ("--theme", theme) if theme else ()
        return ("new", "status", "--round", name, *chosen, *self._round_year(name, year))

    def _round_year(self, name: str, year: int) -> tuple[str, ...]:
        """Name the year of a round where its month alone says another one: that of a January after."""
        return () if name.startswith(f"{year:04}-") else ("--year", str(year))

    def _window(self, step: StepStatus) -> Window:
        return Window(step.from_, step.until + date.resolution)

    def _agreement(self, year: int) -> Agreement:
        """Return the agreement that covers the year of a step: there is one, since the step comes from it."""
        agreement = self.config.agreement_of(year)
        assert agreement is not None
        return agreement

    def _unfinished(self, theme: str, plan: Plan, name: str, report: StatusReport) -> Iterator[Item]:
        if reports_all(plan, report):
            yield Item("report-later", (theme,), round=name, day=report.date)
            return
        wanted = [one for one in begun(plan, report.date) if one.kind != "core_activity"]
        nameless = sum(one.entry.id is None for one in wanted)
        if nameless:
            yield Item("no-id", (theme,), ("fix",), number=nameless)
        given = {key for key, entry in report.activities.items() if entry.status is not None}
        open_ones = [one for one in wanted if one.entry.id and one.entry.id not in given]
        if len(open_ones) > 1:
            yield Item("unfinished", (theme,), round=name, number=len(open_ones))
        for one in open_ones:
            command = (
                "set", f"{theme}.{one.entry.id}", "--status", STATUS_WORD, "--round", name,
                *self._round_year(name, plan.year),
            )  # fmt: skip
            yield Item("status", (theme,), command, round=name, id=one.entry.id, text=one.text)

    def of_year(self, year: int, steps: Iterable[StepStatus]) -> Iterator[YearItem]:
        """Yield what is left to note for a year: that a plan was agreed once its meeting was held, and its closing.

        The meeting that agrees on a plan is that of a step which needs the proposal; the round that closes the year is
        that of the January after.
        """
        data = self.years.get(year, YearData(year))
        noted: set[str] = set()
        for step in steps:
            if step.year == year and step.needs == "proposed" and step.done_by == "held":
                for item in self._to_agree(step, data, noted):
                    yield YearItem(year, step, item)
        if self.as_of > date(year, 12, 31):
            for item in self._to_close(data, {theme for step in steps for theme in step.themes}):
                yield YearItem(year, None, item)

    def _to_agree(self, step: StepStatus, data: YearData, noted: set[str]) -> Iterator[Item]:
        for theme, found in step.themes.items():
            plan = data.plans.get(theme)
            if found.held is None or plan is None or theme in noted:
                continue
            noted.add(theme)
            if plan.stages.agreed is None and plan.stages.closed is None:
                command = self._set_stage(theme, "agreed", found.held, plan.year)
                yield Item("agreed", (theme,), command, stage="agreed", day=found.held)

    def _to_close(self, data: YearData, themes: set[str]) -> Iterator[Item]:
        name = final_round(data.year)
        agreed = {
            theme: plan
            for theme, plan in data.plans.items()
            if plan.stages.agreed and not plan.stages.closed and (theme in themes or not themes)
        }
        for theme, plan in agreed.items():
            reports = [report for given, _, report in data.reports_on(theme) if given == name]
            whole = [report.date for report in reports if reports_all(plan, report)]
            if whole:
                command = self._set_stage(theme, "closed", max(whole), plan.year)
                yield Item("closed", (theme,), command, stage="closed", day=max(whole))
            elif reports:
                yield from self._unfinished(theme, plan, name, reports[0])
            else:
                command = self._new_status(name, data.year, theme)
                yield Item("final-round", (theme,), command, round=name)
