"""What `--changed-since` reports: everything in touched files, in others what the change has brought about."""

from pathlib import Path
from random import Random

import pytest

from tests.repositories import commit, git, news, repository
from tests.workspaces import BASE, CONFIG, findings, plan, write

OLD = "visoin: x\n"  # a mistake that was there before
CONTINUES = "actions:\n  - id: h1\n    text: Netværk\n    continues:\n      - 2022/m1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(
        tmp_path / "planer for året",
        {
            **BASE,
            "2022/kultur.yaml": plan("kultur") + OLD,
            "2023/sundhed.yaml": plan("sundhed", 2023) + CONTINUES,
            "2023/kultur.yaml": plan("kultur", 2023),
            "2023/groen-omstilling.yaml": plan("groen-omstilling", 2023),
        },
    )


def found(folder: Path, *paths: str) -> list[tuple[str, str]]:
    return [(code, one.path) for code, one in news(folder, *paths)]


def test_what_was_there_already_is_not_reported(folder: Path) -> None:
    assert found(folder) == []


def test_everything_in_a_touched_file_is(folder: Path) -> None:
    write(folder, {"2022/kultur.yaml": plan("kultur") + "# hej\n" + OLD})
    assert found(folder) == [("HP101", "2022/kultur.yaml")]


def test_a_new_file_is_touched(folder: Path) -> None:
    write(folder, {"2022/trafik.yml": "x"})
    assert found(folder) == [("HP212", "2022/trafik.yml")]


def test_an_id_that_is_gone_is_missed_where_it_is_continued(folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": plan("sundhed").replace("m1", "m2")})
    assert found(folder) == [("HP207", "2023/sundhed.yaml")]
    commit(folder, {})
    assert found(folder) == [("HP207", "2023/sundhed.yaml")]
    assert found(folder, "2022") == []
    assert found(folder, "2023/sundhed.yaml") == [("HP207", "2023/sundhed.yaml")]


def test_a_plan_that_is_gone_is_missed_at_its_theme(folder: Path) -> None:
    (folder / "2022" / "groen-omstilling.yaml").unlink()
    assert found(folder) == [("HP601", "handleplan.yaml")]


def test_a_second_year_without_the_plan_is_news(folder: Path) -> None:
    (folder / "2022" / "groen-omstilling.yaml").unlink()
    commit(folder, {})
    git(folder, "branch", "--force", "main")
    (folder / "2023" / "groen-omstilling.yaml").unlink()
    ((_, one),) = news(folder)
    assert "2023" in one.message


def test_a_party_that_is_gone_is_missed_where_it_owns_something(folder: Path) -> None:
    commit(folder, {"2022/sundhed.yaml": plan("sundhed") + "owner: RU\n"})
    git(folder, "branch", "--force", "main")
    write(folder, {"handleplan.yaml": CONFIG.replace("id: RU", "id: RUX")})
    assert found(folder) == [("HP203", "2022/sundhed.yaml")]


def test_a_year_that_no_agreement_covers_any_more(folder: Path) -> None:
    write(folder, {"handleplan.yaml": CONFIG.replace("first_year: 2022", "first_year: 2023")})
    assert {path for code, path in found(folder) if code == "HP302"} == {
        "2022/groen-omstilling.yaml",
        "2022/sundhed.yaml",
    }


def test_a_finding_that_names_fewer_things_is_none(folder: Path) -> None:
    commit(folder, {"2022/sundhed.yaml": plan("sundhed") + "vision: TSI og DEU\n"})
    git(folder, "branch", "--force", "main")
    write(folder, {"handleplan.yaml": CONFIG + "glossary:\n  TSI: Teknologi\n"})
    assert found(folder) == []
    write(folder, {"handleplan.yaml": CONFIG + "glossary:\n  TSI: Teknologi\n  XYZ: x\n"})
    assert "HP501" not in [code for code, _ in found(folder)]


def test_a_finding_that_weighs_more_is_news(folder: Path) -> None:
    commit(folder, {"2022/sundhed.yaml": plan("sundhed") + "vision: TSI\n"})
    git(folder, "branch", "--force", "main")
    write(folder, {"handleplan.yaml": CONFIG + "lint:\n  severity:\n    HP501: error\n"})
    assert [(code, one.severity) for code, one in news(folder)] == [("HP501", "error")]
    write(folder, {"handleplan.yaml": CONFIG + "lint:\n  ignore:\n    - HP501\n"})
    assert found(folder) == []


def test_a_workspace_file_that_cannot_be_read_any_more(folder: Path) -> None:
    write(folder, {"handleplan.yaml": "format: [\n"})
    assert {path for _, path in found(folder)} == {"handleplan.yaml"}


def test_a_workspace_without_its_file_before(folder: Path) -> None:
    git(folder, "rm", "--quiet", "handleplan.yaml")
    commit(folder, {})
    git(folder, "branch", "--force", "main")
    write(folder, {"handleplan.yaml": CONFIG})
    # what is wrong in 2022/kultur.yaml needs no other file to be seen; rules look at plans when there is one
    assert {code for code, _ in found(folder)} == {"HP306"}


def test_line_ends_of_windows_are_no_change_where_git_is_told_so(folder: Path) -> None:
    commit(folder, {".gitattributes": "* text=auto\n"})
    git(folder, "branch", "--force", "main")
    write(folder, {"2022/kultur.yaml": (plan("kultur") + OLD).replace("\n", "\r\n")})
    assert found(folder) == []


CHANGES = (
    ("2022/sundhed.yaml", "m1", "m2"),
    ("2022/sundhed.yaml", "year: 2022", "year: 2021"),
    ("2022/kultur.yaml", "visoin: x", "vision: x"),
    ("2022/kultur.yaml", "theme: kultur", "theme: sundhed"),
    ("2022/groen-omstilling.yaml", "goals:", "gaols:"),
    ("2023/sundhed.yaml", "2022/m1", "2022/kultur.m1"),
    ("2023/kultur.yaml", "title:", "# x\ntitle:"),
    ("handleplan.yaml", "id: RU", "id: RUX"),
    ("handleplan.yaml", "first_year: 2022", "first_year: 2023"),
    ("handleplan.yaml", "slug: kultur", "slug: kunst"),
    ("handleplan.yaml", "parties:", "lint:\n  ignore:\n    - HP2\nparties:"),
)


@pytest.mark.parametrize("seed", range(30))
def test_two_whole_checks_tell_the_same(seed: int, folder: Path, tmp_path: Path) -> None:
    """What is reported of files nobody touched is what is found in the workspace now and was not in the one before."""
    chance = Random(seed)  # noqa: S311 - the same changes every time are the point
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.yaml")
    }
    before = write(tmp_path / "before" / folder.name, files)
    for path, old, new in chance.sample(CHANGES, 3):
        files[path] = files[path].replace(old, new)
    for path in chance.sample([name for name in files if name != "handleplan.yaml"], chance.randrange(3)):
        files[path] = ""
        (folder / path).unlink()
    write(folder, {path: text for path, text in files.items() if text})
    then = {(one.path, one.code, one.message) for one in findings(before)}
    touched = {path for path, text in files.items() if (before / path).read_text(encoding="utf-8") != text}
    expected = {
        (one.path, one.code, one.message)
        for one in findings(folder)
        if one.path in touched or (one.path, one.code, one.message) not in then
    }
    assert {(one.path, code, one.message) for code, one in news(folder)} == expected
