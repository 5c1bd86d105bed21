"""Strict readers of single values: every scalar arrives as text and leaves with a type or a named refusal.

A refusal is a ``PydanticCustomError`` whose type names a problem of the family *schema* and whose context holds
what its message needs; pydantic adds the place.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from handleplan.model.dates import FIRST_YEAR, LAST_YEAR, DateFormError, parse_date
from handleplan.model.quarters import QuarterError, parse_quarters

FORMAT = 1
_DIGITS = 9
DAYS_OF_FEBRUARY_AND_ALL = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

MONTHS = {
    "da": ("januar", "februar", "marts", "april", "maj", "juni",
           "juli", "august", "september", "oktober", "november", "december"),
    "en": ("january", "february", "march", "april", "may", "june",
           "july", "august", "september", "october", "november", "december"),
}  # fmt: skip

# Small letters a–z, digits and hyphens, not beginning with a hyphen; in pydantic's own (Rust) syntax, since plans hold
# more ids than anything else.
ID_PATTERN = r"^[a-z0-9][a-z0-9-]*$"


class Model(BaseModel):
    """The base of all models: frozen, and no key that the format does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _text_only(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "text expected")
    return value


def _reader(read: Callable[[str], object]) -> BeforeValidator:
    """Make a validator of a reader of texts; anything but a text is refused as the wrong shape."""
    return BeforeValidator(lambda value: read(_text_only(value)))


def _is_number(text: str) -> bool:
    """Tell whether a text is a few ASCII digits, and not so many that reading them takes time."""
    return text.isascii() and text.isdigit() and len(text) <= _DIGITS


def read_whole_number(text: str, *, lowest: int, highest: int) -> int:
    """Read a whole number of ASCII digits alone (no sign, underscore or decimals) from ``lowest`` to ``highest``."""
    if not (_is_number(text) and lowest <= int(text) <= highest):
        raise PydanticCustomError(
            "bad_number", "whole number expected", {"value": text, "lowest": lowest, "highest": highest}
        )
    return int(text)


def read_format(text: str) -> int:
    """Read the number of the files' format: the one there is."""
    if text != str(FORMAT):
        raise PydanticCustomError("unknown_format", "known format expected", {"value": text, "known": FORMAT})
    return FORMAT


def read_date(text: str) -> date:
    """Read an ISO date as :func:`handleplan.model.dates.parse_date` does."""
    try:
        return parse_date(text)
    except DateFormError:
        raise PydanticCustomError("bad_date", "ISO date expected", {"value": text}) from None
    except ValueError:
        raise PydanticCustomError("no_such_date", "no such day", {"value": text}) from None


def read_quarters(text: str) -> tuple[int, ...]:
    """Read quarters as :func:`handleplan.model.quarters.parse_quarters` does."""
    try:
        return parse_quarters(text)
    except QuarterError as error:
        kind = "falling_quarters" if error.reversed_range else "bad_quarters"
        raise PydanticCustomError(kind, "quarters expected", {"value": text}) from None


def read_month(text: str) -> int:
    """Read a month, 1 to 12: a number, or its name in Danish or English in any case."""
    name = text.casefold()
    for names in MONTHS.values():
        if name in names:
            return names.index(name) + 1
    if _is_number(text) and 1 <= int(text) <= len(MONTHS["da"]):
        return int(text)
    raise PydanticCustomError("bad_month", "month expected", {"value": text})


def read_month_day(text: str) -> tuple[int, int]:
    """Read a day of any year, ``MM-DD``, as (month, day); 29 February is one."""
    match = re.fullmatch(r"([0-9]{2})-([0-9]{2})", text)
    if match:
        month, day = int(match[1]), int(match[2])
        if 1 <= month <= len(DAYS_OF_FEBRUARY_AND_ALL) and 1 <= day <= DAYS_OF_FEBRUARY_AND_ALL[month - 1]:
            return month, day
    raise PydanticCustomError("bad_month_day", "MM-DD expected", {"value": text})


def read_colour(text: str) -> str:
    """Read a colour, ``#`` and six hexadecimal digits."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise PydanticCustomError("bad_colour", "colour expected", {"value": text})
    return text


def read_initials(text: str) -> str:
    """Read a party's id or a person's initials: letters and digits of any alphabet."""
    if not text.isalnum():
        raise PydanticCustomError("bad_initials", "letters and digits expected", {"value": text})
    return text


def read_continues(text: str) -> str:
    """Check a reference to an entry of an earlier year: ``YEAR/ID`` or ``YEAR/THEME.ID``; it stays text."""
    if not re.fullmatch(r"[0-9]{4}/(?:[^\s./]+\.)?[a-z0-9][a-z0-9-]*", text):
        raise PydanticCustomError("bad_continues", "YEAR/ID expected", {"value": text})
    return text


# What a text that stands for a list cannot begin with: it is a list of which a dash lacks its space or is none.
_FAILED_DASH = re.compile(r"-|(?:[–—•·●▪*]|[0-9]{1,2}[.)])\s")


def _one_as_list(value: Any) -> Any:
    """Let a text stand for a list of one, unless a list was meant."""
    return [value] if isinstance(value, str) and not _FAILED_DASH.match(value) else value


# Empty values are absent before a model sees them.
# One paragraph of plain text: titles, headings, names, ids of other things.
Plain = str
# One paragraph of CommonMark with emphasis and links.
Inline = str
# CommonMark without raw HTML.
Block = str

Year = Annotated[int, _reader(lambda text: read_whole_number(text, lowest=FIRST_YEAR, highest=LAST_YEAR))]
Format = Annotated[int, _reader(read_format)]
Date = Annotated[date, _reader(read_date)]
Quarters = Annotated[tuple[int, ...], _reader(read_quarters)]
Month = Annotated[int, _reader(read_month)]
MonthDay = Annotated[tuple[int, int], _reader(read_month_day)]
Colour = Annotated[str, AfterValidator(read_colour)]
EntryId = Annotated[str, Field(pattern=ID_PATTERN)]
Initials = Annotated[str, AfterValidator(read_initials)]
Continues = Annotated[str, AfterValidator(read_continues)]
# A list of texts for which a single text may stand.
Texts = Annotated[tuple[Inline, ...], BeforeValidator(_one_as_list)]

Status = Literal["planned", "in_progress", "ongoing", "done", "delayed", "dropped", "carried_over"]
STAGES: tuple[str, ...] = ("draft", "proposed", "agreed", "closed")
STATUSES: tuple[str, ...] = (
    "planned",
    "in_progress",
    "ongoing",
    "done",
    "delayed",
    "dropped",
    "carried_over",
)
