"""The formats the rules are printed in: one table, from the name of ``--format`` to what sets the list and one rule."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from handleplan.catalogue import Entry
    from handleplan.locale import Texts

Name: TypeAlias = Literal["text", "json", "markdown"]


class Shown(NamedTuple):
    """What is to be shown: some rules, or one alone and then with all there is to say about it."""

    entries: "Sequence[Entry]"
    alone: bool
    texts: "Texts"
    width: int


def _text(shown: Shown) -> str:
    from handleplan.formats import rules_text

    if shown.alone:
        return rules_text.render_rule(shown.entries[0], shown.texts, width=shown.width)
    return rules_text.render_list(shown.entries, shown.texts, width=shown.width)


def _json(shown: Shown) -> str:
    from handleplan.formats import rules_json

    return rules_json.render(shown.entries, shown.texts)


def _markdown(shown: Shown) -> str:
    from handleplan.formats import rules_markdown

    if shown.alone:
        return rules_markdown.render_rule(shown.entries[0], (shown.texts,))
    return rules_markdown.render_list(shown.entries, (shown.texts,))


FORMATS: Mapping[Name, Callable[[Shown], str]] = {"text": _text, "json": _json, "markdown": _markdown}
