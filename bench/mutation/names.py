"""Breaks of references: names that lead nowhere, misspelt ones, ids twice, files and folders that disagree."""

import re
from collections.abc import Callable, Sequence

from mutation.contract import PLAN_SECTIONS
from mutation.misspelling import SHORTEST_FOR_TWO, misspelt
from mutation.office import THEMES
from mutation.operator import Break, Draw, NoPlaceError, edited, operator
from mutation.text import Site, Text

_NOWHERE = ("xylofon", "zebra-9", "qwerty")
Wanted = Callable[[Text, Site], bool]


def _is_goal(text: Text, site: Site) -> bool:
    return text.kind == "plan" and site.is_item and site.name == "goals" and site.parent != ("goals",)


def _is_owner(text: Text, site: Site) -> bool:
    return (
        site.name in ("owner", "responsible")
        and not site.is_item
        and text.kind in ("plan", "meeting", "config")
    )


def _is_party(text: Text, site: Site) -> bool:
    return text.kind == "config" and site.name == "party"


def _is_theme(text: Text, site: Site) -> bool:
    named = site.path == ("theme",) and text.kind in ("plan", "report")
    return named or (text.kind == "meeting" and site.parent == ("themes",))


def _is_step(text: Text, site: Site) -> bool:
    return site.path == (("step",) if text.kind == "meeting" else ("meeting",)) and text.kind in (
        "meeting",
        "report",
    )


def _is_continues(text: Text, site: Site) -> bool:
    return text.kind == "plan" and site.name == "continues" and site.is_item


def _is_after(text: Text, site: Site) -> bool:
    return text.kind == "plan" and site.name == "after"


def _is_rule(text: Text, site: Site) -> bool:
    """A rule's name; its code is no word that one could misspell and still recognise."""
    return text.kind == "config" and site.parent == ("lint", "ignore") and "-" in site.value


_REFERENCES: tuple[tuple[str, Wanted, str], ...] = (
    ("goal", _is_goal, "unknown-goal"),
    ("owner", _is_owner, "unknown-owner"),
    ("party", _is_party, "unknown-party"),
    ("theme", _is_theme, "unknown-theme"),
    ("step", _is_step, "unknown-step"),
    ("earlier activity", _is_continues, "unknown-continues"),
    ("section", _is_after, "unknown-section"),
    ("rule", _is_rule, "unknown-rule"),
)


def _dead(wanted: Wanted) -> Callable[[Draw], Break]:
    def change(draw: Draw) -> Break:
        text, site = draw.site(wanted)
        word = draw.rng.choice(_NOWHERE)
        return edited(text, *site.span, _before(site) + word)

    return change


def _misspelt(wanted: Wanted) -> Callable[[Draw], Break]:
    def change(draw: Draw) -> Break:
        text, site = draw.site(lambda text, site: wanted(text, site) and len(_word(site)) >= SHORTEST_FOR_TWO)
        wrong = misspelt(_word(site), draw.rng.choice((1, 1, 2)), draw.rng, _words(draw, text, site))
        # An id is plain letters, else the mistake is another one; the beginning of a theme's name is no mistake.
        if not wrong.isascii() or _word(site).startswith(wrong):
            raise NoPlaceError
        return edited(text, *site.span, _before(site) + wrong, right=site.value)

    return change


def _word(site: Site) -> str:
    return site.value.removeprefix(_before(site))


def _before(site: Site) -> str:
    """Return what stands before the name in ``2022/sundhed.data-2``."""
    if site.name != "continues":
        return ""
    year, rest = site.value.split("/")
    return f"{year}/{rest.partition('.')[0]}." if "." in rest else f"{year}/"


def _words(draw: Draw, text: Text, site: Site) -> Sequence[str]:
    """Return the names that a misspelling must not hit by chance."""
    ids = [
        other.value
        for file in draw.office.of_kind("plan", "config")
        for other in file.sites
        if other.name == "id"
    ]
    return (*ids, *(other.value for other in text.sites if other.name == site.name), *PLAN_SECTIONS, *THEMES)


for _name, _wanted, _rule in _REFERENCES:
    operator(f"dead reference: {_name}", _rule)(_dead(_wanted))
    operator(f"misspelt reference: {_name}", _rule)(_misspelt(_wanted))


@operator("misspelt label", "unknown-label")
def label(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.parent == ("labels",), "config")
    wrong = misspelt(site.name, draw.rng.choice((1, 2)), draw.rng, ())
    return edited(text, *site.key, wrong, right=site.name)


