"""Breaks of lines: tabs, indentation, dashes, colons and spaces."""

from collections.abc import Callable

from mutation.operator import Break, Draw, edited, is_one_line, is_plain_text, known_keys, operator, siblings
from mutation.text import Site, Text

# What word processors and people put where a list item's dash belongs.
_BULLETS = ("–", "—", "•", "*", "·", "1.", "2)")


def _in_entry(text: Text, site: Site) -> bool:
    """A key of an entry that has other keys."""
    return not site.is_item and bool(site.parent) and len(siblings(text, site)) > 1


def _is_first(text: Text, site: Site) -> bool:
    return siblings(text, site)[0] is site


def _begins_entry(_: Text, site: Site) -> bool:
    """A list item with keys."""
    return site.is_item and site.style == "map"


def _begins_text(text: Text, site: Site) -> bool:
    """A list item that is a text on one line."""
    return site.is_item and is_one_line(text, site)


@operator("tab as indentation", "tab-indentation")
def tab(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: text.column(site.key.start) > 0)
    start = text.line_start(site.key.start)
    line = text.text[start : text.line_end(start)]
    spaces = len(line) - len(line.lstrip(" "))
    tabs = draw.rng.choice(("\t", "\t" * max(1, spaces // 2), " \t"))
    return edited(text, start, start + spaces, tabs, at=start + tabs.index("\t"))


@operator("tab after a dash", "tab-indentation")
def tab_after_dash(draw: Draw) -> Break:
    text, site = draw.site(_begins_entry)
    return edited(text, site.dash + 1, site.span.start, "\t")


@operator("colon lost", "HP0")
def colon_lost(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _has_companions(text, site) and is_one_line(text, site))
    return edited(text, site.key.end, site.key.end + 1, "", at=site.key.start)


@operator("colon lost before keys or a list", "HP0")
def colon_lost_above(draw: Draw) -> Break:
    text, site = draw.site(
        lambda text, site: _has_companions(text, site) and site.style in ("list", "map", "|", ">")
    )
    return edited(text, site.key.end, site.key.end + 1, "", at=site.key.start)


@operator("equals sign for a colon", "HP0")
def equals_sign(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _has_companions(text, site) and is_one_line(text, site))
    return edited(text, site.key.end, site.key.end + 1, draw.rng.choice((" =", "=")), at=site.key.start)


@operator("semicolon for a colon", "HP0")
def semicolon(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _has_companions(text, site) and is_one_line(text, site))
    return edited(text, site.key.end, site.key.end + 1, ";", at=site.key.start)


@operator("two colons", "HP0", "unknown-key")
def two_colons(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: site.name in known_keys(text, site) and is_one_line(text, site))
    return edited(text, site.key.end, site.key.end, ":", at=site.key.start)


@operator("space lost after a colon", "HP0")
def colon_space(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _has_companions(text, site) and is_one_line(text, site))
    return edited(text, site.key.end + 1, site.key.end + 2, "", at=site.key.end)


def _has_companions(text: Text, site: Site) -> bool:
    """A key without which its mapping would not become a single text."""
    return not site.is_item and len(siblings(text, site)) > 1


@operator("space lost after a dash", "HP0")
def dash_space(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _begins_entry(text, site) or _begins_text(text, site))
    return edited(text, site.dash + 1, site.dash + 2, "", at=site.dash)


@operator("dash lost", "HP0")
def dash_lost(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _begins_entry(text, site) and len(siblings(text, site)) > 1)
    return edited(text, site.dash, site.dash + 2, "")


@operator("space for a dash", "HP0")
def dash_blank(draw: Draw) -> Break:
    text, site = draw.site(_is_later_entry)
    return edited(text, site.dash, site.dash + 1, " ", at=site.dash + 2)


def _is_later_entry(text: Text, site: Site) -> bool:
    """An entry whose first key the one above has too."""
    if not _begins_entry(text, site) or _is_first(text, site):
        return False
    above = siblings(text, site)[siblings(text, site).index(site) - 1]
    name = text.first_key(site.path).name
    return any(other.path == (*above.path, name) for other in text.sites)


@operator("bullet for a dash", "not-a-dash")
def bullet(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _begins_entry(text, site) or _begins_text(text, site))
    return edited(text, site.dash, site.dash + 1, draw.rng.choice(_BULLETS))


@operator("list beside its key", "list-beside-key")
def beside_key(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: not site.is_item and site.style == "list")
    return edited(text, site.key.end + 1, site.span.start, " ", at=site.key.end + 2)


@operator("two keys on a line", "several-keys-on-a-line")
def two_keys(draw: Draw) -> Break:
    text, site = draw.site(
        lambda text, site: (
            site.name in ("id", "theme", "year", "status", "slug", "quarters") and _has_next(text, site)
        )
    )
    after = siblings(text, site)[siblings(text, site).index(site) + 1].key
    return edited(text, site.span.end, after.start, " ", at=site.span.end + 1)


def _has_next(text: Text, site: Site) -> bool:
    """A key with another one after it that has its value on the same line."""
    if site.is_item or not is_one_line(text, site):
        return False
    later = siblings(text, site)[siblings(text, site).index(site) + 1 :][:1]
    return bool(later) and is_one_line(text, later[0])


@operator("line break in a text", "HP0", "unknown-key")
def line_break(draw: Draw) -> Break:
    text, site = draw.site(is_plain_text)
    blank = text.text.index(" ", site.span.start + 1)
    return edited(text, blank, blank + 1, "\n", at=blank + 1)


@operator("line break in a key", "HP0", "HP1")
def break_in_key(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: not site.is_item and site.key.end - site.key.start > 4)  # noqa: PLR2004
    at = draw.rng.randrange(site.key.start + 2, site.key.end - 1)
    return edited(text, at, at, "\n", at=site.key.start)


@operator("line of a block text at the margin", "HP0", "unknown-key")
def block_at_margin(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.style in ("|", ">"))
    first = text.line_end(site.span.start) + 1
    starts = [
        first + at for at, char in enumerate(text.text[first - 1 : text.end_of(site) - 1]) if char == "\n"
    ]
    start = draw.rng.choice([start for start in starts if text.text[start] == " "])
    line = text.text[start : text.line_end(start)]
    return edited(text, start, start + len(line) - len(line.lstrip()), "")


def _shifted(text: Text, first: int, last: int, by: int) -> Break:
    """Move lines, given by offsets on them, in or out; the indentation of the first one is where the finding belongs."""
    start, end = text.line_start(first), last
    lines = text.text[start:end].split("\n")
    moved = [" " * by + line if by > 0 else line[-by:] for line in lines[:-1]]
    return edited(text, start, end, "\n".join([*moved, ""]))


def _key_off(*steps: int) -> Callable[[Draw], Break]:
    def change(draw: Draw) -> Break:
        by = draw.rng.choice(steps)
        text, site = draw.site(
            lambda text, site: _is_later_key(text, site) and text.column(site.key.start) >= -by
        )
        column = text.column(site.key.start)
        broken = _shifted(text, site.key.start, text.end_of(site), by)
        above = siblings(text, site)[siblings(text, site).index(site) - 1]
        inner = next((other.key for other in text.sites if other.parent == above.path and other.key), None)
        below_another = above.style == "map" and inner and text.column(inner.start) == column + by
        if below_another or (text.kind == "report" and by == -2):  # noqa: PLR2004 - a level out
            return broken._replace(column=column + by + 1)  # sound YAML: the key itself is in the wrong place
        return broken

    return change


def _is_later_key(text: Text, site: Site) -> bool:
    """A key below another one of its mapping, which at the next level out would be a wrong key."""
    return (
        not site.is_item and not _is_first(text, site) and site.parent[:1] not in (("sections",), ("labels",))
    )


def _item_off(wanted: Callable[[Text, Site], bool], *steps: int) -> Callable[[Draw], Break]:
    def change(draw: Draw) -> Break:
        by = draw.rng.choice(steps)
        text, site = draw.site(
            lambda text, site: (
                wanted(text, site) and len(siblings(text, site)) > 1 and text.column(site.dash) >= -by
            )
        )
        return _shifted(text, site.dash, text.end_of(site), by)

    return change


operator("key one space off", "HP0", "HP1")(_key_off(-1, 1))
operator("key two spaces off", "HP0", "HP1")(_key_off(-2, 2))
operator("text item one space off", "HP0")(_item_off(_begins_text, -1, 1))
operator("text item two spaces off", "HP0")(_item_off(_begins_text, -2, 2))
operator("entry one space off", "HP0")(_item_off(_begins_entry, -1, 1))
operator("entry two spaces off", "HP0")(_item_off(_begins_entry, -2, 2))


@operator("dash line alone off", "HP0")
def dash_line_off(draw: Draw) -> Break:
    text, site = draw.site(
        lambda text, site: _begins_entry(text, site) and len(siblings(text, text.first_key(site.path))) > 1
    )
    return _shifted(text, site.dash, text.line_end(site.dash) + 1, draw.rng.choice((-1, 1)))


@operator("first line of the file indented", "HP0")
def first_line(draw: Draw) -> Break:
    text = draw.file()
    start = text.sites[0].key
    return edited(text, start.start, start.start, " " * draw.rng.choice((1, 2, 3)))
