"""Breaks of keys: misspelt, Danish, unknown, twice, missing, empty, in the wrong place."""

from mutation.contract import DANISH_KEYS, KEYS, REQUIRED, mapping_at
from mutation.misspelling import misspelt
from mutation.operator import Break, Draw, edited, is_one_line, known_keys, operator, siblings
from mutation.text import Site, Text

_DANISH = {word for words in DANISH_KEYS.values() for word in words}
_FOREIGN = ("budget", "prioritet", "kontaktperson", "telefon", "bevilling", "kommentar_fra_rm", "version")


def _is_known(text: Text, site: Site) -> bool:
    return site.name in known_keys(text, site)


def _renamed(draw: Draw, found: tuple[Text, Site], wrong: str | None) -> Break | None:
    text, site = found
    if wrong is None or site.key is None:
        return None
    return edited(text, *site.key, wrong, right=site.name)


@operator("misspelt key, one edit", "unknown-key", "danish-key")
def one_edit(draw: Draw) -> Break | None:
    return _misspelt(draw, 1)


@operator("misspelt key, two edits", "unknown-key", "danish-key")
def two_edits(draw: Draw) -> Break | None:
    return _misspelt(draw, 2)


def _misspelt(draw: Draw, edits: int) -> Break | None:
    found = draw.site(_is_known)
    assert found is not None
    return _renamed(draw, found, misspelt(found[1].name, edits, draw.rng, {*known_keys(*found), *_DANISH}))


@operator("key in capitals", "unknown-key")
def capitals(draw: Draw) -> Break | None:
    found = draw.site(_is_known)
    assert found is not None
    name = found[1].name
    return _renamed(draw, found, draw.rng.choice((name.upper(), name.capitalize())))


@operator("key with another joint", "unknown-key")
def joint(draw: Draw) -> Break | None:
    found = draw.site(lambda text, site: _is_known(text, site) and "_" in site.name)
    assert found is not None
    return _renamed(draw, found, found[1].name.replace("_", draw.rng.choice(("-", " ", ""))))


@operator("Danish key", "danish-key")
def danish(draw: Draw) -> Break | None:
    found = draw.site(lambda text, site: _is_known(text, site) and site.name in DANISH_KEYS)
    assert found is not None
    return _renamed(draw, found, draw.rng.choice(DANISH_KEYS[found[1].name]))


@operator("unknown key", "unknown-key")
def unknown(draw: Draw) -> Break | None:
    found = draw.site(_is_known)
    assert found is not None
    return _inserted(*found, f"{draw.rng.choice(_FOREIGN)}: 100.000 kr.")


@operator("key of another place", "unknown-key", "progress-in-plan")
def elsewhere(draw: Draw) -> Break | None:
    found = draw.site(_is_known)
    assert found is not None
    text = found[0]
    here = known_keys(*found)
    others = sorted({key for (kind, _), keys in KEYS.items() if kind == text.kind for key in keys} - {*here})
    return _inserted(*found, f"{draw.rng.choice(others)}: Q1") if others else None


@operator("status in a plan", "progress-in-plan")
def progress(draw: Draw) -> Break | None:
    found = draw.site(lambda text, site: _is_known(text, site) and "quarters" in known_keys(text, site), "plan")
    assert found is not None
    return _inserted(*found, "status: done")


@operator("key twice", "duplicate-key")
def twice(draw: Draw) -> Break | None:
    found = draw.site(lambda text, site: site.key is not None and is_one_line(text, site))
    assert found is not None
    text, site = found
    assert site.key is not None
    return _inserted(text, site, text.text[site.key.start : text.line_end(site.span.end)])


def _inserted(text: Text, site: Site, line: str) -> Break:
    """Insert a line into a mapping, below one of its keys."""
    assert site.key is not None
    column = text.column(site.key.start)
    at = text.end_of(site)
    return edited(text, at, at, f"{' ' * column}{line}\n", at=at + column)


@operator("required key missing", "missing-key")
def missing(draw: Draw) -> Break | None:
    found = draw.site(lambda text, site: _is_required(text, site) and len(siblings(text, site)) > 1)
    assert found is not None
    text, site = found
    first, second, *_ = siblings(text, site)
    assert site.key is not None
    assert first.key is not None
    if site is first:
        assert second.key is not None
        return edited(text, site.key.start, second.key.start, "")
    return edited(text, text.line_start(site.key.start), text.end_of(site), "", at=first.key.start)


@operator("required key empty", "empty-value")
def empty(draw: Draw) -> Break | None:
    found = draw.site(_is_required)
    assert found is not None
    text, site = found
    assert site.key is not None
    return edited(text, site.key.end + 1, text.end_of(site) - 1, "", at=site.key.start)


def _is_required(text: Text, site: Site) -> bool:
    place = mapping_at(text.kind, site.parent)
    return place is not None and site.key is not None and site.name in REQUIRED.get(place, ())
