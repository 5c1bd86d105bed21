"""The sections of a plan in their order, with the headings and lead-ins the plan asks for."""

from handleplan.locale import Texts
from handleplan.model.plan import SECTIONS, Extra, FocusArea, Plan
from handleplan.model.plan import Section as Wish
from handleplan.report.entries import EntryMaker, block, inline
from handleplan.report.prose import plain
from handleplan.report.view import Section, SectionStyle

# The heading that hides a section's heading
HIDDEN = "none"
# Where extra sections stand that name no place, and what stands after an extra section without an id
LAST, NOWHERE = "last", ""


def plan_sections(plan: Plan, maker: EntryMaker, texts: Texts) -> tuple[Section, ...]:
    """Make the sections of a plan that have something to print, extra ones where they belong."""
    sections: list[Section] = []
    for step in _order(plan.extra):
        section = (
            _extra(plan.extra[step], step, maker)
            if isinstance(step, int)
            else _known(plan, step, maker, texts)
        )
        if section is not None:
            sections.append(section)
    return tuple(sections)


def text_section(key: str, anchor: str, name: str, wish: Wish | None, text: str | None) -> Section | None:
    """Make a section that is one text; ``None`` when there is no text."""
    return None if text is None else make_section(key, anchor, name, wish, "text", text=block(text))


def make_section(
    key: str, anchor: str, name: str, wish: Wish | None, style: SectionStyle, **content: object
) -> Section:
    """Make a section; ``name`` is its usual heading, ``content`` fills the field that its style prints."""
    wanted = plain(wish.heading) if wish and wish.heading else name
    shown = None if wish and wanted == HIDDEN else wanted
    intro = inline(wish.intro) if wish else None
    return Section(key, anchor, shown or name, shown, intro, style, **content)  # type: ignore[arg-type]


def _known(plan: Plan, key: str, maker: EntryMaker, texts: Texts) -> Section | None:
    name = plain(texts.label(key, year=plan.year) if key == "actions" else texts.label(key))
    anchor = f"{maker.prefix}_{key}"
    wish: Wish | None = getattr(plan.sections, key)
    value = getattr(plan, key)
    if not value:
        return None
    match key:
        case "goals":
            entries = tuple(map(maker.goal, plan.goals))
            return make_section(key, anchor, name, wish, "goals", entries=entries)
        case "focus_areas" if any(map(_says_more, plan.focus_areas)):
            return make_section(
                key, anchor, name, wish, "areas", areas=tuple(map(maker.area, plan.focus_areas))
            )
        case "focus_areas":
            entries = tuple(maker.area(area).entry for area in plan.focus_areas)
            return make_section(key, anchor, name, wish, "list", entries=entries)
        case "core_activities" | "actions" | "annexes":
            style: SectionStyle = "paragraphs" if key == "annexes" else "list"
            return make_section(key, anchor, name, wish, style, entries=maker.activities(value, plan.owner))
        case _:
            return text_section(key, anchor, name, wish, value)


def _extra(extra: Extra, number: int, maker: EntryMaker) -> Section | None:
    name = plain(extra.heading)
    return text_section("extra", f"{maker.prefix}_extra_{number + 1}", name, None, extra.text)


def _says_more(area: FocusArea) -> bool:
    """Tell whether a focus area is more than a line of a list."""
    return bool(area.objective or area.text or area.activities)


def _order(extras: tuple[Extra, ...]) -> list[str | int]:
    """Order the sections: known ones by their key, extra ones by their number, each behind what it stands after.

    Several after the same keep their order. What stands after nothing that exists comes last, and so do circles.
    """
    known = {*SECTIONS, *(extra.id for extra in extras if extra.id)}
    followers: dict[str, list[int]] = {}
    for number, extra in enumerate(extras):
        followers.setdefault(extra.after if extra.after in known else LAST, []).append(number)
    order: list[str | int] = []
    placed: set[str | int] = set()
    for start in (*SECTIONS, LAST, *range(len(extras))):
        pending: list[str | int] = [start]
        while pending:
            step = pending.pop()
            if step not in placed:
                placed.add(step)
                order.append(step)
                name = step if isinstance(step, str) else extras[step].id
                pending += reversed(followers.pop(name or NOWHERE, []))
    return [step for step in order if step != LAST]
