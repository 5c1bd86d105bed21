"""The explanations of keys: one for every key of every model, in both languages, and none left over."""

import json
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from handleplan.locale import LANGUAGES, Language, keys_da, keys_en
from handleplan.locale.keys import KeyTexts
from handleplan.model.keys import literals
from handleplan.model.values import Model
from handleplan.schema.build import KINDS, build_schema
from tests.locale.test_locale import placeholders

TEXTS = {"da": KeyTexts("da"), "en": KeyTexts("en")}


def models(above: type[BaseModel] = Model) -> Iterator[type[BaseModel]]:
    for model in above.__subclasses__():
        yield model
        yield from models(model)


def names() -> Iterator[tuple[str, Any]]:
    """Yield the name under which each key is explained, and the type of its value."""
    for model in models():
        for name, field in model.model_fields.items():
            key = TEXTS["da"].name_of(model, field.alias or name)
            yield key, field.annotation
            if get_origin(field.annotation) is dict:
                yield f"{key}.*", get_args(field.annotation)[1]


def test_every_key_of_every_model_is_explained_and_nothing_else() -> None:
    wanted = {*KINDS, *(name for name, _ in names())}
    assert keys_da.KEYS.keys() == wanted
    assert keys_en.KEYS.keys() == wanted


def test_every_word_of_every_enumeration_is_explained_and_nothing_else() -> None:
    wanted = {name: set(literals(annotation)) for name, annotation in names() if literals(annotation)}
    for module in (keys_da, keys_en):
        assert {name: set(words) for name, words in module.VALUES.items()} == wanted


def test_what_is_said_of_mistakes_has_both_languages_and_the_same_gaps() -> None:
    assert keys_da.MISTAKES.keys() == keys_en.MISTAKES.keys()
    for key, text in keys_da.MISTAKES.items():
        assert placeholders(text) == placeholders(keys_en.MISTAKES[key])


@pytest.mark.parametrize("module", [keys_da, keys_en])
def test_explanations_are_sentences_that_editors_show_as_they_are(module: Any) -> None:
    for title, description in module.KEYS.values():
        assert title == title.strip()
        assert title[0].isupper()
        assert description[0].isupper() or description[0].isdigit()
        assert description.endswith(".")
        assert not set("*`<>") & set(title + description)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_that_is_known_is_said_somewhere(language: Language) -> None:
    printed = json.dumps([build_schema(kind, language) for kind in KINDS], ensure_ascii=False)
    module = {"da": keys_da, "en": keys_en}[language]
    for text in module.MISTAKES.values():
        beginning = json.dumps(text.partition("{")[0], ensure_ascii=False)[1:-1]
        assert beginning in printed
