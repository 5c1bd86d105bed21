"""``rules`` as a process: the list, a family, one rule; languages, formats, and a workspace that may be broken."""

import json
import os
import sys
from pathlib import Path

import pytest

from handleplan.explanation import explain_rule
from handleplan.formats.rules import FORMATS
from handleplan.rule import RULES
from tests.cli.process import environment, failure, handleplan
from tests.workspaces import BASE, CONFIG, write

posix = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals there")


def test_the_list_holds_every_rule(tmp_path: Path) -> None:
    run = handleplan("rules", here=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    for rule in RULES.values():
        assert f"  {rule.code} {rule.name} · " in run.stdout


@pytest.mark.parametrize("word", ["HP201", "hp201", "duplicate-id", "Duplicate-Id"])
def test_a_rule_is_found_by_code_and_name(word: str, tmp_path: Path) -> None:
    run = handleplan("rules", word, here=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("HP201 duplicate-id\n")
    assert explain_rule(RULES["duplicate-id"].doc).why_da in " ".join(run.stdout.split())


def test_a_family_is_a_list(tmp_path: Path) -> None:
    run = handleplan("rules", "hp5", here=tmp_path)
    assert run.stdout.startswith("HP5 · Tekster\n")
    assert "HP501 unknown-abbreviation" in run.stdout
    assert "HP201" not in run.stdout


@pytest.mark.parametrize(
    ("word", "hint"),
    [("duplicat-id", "Mente du “duplicate-id”?"), ("alt", ""), ("", "")],
)
def test_an_unknown_rule(word: str, hint: str, tmp_path: Path) -> None:
    said = failure(handleplan("rules", word, here=tmp_path))
    assert said == f"Reglen “{word}” kendes ikke; handleplan rules viser dem alle. {hint}".rstrip()


@pytest.mark.parametrize(
    ("config", "options", "says"),
    [
        (None, [], "Skal rettes"),
        (None, ["--language", "en"], "Must be fixed"),
        (CONFIG + "language: en\n", [], "Must be fixed"),
        (CONFIG + "language: en\n", ["--language", "da"], "Skal rettes"),
        (CONFIG + "labels:\n  error: Ret det\n", [], "Ret det"),
        (CONFIG + "language: en\nvisoin: x\n", [], "Must be fixed"),
        ("- [", [], "Skal rettes"),
    ],
)
def test_languages_and_labels(config: str | None, options: list[str], says: str, tmp_path: Path) -> None:
    if config is not None:
        write(tmp_path, {**BASE, "handleplan.yaml": config})
    run = handleplan("rules", "HP201", *options, here=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[1].startswith(f"{says} · ")


def test_the_workspace_can_be_named(tmp_path: Path) -> None:
    write(tmp_path / "plans", {**BASE, "handleplan.yaml": CONFIG + "language: en\n"})
    (tmp_path / "elsewhere").mkdir()
    here = tmp_path / "elsewhere"
    assert "Must be fixed" in handleplan("rules", "-C", "../plans", "HP201", here=here).stdout
    assert "Must be fixed" in handleplan("-C", "../plans", "rules", "HP201", here=here).stdout
    assert "nowhere" in failure(handleplan("rules", "-C", "nowhere", here=here))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("words", [[], ["HP3"], ["HP303"]])
def test_formats(name: str, words: list[str], tmp_path: Path) -> None:
    run = handleplan("rules", *words, "--format", name, here=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert "plan-without-goals" in run.stdout
    assert run.stdout.endswith("\n")


def test_json_holds_one_rule_or_all(tmp_path: Path) -> None:
    (one,) = json.loads(handleplan("rules", "HP201", "--format", "json", here=tmp_path).stdout)["rules"]
    assert one["name"] == "duplicate-id"
    every = json.loads(handleplan("rules", "--format", "json", here=tmp_path).stdout)["rules"]
    assert len(every) == len(RULES)


@posix
@pytest.mark.parametrize("words", [[], ["HP201"]])
def test_on_a_terminal_it_is_set_by_rich(words: list[str], tmp_path: Path) -> None:
    import pty
    import subprocess

    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "handleplan", "rules", *words]
    variables = environment({"TERM": "xterm", "COLUMNS": "80"})
    with subprocess.Popen(command, cwd=tmp_path, env=variables, stdout=inner, stderr=inner) as process:
        os.close(inner)
        shown = b""
        while True:
            try:
                part = os.read(outer, 65536)
            except OSError:  # how Linux says that nobody writes any more
                break
            if not part:
                break
            shown += part
    os.close(outer)
    assert process.returncode == 0
    assert "╭" in shown.decode()
    assert "duplicate-id" in shown.decode()
    assert "\x1b[1m" in shown.decode()
