"""Days and periods in words, for text on a terminal.

The month names are those of the models rather than Babel's: both languages write a day in one plain way, and Babel
would cost a command three bare interpreter starts.
"""

from datetime import date, timedelta

from handleplan.locale import Language
from handleplan.model.values import MONTHS


def date_in_words(day: date, language: Language) -> str:
    """Write a day in words: ``10. januar 2022``, ``10 January 2022``."""
    return f"{_day_and_month(day, language)} {day.year}"


def period_in_words(first: date, last: date, language: Language) -> str:
    """Write days in words, both inclusive, as short as can be: ``januar 2022``, ``5.–12. januar 2022``."""
    if first == last:
        return date_in_words(first, language)
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and (last + timedelta(days=1)).day == 1:
            return f"{_month(first, language)} {first.year}"
        return f"{_ordinal(first, language)}–{date_in_words(last, language)}"
    begin = _day_and_month(first, language) if first.year == last.year else date_in_words(first, language)
    return f"{begin} – {date_in_words(last, language)}"


def _month(day: date, language: Language) -> str:
    name = MONTHS[language][day.month - 1]
    return name.capitalize() if language == "en" else name


def _ordinal(day: date, language: Language) -> str:
    return f"{day.day}." if language == "da" else str(day.day)


def _day_and_month(day: date, language: Language) -> str:
    return f"{_ordinal(day, language)} {_month(day, language)}"
