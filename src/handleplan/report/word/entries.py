"""Entries in a Word document: each within a bookmark, what it says within a content control, both named after its place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from handleplan.locale import Texts
from handleplan.report.prose import plain
from handleplan.report.word.elements import (
    STEP,
    Supplies,
    bookmarked,
    controlled,
    indented,
    internal_link,
    list_place,
    paragraph,
    run,
)
from handleplan.report.word.names import bookmark_name, control_tag
from handleplan.report.word.prose import paragraphs_of, runs_of

if TYPE_CHECKING:
    from handleplan.report.view import Area, CycleStep, Entry


class Entries:
    """Sets the entries of a paper; ``known`` are the places that references may point to."""

    def __init__(self, texts: Texts, supplies: Supplies, known: frozenset[str]) -> None:
        self._texts = texts
        self._supplies = supplies
        self._known = known

    def listed(self, entries: "tuple[Entry, ...]", *, ids: bool, numbered: bool = False) -> Iterator[str]:
        """Set entries as a list."""
        style = "list number" if numbered else "list bullet"
        look = list_place(self._supplies.counted(1, 0), 0) if numbered else ""
        for entry in entries:
            before = (
                run(f"{entry.schedule}: ", self._supplies, "handleplan quarters") if entry.schedule else ""
            )
            content = before + self._controlled(entry, self._words(entry)) + self._id(entry, ids=ids)
            facts = self._facts(entry, None, indented(STEP))
            kept = f"<w:keepNext/><w:keepLines/>{look}" if facts else f"<w:keepLines/>{look}"
            yield self._marked(entry, paragraph(content, self._supplies, style, look=kept) + facts)

    def area(self, area: "Area", level: int, *, ids: bool) -> Iterator[str]:
        """Set a focus area: its title as a heading, what it wants to reach, what is done."""
        entry = area.entry
        title = self._controlled(entry, run(entry.title or "", self._supplies), "title" if entry.text else "")
        out = paragraph(title + self._id(entry, ids=ids), self._supplies, f"heading {min(level, 6)}")
        if area.objective:
            lead = f"{self._label('objective')}:"
            text = paragraphs_of(area.objective, level + 1, self._supplies, lead=lead)
            out += self._controlled(entry, text, "objective")
        if entry.text:
            out += paragraph(self._controlled(entry, runs_of(entry.text, self._supplies)), self._supplies)
        yield self._marked(entry, out + self._facts(entry, entry.schedule))
        if area.activities:
            label = run(f"{self._label('activities')}:", self._supplies, "handleplan label")
            yield paragraph(label, self._supplies, look="<w:keepNext/>")
            yield from self.listed(area.activities, ids=ids)

    def paragraphs(self, entry: "Entry", *, ids: bool) -> Iterator[str]:
        """Set an entry as paragraphs: its title and text as they stand, the quarters among what is told about it."""
        told = self._id(entry, ids=ids)
        out = ""
        if entry.title:
            title = self._controlled(
                entry, run(entry.title, self._supplies, strong=True), "title" if entry.text else ""
            )
            out += paragraph(title + ("" if entry.text else told), self._supplies, look="<w:keepNext/>")
        if entry.text:
            out += paragraph(
                self._controlled(entry, runs_of(entry.text, self._supplies)) + told, self._supplies
            )
        yield self._marked(entry, out + self._facts(entry, entry.schedule))

    def steps(self, steps: "tuple[CycleStep, ...]") -> Iterator[str]:
        """Set the steps of the year's cycle."""
        look = list_place(self._supplies.counted(1, 0), 0)
        for step in steps:
            said = step.text or step.title
            when = run(f"{step.when}: " if said else step.when, self._supplies, "handleplan label")
            content = when + (runs_of(said, self._supplies) if said else "")
            yield paragraph(content, self._supplies, "list number", look=f"<w:keepLines/>{look}")

    def _words(self, entry: "Entry") -> str:
        if entry.title and entry.text:
            return (
                run(entry.title, self._supplies, strong=True)
                + run(" – ", self._supplies)
                + runs_of(entry.text, self._supplies)
            )
        return runs_of(entry.title or entry.text or "", self._supplies)

    def _facts(self, entry: "Entry", schedule: str | None, layout: str = "") -> str:
        """Set one line for each thing told."""
        out, comma = [], run(", ", self._supplies)
        if schedule:
            out.append(self._told("quarters", run(schedule, self._supplies)))
        if entry.owner:
            out.append(self._told("owner", run(entry.owner.text, self._supplies)))
        if entry.partners:
            partners = comma.join(runs_of(partner, self._supplies) for partner in entry.partners)
            out.append(self._told("partners", partners))
        if entry.goals:
            goals = (
                internal_link(run(str(goal.number), self._supplies, "hyperlink"), bookmark_name(goal.anchor))
                if goal.anchor in self._known and goal.anchor
                else run(str(goal.number or goal.id), self._supplies)
                for goal in entry.goals
            )
            out.append(self._told("goals", comma.join(goals)))
        if entry.continues:
            out.append(self._told("continues", run(", ".join(entry.continues), self._supplies)))
        if entry.note:
            note = self._controlled(entry, runs_of(entry.note, self._supplies), "note")
            out.append(self._told("note", note))
        if not out:
            return ""
        lines = run("\n", self._supplies).join(out)
        return paragraph(lines, self._supplies, "handleplan facts", look="<w:keepLines/>", layout=layout)

    def _told(self, word: str, content: str) -> str:
        return run(f"{self._label(word)}: ", self._supplies, "handleplan label") + content

    def _id(self, entry: "Entry", *, ids: bool) -> str:
        return run(f" ({entry.id})", self._supplies, "handleplan id") if ids and entry.id else ""

    def _controlled(self, entry: "Entry", content: str, field: str = "") -> str:
        if entry.anchor is None:
            return content
        return controlled(content, control_tag(entry.anchor, field), self._supplies)

    def _marked(self, entry: "Entry", content: str) -> str:
        if entry.anchor is None or not content:
            return content
        return bookmarked(content, bookmark_name(entry.anchor), self._supplies)

    def _label(self, word: str) -> str:
        return plain(self._texts.label(word))
