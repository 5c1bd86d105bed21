"""What may stand where, read off the models: the keys of a mapping, and the words of an enumeration."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from handleplan.problem import Path


def known_keys(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the keys that may stand in the mapping at a path of a model's data, in the format's order."""
    found = annotation_at(model, path)
    for part in _parts(found):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return tuple(field.alias or name for name, field in part.model_fields.items())
    return ()


@cache
def all_keys(model: type[BaseModel]) -> frozenset[str]:
    """Return the keys that may stand anywhere in a model's data."""
    found: set[str] = set()
    waiting: list[Any] = [model]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            fields = annotation.model_fields.items()
            found.update(field.alias or name for name, field in fields)
            waiting.extend(field.annotation for _, field in fields)
        else:
            waiting.extend(part for part in get_args(annotation) if not isinstance(part, str))
    return frozenset(found)


def annotation_at(model: type[BaseModel], path: Path) -> Any:
    """Return the type that belongs at a path of a model's data; of a path it does not have, that of the last part known."""
    annotation: Any = model
    for step in path:
        for part in _parts(annotation):
            if isinstance(step, str) and isinstance(part, type) and issubclass(part, BaseModel):
                fields = {field.alias or name: field for name, field in part.model_fields.items()}
                if step in fields:
                    annotation = fields[step].annotation
                    break
            elif getattr(part, "__origin__", None) in (tuple, dict):
                annotation = get_args(part)[0 if isinstance(step, int) else 1]
                break
    return annotation


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield an annotation and, out of unions and Annotated, everything it is made of; not what a list holds."""
    yield annotation
    if getattr(annotation, "__origin__", None) in (tuple, dict):
        return
    for part in get_args(annotation):
        if not isinstance(part, str):
            yield from _parts(part)


def literals(annotation: Any) -> tuple[str, ...]:
    """Return the words that a type allows, in the format's order; none where it is no enumeration."""
    words = [word for part in _parts(annotation) for word in get_args(part) if isinstance(word, str)]
    return tuple(dict.fromkeys(words))
