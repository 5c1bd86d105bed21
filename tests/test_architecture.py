"""The shape of the code (CONTRIBUTING.md), held against what the modules really import and call."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import handleplan
from handleplan.rules import MODULES as RULE_MODULES

PACKAGE = Path(handleplan.__file__).parent
MODULES = {
    ".".join(("handleplan", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
# Loaded by the function that needs them, never by importing a module.
LATE = {"babel", "docx", "icalendar", "jinja2", "markdown_it", "markupsafe", "rich", "subprocess", "typst"}
# Clock, environment, printing and exit, as `module.name` and as bare calls.
OUTSIDE = {
    ("os", "environ"), ("os", "getenv"), ("sys", "stdout"), ("sys", "stderr"), ("sys", "stdin"), ("sys", "argv"),
    ("sys", "exit"), ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"),
    ("time", "time"), ("time", "monotonic"), ("time", "perf_counter"), ("Path", "cwd"), ("os", "getcwd"),
}  # fmt: skip
SPOKEN = {"print", "input", "exit", "quit", "breakpoint"}
# What each part of the package may import of the others, by its first name; the rest may import anything but cli.
ALLOWED = {
    "problem": set(),
    "spelling": set(),
    "layout": {"failure"},
    "locale": set(),
    "model": {"problem"},
    "source": {"problem"},
    "rule": {"problem", "spelling"},
    "schema": {"locale", "model"},
    "editor": {"failure", "locale", "schema"},
    "cycle": {"model"},
    "steps": {"model", "cycle", "themes"},
    "progress": {"model", "cycle", "steps"},
    "decisions": {"model", "steps"},
    "missing": {"model", "cycle", "steps"},
    "status": {"model", "decisions", "missing", "progress", "steps"},
    "events": {"model", "cycle", "progress", "status", "steps"},
    "owed": {"failure", "model", "progress", "spelling", "status"},
    "git": {"failure"},
    "comparison": {"model", "problem"},
    "history": {"comparison", "git", "known", "layout", "model", "source", "workspace"},
    "news": {"diagnostic", "history", "linter", "problem"},
    "colours": set(),
    "rules": {
        "colours",
        "comparison",
        "context",
        "cycle",
        "known",
        "locale",
        "hyperlinks",
        "model",
        "passages",
        "problem",
        "rule",
        "source",
        "spelling",
        "themes",
        "vocabulary",
    },
    "diagnostic": {"locale", "problem", "rule", "source"},
    "refusal": {"locale", "model", "problem", "remedy", "source", "spelling"},
    "remedy": {"model", "problem", "source"},
    "context": {"known", "layout", "problem", "rule", "source"},
    "known": {"layout", "model", "themes", "vocabulary"},
    "vocabulary": {"source"},
    "passages": {"problem", "source"},
    "hyperlinks": {"problem"},
    "suppress": {"problem", "rule", "source"},
}


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imports_of(module: str, *, at_import: bool) -> Iterator[str]:
    """Yield the full names of what a module imports, only on being imported itself or anywhere in it."""
    nodes = _run_at_import(tree_of(module).body) if at_import else ast.walk(tree_of(module))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by a relative name"
            assert node.module is not None
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else node.module


def _run_at_import(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements that run when a module is imported; what stands under TYPE_CHECKING never does."""
    for statement in body:
        yield statement
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            continue
        for inner in ("body", "orelse", "finalbody"):
            if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from _run_at_import(getattr(statement, inner, []))


def needed_by(module: str, *, packages: bool) -> frozenset[str]:
    """Return every module and library that importing a module loads, with or without the packages they are in."""
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in MODULES:
            waiting.extend(imports_of(name, at_import=True))
            waiting.extend([name.rpartition(".")[0]] if packages and "." in name else [])
    return frozenset(seen)


def libraries(names: frozenset[str] | set[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}


def part_of(module: str) -> str:
    """Return the part of the package a module belongs to: `rules` for `handleplan.rules.file`."""
    return module.partition(".")[2].partition(".")[0]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_responsible_for(module: str) -> None:
    assert ast.get_docstring(tree_of(module))


@pytest.mark.parametrize("module", [name for name in MODULES if part_of(name) != "cli"])
def test_only_the_command_line_imports_typer_and_the_command_line(module: str) -> None:
    found = set(imports_of(module, at_import=False))
    assert "typer" not in libraries(found)
    if module != "handleplan.__main__":
        assert "cli" not in {part_of(name) for name in found if name in MODULES}


@pytest.mark.parametrize("module", [name for name in MODULES if part_of(name) != "source"])
def test_only_source_imports_yaml(module: str) -> None:
    assert "yaml" not in libraries(set(imports_of(module, at_import=False)))


@pytest.mark.parametrize("module", [name for name in MODULES if part_of(name) != "git"])
def test_only_git_runs_another_program(module: str) -> None:
    assert "subprocess" not in libraries(set(imports_of(module, at_import=False)))


@pytest.mark.parametrize("module", MODULES)
def test_heavy_libraries_are_imported_where_they_are_used(module: str) -> None:
    assert not libraries(set(imports_of(module, at_import=True))) & LATE


@pytest.mark.parametrize("module", [name for name in MODULES if part_of(name) in ALLOWED])
def test_imports_point_one_way(module: str) -> None:
    own = part_of(module)
    parts = {part_of(name) for name in imports_of(module, at_import=False) if name in MODULES}
    assert parts - {own} <= ALLOWED[own]


def test_every_part_that_is_named_exists() -> None:
    parts = {part_of(module) for module in MODULES}
    assert set(ALLOWED).union(*ALLOWED.values()) <= parts


@pytest.mark.parametrize(
    "part", ["model", "cycle", "steps", "progress", "decisions", "missing", "status", "owed", "events"]
)
def test_calendar_and_models_load_nothing_that_reads_or_prints(part: str) -> None:
    modules = [name for name in MODULES if part_of(name) == part]
    names = frozenset().union(*(needed_by(name, packages=True) for name in modules))
    assert not libraries(names) & {*LATE, "typer", "yaml"}


@pytest.mark.parametrize("module", MODULES)
def test_no_module_needs_itself_to_be_imported(module: str) -> None:
    for name in imports_of(module, at_import=True):
        assert module not in needed_by(name, packages=False), f"{module} imports {name}, which needs it"


@pytest.mark.parametrize("module", [n for n in MODULES if part_of(n) not in ("cli", "__main__")])
def test_only_the_command_line_reads_clock_and_environment_prints_or_exits(module: str) -> None:
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in OUTSIDE, f"line {node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in SPOKEN, f"line {node.lineno}"


def test_every_module_of_rules_is_named() -> None:
    modules = {name.rpartition(".")[2] for name in MODULES if name.startswith("handleplan.rules.")}
    assert modules == set(RULE_MODULES)
