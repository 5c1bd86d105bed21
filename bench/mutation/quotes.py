"""Breaks of texts: quotes, colons, signs that mean something to YAML, and brackets."""

from collections.abc import Callable

from mutation.contract import TEXTS
from mutation.operator import Break, Draw, edited, is_one_line, is_plain_text, known_keys, operator, siblings
from mutation.text import NO_DASH, Site, Text

_WORDS = (
    "theme",
    "year",
    "date",
    "owner",
    "id",
    "step",
    "quarters",
    "status",
    "proposed",
    "slug",
    "due",
    "kind",
)


def _is_sentence(text: Text, site: Site) -> bool:
    """A text on one line, without quotes around or inside, that has a key."""
    is_text = is_plain_text(text, site) and site.name != "quarters"
    return is_text and not site.is_item and not set("\"'#").intersection(site.value)


def _is_sentence_or_item(text: Text, site: Site) -> bool:
    return _is_sentence(text, site._replace(dash=NO_DASH))


def _value(draw: Draw, wanted: Callable[[Text, Site], bool], new: str, at: int) -> Break:
    """Replace a value, in which ``{}`` stands for the old one; the finding belongs ``at`` characters into it."""
    text, site = draw.site(wanted)
    return edited(text, *site.span, new.replace("{}", site.value), at=site.span.start + at)


@operator("quote not closed", "unclosed-quote")
def unclosed(draw: Draw) -> Break:
    return _value(draw, _is_sentence_or_item, draw.rng.choice(('"{}', "'{}")), 0)


@operator("closing quote lost", "unclosed-quote")
def closing_lost(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: site.style in ("'", '"') and is_one_line(text, site))
    return edited(text, site.span.end - 1, site.span.end, "", at=site.span.start)


@operator("quote closed by the other kind", "unclosed-quote")
def other_kind(draw: Draw) -> Break:
    return _value(draw, _is_sentence, draw.rng.choice(("\"{}'", "'{}\"")), 0)


@operator("quoted word first", "quote-in-text")
def quoted_first(draw: Draw) -> Break:
    quote = draw.rng.choice("'\"")
    return _value(draw, _is_sentence_or_item, f"{quote}Genvej{quote} {{}}", len("'Genvej"))


@operator("quotes within quotes", "quote-in-text")
def within(draw: Draw) -> Break:
    return _value(draw, _is_sentence, '"Bringe "Genvej" i spil: {}"', len('"Bringe '))


@operator("apostrophe within single quotes", "quote-in-text")
def apostrophe(draw: Draw) -> Break:
    return _value(draw, _is_sentence, "'RM's rolle: {}'", len("'RM"))


@operator("typographic quotes around a word", "curly-quotes")
def curly(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.name in _WORDS and not site.is_item and site.style == "plain")
    left, right = draw.rng.choice(("“”", "””", "„“"))
    return edited(text, *site.span, left + site.value + right)


@operator("typographic quotes around a key", "curly-quotes", "unknown-key")
def curly_key(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: site.name in known_keys(text, site))
    left, right = draw.rng.choice(("“”", "””", "„“"))
    return edited(text, *site.key, left + site.name + right)


@operator("typographic closing quote", "curly-quotes")
def curly_end(draw: Draw) -> Break:
    text, site = draw.site(_is_sentence)
    return edited(text, *site.span, f'"{site.value}”', at=site.span.end + 1)


@operator("colon in a text", "colon-in-text")
def colon(draw: Draw) -> Break:
    text, site = draw.site(_is_sentence)
    blanks = [at for at in range(site.span.start, site.span.end) if text.text[at] == " "]
    at = draw.rng.choice(blanks)
    return edited(text, at, at, ":", at=at)


@operator("colon at the end of a text", "colon-in-text")
def colon_at_end(draw: Draw) -> Break:
    text, site = draw.site(_is_sentence)
    return edited(text, site.span.end, site.span.end, ":", at=site.span.end)


@operator("colon in an item", "colon-in-text")
def colon_in_item(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: site.is_item and is_plain_text(text, site))
    at = text.text.index(" ", site.span.start)
    return edited(text, at, at, ":", at=site.span.start)


@operator("colon in a text over two lines", "colon-in-text")
def colon_in_long(draw: Draw) -> Break:
    text, site = draw.site(
        lambda text, site: site.style == "plain" and ":" not in site.value and not is_one_line(text, site)
    )
    blanks = [at for at in range(site.span.start, site.span.end) if text.text[at] == " " != text.text[at - 1]]
    at = draw.rng.choice([at for at in blanks if text.text[at - 1] not in ",\n"])
    return edited(text, at, at, ":", at=at)


@operator("text with a colon below its key", "text-without-bar")
def without_bar(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _is_sentence(text, site) and site.name in TEXTS)
    indent = " " * (text.column(site.key.start) + 2)
    new = f"\n{indent}Kort sagt: {site.value}"
    if draw.rng.random() < 0.5:  # noqa: PLR2004 - as often as not
        return edited(text, site.key.end + 1, site.span.end, new, at=site.key.end + 2 + len(indent))
    new += f"\n{indent}og mere til."
    return edited(text, site.key.end + 1, site.span.end, new, at=site.key.end + 2 + len(f"{indent}Kort sagt"))


