"""What a consultant sees in the editor: the files of ``schema --write``, read by the server that reads them there."""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from handleplan.editor.jsonc import read_jsonc
from handleplan.layout import walk
from tests.cli.process import handleplan
from tests.conftest import ROOT
from tests.editor.server import Server, require_server

PLANS = [place.path for place in walk(str(ROOT / "plans"))]
HEAD = "theme: sundhed\nyear: 2022\ntitle: Sundhed\n"
REPORT = "theme: sundhed\nyear: 2022\ndate: 2022-06-14\n"
numbers = itertools.count(1)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    node = require_server()
    folder = tmp_path_factory.mktemp("æ office")
    (folder / ".git").mkdir()
    shutil.copytree(ROOT / "plans", folder / "plans")
    assert handleplan("schema", "--write", here=folder).returncode == 0
    settings = read_jsonc((folder / ".vscode" / "settings.json").read_text(encoding="utf-8")).data
    # what the test must not reach; the rest are the server's own defaults
    with Server(node, folder, {**settings, "yaml.schemaStore.enable": False}) as running:
        yield running


@pytest.mark.parametrize(
    ("variables", "outcome"), [({}, pytest.skip.Exception), ({"CI": "true"}, pytest.fail.Exception)]
)
def test_without_the_server_its_tests_are_skipped_but_not_in_ci(
    variables: dict[str, str], outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CI", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("tests.editor.server.PROGRAM", tmp_path / "missing")
    with pytest.raises(outcome, match="make server"):
        require_server()


def named(kind: str) -> str:
    """Return a name that no test has used yet, in the place of a kind."""
    number = next(numbers)
    return {"plan": f"plans/2022/p{number}.yaml", "status": f"plans/2022/status/2022-06/r{number}.yaml",
            "meeting": f"plans/2022/meetings/m{number}.yaml", "handleplan": f"h{number}/plans/handleplan.yaml"}[kind]  # fmt: skip


def place(text: str) -> tuple[str, int, int]:
    """Return a text without its ``|``, and the line and column where that stood."""
    before, after = text.split("|")
    return before + after, before.count("\n"), len(before) - before.rfind("\n") - 1


def completed(server: Server, kind: str, text: str) -> dict[str, dict[str, object]]:
    name = named(kind)
    whole, line, column = place(text)
    server.open(name, whole)
    return server.complete(name, line, column)


def explained(server: Server, kind: str, text: str) -> str:
    name = named(kind)
    whole, line, column = place(text)
    server.open(name, whole)
    return server.hover(name, line, column)


@pytest.mark.parametrize("path", PLANS, ids=[Path(path).name for path in PLANS])
def test_the_shipped_files_have_nothing_underlined(server: Server, path: str) -> None:
    name = Path(path).relative_to(ROOT).as_posix()
    assert server.open(name, Path(path).read_text(encoding="utf-8")) == []


def test_an_agreed_plan_has_nothing_underlined(server: Server) -> None:
    text = (ROOT / "plans" / "2022" / "sundhed.yaml").read_text(encoding="utf-8")
    agreed = text.replace("  proposed: 2022-01-10\n", "  proposed: 2022-01-10\n  agreed: 2022-01-25\n")
    assert agreed != text
    assert server.open(named("plan"), agreed) == []


def test_keys_are_completed(server: Server) -> None:
    found = completed(server, "plan", HEAD + "|")
    assert {"goals", "focus_areas", "vision", "stages"} <= found.keys()
    assert not {"theme", "year", "title"} & found.keys()
    assert found["vision"]["insertText"] == "vision: "
    assert found["goals"]["insertText"] == "goals:\n  - "
    assert (
        found["goals"]["documentation"] == "Det, planen vil nå. Aktiviteter kan pege på et mål ved dets id."
    )


@pytest.mark.parametrize(
    ("kind", "text", "label", "inserted"),
    [
        ("plan", HEAD + "goals: |\n", "Nyt punkt: id, text", "\n  - id: $1\n    text: $2"),
        ("plan", HEAD + "goals:\n  |", "Nyt punkt: id, text", "- id: $1\n  text: $2"),
        ("plan", HEAD + "goals:\n  - |", "Nyt punkt: id, text", "id: $1\n  text: $2"),
        ("plan", HEAD + "actions:\n  - Lighed\n  |", "Nyt punkt: id, text", "- id: $1\n  text: $2"),
        ("plan", HEAD + "actions:\n  - id: h1\n    text: x\n  - |", "Nyt punkt: id, text", "id: $1\n  text: $2"),
        ("plan", HEAD + "focus_areas:\n  - title: x\n    activities:\n      - |", "Nyt punkt: id, text", "id: $1\n  text: $2"),
        ("status", REPORT + "activities:\n  |", "Nyt punkt: Aktivitet", "${1:id}:\n  status: $2"),
        ("status", REPORT + "activities:\n  h1:\n    status: done\n  |", "Nyt punkt: Aktivitet", "${1:id}:\n  status: $2"),
    ],
)  # fmt: skip
def test_a_whole_entry_is_completed(server: Server, kind: str, text: str, label: str, inserted: str) -> None:
    found = completed(server, kind, text)
    assert found[label]["insertText"] == inserted
    assert not [other for other in found if "(array item)" in other or other in ("null", "true", "false")]


def test_statuses_are_completed_with_what_they_mean(server: Server) -> None:
    found = completed(server, "status", REPORT + "activities:\n  h1:\n    status: |\n")
    assert found.keys() == {"planned", "in_progress", "ongoing", "done", "delayed", "dropped", "carried_over"}
    assert found["in_progress"]["documentation"] == "I gang"


@pytest.mark.parametrize(
    ("kind", "text", "some"),
    [
        ("plan", HEAD + "actions:\n  - id: h1\n    quarters: |\n", {"Q1", "Q2-Q4"}),
        ("meeting", "step: x\nagenda:\n  - title: x\n    kind: |\n", {"discussion", "decision"}),
        ("handleplan", "agreements:\n  - cycle:\n      - id: x\n        month: |\n", {"januar", "december"}),
    ],
)
def test_values_are_completed_and_yaml_words_are_not(
    server: Server, kind: str, text: str, some: set[str]
) -> None:
    found = completed(server, kind, text).keys()
    assert some <= found
    assert not found & {"null", "true", "false"}


def test_texts_are_left_to_the_writer(server: Server) -> None:
    assert completed(server, "plan", "title: |\n") == {}


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("plan", HEAD + "pur|pose: Lighed\n", "#### Formål\n\nHvad samarbejdet om temaet skal føre til."),
        ("plan", "ye|ar: 2022\n", "#### År\n\nDet år, planen gælder, det samme som mappens."),
        ("plan", HEAD + "go|als:\n  - Lighed\n", "#### Mål\n\nDet, planen vil nå."),
        ("plan", HEAD + "focus_areas:\n  - title: x\n    object|ive: y\n", "#### Målsætning\n\nHvad der skal opnås"),
        ("status", REPORT + "activities:\n  h|1:\n    status: done\n", "#### Aktivitet\n\nHvor langt aktiviteten"),
        ("status", REPORT + "activities:\n  h1:\n    sta|tus: done\n", "#### Status\n\nHvor langt aktiviteten er."),
    ],
)  # fmt: skip
def test_hover_explains_a_key_in_danish(server: Server, kind: str, text: str, shown: str) -> None:
    assert explained(server, kind, text).startswith(shown)


