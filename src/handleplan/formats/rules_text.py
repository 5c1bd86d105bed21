"""The rules as plain text: the list, and one rule with all there is to say about it."""

from collections.abc import Iterator, Sequence

from handleplan.catalogue import Entry, families
from handleplan.explanation import Example
from handleplan.formats.rules_parts import (
    example_in_words,
    family_in_words,
    files_of,
    marked_lines,
    mending_in_words,
    settings,
    severity_in_words,
)
from handleplan.formats.terminal import NARROWEST, neutralise, wrap
from handleplan.locale import Texts


def render_list(entries: Sequence[Entry], texts: Texts, *, width: int) -> str:
    """Return the rules family by family: code, name, weight, whether it can be mended, and why in a sentence."""
    width = max(width, NARROWEST)
    blocks: list[str] = []
    for family, members in families(entries):
        blocks.append("\n".join(wrap(f"{family} · {family_in_words(family, texts)}", width)))
        blocks.extend("\n".join(_lines_of(entry, texts, width)) for entry in members)
    blocks.append("\n".join(wrap(texts.message("rules.more"), width)))
    return "\n\n".join(blocks) + "\n"


def _lines_of(entry: Entry, texts: Texts, width: int) -> Iterator[str]:
    rule = entry.rule
    facts = [rule.name, severity_in_words(rule, texts)]
    if rule.fixable:
        facts.append(mending_in_words(rule, texts))
    yield from _indented(f"{rule.code} {' · '.join(facts)}", width, 2)
    yield from _indented(entry.summary(texts.language), width, 8)


def render_rule(entry: Entry, texts: Texts, *, width: int) -> str:
    """Return one rule: what it weighs, why it exists, its examples, and how it is turned off or weighed anew."""
    width = max(width, NARROWEST)
    rule = entry.rule
    facts = f"{severity_in_words(rule, texts)} · {mending_in_words(rule, texts)}"
    blocks = [[f"{rule.code} {rule.name}", *wrap(facts, width)]]
    blocks += [wrap(paragraph, width) for paragraph in entry.why(texts.language).split("\n\n")]
    examples = entry.explanation.examples
    blocks += [list(_example(key, file, texts)) for example in examples for key, file in files_of(example)]
    for setting in settings(entry, texts):
        blocks.append([*wrap(setting.sentence, width), *(f"  {line}" for line in setting.lines.splitlines())])
    if not entry.can_be_set:
        blocks.append(wrap(texts.message("rules.always"), width))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _example(key: str, example: Example, texts: Texts) -> Iterator[str]:
    """Yield an example with line numbers; its lines are never wrapped, or the marks would point elsewhere."""
    yield f"{example_in_words(key, example, texts)} – {example.path}"
    lines = list(marked_lines(example))
    gutter = len(str(max(number or 0 for number, _ in lines)))
    for number, line in lines:
        yield f"  {number or '':>{gutter}} | {neutralise(line)}".rstrip()


def _indented(text: str, width: int, indent: int) -> Iterator[str]:
    for line in wrap(text, width - indent):
        yield " " * indent + line
