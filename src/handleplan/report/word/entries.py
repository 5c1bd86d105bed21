"""Entries in a Word document: each within a bookmark, what it says within a content control, both named after its place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from handleplan.locale import Texts
from handleplan.report.prose import plain
from handleplan.report.word.elements import (
    STEP,
    Supplies,
    indented,
    internal_link,
    list_place,
    paragraph,
    run,
)
from handleplan.report.word.marks import bookmark_name, control, entry_words, mark
from handleplan.report.word.prose import LOWEST_HEADING, is_one_paragraph, paragraphs_of, runs_of

if TYPE_CHECKING:
    from handleplan.report.prose import Prose
    from handleplan.report.view import Area, CycleStep, Entry


class Entries:
    """Sets the entries of a paper."""

    def __init__(self, texts: Texts, supplies: Supplies) -> None:
        self._texts = texts
        self._supplies = supplies

    def listed(self, entries: "tuple[Entry, ...]", *, ids: bool, numbered: bool = False) -> Iterator[str]:
        """Set entries as a list."""
        style = "list number" if numbered else "list bullet"
        look = list_place(self._supplies.counted(1, 0), 0) if numbered else ""
        for entry in entries:
            before = (
                run(f"{entry.schedule}: ", self._supplies, "handleplan quarters") if entry.schedule else ""
            )
            words = entry_words(entry.title, entry.text, entry.anchor, self._supplies)
            facts = self._facts(entry, None, indented(STEP))
            kept = f"<w:keepNext/><w:keepLines/>{look}" if facts else f"<w:keepLines/>{look}"
            first = paragraph(before + words + self._id(entry, ids=ids), self._supplies, style, look=kept)
            yield mark(entry.anchor, first + facts, self._supplies)

    def areas(self, areas: "tuple[Area, ...]", level: int, *, ids: bool) -> Iterator[str]:
        """Set focus areas: the title as a heading, what each wants to reach, what is done."""
        for area in areas:
            entry = area.entry
            title = control(
                entry.anchor, run(entry.title or "", self._supplies), self._supplies, _title_of(entry)
            )
            style = f"heading {min(level, LOWEST_HEADING)}"
            out = paragraph(title + self._id(entry, ids=ids), self._supplies, style)
            if area.objective:
                out += self._objective(entry.anchor, area.objective, level + 1)
            if entry.text:
                text = control(entry.anchor, runs_of(entry.text, self._supplies), self._supplies)
                out += paragraph(text, self._supplies)
            yield mark(entry.anchor, out + self._facts(entry, entry.schedule), self._supplies)
            if area.activities:
                label = run(f"{self._label('activities')}:", self._supplies, "handleplan label")
                yield paragraph(label, self._supplies, look="<w:keepNext/>")
                yield from self.listed(area.activities, ids=ids)

    def _objective(self, anchor: str | None, prose: "Prose", level: int) -> str:
        """Set what an area wants to reach, behind its label or, where it is more than a paragraph, below it."""
        label = run(f"{self._label('objective')}:", self._supplies, "handleplan label")
        if is_one_paragraph(prose):
            text = control(anchor, runs_of(prose, self._supplies), self._supplies, "objective")
            return paragraph(label + run(" ", self._supplies) + text, self._supplies)
        text = paragraphs_of(prose, level, self._supplies)
        text = mark(f"{anchor}.objective" if anchor else None, text, self._supplies)
        return paragraph(label, self._supplies, look="<w:keepNext/>") + text

    def paragraphs(self, entries: "tuple[Entry, ...]", *, ids: bool) -> Iterator[str]:
        """Set entries as paragraphs: title and text as they stand, the quarters among what is told about them."""
        for entry in entries:
            told = self._id(entry, ids=ids)
            out = ""
            if entry.title:
                title = run(entry.title, self._supplies, strong=True)
                title = control(entry.anchor, title, self._supplies, _title_of(entry))
                title += "" if entry.text else told
                out += paragraph(title, self._supplies, look="<w:keepNext/>")
            if entry.text:
                text = control(entry.anchor, runs_of(entry.text, self._supplies), self._supplies)
                out += paragraph(text + told, self._supplies)
            yield mark(entry.anchor, out + self._facts(entry, entry.schedule), self._supplies)

    def steps(self, steps: "tuple[CycleStep, ...]") -> Iterator[str]:
        """Set the steps of the year's cycle."""
        look = list_place(self._supplies.counted(1, 0), 0)
        for step in steps:
            said = step.text or step.title
            when = run(f"{step.when}: " if said else step.when, self._supplies, "handleplan label")
            content = when + (runs_of(said, self._supplies) if said else "")
            yield paragraph(content, self._supplies, "list number", look=f"<w:keepLines/>{look}")

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
                if goal.anchor
                else run(str(goal.number or goal.id), self._supplies)
                for goal in entry.goals
            )
            out.append(self._told("goals", comma.join(goals)))
        if entry.continues:
            out.append(self._told("continues", run(", ".join(entry.continues), self._supplies)))
        if entry.note:
            note = control(entry.anchor, runs_of(entry.note, self._supplies), self._supplies, "note")
            out.append(self._told("note", note))
        if not out:
            return ""
        lines = run("\n", self._supplies).join(out)
        return paragraph(lines, self._supplies, "handleplan facts", look="<w:keepLines/>", layout=layout)

    def _told(self, word: str, content: str) -> str:
        return run(f"{self._label(word)}: ", self._supplies, "handleplan label") + content

    def _id(self, entry: "Entry", *, ids: bool) -> str:
        return run(f" ({entry.id})", self._supplies, "handleplan id") if ids and entry.id else ""

    def _label(self, word: str) -> str:
        return plain(self._texts.label(word))


def _title_of(entry: "Entry") -> str:
    """Return the field that the title of an entry is; the entry itself where it has no text."""
    return "title" if entry.text else ""
