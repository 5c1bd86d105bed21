"""What a single value looks like in JSON Schema, for each type of :mod:`handleplan.model.values`.

To us every scalar is text; to an editor's YAML parser ``2022`` is a number, ``true`` a boolean and an empty value null.
So a value here says which of them stand for a text that its reader takes. Types stand inside ``if`` and ``then``, since
yaml-language-server offers ``true``, ``false`` and ``null`` wherever it finds them among the types of a value.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from handleplan.locale import Language
from handleplan.locale.keys import KeyTexts
from handleplan.model.dates import FIRST_YEAR, LAST_YEAR
from handleplan.model.values import (
    FORMAT,
    ID_PATTERN,
    MONTHS,
    Colour,
    Continues,
    Date,
    EntryId,
    Format,
    Initials,
    Month,
    MonthDay,
    Quarters,
    Year,
)

Schema: TypeAlias = dict[str, Any]

# Leading zeros are read as part of a whole number.
_YEAR = r"^0{0,5}(?:19|20|21)[0-9]{2}$"
_DATE = r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
_MONTH_DAY = r"^(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])$|^(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)$|^02-(?:0[1-9]|[12][0-9])$"
# Within ASCII no sign but letters and digits; what else is no letter of any alphabet, lint says.
_INITIALS = r"^[^\s!-/:-@\[-`{-~]+$"
_QUARTER = r"[qQ](?:1(?:\s*[-–]\s*[qQ]?[2-4])?|2(?:\s*[-–]\s*[qQ]?[34])?|3(?:\s*[-–]\s*[qQ]?4)?|4)"
_QUARTERS_OFFERED = ("Q1", "Q2", "Q3", "Q4", "Q1-Q2", "Q2-Q3", "Q3-Q4", "Q2-Q4", "Q1-Q4", "Q1, Q3")
_WHOLE: Schema = {"multipleOf": 1}
# What is no text at all, and what is no text to a reader of numbers.
_NO_TEXT = ["object", "array"]
_NO_WORD = [*_NO_TEXT, "boolean"]
# A value that is any text; what it refers to is :func:`definitions`.
ANY_TEXT: Schema = {"$ref": "#/definitions/text"}


def value_schema(annotation: Any, texts: KeyTexts) -> Schema:
    """Return the schema of a value that is one text in the file.

    Raises:
        TypeError: the models have a type that is not known here.
    """
    if annotation is str:
        return ANY_TEXT
    known: tuple[tuple[Any, Schema], ...] = (
        (Year, _text(texts, "year", _YEAR, _NO_WORD, minimum=FIRST_YEAR, maximum=LAST_YEAR, **_WHOLE)),
        (Format, _text(texts, "format", f"^{FORMAT}$", _NO_WORD, minimum=FORMAT, maximum=FORMAT)),
        (EntryId, _text(texts, "id", ID_PATTERN, _NO_TEXT, minimum=0, **_WHOLE)),
        (Initials, _text(texts, "initials", _INITIALS, _NO_TEXT, minimum=0, **_WHOLE)),
        (Month, _text(texts, "month", _months(), _NO_WORD, minimum=1, maximum=len(MONTHS["da"]), **_WHOLE) | _offered(_month_names(texts.language))),
        (Date, _string(texts, "date", _DATE)),
        (MonthDay, _string(texts, "month_day", _MONTH_DAY)),
        (Quarters, _string(texts, "quarters", rf"^{_QUARTER}(?:\s*,\s*{_QUARTER})*$") | _offered(_QUARTERS_OFFERED)),
        (Colour, _string(texts, "colour", r"^#[0-9a-fA-F]{6}$")),
        (Continues, _string(texts, "continues", r"^[0-9]{4}/(?:[^\s./]+\.)?[a-z0-9][a-z0-9-]*$")),
    )  # fmt: skip
    for one, schema in known:
        if one == annotation:
            return schema
    raise TypeError(annotation)


def definitions(texts: KeyTexts) -> Schema:
    """Return what the schemas of a file refer to: any text is all but a list and a mapping."""
    wrong = {"type": "string", "errorMessage": texts.mistake("text")}
    return {"text": {"if": {"type": _NO_TEXT}, "then": wrong}}


def filled(message: str) -> Schema:
    """Return what holds of a value that may not be empty."""
    right = {"type": ["object", "array", "string", "number", "boolean"], "errorMessage": message}
    return {"if": {"type": "null"}, "then": right, "pattern": r"\S", "patternErrorMessage": message}


def words(allowed: tuple[str, ...], explained: Mapping[str, str], texts: KeyTexts) -> Schema:
    """Return the schema of certain words, each with its explanation."""
    return {
        "enum": list(allowed),
        "enumDescriptions": [explained[word] for word in allowed],
        "errorMessage": texts.mistake("words", words=", ".join(allowed)),
    }


def _text(texts: KeyTexts, name: str, pattern: str, unlike: list[str], **number: int) -> Schema:
    """Any text of a pattern, and the numbers that are one; the server has no message of ours for a number's limits."""
    message = texts.mistake(name)
    wrong = {"type": "string", "errorMessage": message}
    return {
        "if": {"type": "number"},
        "then": {"if": number, "else": wrong},
        "else": {"if": {"type": unlike}, "then": wrong},
        "pattern": pattern,
        "patternErrorMessage": message,
    }


def _string(texts: KeyTexts, name: str, pattern: str) -> Schema:
    """Text of a pattern that no YAML parser takes for anything else."""
    message = texts.mistake(name)
    string = {"type": "string", "pattern": pattern, "patternErrorMessage": message, "errorMessage": message}
    return {"if": {"type": "null"}, "else": string}


def _offered(values: tuple[str, ...]) -> Schema:
    return {"defaultSnippets": [{"label": value, "body": value} for value in values]}


def _month_names(language: Language) -> tuple[str, ...]:
    return MONTHS[language]


def _months() -> str:
    names = "|".join(
        "".join(f"[{letter}{letter.upper()}]" for letter in name)
        for name in dict.fromkeys(name for names in MONTHS.values() for name in names)
    )
    return f"^(?:{names}|0*(?:[1-9]|1[0-2]))$"
