"""What is to be done, as text: what is missing for the next steps, and what a party or a person owes."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from handleplan.formats.page import Page
from handleplan.formats.status_words import Words, command_line
from handleplan.missing import Ahead, Item
from handleplan.owed import Debt, Owed
from handleplan.status import OPEN_STATES, Status

STATE_STYLES = {
    "done": ("green",),
    "due": ("bold", "cyan"),
    "overdue": ("bold", "yellow"),
    "not_recorded": ("yellow",),
    "upcoming": ("dim",),
}
BULLET = "– "


def next_lines(status: Status, page: Page) -> Iterator[str]:
    """Yield what is missing, step by step and item by item, with the commands."""
    words = Words(status, page.texts)
    message = page.texts.message
    overdue = (line for ahead in status.overdue for line in _ahead(ahead, words, page))
    yield from page.section(page.texts.label("overdue"), overdue, *STATE_STYLES["overdue"])
    due = any(ahead.step.in_state("due") for ahead in status.next)
    heading = message("status.now" if due else "status.next")
    yield from page.section(heading, _next(status, words, page), *STATE_STYLES["due"])
    yield from page.section(
        message("status.loose"), _loose(status, words, page), *STATE_STYLES["not_recorded"]
    )


def _next(status: Status, words: Words, page: Page) -> Iterator[str]:
    for said in () if status.next else words.nothing_next():
        yield from page.text(said, indent=2)
    for ahead in status.next:
        yield from _ahead(ahead, words, page)


def _ahead(ahead: Ahead, words: Words, page: Page) -> Iterator[str]:
    step = ahead.step
    groups = list(words.groups(step, OPEN_STATES))
    for state, day, themes in groups:
        yield from page.text(words.ahead(step, state, day, themes), indent=2)
        if words.are_some(step.year, themes):
            concerned = page.texts.message("status.concerns", themes=words.themes(step.year, [*themes]))
            yield from page.text(concerned, indent=4)
    for planned in words.meetings(step, step.themes):
        yield from page.text(planned, indent=4)
    if step.responsible:
        yield from page.text(f"{page.texts.label('owner')}: {step.responsible}", indent=4)
    if not ahead.items:
        yield from page.text(page.texts.message("status.complete"), "green", indent=4)
    for item in ahead.items:
        yield from _item(step.year, item, words, page)


def _item(year: int, item: Item, words: Words, page: Page) -> Iterator[str]:
    yield from page.text(words.item(year, item), indent=4, bullet=BULLET)
    advice = words.advice(year, item)
    if advice:
        yield from page.text(advice, indent=6)
    command = command_line(item)
    if command:
        yield from page.command(command, indent=6)


def _loose(status: Status, words: Words, page: Page) -> Iterator[str]:
    for (year, step), found in groupby(status.loose, key=lambda one: (one.year, one.step)):
        yield from page.text(words.origin(year, step), indent=2)
        for one in found:
            yield from _item(year, one.item, words, page)
    for ahead in status.unrecorded:
        yield from _ahead(ahead, words, page)


def owed_lines(status: Status, owed: Owed, page: Page) -> Iterator[str]:
    """Yield what a party or a person owes, by day: what should be there already, what is to come, what has no day."""
    words = Words(status, page.texts)
    message = page.texts.message
    yield ""
    yield from page.text(f"{owed.name} ({owed.owner})" if owed.name != owed.owner else owed.owner, "bold")
    if not owed.debts:
        yield from page.text(message("status.owes_nothing"), indent=2)
    for heading, debts in words.debts(owed):
        styles = STATE_STYLES["due" if debts[0].by else "upcoming"]
        yield from page.section(heading, _debts(debts, owed, words, page), *styles)
    if owed.party:
        yield ""
        yield from page.text(page.texts.count("status.owed.party", owed.of_party, party=owed.party), "dim")
        yield from page.command(f"handleplan status --mine {owed.party}", indent=2)


def _debts(debts: Sequence[Debt], owed: Owed, words: Words, page: Page) -> Iterator[str]:
    for day, same in groupby(debts, key=lambda debt: debt.by):
        if day:
            yield from page.text(words.by(day), indent=2)
        for debt in same:
            yield from page.text(words.debt(debt, owed.owner), indent=4, bullet=BULLET)
            yield from page.text(words.debt_text(debt), indent=6)
