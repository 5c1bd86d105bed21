"""Dates and quarters as people write them, put into the form that the files use."""

import re

from handleplan.model.dates import parse_date
from handleplan.model.quarters import QuarterError, format_quarters, parse_quarters
from handleplan.model.values import MONTHS

_DAY_FIRST = re.compile(r"(?:den )?([0-9]{1,2})[./ -]{1,2}([0-9]{1,2})[./ -]{1,2}([0-9]{4})")
_YEAR_FIRST = re.compile(
    r"([0-9]{4})[./–—-]?([0-9]{2})[./–—-]?([0-9]{2})|([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})"
)
_NAMED = re.compile(r"(?:den )?([0-9]{1,2})\.? ([a-z]+)\.?,? ([0-9]{4})")
# The shortest beginning that tells one month from all others.
_MONTH_LETTERS = 3

# Longer texts name no quarters.
_LONGEST = 60
_ALL_YEAR = re.compile(r"hele (?:året|[0-9]{4})|helår|all year|whole year")
_HALF_YEAR = re.compile(r"([12])\. halvår")
_NUMBERS = {"første": "1", "andet": "2", "tredje": "3", "fjerde": "4"}


def as_date(text: str) -> str | None:
    """Return a date written day first, as in Danish, or year first, as ``YYYY-MM-DD``; None where it is no such date."""
    folded = " ".join(text.casefold().split())
    if match := _YEAR_FIRST.fullmatch(folded):
        year, month, day = filter(None, match.groups())
    elif match := _DAY_FIRST.fullmatch(folded):
        day, month, year = match.groups()
    elif match := _NAMED.fullmatch(folded):
        day, name, year = match.groups()
        month = _number_of(name)
    else:
        return None
    written = f"{year}-{int(month):02}-{int(day):02}"
    try:
        parse_date(written)
    except ValueError:
        return None
    return written


def as_quarters(text: str) -> str | None:
    """Return quarters written in words or with other signs as the files have them; None where they are none."""
    folded = " ".join(text[:_LONGEST].casefold().split())
    if _ALL_YEAR.fullmatch(folded):
        return "Q1-Q4"
    if half := _HALF_YEAR.fullmatch(folded):
        return "Q1-Q2" if half[1] == "1" else "Q3-Q4"
    for word, digit in _NUMBERS.items():
        folded = re.sub(rf"\b{word}\b", digit, folded)
    folded = re.sub(r"\bkvartal(?:er)?\b|\bquarters?\b", "", folded)
    folded = re.sub(r"(?<=[0-9]) ?(?:til|to|—|−) ?(?=[kq1-4])|\. ?(?:til|to) (?=[1-4])", "-", folded)
    folded = re.sub(r" ?(?:\bog\b|\band\b|[+&/;,]) ?", ",", folded)
    parts = [
        re.sub(r"\b[kq]?([1-4])\b\.?", r"q\1", part.strip()) for part in folded.replace(". -", "-").split(",")
    ]
    try:
        quarters = parse_quarters(",".join(parts))
    except QuarterError:
        return None
    return format_quarters(quarters).replace("–", "-")


def _number_of(name: str) -> str:
    """Return the number of the month that a word names or begins, 0 where it is none."""
    for names in MONTHS.values():
        for number, month in enumerate(names, 1):
            if len(name) >= _MONTH_LETTERS and month.startswith(name):
                return str(number)
    return "0"