@operator("number sign in a text", "comment-in-text")
def hash_inside(draw: Draw) -> Break:
    text, site = draw.site(_is_sentence_or_item)
    blanks = [at for at in range(site.span.start, site.span.end) if text.text[at] == " "]
    at = draw.rng.choice(blanks) + 1
    return edited(text, at, at, "#", at=at)


@operator("number sign first in a text", "comment-in-text")
def hash_first(draw: Draw) -> Break:
    return _value(draw, _is_sentence_or_item, "#EU {}", 0)


@operator("text begins with @, `, % or the like", "special-character")
def special(draw: Draw) -> Break:
    return _value(draw, _is_sentence_or_item, draw.rng.choice("@`%|>],}") + "{}", 0)


@operator("text begins with a bracket", "special-character", "unclosed-bracket")
def bracket(draw: Draw) -> Break:
    forms = ("[{}", "{{}", "[EU](https://europa.eu) {}", "{{navn}} {}", "[x] {}", "{{}}")
    return _value(draw, _is_sentence_or_item, draw.rng.choice(forms), 0)


@operator("text in square brackets", "text-expected")
def brackets(draw: Draw) -> Break:
    text, site = draw.site(_is_sentence)
    return edited(text, *site.span, f"[{site.value}]", at=site.key.start)


@operator("text begins with emphasis", "special-character")
def emphasis(draw: Draw) -> Break:
    return _value(draw, _is_sentence, draw.rng.choice(("*Vigtigt* {}", "**Vigtigt** {}", "*{}*")), 0)


@operator("text begins with a dash", "special-character")
def dash(draw: Draw) -> Break:
    return _value(draw, lambda text, site: _is_sentence(text, site) and site.name in TEXTS, "- {}", 0)


@operator("anchor", "anchor", "special-character")
def anchor(draw: Draw) -> Break:
    return _value(draw, _is_sentence_or_item, draw.rng.choice(("&eu {}", "&EU-2 {}", "& {}")), 0)


@operator("alias", "anchor", "special-character")
def alias(draw: Draw) -> Break:
    return _value(draw, _is_sentence_or_item, draw.rng.choice(("*eu", "*eu {}", "*1")), 0)


@operator("tag", "tag", "special-character")
def tag(draw: Draw) -> Break:
    return _value(draw, _is_sentence_or_item, draw.rng.choice(("!eu {}", "!!str {}", "! {}", "!vigtigt")), 0)


@operator("backslash in double quotes", "backslash-in-quotes")
def backslash(draw: Draw) -> Break:
    new, at = draw.rng.choice((('"Se H:\\plan {}"', 6), ('"{} \\og mere"', None), ('"\\æ {}"', 1)))
    text, site = draw.site(_is_sentence)
    inside = len(site.value) + 2 if at is None else at
    return edited(text, *site.span, new.replace("{}", site.value), at=site.span.start + inside)


@operator("text beside a block sign", "text-beside-sign")
def beside_sign(draw: Draw) -> Break:
    sign = draw.rng.choice((">-", "|", ">", "|-"))
    return _value(
        draw,
        lambda text, site: _is_sentence(text, site) and site.name in TEXTS,
        f"{sign} {{}}",
        len(sign) + 1,
    )


@operator("comma in a text in braces", "comma-in-flow-text")
def comma(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.path in (("goals", 1), ("actions", 1)), "plan")
    name = text.at((*site.path, "id")).value
    new = f"{{id: {name}, text: Synlighed i EU, herunder AI}}"
    at = site.span.start + new.index("herunder")
    return edited(text, site.span.start, text.end_of(site) - 1, new, at=at)


@operator("bracket not closed", "unclosed-bracket", "HP012")
def unclosed_bracket(draw: Draw) -> Break:
    text, site = draw.site(_is_list_of_texts)
    items = ", ".join(item.value for item in text.sites if item.parent == site.path)
    return edited(text, site.key.end + 1, text.end_of(site) - 1, f" [{items}", at=site.key.end + 2)


def _is_list_of_texts(text: Text, site: Site) -> bool:
    items = [item for item in text.sites if item.parent == site.path]
    return (
        site.style == "list"
        and not site.is_item
        and len(items) > 1
        and all(is_one_line(text, item) for item in items)
    )


@operator("comma at the end of a line", "comma-at-line-end")
def json_comma(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _is_sentence(text, site) and len(siblings(text, site)) > 1)
    new = f'"{site.name}": "{site.value}",' if draw.rng.random() < 0.5 else f'{site.name}: "{site.value}",'  # noqa: PLR2004
    return edited(text, site.key.start, site.span.end, new, at=site.key.start + len(new) - 1)
