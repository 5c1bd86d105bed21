from datetime import date

from handleplan.report.prose import Prose
from handleplan.report.prose_data import DEEPEST, breakable, plain_data
from handleplan.report.view import Day, Fact
from tests.report.year import paper_of_kind


def blocks(source: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = plain_data(Prose(source, block=True))["blocks"]
    return found


def test_prose_is_a_tree_of_plain_values() -> None:
    assert blocks("# Titel\n\nEn *lille* [side](https://e.org)\n\n3. tre\n\n> citat\n\n---\n\n    kode") == [
        {"type": "heading", "depth": 1, "runs": [run("Titel")]},
        {
            "type": "paragraph",
            "runs": [run("En "), run("lille", emphasis=True), run(" "), run("side", href="https://e.org")],
        },
        {
            "type": "list",
            "start": 3,
            "tight": True,
            "items": [[{"type": "paragraph", "runs": [run("tre")]}]],
        },
        {"type": "quote", "blocks": [{"type": "paragraph", "runs": [run("citat")]}]},
        {"type": "rule"},
        {"type": "code", "text": "kode"},
    ]


def run(text: str, *, emphasis: bool = False, href: str | None = None) -> dict[str, object]:
    return {"text": text, "strong": False, "emphasis": emphasis, "code": False, "href": href}


def test_views_are_dictionaries_and_lists() -> None:
    assert plain_data(Day(date(2022, 1, 10), "10. januar")) == {"date": "2022-01-10", "text": "10. januar"}
    assert plain_data(Fact(None, ("a", Prose("b")))) == {
        "label": None,
        "texts": ["a", {"blocks": [{"type": "paragraph", "runs": [run("b")]}]}],
    }


def test_a_picture_is_left_as_what_it_is_told_by() -> None:
    cover = plain_data(paper_of_kind("plan"))["cover"]
    (picture,) = (picture for section in cover for picture in section["pictures"])
    assert set(picture) == {"kind", "anchor", "title", "description", "table", "beside"}


def test_nesting_ends_before_a_page_has_no_room() -> None:
    deep = "\n".join("  " * level + f"- {level}" for level in range(20))
    levels, found = 0, blocks(deep)
    while any(block["type"] == "list" for block in found):
        levels += 1
        found = next(block["items"][0] for block in found if block["type"] == "list")  # type: ignore[index]
    assert levels == DEEPEST
    assert len(found) == 20 - DEEPEST + 1
    assert DEEPEST < str(blocks("> " * 20 + "ord")).count("quote") + 1 <= DEEPEST + 1


def test_only_endless_words_are_broken() -> None:
    word = "Sundhedsdatastyrelsens"
    assert breakable(f"{word} {word}") == f"{word} {word}"
    assert breakable("x" * 40) == "\u200b".join(["x" * 8] * 5)
    assert breakable(f"Et {'1' * 41} tal") == "Et " + "\u200b".join(["1" * 8] * 5) + "\u200b1 tal"
