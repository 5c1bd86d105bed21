"""Comments that silence a rule: what they cover, and what is said of those that do nothing."""

from pathlib import Path

import pytest

from tests.workspaces import BASE, findings, plan, write

HEAD = plan("sundhed")
OWNED = "    owner: Hospitalet\n"


def codes(text: str, folder: Path, config: str = "") -> list[tuple[str, int]]:
    """Return code and line, counted from the first line after the plan's head, of what is found in a plan."""
    base = {**BASE, "handleplan.yaml": BASE["handleplan.yaml"] + config}
    write(folder, {**base, "2022/sundhed.yaml": HEAD + text})
    found = [one for one in findings(folder) if one.path == "2022/sundhed.yaml" and one.severity != "advice"]
    return [(one.code, one.line - HEAD.count("\n")) for one in found]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("actions:\n  - text: a\n" + OWNED, [("HP203", 3)]),
        # on the line
        ("actions:\n  - text: a\n    owner: Hospitalet  # handleplan: ignore[HP203] ny part\n", []),
        ("actions:\n  - text: a\n    owner: Hospitalet  # handleplan: ignore[unknown-owner] ny part\n", []),
        ("actions:\n  - text: a\n    owner: Hospitalet  # handleplan:ignore[HP2]: ny part\n", []),
        ("actions:\n  - text: a  # handleplan: ignore[HP203] ny part\n" + OWNED, [("HP620", 2), ("HP203", 3)]),
        # above the entry, whatever stands between
        ("actions:\n  # handleplan: ignore[HP203] ny part\n  - text: a\n" + OWNED, []),
        ("actions:\n  # handleplan: ignore[HP203] ny part\n\n  # note\n  - text: a\n" + OWNED, []),
        ("# handleplan: ignore[HP203] nye parter\nactions:\n  - text: a\n" + OWNED + "  - text: b\n" + OWNED, []),
        ("# handleplan: ignore[HP203] nye parter\nactions:\n- text: a\n  owner: Hospitalet\n- text: b\n  owner: Hospitalet\n", []),
        (
            "actions:\n  # handleplan: ignore[HP203] ny part\n  - text: a\n" + OWNED + "  - text: b\n" + OWNED,
            [("HP203", 6)],
        ),
        # only what is named
        ("actions:\n  # handleplan: ignore[HP202, HP203] x\n  - text: a\n" + OWNED, [("HP620", 2)]),
        ("actions:\n  # handleplan: ignore[HP203]\n  - text: a\n" + OWNED, [("HP621", 2)]),
        ("actions:\n  # handleplan: ignore HP203\n  - text: a\n" + OWNED, [("HP622", 2), ("HP203", 4)]),
        ("actions:\n  # handleplan: ignore[HP2O3] x\n  - text: a\n" + OWNED, [("HP602", 2), ("HP203", 4)]),
        # a text that speaks of comments is a text
        ("vision: |\n  # handleplan: ignore[HP203] x\n", []),
        ('vision: "x # handleplan: ignore[HP203] x"\n', []),
        ("vision: |  # handleplan: ignore[HP202] x\n  Lighed\n", [("HP620", 1)]),
        # the last line of the file
        ("vision: Lighed\n# handleplan: ignore[HP203] x", [("HP620", 2)]),
        # what keeps a file from being used stays loud
        ("visoin: Lighed  # handleplan: ignore[HP101] x\n", [("HP101", 1), ("HP623", 1)]),
    ],
)  # fmt: skip
def test_what_is_silenced(text: str, left: list[tuple[str, int]], tmp_path: Path) -> None:
    assert codes(text, tmp_path) == left


def test_a_text_is_covered_to_its_end(tmp_path: Path) -> None:
    text = "background: |  # handleplan: ignore[unknown-abbreviation] kendt af alle\n  Vi er\n  med i DLSC.\n"
    write(tmp_path, {**BASE, "2022/sundhed.yaml": HEAD + text})
    assert "HP501" not in {one.code for one in findings(tmp_path)}


def test_a_rule_that_did_not_run_is_not_missed(tmp_path: Path) -> None:
    text = "vision: x  # handleplan: ignore[HP203] x\n"
    assert codes(text, tmp_path, "lint:\n  ignore:\n    - HP203\n") == []
    assert codes(text, tmp_path, "lint:\n  ignore:\n    - unused-suppression\n") == []
    assert codes("visoin: x\n" + text, tmp_path) == [("HP101", 1)]
    assert codes("vision: x  # handleplan: ignore[HP101] x\n", tmp_path) == [("HP623", 1)]


def test_severities_of_suppressions_follow_the_settings(tmp_path: Path) -> None:
    config = "lint:\n  severity:\n    unused-suppression: error\n"
    write(tmp_path, {**BASE, "handleplan.yaml": BASE["handleplan.yaml"] + config})
    write(tmp_path, {"2022/sundhed.yaml": HEAD + "vision: x  # handleplan: ignore[HP203] x\n"})
    assert [(one.code, one.severity, one.fixable) for one in findings(tmp_path)] == [("HP620", "error", True)]


def test_a_comment_silences_one_place_and_not_those_after_it(tmp_path: Path) -> None:
    text = "vision: a\u202eb  # handleplan: ignore[HP048] en gengivelse\npurpose: c\u202ed\n"
    assert codes(text, tmp_path) == [("HP048", 2)]
    assert codes(text.replace("purpose: c\u202ed\n", ""), tmp_path) == []
