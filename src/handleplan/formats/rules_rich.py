"""The rules on a terminal, set by rich: the list as tables, one rule in panels."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

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
from handleplan.problem import Severity

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "advice": "cyan"}


def render_list(entries: Sequence[Entry], texts: Texts) -> "RenderableType":
    """Return a table for each family, and below them where to read on."""
    from rich.console import Group
    from rich.text import Text

    tables = [_table(family, members, texts) for family, members in families(entries)]
    return Group(*tables, Text(texts.message("rules.more"), "dim"))


def _table(family: str, members: Sequence[Entry], texts: Texts) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    title = Text(f"{family} · {family_in_words(family, texts)}", "bold")
    table = Table(title=title, title_justify="left", box=box.ROUNDED, show_lines=True)
    table.add_column(texts.message("rules.rule"), no_wrap=True)
    table.add_column(texts.message("rules.weight"), ratio=1)
    table.add_column(texts.message("rules.why"), ratio=2)
    for entry in members:
        rule = entry.rule
        weight = Text(severity_in_words(rule, texts), _COLOURS[rule.severity])
        if rule.fixable:
            weight.append(f"\n{mending_in_words(rule, texts)}", "green")
        table.add_row(
            Text.assemble((rule.code, "bold"), f"\n{rule.name}"), weight, Text(entry.summary(texts.language))
        )
    return table


def render_rule(entry: Entry, texts: Texts) -> "RenderableType":
    """Return one rule: why it exists, its examples, and how it is turned off or weighed anew."""
    from rich.console import Group
    from rich.text import Text

    rule = entry.rule
    head = Text.assemble(
        (severity_in_words(rule, texts), f"bold {_COLOURS[rule.severity]}"),
        (f" · {mending_in_words(rule, texts)}", "dim"),
        f"\n\n{entry.why(texts.language)}",
    )
    panels = [_panel(head, f"{rule.code} {rule.name}", "bold")]
    examples = entry.explanation.examples
    panels += [_example(key, file, texts) for example in examples for key, file in files_of(example)]
    ways = settings(entry, texts)
    how = Text("\n\n").join(Text.assemble(f"{way.sentence}\n", (way.lines, "cyan")) for way in ways) or Text(
        texts.message("rules.always")
    )
    panels.append(_panel(how, texts.message("rules.settings"), "dim"))
    return Group(*panels)


def _example(key: str, example: Example, texts: Texts) -> "Panel":
    from rich.text import Text

    lines = [
        Text.assemble((f"{number or '':>3} ", "dim"), (line, "" if number else "bold red"))
        for number, line in marked_lines(example)
    ]
    title = f"{example_in_words(key, example, texts)} – {example.path}"
    return _panel(Text("\n").join(lines), title, "green" if example.good else "red")


def _panel(content: "Text", title: str, style: str) -> "Panel":
    from rich.panel import Panel
    from rich.text import Text

    return Panel(content, title=Text(title), title_align="left", border_style=style)
