"""Changes that are not on disk yet: what lint has against them, and what it had before."""

from pathlib import Path

import pytest

from handleplan.failure import BrokenFilesError, Failure
from handleplan.locale import Texts
from handleplan.problem import AppendItem, Change, Remove, SetKey
from handleplan.workspace import Workspace
from handleplan.writing.draft import Draft
from tests.workspaces import BASE, plan, write

WRONG = plan("kultur") + "actions:\n  - id: h1\n    text: Rejse\n    owner: XX\n"
GOALS = ("goals",)
ACTION = ("actions", 0)
SECOND = {"id": "h2", "text": "Mere"}


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    folder = write(tmp_path, {**BASE, "2022/kultur.yaml": WRONG})
    return Draft(
        Workspace(folder), texts=Texts("da"), said=Texts("en"), show_path=lambda path: Path(path).name
    )


def test_what_was_wrong_before_stands_in_nobodys_way(draft: Draft) -> None:
    draft.change("2022/kultur.yaml", AppendItem(GOALS, {"id": "m2", "text": "Mere"}))
    draft.change("2022/sundhed.yaml", AppendItem(GOALS, {"id": "m2", "text": "Mere"}))
    draft.refuse_errors()
    assert [Path(one.path).name for one in draft.pending] == ["kultur.yaml", "sundhed.yaml"]


@pytest.mark.parametrize("wrong", [{"id": "m1", "text": "Mere"}, {"id": "h1", "text": "Mere"}])
def test_what_would_be_wrong_is_refused(wrong: dict[str, str], draft: Draft) -> None:
    draft.change("2022/kultur.yaml", AppendItem(GOALS, wrong))
    with pytest.raises(Failure) as caught:
        draft.refuse_errors()
    assert (caught.value.key, caught.value.values["path"]) == ("refused", "kultur.yaml")
    assert "already used" in str(caught.value.values["reason"])


@pytest.mark.parametrize(
    ("changes", "line", "named"),
    [
        ([SetKey((*ACTION, "owner"), "CDEU"), AppendItem(ACTION[:1], SECOND | {"owner": "YY"})], 13, "YY"),
        ([AppendItem(ACTION[:1], SECOND | {"owner": "YY"})], 13, "YY"),
        ([AppendItem(ACTION[:1], SECOND | {"owner": "XX"})], 13, "XX"),
    ],
)
def test_an_error_of_the_same_kind_elsewhere_is_a_new_one(
    changes: list[Change], line: int, named: str, draft: Draft
) -> None:
    draft.change("2022/kultur.yaml", *changes)
    with pytest.raises(Failure) as caught:
        draft.refuse_errors()
    assert caught.value.values["line"] == line
    assert f"“{named}”" in str(caught.value.values["reason"])


@pytest.mark.parametrize(
    ("wrong", "change"),
    [
        (
            plan("kultur") + "actions:\n  - id: h0\n    text: A\n" + WRONG.partition("actions:\n")[2],
            Remove(ACTION),
        ),
        (WRONG.replace("id: h1", "id: m1"), SetKey(("vision",), "Mere kultur", ("title", "vision"))),
    ],
)
def test_an_error_that_moves_with_what_is_written_above_it_is_no_new_one(
    wrong: str, change: Change, draft: Draft
) -> None:
    Path(draft.path("2022/kultur.yaml")).write_text(wrong, encoding="utf-8")
    draft.change("2022/kultur.yaml", change)
    draft.refuse_errors()


def test_a_new_file_is_checked_as_the_others_are(draft: Draft) -> None:
    draft.create("2023/kultur.yaml", plan("kultur", 2023).replace("kultur", "trafik").splitlines())
    with pytest.raises(Failure) as caught:
        draft.refuse_errors()
    assert "trafik" in str(caught.value.values["reason"])


def test_another_file_may_be_what_makes_it_wrong(draft: Draft) -> None:
    draft.create("2023/kultur.yaml", plan("kultur", 2023).splitlines())
    going_on = {"id": "h1", "text": "Rejse", "continues": ["2022/h1"]}
    draft.change("2023/kultur.yaml", AppendItem(("actions",), going_on))
    draft.refuse_errors()
    draft.change("2022/kultur.yaml", SetKey(("actions", 0, "id"), "h7"))
    with pytest.raises(Failure) as caught:
        draft.refuse_errors()
    assert "2022/kultur.yaml" in str(caught.value.values["reason"])


def test_a_file_that_cannot_be_read_is_named(draft: Draft) -> None:
    Path(draft.path("2022/sundhed.yaml")).write_text("theme: [", encoding="utf-8")
    with pytest.raises(BrokenFilesError):
        draft.change("2022/sundhed.yaml", SetKey(("title",), "Ny"))
    assert draft.pending == ()


def test_what_comes_back_to_what_it_was_is_not_pending(draft: Draft) -> None:
    draft.change("2022/sundhed.yaml", SetKey(("title",), "Ny"))
    draft.change("2022/sundhed.yaml", SetKey(("title",), "Handleplan 2022"))
    assert draft.pending == ()
