"""Walking the models: a file kind's JSON Schema in draft-07, the one that yaml-language-server knows best.

Everything stands in its place instead of behind ``$ref``, beside which draft-07 allows no title. ``required`` and types
stand apart from the keys, each with a message of its own: the server says ``errorMessage`` for every mistake in the
schema that holds it.
"""

import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from handleplan.locale import Language
from handleplan.locale.keys import KeyTexts
from handleplan.model.config import Config
from handleplan.model.index import Index
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.model.values import Model, Texts
from handleplan.schema.values import Schema, definitions, filled, value_schema, words

# The kinds by the name of their file or folder.
KINDS: Mapping[str, type[Model]] = {
    "plan": Plan,
    "index": Index,
    "status": StatusReport,
    "meeting": Meeting,
    "handleplan": Config,
}
_DRAFT = "http://json-schema.org/draft-07/schema#"


def build_schema(kind: str, language: Language) -> Schema:
    """Return the JSON Schema of a file kind of :data:`KINDS`, its texts in one language."""
    texts = KeyTexts(language)
    title, description = texts.key(kind)
    head = {"$schema": _DRAFT, "title": title, "description": description}
    return head | {"type": "object"} | _keys(KINDS[kind], texts) | {"definitions": definitions(texts)}


def _keys(model: type[BaseModel], texts: KeyTexts) -> Schema:
    """Return the schema of a mapping's keys; whether it is a mapping is said by the caller."""
    hints = get_type_hints(model, include_extras=True)
    fields = {field.alias or name: (field, hints[name]) for name, field in model.model_fields.items()}
    required = [
        {"required": [key], "errorMessage": texts.mistake("missing", key=key)}
        for key, (field, _) in fields.items()
        if field.is_required()
    ]
    properties = {key: _property(model, key, *known, texts) for key, known in fields.items()}
    return {
        "properties": properties,
        "additionalProperties": False,
        "errorMessage": texts.mistake("unknown"),
        **({"allOf": required} if required else {}),
    }


def _property(model: type[BaseModel], key: str, field: FieldInfo, hint: Any, texts: KeyTexts) -> Schema:
    name = texts.name_of(model, key)
    title, description = texts.key(name)
    head = {"title": title, "description": description}
    found = _value(_without_none(hint), field, name, texts)
    if field.is_required():
        found["allOf"] = [*found.get("allOf", ()), filled(texts.mistake("empty", key=key))]
    return head | found


def _value(hint: Any, field: FieldInfo, name: str, texts: KeyTexts) -> Schema:
    bare = _bare(hint)
    if get_origin(bare) is Literal:
        # a title of its own keeps the server from naming it once for each alternative
        one = {"title": texts.key(name)[0], **words(get_args(bare), texts.values(name), texts)}
        return {"anyOf": [one, {"if": {"not": {"type": "null"}}, "then": False}]}
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return _optional("object", _keys(bare, texts), texts)
    if get_origin(bare) is dict:
        return _mapping(get_args(bare)[1], field, name, texts)
    if hint == Texts or get_origin(hint) is tuple:
        return _list(hint, field, texts)
    return {"anyOf": [value_schema(hint, texts)]}


def _mapping(inner: Any, field: FieldInfo, name: str, texts: KeyTexts) -> Schema:
    title, description = texts.key(f"{name}.*")
    value = {"title": title, "description": description} | _value(inner, field, f"{name}.*", texts)
    found = _optional("object", {"properties": {}, "additionalProperties": value}, texts)
    first = next(iter(value.get("properties", ())), None)
    body = {"${1:id}": {first: "$2"} if first else "$2"}
    return found | {"defaultSnippets": [{"label": texts.mistake("item", keys=title), "body": body}]}


def _list(hint: Any, field: FieldInfo, texts: KeyTexts) -> Schema:
    item = get_args(get_args(hint)[0] if hint == Texts else hint)[0]
    least = next((part.min_length for part in field.metadata if hasattr(part, "min_length")), None)
    found: Schema = {"items": _item(item, texts)} | ({"minItems": least} if least else {})
    bare = _bare(item)
    if issubclass(bare, BaseModel):
        found["defaultSnippets"] = [_snippet(bare, texts)]
    if hint == Texts:
        wrong = {"type": "array", "errorMessage": texts.mistake("texts")}
        return found | {"if": {"type": "object"}, "then": wrong}
    return _optional("array", found, texts)


def _item(hint: Any, texts: KeyTexts) -> Schema:
    """Return the schema of a list's item: nothing may be empty there.

    What is not about keys stands in ``then`` and ``else``: of types and alternatives the server would make offers.
    """
    bare = _bare(hint)
    if not issubclass(bare, BaseModel):
        return filled(texts.mistake("empty_item")) | {"else": value_schema(hint, texts)}
    found = _keys(bare, texts)
    required = {"allOf": found.pop("allOf")} if "allOf" in found else {}
    if any(isinstance(part, BeforeValidator) for part in get_args(hint)[1:]):
        wrong: Schema = {"type": ["null", "array"]}
        right: Schema = {"type": ["object", "string"], "errorMessage": texts.mistake("entry")}
    else:
        wrong = {"not": {"type": "object"}}
        right = {"type": "object", "errorMessage": texts.mistake("keys")}
    return found | {"if": wrong, "then": right, "else": required}


def _snippet(model: type[BaseModel], texts: KeyTexts) -> Schema:
    """Offer a whole item: its id, where it has one, and the keys it must have."""
    keys = [
        field.alias or name
        for name, field in model.model_fields.items()
        if name == "id" or field.is_required()
    ]
    body = {key: f"${number}" for number, key in enumerate(keys, 1)}
    return {"label": texts.mistake("item", keys=", ".join(keys)), "type": "array", "body": body}


def _optional(kind: Literal["object", "array"], schema: Schema, texts: KeyTexts) -> Schema:
    right = {"type": kind, "errorMessage": texts.mistake("keys" if kind == "object" else "list")}
    return schema | {"if": {"type": "null"}, "else": right}


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    return hint


def _bare(hint: Any) -> Any:
    """Return a type without what annotates it."""
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint
