"""What mends the mistakes that readers of files find: the changes behind “did you mean” and the corrected line."""

import re
from collections.abc import Callable, Iterator, Mapping

from handleplan.problem import Change, Fix, Place, Problem, Range, RenameKey, Replace, SetValue
from handleplan.source import Source
from handleplan.source.quoting import BULLET, HARD_SPACES, quoted, unwrapped

_DASH_LINE = re.compile(r"(?:^|(?<=[\r\n]))([ ]*)-(?=[^\s-])")
# A number up to this one may be a day or a month.
_MONTHS = 12


def with_remedy(problem: Problem, source: Source) -> Problem:
    """Return a problem with the fix that mends it, where there is one."""
    remedy = _REMEDIES.get(problem.rule)
    if remedy is None or problem.fix is not None:
        return problem
    fix = remedy(problem, source)
    return problem._replace(fix=fix) if fix else problem


def _renamed(problem: Problem, source: Source) -> Fix | None:
    """Give a key the name that was meant, unless that one is there already: a Danish one's meaning leaves no doubt."""
    name = problem.values.get("right") or problem.values.get("nearest")
    if not isinstance(name, str) or not isinstance(problem.where, Place):
        return None
    path = problem.where.path
    if source.path_in_file((*path[:-1], name)) == (*path[:-1], name):
        return None
    return Fix((RenameKey(path, name),), safe="right" in problem.values)


def _other_value(problem: Problem, source: Source) -> Fix | None:  # noqa: ARG001 - as all remedies
    """Write the value that was meant; in another case or with another joint it is the same word."""
    word = problem.values.get("right") or problem.values.get("nearest")
    if not isinstance(word, str) or not isinstance(problem.where, Place):
        return None
    same = _folded(word) == _folded(str(problem.values.get("value")))
    return Fix((SetValue(problem.where.path, word),), safe=same or "right" in problem.values)


def _folded(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.casefold())


def _date(problem: Problem, source: Source) -> Fix | None:  # noqa: ARG001 - as all remedies
    """Write a date in the files' form; where day and month could be taken for each other somebody has to look."""
    from handleplan.model.rewriting import as_date

    written = str(problem.values.get("value"))
    right = as_date(written)
    if right is None or not isinstance(problem.where, Place):
        return None
    numbers = [int(number) for number in re.findall(r"[0-9]+", written)]
    day_first = len(numbers) > 2 and not re.match(r"[0-9]{4}", written)  # noqa: PLR2004 - day, month, year
    doubtful = day_first and max(numbers[:2]) <= _MONTHS and numbers[0] != numbers[1]
    return Fix((SetValue(problem.where.path, right),), safe=not doubtful)


def _quarters(problem: Problem, source: Source) -> Fix | None:  # noqa: ARG001 - as all remedies
    from handleplan.model.rewriting import as_quarters

    right = as_quarters(str(problem.values.get("value")))
    return Fix((SetValue(problem.where.path, right),)) if right and isinstance(problem.where, Place) else None


def _space_after(problem: Problem, source: Source) -> Fix | None:
    """Put a space after a colon; one that another key's line has swallowed is not at the place it seems."""
    if not isinstance(problem.where, Range) or source.text[slice(*problem.where)] != ":":
        return None
    return Fix((Replace(Range(problem.where.end, problem.where.end), " "),))


def _lines_of(problem: Problem, source: Source) -> Range | None:
    """Return the lines of the text that a list has become, or the line of a key; None where it begins within a line."""
    if not isinstance(problem.where, Range):
        return None
    start = problem.where.start
    line = source.position(start).line
    if source.line(line)[: source.position(start).column - 1].strip():
        return None
    scalar = next((one for one in source.scalars() if one.range.start <= start < one.range.end), None)
    return Range(source.offset(line), scalar.range.end if scalar else source.offset(line + 1))


def _dashes(problem: Problem, source: Source) -> Fix | None:
    """Put a dash for every bullet of the text that a list has become."""
    lines = _lines_of(problem, source)
    if lines is None:
        return None
    bullets = re.compile(rf"(?:^|(?<=[\r\n]))[ ]*(?P<sign>{BULLET.pattern})[ \t\u00a0]*")
    found = bullets.finditer(source.text[slice(*lines)])
    places = [Range(lines.start + match.start("sign"), lines.start + match.end()) for match in found]
    return Fix(tuple(Replace(place, "- ") for place in places)) if places else None


def _spaces_after_dashes(problem: Problem, source: Source) -> Fix | None:
    """Put a space after every dash of the text that a list without them has become."""
    lines = _lines_of(problem, source)
    if lines is None:
        return None
    dashes = [lines.start + match.end() for match in _DASH_LINE.finditer(source.text[slice(*lines)])]
    places = sorted({place for at in dashes for place in (at, *_lines_of_item(at, source))})
    return Fix(tuple(Replace(Range(at, at), " ") for at in places)) if places else None


def _lines_of_item(dash_end: int, source: Source) -> Iterator[int]:
    """Yield where the lines below an item begin that stand below what follows its dash, and have to stay there."""
    start = source.position(dash_end)
    line, column = start.line + 1, start.column - 1
    while source.offset(line) < len(source.text):
        text = source.line(line)
        indent = len(text) - len(text.lstrip(" "))
        if text.strip() and indent < column:
            return
        if text.strip():
            yield source.offset(line)
        line += 1


def _visible(problem: Problem, source: Source) -> Fix | None:
    """Put a plain space for a hard one, and nothing for a sign that cannot be seen."""
    if not isinstance(problem.where, Range):
        return None
    sign = source.text[slice(*problem.where)]
    return Fix((Replace(problem.where, " " if sign in HARD_SPACES else ""),))


def _straight_quotes(problem: Problem, source: Source) -> Fix | None:
    """Write straight quotes for the typographic ones around a value or a key."""
    if not isinstance(problem.where, Range):
        return None
    path = source.path_at(problem.where.start)
    value, key = source.locate(Place(path)), source.locate(Place(path, "key"))
    change: Change | None = None
    if value.start == problem.where.start and (inner := unwrapped(source.text[slice(*value)])) is not None:
        change = Replace(value, quoted(inner))
    elif key.start == problem.where.start and (inner := unwrapped(source.text[slice(*key)])) is not None:
        change = Replace(key, inner)
    return Fix((change,)) if change else None


_REMEDIES: Mapping[str, Callable[[Problem, Source], Fix | None]] = {
    "danish-key": _renamed,
    "unknown-key": _renamed,
    "danish-value": _other_value,
    "unknown-value": _other_value,
    "invalid-month": _other_value,
    "invalid-date": _date,
    "invalid-quarters": _quarters,
    "colon-without-space": _space_after,
    "dash-without-space": _spaces_after_dashes,
    "not-a-dash": _dashes,
    "hard-space": _visible,
    "invisible-character": _visible,
    "curly-quotes": _straight_quotes,
}
