"""Breaks of keys: misspelt, Danish, unknown, twice, missing, empty, in the wrong place."""

from mutation.contract import DANISH_KEYS, KEYS, REQUIRED, mapping_at
from mutation.misspelling import misspelt
from mutation.operator import Break, Draw, edited, is_one_line, known_keys, operator, siblings
from mutation.text import Site, Text

_DANISH = {word for words in DANISH_KEYS.values() for word in words}
_FOREIGN = ("budget", "prioritet", "kontaktperson", "telefon", "bevilling", "kommentar_fra_rm", "version")


def _is_known(text: Text, site: Site) -> bool:
    return site.name in known_keys(text, site)


def _renamed(text: Text, site: Site, wrong: str) -> Break:
    return edited(text, *site.key, wrong, right=site.name)


@operator("misspelt key, one edit", "unknown-key", "danish-key")
def one_edit(draw: Draw) -> Break:
    return _misspelt(draw, 1)


@operator("misspelt key, two edits", "unknown-key", "danish-key")
def two_edits(draw: Draw) -> Break:
    return _misspelt(draw, 2)


def _misspelt(draw: Draw, edits: int) -> Break:
    text, site = draw.site(_is_known)
    return _renamed(text, site, misspelt(site.name, edits, draw.rng, {*known_keys(text, site), *_DANISH}))


@operator("key in capitals", "unknown-key")
def capitals(draw: Draw) -> Break:
    text, site = draw.site(_is_known)
    name = site.name
    return _renamed(text, site, draw.rng.choice((name.upper(), name.capitalize())))


@operator("key with another joint", "unknown-key")
def joint(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _is_known(text, site) and "_" in site.name)
    return _renamed(text, site, site.name.replace("_", draw.rng.choice(("-", " ", ""))))


@operator("Danish key", "danish-key")
def danish(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _is_known(text, site) and site.name in DANISH_KEYS)
    return _renamed(text, site, draw.rng.choice(DANISH_KEYS[site.name]))


@operator("unknown key", "unknown-key")
def unknown(draw: Draw) -> Break:
    text, site = draw.site(_is_known)
    return _inserted(text, site, f"{draw.rng.choice(_FOREIGN)}: 100.000 kr.")


@operator("key of another place", "unknown-key", "progress-in-plan", "key-beside-its-parent")
def elsewhere(draw: Draw) -> Break:
    text, site = draw.site(_is_known)
    here = known_keys(text, site)
    others = sorted({key for (kind, _), keys in KEYS.items() if kind == text.kind for key in keys} - {*here})
    return _inserted(text, site, f"{draw.rng.choice(others)}: Q1")


@operator("status in a plan", "progress-in-plan")
def progress(draw: Draw) -> Break:
    text, site = draw.site(
        lambda text, site: _is_known(text, site) and "quarters" in known_keys(text, site), "plan"
    )
    return _inserted(text, site, "status: done")


@operator("key twice", "duplicate-key")
def twice(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: not site.is_item and is_one_line(text, site))
    return _inserted(text, site, text.text[site.key.start : text.line_end(site.span.end)])


def _inserted(text: Text, site: Site, line: str) -> Break:
    """Insert a line into a mapping, below one of its keys."""
    column = text.column(site.key.start)
    at = text.end_of(site)
    return edited(text, at, at, f"{' ' * column}{line}\n", at=at + column)


@operator("required key missing", "missing-key")
def missing(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _is_required(text, site) and len(siblings(text, site)) > 1)
    first, second, *_ = siblings(text, site)
    if site is first:
        return edited(text, site.key.start, second.key.start, "")
    return edited(text, text.line_start(site.key.start), text.end_of(site), "", at=first.key.start)


@operator("required key empty", "empty-value")
def empty(draw: Draw) -> Break:
    text, site = draw.site(_is_required)
    return edited(text, site.key.end + 1, text.end_of(site) - 1, "", at=site.key.start)


def _is_required(text: Text, site: Site) -> bool:
    place = mapping_at(text.kind, site.parent)
    return place is not None and not site.is_item and site.name in REQUIRED.get(place, ())
