"""Pydantic's refusals as our problems: what is wrong in which place, what is expected, and the nearest known word."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from handleplan.model.keys import all_keys, annotation_at, known_keys, literals
from handleplan.model.values import MONTHS
from handleplan.problem import Path, Place, Problem, Range
from handleplan.remedy import with_remedy
from handleplan.source import Source
from handleplan.source.lookalikes import (
    dash_without_space,
    disguised_key,
    disguised_value,
    glued_key,
    glued_value,
    line_with,
    mistaken_item,
    second_half,
)
from handleplan.source.quoting import SENTENCE_KEYS, quoted

# The rule that a refusal of :mod:`handleplan.model.values` or of a model belongs to.
_OWN = {
    "bad_number": "invalid-number",
    "unknown_format": "unknown-format",
    "bad_date": "invalid-date",
    "no_such_date": "date-that-does-not-exist",
    "bad_quarters": "invalid-quarters",
    "falling_quarters": "falling-quarters",
    "bad_month": "invalid-month",
    "bad_month_day": "invalid-month-day",
    "bad_colour": "invalid-colour",
    "bad_initials": "invalid-initials",
    "bad_continues": "invalid-continues",
    "nothing_planned": "nothing-planned",
    "two_windows": "step-with-two-windows",
    "no_window": "step-without-window",
}
_TEXT_EXPECTED = {"string_type"}
_LIST_EXPECTED = {"tuple_type", "list_type"}
# How far above a misplaced key the one is looked for that it belongs to.
_LINES_ABOVE = 20
_KEYS_EXPECTED = {"model_type", "model_attributes_type", "dict_type"}


def problems_of(error: ValidationError | None, model: type[BaseModel], source: Source) -> tuple[Problem, ...]:
    """Translate pydantic's refusal of a source's data into problems, at least one.

    Keys without a value are absent from the data, so those that the format does not know are looked for here; where
    they are all there is to look for, there is no refusal, and perhaps no problem.
    """
    return tuple(_Translation(model, source, error).problems())


class _Translation:
    """One file's refusals; knows which keys are misspelt, so that what they stand for is not missed as well."""

    def __init__(self, model: type[BaseModel], source: Source, error: ValidationError | None) -> None:
        self.model = model
        self.source = source
        self.errors = error.errors(include_url=False, include_input=False) if error else []
        self.meant: set[Path] = set()
        # Keys that stand in another place than they should, and halves of keys where a value should be.
        self.astray: set[str] = set()
        self.halves: set[str] = set()

    def problems(self) -> Iterator[Problem]:
        refused = [(error["type"], tuple(error["loc"]), error.get("ctx") or {}) for error in self.errors]
        refused += [("extra_forbidden", path, {}) for path in self._unknown_empty_keys()]
        for kind, path, context in sorted(refused, key=lambda error: error[0] != "extra_forbidden"):
            problem = self._problem(kind, path, context)
            if problem is not None:
                yield with_remedy(problem, self.source)

    def _unknown_empty_keys(self) -> Iterator[Path]:
        told = {problem.where for problem in self.source.problems}
        for path in self.source.empty_keys():
            unknown = [
                depth
                for depth, step in enumerate(path)
                if isinstance(step, str) and step not in (known_keys(self.model, path[:depth]) or (step,))
            ]
            if unknown == [len(path) - 1] and self.source.locate(Place(path, "key")) not in told:
                yield path

    def _problem(self, kind: str, path: Path, context: Mapping[str, Any]) -> Problem | None:
        if kind == "extra_forbidden":
            return self._unknown_key(path)
        if kind == "missing":
            return self._missing_key(path)
        if kind == "nothing_planned" and self.meant:
            return None
        value = _value_at(self.source.data, path)
        if kind not in _TEXT_EXPECTED and isinstance(value, str):
            disguised = disguised_value(self.source, path, value)
            if disguised:
                return disguised
        if kind in _OWN:
            values = dict(context) | self._rewritten(kind, path, value)
            return Problem(_OWN[kind], Place(path), values)
        return self._wrong_value(kind, path)

    def _wrong_value(self, kind: str, path: Path) -> Problem | None:  # noqa: C901, PLR0911 - a line for each of pydantic's words
        value = _value_at(self.source.data, path)
        if kind == "string_pattern_mismatch":
            return Problem("invalid-id", Place(path), {"value": str(value)})
        if kind == "literal_error" and isinstance(value, str):
            return self._unknown_value(path, value)
        if value is None:
            return self._comment(Place(path)) or Problem("empty-item", Place(path))
        if isinstance(value, str) and value in self.halves:
            return None
        if kind in _LIST_EXPECTED and (item := mistaken_item(self.source, path, value)):
            return item
        if kind in _TEXT_EXPECTED or kind == "literal_error":
            return self._not_text(path, value)
        if kind in _LIST_EXPECTED:
            return Problem("list-expected", Place(path), {"key": _last_key(path)})
        if kind in _KEYS_EXPECTED:
            return self._not_keys(path, value)
        if kind == "too_short":
            if value:  # pydantic counts only the items that are sound; the others have their own problems
                return None
            return Problem("empty-list", Place(path, "key"), {"key": _last_key(path)})
        raise AssertionError(f"pydantic refused {path} as {kind}, for which there is no rule")

    def _unknown_key(self, path: Path) -> Problem:
        from handleplan.locale.words import KEYS
        from handleplan.spelling import nearest

        *parent, key = path
        word = str(key)
        known = known_keys(self.model, tuple(parent))
        present = _value_at(self.source.data, tuple(parent))
        free = [name for name in known if name not in present]
        where = Place(path, "key")
        if other := self._other_key(tuple(parent), word, where, known):
            return other
        danish = KEYS.get(word.casefold())
        if danish in known and danish != word.casefold():
            self.meant.add((*parent, danish))
            return Problem("danish-key", where, {"key": word, "right": danish})
        if re.match(r"-[^\s-]", word):
            self.meant.update((*parent, name) for name in free)
            return dash_without_space(self.source, where)
        guess = nearest(word.replace("-", "_"), free) or nearest(word, known)
        if guess is None and parent and isinstance(parent[-1], int) and _is_sentence(present, word):
            self.meant.update((*parent, name) for name in known)
            sentence = f"{word}: {present.get(word, '')}".rstrip()
            return Problem("colon-in-text", where, {"corrected": f"- {quoted(sentence)}"})
        if guess:
            self.meant.add((*parent, guess))
            return Problem("unknown-key", where, {"key": word, "nearest": guess})
        return Problem("unknown-key", where, {"key": word, "expected": known})

    def _missing_key(self, path: Path) -> Problem | None:
        *parent, key = path
        if path in self.meant or key in self.astray:
            return None
        values = {"key": key}
        if self.source.path_in_file(path) == path:
            return self._comment(Place(path, "key")) or Problem("empty-value", Place(path, "key"), values)
        if _value_at(self.source.data, tuple(parent)) is None:
            place = Place(tuple(parent))
            return self._comment(place) or Problem("empty-item", place)
        return Problem("missing-key", Place(path, "key"), values)

    def _other_key(self, parent: Path, word: str, where: Place, known: Collection[str]) -> Problem | None:
        """A key that is known, but not as it is written or not where it stands."""
        # Hard spaces as indentation are no indentation: the key then belongs further in.
        if disguised := disguised_key(self.source, word, where, {*known, *all_keys(self.model)}):
            self.meant.add((*parent, disguised[0]))
            self.astray.add(disguised[0])
            return disguised[1]
        if glued := glued_key(self.source, word, where, known):
            self.meant.add((*parent, glued[0]))
            return glued[1]
        if half := second_half(self.source, word, where, all_keys(self.model)):
            self.halves.add(half[0])
            return half[1]
        return self._misplaced_key(parent, word, where, known)

    def _misplaced_key(self, parent: Path, word: str, where: Place, known: Collection[str]) -> Problem | None:
        """A key that belongs below the one above it, or into another file."""
        start = self.source.position(self.source.locate(where).start)
        for number in range(start.line - 1, max(0, start.line - _LINES_ABOVE), -1):
            line = self.source.line(number)
            above = re.match(r"[ ]*(?:-[ ]+)*([a-z_]+):", line)
            if above is None or above.start(1) != start.column - 1:
                if line[: start.column].strip(" -"):
                    break
                continue
            if word in known_keys(self.model, (*parent, above[1])):
                self.meant.add((*parent, above[1], word))
                values = {"key": word, "above": above[1], "line": Place((*parent, above[1]), "key")}
                return Problem("key-beside-its-parent", where, values)
            if above[1] in known:
                break
        if word.casefold() == "status" and "continues" in all_keys(self.model):
            data = self.source.data or {}
            year, theme = data.get("year", "2022"), data.get("theme", "sundhed")
            example = f"{year}/status/{year}-06/{theme}.yaml"
            return Problem("progress-in-plan", where, {"key": word, "example": example})
        return None

    def _rewritten(self, kind: str, path: Path, value: object) -> dict[str, object]:
        """What was meant, as a message's values, where it is clear: the line in the form of the files, or a month."""
        if kind == "bad_month":
            from handleplan.spelling import nearest

            guesses = (nearest(str(value), names) for names in MONTHS.values())
            return {"nearest": next(filter(None, guesses), "")}
        if kind not in ("bad_date", "bad_quarters") or not isinstance(value, str):
            return {}
        from handleplan.model.rewriting import as_date, as_quarters

        right = as_date(value) if kind == "bad_date" else as_quarters(value)
        return {"corrected": line_with(self.source, path, right)} if right else {}

    def _comment(self, where: Place) -> Problem | None:
        """``text: #EU`` is empty because all of the text is a comment."""
        end = self.source.locate(where).end
        match = re.compile(r":?[ \t]+(#[^\s#!][^\r\n]*)").match(self.source.text, end)
        if match is None:
            return None
        start, lost = match.start(1), match[1].rstrip()
        line = self.source.line(self.source.position(start).line).strip()
        values = {"lost": lost, "corrected": line.removesuffix(lost) + quoted(lost)}
        return Problem("comment-in-text", Range(start, start + 1), values)

    def _unknown_value(self, path: Path, value: str) -> Problem:
        from handleplan.locale.words import VALUES
        from handleplan.spelling import nearest

        allowed = literals(annotation_at(self.model, path))
        meant = VALUES.get(value.casefold(), ())
        danish = next((word for word in meant if word in allowed), None)
        if danish:
            return Problem("danish-value", Place(path), {"value": value, "right": danish})
        folded = re.sub(r"[\s-]+", "_", value.casefold())
        same = next((word for word in allowed if re.sub("-", "_", word) == folded), None)
        guess = same or nearest(value, allowed)
        values: dict[str, object] = {"key": _last_key(path), "value": value}
        if guess:
            return Problem("unknown-value", Place(path), values | {"nearest": guess})
        return Problem("unknown-value", Place(path), values | {"expected": allowed})

    def _not_keys(self, path: Path, value: object) -> Problem:
        known = sorted(known_keys(self.model, path))
        if isinstance(value, str) and (glued := glued_value(self.source, path, value, known)):
            return glued
        name = path[-1] if path else ""
        siblings = (
            list(_value_at(self.source.data, path[:-1])) if isinstance(value, str) and name in known else []
        )
        if (
            siblings and siblings[0] != name
        ):  # `note: …` among a report's activities belongs into the one above
            above = siblings[siblings.index(name) - 1]
            values = {"key": name, "above": above, "line": Place((*path[:-1], above), "key")}
            return Problem("key-beside-its-parent", Place(path, "key"), values)
        return Problem("keys-expected", Place(path), {"key": _last_key(path), "expected": known})

    def _not_text(self, path: Path, value: object) -> Problem:
        if isinstance(value, dict) and len(value) == 1 and isinstance(path[-1], int):
            (key, text), *_ = value.items()
            if isinstance(text, str):
                values = {"corrected": f"- {quoted(f'{key}: {text}')}"}
                return Problem("colon-in-text", Place((*path, key), "key"), values)
        key = _last_key(path)
        if key == "quarters" and isinstance(value, list) and all(isinstance(item, str) for item in value):
            from handleplan.model.rewriting import as_quarters

            right = as_quarters(", ".join(value))
            values = {"corrected": f"{key}: {right}"} if right else {}
            return Problem("list-for-a-line", Place(path, "key"), {"key": key, **values})
        if key in SENTENCE_KEYS and isinstance(value, dict) and value and isinstance(path[-1], str):
            first, *_ = value
            if first not in all_keys(self.model) and isinstance(value[first], str):
                where = Place((*path, first), "key")
                return Problem("text-without-bar", where, {"key": key, "below": Place(path, "key")})
        return Problem("text-expected", Place(path, "key"), {"key": key})


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return data
    return data


def _is_sentence(mapping: Mapping[str, Any], key: str) -> bool:
    """Tell a list item like ``- Emne: kultur``, a sentence that its colon has made a key of, from an entry."""
    return not mapping.keys() - {key} and isinstance(mapping.get(key, ""), str)


def _last_key(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")
