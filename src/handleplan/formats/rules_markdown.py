"""The rules as Markdown, in one language or several: a page with contents, and one rule alone."""

import re
from collections.abc import Callable, Iterator, Sequence

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
from handleplan.locale import Texts
from handleplan.report.runs_markdown import escape_markdown

_CODE = re.compile(r"``(.+?)``(?!`)")
# https://docs.github.com/get-started/writing-on-github: what a heading's anchor leaves out
_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]")


def render_list(entries: Sequence[Entry], languages: Sequence[Texts]) -> str:
    """Return a page of rules: contents, each rule, and how rules are turned off, which is said once.

    Args:
        entries: the rules, in order.
        languages: the texts of one language, or of several that stand side by side.
    """
    blocks = [f"# {_beside(languages, lambda texts: texts.message('rules.title'))}"]
    blocks += [escape_markdown(texts.message("rules.intro")) for texts in languages]
    blocks.append("\n".join(_contents(entries, languages)))
    example = next((entry for entry in entries if entry.can_be_set), None)
    if example:
        blocks.append(f"## {_settings_title(languages)}")
        blocks += [escape_markdown(texts.message("rules.settable")) for texts in languages]
        blocks += _settings(example, languages)
    for family, members in families(entries):
        blocks.append(f"## {_family_title(family, languages)}")
        for entry in members:
            blocks += [f"### {entry.rule.code} {entry.rule.name}", *_body(entry, languages)]
    return "\n\n".join(blocks) + "\n"


def render_rule(entry: Entry, languages: Sequence[Texts]) -> str:
    """Return a page of one rule, with how it is turned off."""
    blocks = [f"# {entry.rule.code} {entry.rule.name}", *_body(entry, languages)]
    if entry.can_be_set:
        blocks += [f"## {_settings_title(languages)}", *_settings(entry, languages)]
    return "\n\n".join(blocks) + "\n"


def rule_body(entry: Entry, languages: Sequence[Texts]) -> str:
    """Return what there is to say about a rule, without a heading."""
    return "\n\n".join(_body(entry, languages))


def anchor(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return _NOT_IN_ANCHOR.sub("", heading.casefold()).replace(" ", "-")


def _contents(entries: Sequence[Entry], languages: Sequence[Texts]) -> Iterator[str]:
    for family, members in families(entries):
        title = _family_title(family, languages)
        yield f"- [{title}](#{anchor(title)})"
        for entry in members:
            heading = f"{entry.rule.code} {entry.rule.name}"
            yield f"  - [{heading}](#{anchor(heading)})"


def _family_title(family: str, languages: Sequence[Texts]) -> str:
    return f"{family} · {_beside(languages, lambda texts: family_in_words(family, texts))}"


def _settings_title(languages: Sequence[Texts]) -> str:
    return _beside(languages, lambda texts: texts.message("rules.settings"))


def _body(entry: Entry, languages: Sequence[Texts]) -> Iterator[str]:
    rule = entry.rule
    severity = _beside(languages, lambda texts: severity_in_words(rule, texts))
    yield f"{severity} · {_beside(languages, lambda texts: mending_in_words(rule, texts))}"
    for texts in languages:
        name = f"**{texts.message('rules.language')}:** " if len(languages) > 1 else ""
        yield name + _with_code(entry.marked_why(texts.language))
    for example in entry.explanation.examples:
        for key, file in files_of(example):
            yield _example(key, file, languages)
    if not entry.can_be_set:
        yield _beside(languages, lambda texts: texts.message("rules.always"))


def _settings(entry: Entry, languages: Sequence[Texts]) -> Iterator[str]:
    for ways in zip(*(settings(entry, texts) for texts in languages), strict=True):
        yield from (escape_markdown(way.sentence) for way in ways)
        yield _fenced(ways[0].lines, "yaml")


def _example(key: str, example: Example, languages: Sequence[Texts]) -> str:
    """Return an example as a block; one that is wrong is set as text, for it is no YAML with the marks in it."""
    kind = _beside(languages, lambda texts: example_in_words(key, example, texts))
    lines = "\n".join(line for _, line in marked_lines(example))
    return f"**{kind}:** `{example.path}`\n\n{_fenced(lines, 'yaml' if example.good else 'text')}"


def _fenced(text: str, kind: str) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{kind}\n{text}\n{fence}"


def _with_code(text: str) -> str:
    """Turn what stands between double backticks into code; the rest is text and stays so."""
    parts = _CODE.split(text)
    return "".join(_code(part) if number % 2 else _paragraphs(part) for number, part in enumerate(parts))


def _paragraphs(text: str) -> str:
    return "\n\n".join(escape_markdown(part) if part else "" for part in text.split("\n\n"))


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _beside(languages: Sequence[Texts], say: Callable[[Texts], str]) -> str:
    """Say a thing in each language, once where they say it alike."""
    return " / ".join(dict.fromkeys(escape_markdown(say(texts)) for texts in languages))
