"""Reading dates, in the one form that files and options take."""

import re
from datetime import date

# The years that plans and agreements may be of.
FIRST_YEAR, LAST_YEAR = 1900, 2199

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DateFormError(ValueError):
    """A text that does not have the form of a date."""


def parse_date(text: str) -> date:
    """Read an ISO date, ``YYYY-MM-DD`` and nothing else that the standard allows.

    Raises:
        DateFormError: the text has another form.
        ValueError: the calendar has no such day.
    """
    if not _ISO.fullmatch(text):
        raise DateFormError(text)
    return date.fromisoformat(text)
