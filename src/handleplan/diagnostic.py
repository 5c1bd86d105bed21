"""A finding ready to be shown: where in which file, how severe, and the message in the reader's language."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from handleplan.problem import Path, Place, Problem, Range
from handleplan.rule import RULES, Severity
from handleplan.source import Source

# What may follow any message, by the value that calls for it.
_ENDINGS = {
    "da": {
        "nearest": " Mente du “{nearest}”?",
        "expected": " Mulighederne er: {expected}.",
        "corrected": " Skriv: {corrected}",
        "word": " Den ser ud til at være gemt som {guess}; så står her “{word}”.",
        "guess": " Den ser ud til at være gemt som {guess}.",
    },
    "en": {
        "nearest": " Did you mean “{nearest}”?",
        "expected": " The possibilities are: {expected}.",
        "corrected": " Write: {corrected}",
        "word": " It looks like {guess}, in which this is “{word}”.",
        "guess": " It looks like {guess}.",
    },
}
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class Diagnostic(NamedTuple):
    """One finding.

    Lines and columns count from 1, columns in code points, the end exclusive. ``path`` is what the user is shown,
    with ``/``. ``location`` is the place in the data, for example ``focus_areas[1].title``, empty where the file
    could not be read. ``excerpt`` is the text of the first line concerned.
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    location: str
    fixable: bool
    excerpt: str


def diagnose(problem: Problem, source: Source, path: str, severity: Severity, language: str) -> Diagnostic:
    """Resolve a problem's place in a file to lines and columns, and put its message into words."""
    rule = RULES[problem.rule]
    found = source.locate(problem.where)
    place = problem.where
    start, end = source.position(found.start), source.position(found.end)
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=severity,
        message=_message(rule.message(language), problem.values, source, language),
        path=path,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        location=format_path(place.path if isinstance(place, Place) else source.path_at(found.start)),
        fixable=False,
        excerpt=source.line(start.line),
    )


def format_path(path: Path) -> str:
    """Write a path as people and tools read it: ``focus_areas[1].title``, ``activities["klima-1"].status``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _IDENTIFIER.fullmatch(step):
            text += f".{step}" if text else step
        else:
            escaped = step.replace("\\", "\\\\").replace('"', '\\"')
            text += f'["{escaped}"]'
    return text


def _message(template: str, values: Mapping[str, object], source: Source, language: str) -> str:
    shown = {name: _show(value, source) for name, value in values.items()}
    text = template.format_map(shown)
    for name, ending in _ENDINGS[language].items():
        if shown.get(name):
            text += ending.format_map(shown)
            break
    return " ".join(text.split())


def _show(value: object, source: Source) -> str:
    if isinstance(value, Place | Range):
        return str(source.position(source.locate(value).start).line)
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return ", ".join(str(item) for item in value)
    return str(value)
