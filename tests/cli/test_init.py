"""``handleplan init``: a workspace that can be checked and printed at once, and nothing where something is."""

import os
from pathlib import Path

import pytest

from tests.cli.process import at_once as handleplan
from tests.cli.process import failure
from tests.workspaces import BASE, findings, write

OFFICE = (
    "init", "--name", "Fjordens EU-kontor", "--party", "FEK=Fjordens EU-kontor", "--party", "FK",
    "--theme", "Grøn omstilling", "--theme", "IT: data", "--as-of", "2022-03-01",
)  # fmt: skip


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_new_workspace_is_clean_prints_and_helps_the_editor(language: str, tmp_path: Path) -> None:
    run = handleplan(*OFFICE, "--language", language, here=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert findings(tmp_path / "plans") == []
    assert (tmp_path / "plans/2022/it-data.yaml").is_file()
    config = (tmp_path / "plans/handleplan.yaml").read_text(encoding="utf-8")
    assert f"language: {language}\n" in config
    assert "    last_year: 2025\n" in config
    paper = handleplan("report", "--as-of", "2022-03-01", here=tmp_path)
    assert "IT: data" in paper.stdout
    assert "Arbejdsudkast" in paper.stdout or language == "en"
    for name in ("plans/.handleplan/schema/plan.schema.json", ".vscode/settings.json", ".vscode/tasks.json"):
        assert (tmp_path / name).is_file()
        assert name in run.stdout
    assert handleplan("status", "--as-of", "2022-03-01", here=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("files", "arguments", "said"),
    [
        ({"plans/notes.txt": "x"}, [*OFFICE], "ikke en tom mappe"),
        ({f"plans/{name}": text for name, text in BASE.items()}, [*OFFICE], "ikke en tom mappe"),
        (
            {f"plans/{name}": text for name, text in BASE.items()},
            [*OFFICE, "plans/2023"],
            "ligger inde i plans",
        ),
        ({"plans": "x"}, [*OFFICE], "er ikke en mappe"),
        ({}, ["init"], "--name NAVN"),
        ({}, ["init", "--name", "X", "--party", "X"], "--theme NAVN"),
        ({}, [*OFFICE, "--first-year", "2025", "--last-year", "2022"], "fra 2025 til 2022"),
        ({}, [*OFFICE, "--first-year", "22"], "fra 22"),
        ({}, [*OFFICE, "--party", "R U=Region"], "R U"),
        ({}, [*OFFICE, "--theme", "it data!"], "“IT: data” og “it data!” ville begge få filen it-data.yaml"),
        ({}, [*OFFICE, "--party", "fk=Kommunen"], "To parter har samme id: “fk”"),
        ({}, [*OFFICE, "--theme", "Index"], "“Index”, for navnet index er optaget"),
        ({}, [*OFFICE, "--theme", "Con"], "“Con”, for Windows tillader ingen fil"),
        ({}, [*OFFICE, "--theme", "Meetings"], "navnet meetings er optaget"),
        ({}, [*OFFICE, "--theme", "Status"], "navnet status er optaget"),
        ({}, ["init", "--name", "X", "--party", "", "--theme", "Y"], "--party ID=NAVN"),
        ({}, ["init", "--name", "X", "--party", "=X", "--theme", "Y"], "--party ID=NAVN"),
        ({}, ["init", "--name", "X", "--party", "X", "--theme", " "], "--theme NAVN"),
        ({}, ["init", "--name", " ", "--party", "X", "--theme", "Y"], "--name NAVN"),
        ({"plans/.skjult": "x", ".vscode/settings.json": "[1"}, [*OFFICE], "settings.json"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_written(
    files: dict[str, str], arguments: list[str], said: str, tmp_path: Path
) -> None:
    write(tmp_path, files)
    before = sorted(tmp_path.rglob("*"))
    assert said in failure(handleplan(*arguments, here=tmp_path))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals there")
def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    from tests.cli.terminal import on_a_terminal

    answers = "Kontoret\nKON=Kontoret, RM\nKlima, Unge\n\n2024\n"
    said, code = on_a_terminal("init", "--as-of", "2022-03-01", here=tmp_path, answers=answers)
    assert code == 0, said
    config = (tmp_path / "plans/handleplan.yaml").read_text(encoding="utf-8")
    for line in (
        "  name: Kontoret\n",
        "  - id: RM\n",
        "        name: Unge\n",
        "    first_year: 2022\n",
        "    last_year: 2024\n",
    ):
        assert line in config
    assert findings(tmp_path / "plans") == []


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals there")
def test_who_is_asked_may_stop(tmp_path: Path) -> None:
    from tests.cli.terminal import on_a_terminal

    said, code = on_a_terminal("init", here=tmp_path, answers="Kontoret\n\x03")
    assert code == 130, said
    assert list(tmp_path.iterdir()) == []


def test_templates_are_copied_into_a_new_workspace(tmp_path: Path) -> None:
    run = handleplan(*OFFICE, "--templates", here=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert "  plans/templates/partials/style.css\n" in run.stdout
    assert handleplan("report", "--as-of", "2022-03-01", here=tmp_path).returncode == 0


@pytest.mark.parametrize("here", [".", "plans", "plans/2022"])
def test_templates_are_copied_into_the_workspace_that_is_there(here: str, tmp_path: Path) -> None:
    write(tmp_path / "plans", BASE)
    papers = handleplan("report", here=tmp_path).stdout
    run = handleplan("init", "--templates", "--language", "en", here=tmp_path / here)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("The papers' templates are copied")
    assert (tmp_path / "plans/templates/paper.html.j2").is_file()
    assert handleplan("report", here=tmp_path).stdout == papers
    assert findings(tmp_path / "plans") == []


def test_templates_of_the_workspace_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "templates/paper.md.j2": "mine"})
    run = handleplan("init", "--templates", here=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert "er ikke rørt; slet en" in run.stdout
    assert run.stdout.endswith(":\n  templates/paper.md.j2\n")
    assert (tmp_path / "templates/paper.md.j2").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "templates/paper.docx").is_file()


def test_templates_are_copied_into_the_workspace_that_is_named(tmp_path: Path) -> None:
    write(tmp_path / "other", BASE)
    assert handleplan("-C", "other", "init", "--templates", here=tmp_path).returncode == 0
    assert (tmp_path / "other/templates/paper.md.j2").is_file()
    assert "none" in failure(handleplan("-C", "none", "init", "--templates", here=tmp_path))
