"""The status in words: the sentences that its text and its Markdown have in common."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from handleplan.cycle import Standing
from handleplan.decisions import DecisionStatus
from handleplan.formats.dates import date_in_words
from handleplan.locale import Texts
from handleplan.missing import Item, YearItem
from handleplan.model.quarters import format_quarters
from handleplan.model.values import STATUSES
from handleplan.owed import Debt, Owed
from handleplan.progress import ActivityStatus
from handleplan.status import Status, StepStatus, YearStatus


class Words:
    """Says in the reader's language what a status holds."""

    def __init__(self, status: Status, texts: Texts) -> None:
        self.status = status
        self.texts = texts

    def nothing_next(self) -> list[str]:
        """Say why there is no next step: all are behind, or the years shown have none at all."""
        if self.status.steps or not self.status.years:
            return [self.texts.message("status.nothing_next")]
        return [self.no_cycle(year) for year in self.status.years]

    def no_cycle(self, year: YearStatus) -> str:
        """Say why a year has no steps."""
        key = "status.no_cycle" if year.agreement else "status.no_agreement"
        return self.texts.message(key, year=year.year)

    def day(self, day: date) -> str:
        """Write a day."""
        return date_in_words(day, self.texts.language)

    def days(self, state: str, days: int) -> str:
        """Say how far away a day is: the first one of what is to come, the last one of what is due or past."""
        if state == "due" and days == 0:
            return self.texts.message("status.due.today")
        key = state if state in {"due", "upcoming"} else "since"
        return self.texts.count(f"status.{key}", days)

    def until(self, day: date) -> str:
        """Say how far the last day of something is away, or how long ago it was."""
        days = (day - self.status.as_of).days
        return self.days("due", days) if days >= 0 else self.days("since", -days)

    def by(self, day: date) -> str:
        """Say by which day something is to be there, and how far away that is."""
        return f"{self.texts.message('status.by', date=self.day(day))} – {self.until(day)}"

    def detail(self, standing: Standing) -> str:
        """Say on which day a step was held, or how far away its days are."""
        if standing.days is not None:
            return self.days(standing.state, standing.days)
        return self.day(standing.held) if standing.held else ""

    def themes(self, year: int, themes: Collection[str]) -> str:
        """Name themes of a year: all of them in a word."""
        names = self.status.names.get(year, {})
        if len(names) == len(themes) > 1 or not themes:
            return self.texts.message("status.all_themes")
        return ", ".join(names.get(theme, theme) for theme in themes)

    def are_some(self, year: int, themes: Collection[str]) -> bool:
        """Tell whether themes are not all that the status speaks of in a year."""
        spoken_of = next((one.themes for one in self.status.years if one.year == year), {})
        return len(themes) < len(spoken_of)

    def groups(
        self, step: StepStatus, states: Sequence[str]
    ) -> Iterable[tuple[str, date, dict[str, Standing]]]:
        """Part the themes of a step by state and last day (the first one of what is to come)."""
        for state in states:
            themes = step.in_state(state)
            days = {
                theme: step.from_ if state == "upcoming" else found.last for theme, found in themes.items()
            }
            for day in sorted(set(days.values())):
                yield state, day, {theme: found for theme, found in themes.items() if days[theme] == day}

    def ahead(self, step: StepStatus, state: str, day: date, themes: Mapping[str, Standing]) -> str:
        """Say until when a step has to be done, or from when on."""
        left = self.days(state, next(found.days or 0 for found in themes.values()))
        return self.texts.message(
            f"status.ahead.{state}", step=step.title, year=step.year, date=self.day(day), days=left
        )

    def meetings(self, step: StepStatus, themes: Mapping[str, Standing]) -> Iterable[str]:
        """Say for which days meetings of a step are planned."""
        for day in sorted({found.planned for found in themes.values() if found.planned}):
            meant = [theme for theme, found in themes.items() if found.planned == day]
            key = "status.planned" if len(meant) == len(themes) else "status.planned_for"
            yield self.texts.message(key, date=self.day(day), themes=self.themes(step.year, meant))

    def paper(self, needs: str) -> str:
        """Name what a step needs: a status report, or a plan in a stage."""
        return self.texts.label("status" if needs == "status-report" else needs)

    def item(self, year: int, item: Item) -> str:
        """Say what is missing."""
        values = {
            "year": year,
            "themes": self.themes(year, item.themes),
            "stage": self.texts.label(item.stage) if item.stage else "",
            "round": item.round or "",
            "date": self.day(item.day) if item.day else "",
            "id": item.id or "",
            "text": item.text or "",
        }
        if item.number:
            path = f"{year}/status/{item.round}/{item.themes[0]}.yaml"
            key = "status.item.unfinished" if item.kind == "unfinished" else "status.item.no-id"
            return self.texts.count(key, item.number, **values, path=path)
        return self.texts.message(f"status.item.{item.kind}", **values)

    def advice(self, year: int, item: Item) -> str:
        """Say what to do where no command helps; nothing where there is one or time alone is missing."""
        if item.kind != "plan" or item.command:
            return ""
        paths = ", ".join(f"{year}/{theme}.yaml" for theme in item.themes)
        return self.texts.message("status.item.write", paths=paths)

    def loose(self, items: Iterable[YearItem]) -> Iterable[tuple[str, str]]:
        """Say what is left to note, the same things of several themes in one: what it follows from, and what it is."""
        alike = groupby(items, key=lambda one: (one.year, one.step, one.item._replace(themes=(), command=())))
        for (year, step, item), group in alike:
            themes = tuple(theme for one in group for theme in one.item.themes)
            yield self.origin(year, step), self.item(year, item._replace(themes=themes))

    def origin(self, year: int, step: StepStatus | None) -> str:
        """Say which step or which year something belongs to."""
        return f"{step.title} ({year})" if step else f"{self.texts.label('plan')} {year}"

    def counts(self, activities: Collection[ActivityStatus]) -> str:
        """Count activities by their latest status."""
        counts = Counter(activity.status for activity in activities)
        words = [f"{self.texts.label(key)}: {counts[key]}" for key in STATUSES if counts[key]]
        if counts[None]:
            words.append(f"{self.texts.label('not_reported')}: {counts[None]}")
        return ", ".join(words)

    def quarters(self, activity: ActivityStatus) -> str:
        """Say when an activity runs."""
        return format_quarters(activity.quarters) or self.texts.message("status.all_year")

    def latest(self, activity: ActivityStatus) -> str:
        """Say what was last reported on an activity, and that its schedule has passed where it has."""
        label = self.texts.label(activity.status or "not_reported")
        return f"{label} · {self.texts.label('late')}" if activity.late else label

    def facts(self, activity: ActivityStatus) -> str:
        """Say when an activity runs, what was last reported on it and who owns it, its id first."""
        owner = activity.owner or self.texts.message("status.no_owner")
        facts = (
            *([activity.id] if activity.id else []),
            self.quarters(activity),
            self.texts.label(activity.status or "not_reported"),
            f"{self.texts.label('owner')}: {owner}",
        )
        return " · ".join(facts)

    def left_out(self, activities: Sequence[ActivityStatus]) -> Iterable[str]:
        """Say since when nothing was reported on activities, those of the same day in one."""
        dated = sorted(activities, key=lambda one: (one.reported or one.begins, one.reported is not None))
        for (day, reported), same in groupby(
            dated, key=lambda one: (one.reported or one.begins, one.reported is not None)
        ):
            names = ", ".join(one.id or one.text for one in same)
            key = "status.left_out.reported" if reported else "status.left_out.begun"
            yield self.texts.message(key, date=self.day(day), names=names)

    def by_theme(
        self, year: YearStatus, found: Sequence[ActivityStatus]
    ) -> Iterator[tuple[str, list[ActivityStatus]]]:
        """Yield the names of a year's themes, each with its activities, where there are any."""
        for slug, name in year.themes.items():
            activities = [activity for activity in found if activity.theme == slug]
            if activities:
                yield name, activities

    def reporting(
        self, year: YearStatus, left_out: Collection[ActivityStatus]
    ) -> Iterable[tuple[str, str, list[str]]]:
        """Say of each theme with a plan when it was last reported on, and what that leaves out since when.

        Nothing is said while no theme has a report.
        """
        if not year.rounds:
            return
        for slug in (slug for slug in year.themes if slug in year.stages):
            lines = list(self.left_out([one for one in left_out if one.theme == slug]))
            yield year.themes[slug], self._last_report(year, slug), lines

    def _last_report(self, year: YearStatus, theme: str) -> str:
        if theme not in year.rounds:
            return self.texts.message("status.no_report")
        name, day = year.rounds[theme]
        ago = (self.status.as_of - day).days
        values = {"round": name, "date": self.day(day), "days": self.days("since", ago)}
        return self.texts.message("status.last_report" if ago else "status.report_today", **values)

    def open_decisions(self, year: YearStatus) -> Iterable[DecisionStatus]:
        """Yield the open decisions of a year's meetings; those of years before stand with the first one shown."""
        first = self.status.years[0].year
        for one in self.status.decisions:
            if one.open and max(one.year, first) == year.year:
                yield one

    def decision(self, one: DecisionStatus) -> str:
        """Say where a decision comes from, who sees to it and by when."""
        owner = one.owner or self.texts.message("status.no_owner")
        facts = [f"{one.title}, {self.day(one.held)}", f"{self.texts.label('owner')}: {owner}"]
        if one.due:
            facts.append(self.by(one.due))
        return " · ".join(facts)

    def debts(self, owed: Owed) -> Iterable[tuple[str, list[Debt]]]:
        """Part what is owed: what should be there already, what is to come, what runs all year, what has no day."""
        groups: dict[str, list[Debt]] = {"past": [], "coming": [], "all_year": [], "undated": []}
        for debt in owed.debts:
            if debt.by:
                groups["past" if debt.by < self.status.as_of else "coming"].append(debt)
            else:
                groups["all_year" if debt.kind == "activity" else "undated"].append(debt)
        for key, debts in groups.items():
            if debts:
                yield self.texts.message(f"status.owed.{key}"), debts

    def debt(self, debt: Debt, owner: str) -> str:
        """Say what kind of thing is owed: where it comes from, its state, and whose name is on it if it is another's."""
        facts = [self._debt_origin(debt)]
        if debt.themes:
            facts.append(self.themes(debt.year, debt.themes))
        if debt.id and debt.kind == "activity":
            facts.append(debt.id)
        if debt.kind != "decision":
            facts.append(self.texts.label(debt.state or "not_reported"))
        if debt.owner != owner:
            facts.append(debt.owner)
        return " · ".join(facts)

    def debt_text(self, debt: Debt) -> str:
        """Say what is owed: in its own words, a paper by its name and what it is for."""
        if debt.paper is None:
            return debt.text
        return f"{self.paper(debt.paper)} – {debt.text}"

    def _debt_origin(self, debt: Debt) -> str:
        if debt.kind == "activity":
            return f"{self.texts.label('plan')} {debt.year}"
        if debt.kind in ("step", "paper"):
            return f"{self.texts.label('cycle')} {debt.year}"
        return f"{debt.source}, {self.day(debt.held)}" if debt.held else str(debt.source)


def command_line(item: Item) -> str:
    """Write the command that creates what is missing; nothing where no command does."""
    return " ".join(("handleplan", *item.command)) if item.command else ""