def test_hover_explains_every_status(server: Server) -> None:
    found = explained(server, "status", REPORT + "activities:\n  h1:\n    status: in_pro|gress\n")
    assert "* `in_progress`: I gang\n" in found
    assert "* `carried_over`: Videreføres – fortsætter i næste års plan\n" in found


def test_mistakes_are_underlined_in_danish(server: Server) -> None:
    text = (
        "theme:\nyear: 22\ntitle: [a]\nvisoin: x\ngoals: x\nactions:\n  - txt: a\n  -\n"
        "  - text: a\n    quarters: Q4-Q2\n"
    )
    found = {
        (one["range"]["start"]["line"], one["range"]["start"]["character"], one["message"])
        for one in server.open(named("plan"), text)
    }
    unknown = "Nøglen kendes ikke her. Tryk Ctrl+mellemrum for at se mulighederne."
    assert found == {
        (0, 6, "“theme” er tom. Skriv noget efter kolonet."),
        (1, 6, "Skriv et år med fire cifre, for eksempel 2022."),
        (2, 7, "Her skal der stå en tekst."),
        (3, 0, unknown),
        (4, 7, "Her skal der stå en liste: en streg og et mellemrum før hvert punkt."),
        (6, 4, unknown),
        (6, 4, "Her mangler “text”."),
        (7, 3, "Her skal der stå en tekst, eller nøgler som id og text."),
        (9, 14, "Skriv kvartaler som Q1, Q2-Q4 eller Q1, Q3."),
    }


def test_a_wrong_status_is_underlined(server: Server) -> None:
    (found,) = server.open(named("status"), REPORT + "activities:\n  h1:\n    status: igang\n")
    assert found["range"] == {"start": {"line": 5, "character": 12}, "end": {"line": 5, "character": 17}}
    assert found["message"].startswith("Her kan der stå: planned, in_progress, ")


def test_values_that_yaml_reads_as_something_else_are_texts(server: Server) -> None:
    text = "theme: sundhed\nyear: '2022'\ntitle: 2022\nvision: true\npurpose:\ngoals:\n  - 2022\n  - id: 1\n    text: 1.5\n"
    assert server.open(named("plan"), text) == []
