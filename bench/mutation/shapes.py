"""Breaks of shape: a list for a text, a text for a list, keys for either, and entries that are none."""

from mutation.contract import LISTS, MAPPINGS, TEXTS, VALUES
from mutation.operator import Break, Draw, edited, is_one_line, known_keys, operator
from mutation.text import Site, Text

_WORDS = ("theme", "year", "date", "owner", "id", "step", "quarters", "month", *VALUES)


def _is_list(text: Text, site: Site) -> bool:
    return site.style == "list" and site.name in LISTS and site.name in known_keys(text, site)


def _is_mapping(text: Text, site: Site) -> bool:
    named = site.name in MAPPINGS or (text.kind == "report" and site.path == ("activities",))
    return site.style == "map" and named and site.name in known_keys(text, site)


def _is_text(text: Text, site: Site) -> bool:
    named = site.name in TEXTS or site.name in _WORDS
    return named and site.name in known_keys(text, site) and is_one_line(text, site)


@operator("text for a list", "list-expected")
def text_for_list(draw: Draw) -> Break:
    text, site = draw.site(_is_list)
    at = site.key.end + 2
    return edited(
        text,
        site.key.end,
        text.end_of(site) - 1,
        f": {draw.rng.choice(('Lighed', 'RM og RU', '2022'))}",
        at=at,
    )


@operator("keys for a list", "list-expected")
def keys_for_list(draw: Draw) -> Break:
    text, site = draw.site(_is_list)
    return _below(text, site, "foerste: Lighed")


@operator("list for a text", "text-expected", "list-for-a-line")
def list_for_text(draw: Draw) -> Break:
    text, site = draw.site(_is_text)
    return _below(text, site, f"- {text.text[slice(*site.span)]}")


@operator("keys for a text", "text-expected")
def keys_for_text(draw: Draw) -> Break:
    text, site = draw.site(_is_text)
    inner = known_keys(text, site)[0]
    return _below(text, site, f"{inner}: {text.text[slice(*site.span)]}")


@operator("text for keys", "keys-expected")
def text_for_keys(draw: Draw) -> Break:
    text, site = draw.site(_is_mapping)
    return edited(text, site.key.end, text.end_of(site) - 1, ": Lighed i sundhed", at=site.key.end + 2)


@operator("list for keys", "keys-expected")
def list_for_keys(draw: Draw) -> Break:
    text, site = draw.site(_is_mapping)
    return _below(text, site, "- Lighed i sundhed")


@operator("list in a list", "keys-expected", "text-expected")
def nested_list(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: site.is_item and is_one_line(text, site))
    return edited(text, site.span.start, site.span.start, "- ", at=site.span.start + 2)


@operator("text for an entry", "keys-expected")
def text_for_entry(draw: Draw) -> Break:
    text, site = draw.site(_is_entry)
    start = site.span.start if site.is_item else site.key.end + 2
    new = "Lighed i sundhed" if site.is_item else ": Lighed i sundhed"
    return edited(text, start if site.is_item else site.key.end, text.end_of(site) - 1, new, at=start)


def _is_entry(text: Text, site: Site) -> bool:
    """An entry for which no text may stand, in whatever stage."""
    if site.style != "map":
        return False
    if text.kind == "report":
        return len(site.path) > 1
    return site.is_item and (text.kind in ("config", "meeting") or site.parent == ("extra",))


def _below(text: Text, site: Site, line: str) -> Break:
    """Put one line below a key in the place of its value."""
    indent = " " * (text.column(site.key.start) + 2)
    end = text.end_of(site) - 1
    return edited(text, site.key.end, end, f":\n{indent}{line}", at=site.key.start)
