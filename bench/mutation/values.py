"""Breaks of values with a form of their own: quarters, dates, numbers, ids, colours, enumerations, months."""

from collections.abc import Callable, Sequence

from mutation.contract import DANISH_VALUES, DATES, MONTHS, VALUES
from mutation.misspelling import misspelt
from mutation.operator import Break, Draw, edited, is_one_line, known_keys, operator
from mutation.text import Site, Text

_YEARS = ("year", "first_year", "last_year")


def _at(*names: str) -> Callable[[Text, Site], bool]:
    """Return what tells a value on one line under one of some keys."""
    return lambda text, site: (
        site.name in names and site.name in known_keys(text, site) and is_one_line(text, site)
    )


def _replaced(draw: Draw, names: Sequence[str], values: Sequence[str]) -> Break:
    text, site = draw.site(_at(*names))
    return edited(text, *site.span, draw.rng.choice(values))


@operator("impossible quarter", "invalid-quarters")
def impossible_quarter(draw: Draw) -> Break:
    return _replaced(draw, ("quarters",), ("Q5", "Q0", "Q1-Q5", "5", "Q1 & Q5", "K2", "Q1-Q2-Q3"))


@operator("quarter in words", "invalid-quarters")
def quarter_in_words(draw: Draw) -> Break:
    return _replaced(
        draw, ("quarters",), ("2. kvartal", "1.-3. kvartal", "forår", "2. halvår", "juni", "hele året")
    )


@operator("falling quarters", "falling-quarters")
def falling_quarters(draw: Draw) -> Break:
    return _replaced(draw, ("quarters",), ("Q4-Q2", "Q3–Q1", "Q2-Q2", "Q4-1", "Q1, Q4-Q3"))


@operator("quarter twice", "HP3")
def quarter_twice(draw: Draw) -> Break:
    return _replaced(draw, ("quarters",), ("Q1-Q2, Q2", "Q3, Q3", "Q1-Q3, Q2-Q4"))


@operator("date in another form", "invalid-date")
def date_form(draw: Draw) -> Break:
    forms = ("10.01.2022", "10/1-2022", "10. januar 2022", "2022-1-10", "2022/01/10", "20220110", "i januar")
    return _replaced(draw, DATES, forms)


@operator("date that is not in the calendar", "date-that-does-not-exist")
def no_such_date(draw: Draw) -> Break:
    return _replaced(draw, DATES, ("2022-02-30", "2022-13-01", "2022-04-31", "2023-02-29", "2022-00-10"))


@operator("bad number", "invalid-number")
def bad_number(draw: Draw) -> Break:
    return _replaced(
        draw, _YEARS, ("22", "2022.", "20222", "to tusind", "2022/23", "2.022", "-2022", "2022 og frem")
    )


@operator("year of another folder", "year-mismatch")
def other_year(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.path == ("year",), "plan", "index", "report")
    year = int(site.value)
    return edited(text, *site.span, str(draw.rng.choice((year - 10, year - 1, year + 1, year + 100))))


@operator("bad id", "invalid-id")
def bad_id(draw: Draw) -> Break:
    forms = ("Mål-1", "m_1", "m 1", "M1", "data.1", "klima/1", "æble", "-m1")
    text, site = draw.site(
        lambda text, site: _at("id", "slug")(text, site) and site.parent[:1] != ("parties",)
    )
    return edited(text, *site.span, draw.rng.choice(forms))


@operator("bad party id or initials", "invalid-initials")
def bad_initials(draw: Draw) -> Break:
    text, site = draw.site(
        lambda _, site: site.name in ("id", "initials") and site.path[0] in ("parties", "people"), "config"
    )
    return edited(text, *site.span, draw.rng.choice(("CDEU & RU", "A.B.", "C-D", "Region Midt", "RM/RU")))


@operator("bad reference to an earlier year", "invalid-continues")
def bad_continues(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.name == "continues" and site.is_item, "plan")
    forms = (
        "basis-1",
        "2022-basis-1",
        "22/basis-1",
        "2022/",
        "2022/Basis 1",
        "2022/sundhed/data-2",
        "sidste år",
    )
    return edited(text, *site.span, draw.rng.choice(forms))


@operator("unknown format", "unknown-format")
def unknown_format(draw: Draw) -> Break:
    return _replaced(draw, ("format",), ("2", "1.0", "nyt", "0"))


@operator("bad colour", "invalid-colour")
def bad_colour(draw: Draw) -> Break:
    return _replaced(
        draw, ("colour",), ('"#0b5"', "blå", "0b5563", '"#gg5563"', "'#0b55633'", "rgb(1, 2, 3)")
    )


@operator("colour without quotes", "comment-in-text")
def bare_colour(draw: Draw) -> Break:
    return _replaced(draw, ("colour",), ("#0b5563", "#a8322d"))


@operator("month that is none", "invalid-month")
def no_month(draw: Draw) -> Break:
    return _replaced(draw, ("month",), ("13", "0", "forår", "uge 4", "1. januar", "Q1"))


@operator("misspelt month", "invalid-month")
def misspelt_month(draw: Draw) -> Break:
    return _misspelt(draw, ("month",), MONTHS, draw.rng.choice((1, 2)))


@operator("bad day of the year", "invalid-month-day")
def bad_day(draw: Draw) -> Break:
    return _replaced(draw, ("from", "until"), ("1. januar", "02-30", "13-01", "1-1", "2022-01-01", "00-10"))


@operator("misspelt word of a few, one edit", "unknown-value")
def one_edit(draw: Draw) -> Break:
    return _misspelt_value(draw, 1)


@operator("misspelt word of a few, two edits", "unknown-value")
def two_edits(draw: Draw) -> Break:
    return _misspelt_value(draw, 2)


def _misspelt_value(draw: Draw, edits: int) -> Break:
    name = draw.rng.choice((*VALUES, "status", "status", "kind", "needs"))
    return _misspelt(draw, (name,), VALUES[name], edits)


def _misspelt(draw: Draw, names: Sequence[str], known: Sequence[str], edits: int) -> Break:
    text, site = draw.site(lambda text, site: _at(*names)(text, site) and site.value in known)
    wrong = misspelt(site.value, edits, draw.rng, {*known, *DANISH_VALUES.values()})
    return edited(text, *site.span, wrong, right=site.value)


@operator("word of a few in another case", "unknown-value")
def other_case(draw: Draw) -> Break:
    text, site = draw.site(_at(*VALUES))
    forms = (site.value.upper(), site.value.capitalize())
    return edited(text, *site.span, draw.rng.choice(forms), right=site.value)


@operator("word of a few with another joint", "unknown-value")
def other_joint(draw: Draw) -> Break:
    text, site = draw.site(
        lambda text, site: _at(*VALUES)(text, site) and ("_" in site.value or "-" in site.value)
    )
    joint = draw.rng.choice((" ", "-" if "_" in site.value else "_"))
    return edited(text, *site.span, site.value.replace("_", joint).replace("-", joint), right=site.value)


@operator("word that is none of a few", "unknown-value")
def foreign_word(draw: Draw) -> Break:
    return _replaced(draw, tuple(VALUES), ("80 %", "ukendt", "se bilag", "ja", "42"))


@operator("Danish word of a few", "danish-value")
def danish_word(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: _at(*VALUES)(text, site) and site.value in DANISH_VALUES)
    return edited(text, *site.span, DANISH_VALUES[site.value], right=site.value)


@operator("empty item", "empty-item")
def empty_item(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: site.is_item and is_one_line(text, site))
    return edited(text, site.dash + 1, text.line_end(site.span.end), "", at=site.dash)