@operator("reference to no earlier year", "continues-not-earlier")
def not_earlier(draw: Draw) -> Break:
    text, site = draw.site(_is_continues)
    year = int(text.path[:4]) + draw.rng.choice((0, 0, 1, 7))
    return edited(text, *site.span, f"{year}/{site.value.split('/')[1]}")


@operator("party removed that is named once", "unknown-owner")
def party_removed(draw: Draw) -> Break:
    config = draw.file("config")
    for party in (site for site in config.sites if site.path[0] == "parties" and site.name == "id"):
        named = [
            (text, site)
            for text in draw.office.files.values()
            for site in text.sites
            if site.value == party.value and site.name in ("owner", "responsible", "party")
        ]
        if len(named) == 1:
            text, site = named[0]
            start, end = config.line_start(party.span.start), config.end_of(config.at(party.parent))
            if text is config:  # the parties stand above all that name them
                return edited(config, start, end, "", at=site.span.start - (end - start))
            gone = edited(config, start, end, "")
            return edited(text, *site.span, text.text[slice(*site.span)])._replace(files=gone.files)
    raise NoPlaceError


@operator("id twice", "duplicate-id")
def id_twice(draw: Draw) -> Break:
    text, site = draw.site(
        lambda _, site: site.name == "id" and site.path[0] in ("goals", "focus_areas", "core_activities"),
        "plan",
    )
    actions = [other for other in text.sites if other.path == ("actions",)]
    if not actions:
        raise NoPlaceError
    at = text.end_of(actions[0])
    new = f"  - id: {site.value}\n    text: Afrunde det fælles forløb med en konference\n"
    return edited(text, at, at, new, at=at + len("  - id: "))


@operator("entry pasted twice", "duplicate-id")
def entry_twice(draw: Draw) -> Break:
    text, site = draw.site(
        lambda text, site: site.is_item and any(other.path == (*site.path, "id") for other in text.sites),
        "plan",
    )
    start, end = text.line_start(site.dash), text.end_of(site)
    at = text.at((*site.path, "id")).span.start + end - start
    return edited(text, end, end, text.text[start:end], at=at)


@operator("misspelt theme in a reference", "unknown-continues")
def theme_in_reference(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _is_continues(text, site) and "." in site.value)
    year, theme, entry = re.split(r"[/.]", site.value)
    wrong = misspelt(theme, draw.rng.choice((1, 2)), draw.rng, THEMES)
    if theme.startswith(wrong):
        raise NoPlaceError
    return edited(text, *site.span, f"{year}/{wrong}.{entry}", right=site.value)


@operator("theme of another file", "theme-mismatch")
def other_theme(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.path == ("theme",), "plan", "report")
    return edited(text, *site.span, draw.rng.choice([theme for theme in THEMES if theme != site.value]))


@operator("file under a misspelt name", "theme-mismatch")
def misnamed_plan(draw: Draw) -> Break:
    text = draw.file("plan")
    if any(text.path[:5] + "status" in path for path in draw.office.files):
        raise NoPlaceError  # its reports would be without their plan
    folder, name = text.path.removesuffix(".yaml").split("/")
    wrong = misspelt(name, 1, draw.rng, THEMES)
    if not wrong.isascii():
        raise NoPlaceError
    return _renamed(text, f"{folder}/{wrong}.yaml", text.at(("theme",)).span.start)


@operator("file with the wrong ending", "misnamed-file")
def wrong_ending(draw: Draw) -> Break:
    text = draw.file("index", "plan", "report", "meeting")
    ending = draw.rng.choice((".yml", ".YAML", ".Yaml"))
    return _renamed(text, text.path.removesuffix(".yaml") + ending, 0)


@operator("file in no folder for it", "misplaced-file")
def misplaced(draw: Draw) -> Break:
    text = draw.file("plan")
    folder = draw.rng.choice(("udkast", "2022/gamle", "arkiv/2022", "2022/status", "2022/status/juni"))
    path = f"{folder}/{text.path.rsplit('/', 1)[-1]}"
    return edited(text, 0, 0, "")._replace(files={path: text.text.encode()}, path=path)


def _renamed(text: Text, path: str, at: int) -> Break:
    there = edited(text, at, at, "")
    return there._replace(files={text.path: None, path: text.text.encode()}, path=path)
