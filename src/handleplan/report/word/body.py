"""The text of a paper in a Word document: its head, contents, sections, the themes' parts and the abbreviations."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from handleplan.locale import Texts
from handleplan.report.prose import plain
from handleplan.report.view import Fact, Paper, Picture, Section, Stage, Term, ThemePlan
from handleplan.report.word.elements import (
    Image,
    Supplies,
    bookmarked,
    drawing,
    field,
    internal_link,
    paragraph,
    run,
)
from handleplan.report.word.entries import Entries
from handleplan.report.word.marks import mark
from handleplan.report.word.prose import paragraphs_of, runs_of
from handleplan.report.word.tables import table_xml

# A paragraph that takes no room, for the end of a stretch of pages
_NO_ROOM = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_TERMS = '<w:tabs><w:tab w:val="left" w:pos="1700"/></w:tabs>'
# As many abbreviations stay on one page
_FEW_TERMS = 12
_TERMS_LEFT = '<w:ind w:left="1700" w:hanging="1700"/>'


class Running(NamedTuple):
    """What stands above and below the pages of one stretch of a document."""

    head: str
    mark: str


class Ground(NamedTuple):
    """What a text is laid on: the width between the margins in twentieths of a point, and what draws pictures."""

    width: int
    draw: Callable[[Picture], tuple[Image, ...]]


def body_xml(paper: Paper, texts: Texts, supplies: Supplies, ground: Ground) -> tuple[str, list[Running]]:
    """Write the text of a paper.

    Returns:
        The paragraphs and tables, and what runs above each stretch of pages. A stretch ends at an empty ``sectPr``, the
        last one at the end.
    """
    return _Body(paper, texts, supplies, ground).write()


class _Body:
    def __init__(self, paper: Paper, texts: Texts, supplies: Supplies, ground: Ground) -> None:
        self.paper = paper
        self.supplies = supplies
        self.ground = ground
        self.labels = texts
        self.targets = {item.anchor: f"_Toc{number:08d}" for number, item in enumerate(paper.contents, 1)}
        self.entries = Entries(texts, supplies)

    def write(self) -> tuple[str, list[Running]]:
        paper = self.paper
        whole = paper.cover is not None
        own = Running(paper.title, _mark(paper.stage))
        out = [*self._head(), *self._contents()]
        runs: list[Running] = [own]
        for number, section in enumerate(paper.cover or ()):
            out += self._section(section, 1, first=not number and not paper.contents)
        for plan in paper.plans:
            if whole:
                out.append(self._break())
                runs.append(Running(f"{plan.theme.name} · {paper.name} {plan.year}", _mark(plan.stage)))
            out += self._plan(plan, whole=whole)
        if paper.glossary and whole and paper.plans and paper.kind == "plan":
            out.append(self._break())
            runs.append(own)
        out += self._glossary(paper.glossary)
        return "".join(out), runs

    def _break(self) -> str:
        return paragraph("", self.supplies, layout=f"{_NO_ROOM}<w:sectPr/>")

    def _head(self) -> Iterator[str]:
        if self.paper.kind == "onepage":
            yield paragraph(run(self.paper.name, self.supplies), self.supplies, "subtitle")
        yield from self._facts(self.paper.stage, self.paper.facts)

    def _facts(self, stage: Stage | None, facts: tuple[Fact, ...]) -> Iterator[str]:
        if stage and stage.mark:
            yield paragraph(run(stage.mark, self.supplies), self.supplies, "handleplan mark")
        for fact in facts:
            label = run(f"{fact.label}: ", self.supplies, "handleplan label") if fact.label else ""
            told = run(", ", self.supplies).join(runs_of(text, self.supplies) for text in fact.texts)
            yield paragraph(label + told, self.supplies, "handleplan facts")

    def _contents(self) -> Iterator[str]:
        """Write the field of the contents, filled in but for the page numbers: Word alone knows them, and adds them when it updates the field."""
        items = self.paper.contents
        if not items:
            return
        heading = run(plain(self.labels.label("contents")), self.supplies)
        yield paragraph(heading, self.supplies, "toc heading")
        begin, end = field('TOC \\o "1-1" \\h \\z')
        for number, item in enumerate(items):
            content = internal_link(run(item.title, self.supplies), self.targets[item.anchor])
            before, after = begin if not number else "", end if number == len(items) - 1 else ""
            yield paragraph(before + content + after, self.supplies, "toc 1")

    def _heading(self, text: str, level: int, anchor: str) -> str:
        content = run(text, self.supplies)
        if anchor in self.targets:
            content = bookmarked(content, self.targets[anchor], self.supplies)
        # Word makes the contents anew of all that is a heading 1, and not of styles that are based on it
        is_beside = level == 1 and self.targets and anchor not in self.targets
        return paragraph(
            content, self.supplies, "handleplan heading" if is_beside else f"heading {min(level, 6)}"
        )

    def _plan(self, plan: ThemePlan, *, whole: bool) -> Iterator[str]:
        if whole:
            yield self._heading(plan.title, 1, plan.anchor)
            yield from self._facts(plan.stage, plan.facts)
        if plan.owner:
            label = run(f"{plain(self.labels.label('owner'))}: ", self.supplies, "handleplan label")
            yield paragraph(label + run(plan.owner.text, self.supplies), self.supplies, "handleplan facts")
        level = 2 if whole else 1
        for number, section in enumerate(plan.sections):
            yield from self._section(section, level, first=not number, plan=plan)

    def _section(
        self, section: Section, level: int, *, first: bool, plan: ThemePlan | None = None
    ) -> Iterator[str]:
        if section.heading:
            yield self._heading(section.heading, level, section.anchor)
        elif not first:
            yield paragraph("", self.supplies, "handleplan rule")
        if section.intro:
            yield paragraph(runs_of(section.intro, self.supplies), self.supplies, look="<w:keepNext/>")
        for picture in section.pictures:
            yield from self._picture(picture)
        yield from self._content(section, level + 1 if section.heading else level, plan)
        if section.more:
            yield paragraph(run(section.more, self.supplies), self.supplies, "handleplan more")

    def _content(self, section: Section, level: int, plan: ThemePlan | None) -> Iterator[str]:
        """Set what a section of its style holds, headings in it from ``level`` on."""
        ids = plan is not None and plan.shows_ids
        match section.style:
            case "text" if section.text:
                text = paragraphs_of(section.text, level, self.supplies)
                yield mark(section.anchor, text, self.supplies)
            case "areas":
                yield from self.entries.areas(section.areas, level, ids=ids)
            case "paragraphs":
                yield from self.entries.paragraphs(section.entries, ids=ids)
            case "steps":
                yield from self.entries.steps(section.steps)
            case "tables":
                for table in section.tables:
                    yield table_xml(table, self.supplies, self.ground.width, ids=ids, name=section.name)
            case "goals" | "list":
                numbered = section.style == "goals" and plan is not None and plan.numbered_goals
                yield from self.entries.listed(section.entries, ids=ids, numbered=numbered)

    def _picture(self, picture: Picture) -> Iterator[str]:
        """Set a picture: its title, the drawing, and the table that says the same where it stands beside."""
        yield paragraph(run(picture.title, self.supplies), self.supplies, "caption")
        for image in self.ground.draw(picture):
            content = drawing(image, self.supplies, picture.title)
            yield paragraph(content, self.supplies, "handleplan picture")
        if picture.beside:
            yield table_xml(picture.table, self.supplies, self.ground.width, ids=False, name=picture.title)

    def _glossary(self, terms: tuple[Term, ...]) -> Iterator[str]:
        if not terms:
            return
        yield self._heading(plain(self.labels.label("glossary")), 1, "paper_glossary")
        together = len(terms) <= _FEW_TERMS
        for number, term in enumerate(terms, 1):
            short = run(term.short, self.supplies, strong=True)
            content = short + run(f"\t{term.meaning}", self.supplies)
            kept = "<w:keepNext/>" if together and number < len(terms) else ""
            yield paragraph(content, self.supplies, look=kept + _TERMS, layout=_TERMS_LEFT)


def _mark(stage: Stage | None) -> str:
    return (stage.mark or "") if stage else ""
