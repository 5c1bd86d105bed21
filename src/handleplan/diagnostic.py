"""A finding ready to be shown: where in which file, how severe, and the message in the reader's language."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from handleplan.locale import Texts
from handleplan.problem import Path, Place, Problem, Range, Several, Severity
from handleplan.rule import RULES
from handleplan.source import Source

# What may follow any message, by the value that calls for it; the texts are `finding.<value>` of the locale.
_ENDINGS = ("nearest", "expected", "word", "guess")
# The most names of several that a message shows; one more is named as well, since "and 1 more" is as long as a name.
_FEW = 6
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class Diagnostic(NamedTuple):
    """One finding.

    Lines and columns count from 1, columns in code points, the end exclusive. ``path`` is what the user is shown,
    with ``/``. ``location`` is the place in the data, for example ``focus_areas[1].title``, empty where the file
    could not be read. ``fixable`` says whether ``handleplan fix`` mends it without being asked to guess. ``sentence`` and ``correction`` are the two parts of the message: what is wrong, and what to
    write instead, where that can be said. ``excerpt`` is the text of the first line concerned.
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
    sentence: str
    correction: str


def diagnose(problem: Problem, source: Source, path: str, severity: Severity, texts: Texts) -> Diagnostic:
    """Resolve a problem's place in a file to lines and columns, and put its message into words."""
    rule = RULES[problem.rule]
    found = source.locate(problem.where)
    place = problem.where
    start, end = source.position(found.start), source.position(found.end)
    shown = {name: _show(value, source, texts) for name, value in problem.values.items()}
    sentence = _sentence(rule.message(texts.language), shown, texts)
    corrected = shown.get("corrected", "")
    correction = texts.message("finding.corrected", corrected=corrected) if corrected else ""
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=severity,
        message=f"{sentence} {' '.join(correction.split())}".rstrip(),
        path=path,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        location=format_path(place.path if isinstance(place, Place) else source.path_at(found.start)),
        fixable=problem.fix is not None and problem.fix.safe,
        excerpt=source.line(start.line),
        sentence=sentence,
        correction=correction,
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


def _sentence(template: str, shown: Mapping[str, str], texts: Texts) -> str:
    sentence = template.format_map(shown)
    ending = next((name for name in _ENDINGS if shown.get(name)), None)
    if ending and not shown.get("corrected"):
        sentence += " " + texts.message(f"finding.{ending}", **shown)
    return " ".join(sentence.split())


def _show(value: object, source: Source, texts: Texts) -> str:
    if isinstance(value, Place | Range):
        return str(source.position(source.locate(value).start).line)
    if isinstance(value, Several) and len(value) > _FEW + 1:
        return texts.message("finding.several", names=", ".join(value[:_FEW]), n=len(value) - _FEW)
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return ", ".join(str(item) for item in value)
    return str(value)
