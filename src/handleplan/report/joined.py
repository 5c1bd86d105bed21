"""What a line's end must not part in a set paper: a day, its month and year, and a dash or dot from the word before it.

Pages are broken into lines by a browser, typst or a picture, which know no-break spaces; texts that people search and
edit (Markdown, JSON, the terminal) keep plain ones.
"""

import re
from functools import cache, lru_cache
from typing import Any

from handleplan.locale import Language
from handleplan.model.values import MONTHS
from handleplan.report.measure import JOINED
from handleplan.report.view import CycleStep, Paper

# What may be a day and its month, or a month and its year: most texts have neither
_DATED = re.compile(r"\d\.? [^\W\d]|[^\W\d] \d{4}\b")
_SEPARATOR = re.compile(" (?=[·–] )")


def join_paper(paper: Paper) -> Paper:
    """Join what belongs together in all that a paper says; of prose see :func:`join_separators`."""
    joined: Paper = _join(paper, paper.language)
    return joined


def _join(value: tuple[Any, ...], language: Language) -> Any:
    """Join the texts in a view, at any depth; what has none to join stays the very same, which most of it does."""
    parts: list[Any] | None = None
    for place, part in enumerate(value):
        if isinstance(part, str):
            new: Any = join(part, language) if " " in part else part
        elif part and isinstance(part, tuple):
            new = _join(part, language)
        else:
            continue
        if new is not part:
            parts = parts or list(value)
            parts[place] = new
    if parts is None:
        return value
    joined: Any = type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if isinstance(value, CycleStep):
        # a stretch of days stands in a narrow column: what a reader's own spacing makes wider would stick out
        joined = joined._replace(when=join_separators(value.when))
    return joined


# Papers say many things twice
@lru_cache(maxsize=4096)
def join(text: str, language: Language) -> str:
    """Join what belongs together in a text: ``10. januar 2022``, ``Sundhed –``, ``Aftalt ·``."""
    joined = join_separators(text)
    if _DATED.search(joined):
        joined = _year(language).sub(JOINED, _day(language).sub(JOINED, joined))
    return text if joined == text else joined


def join_separators(text: str) -> str:
    """Join dashes and dots with the word before them, in prose too: ``2022 – 2025``."""
    return _SEPARATOR.sub(JOINED, text) if " –" in text or " ·" in text else text


@cache
def _day(language: Language) -> re.Pattern[str]:
    """Find the space between a day and its month."""
    return re.compile(rf"(?:(?<=\d\.)|(?<=\d)) (?=(?:{'|'.join(MONTHS[language])})\b)", re.IGNORECASE)


@cache
def _year(language: Language) -> re.Pattern[str]:
    """Find the space between a month and its year; what is looked back at must have one length, so months are apart."""
    months = "|".join(rf"(?<=\b{month})" for month in MONTHS[language])
    return re.compile(rf"(?:{months}) (?=\d{{4}}\b)", re.IGNORECASE)
