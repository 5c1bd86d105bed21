"""Links that lead nowhere, held against what the papers make of them."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan.hyperlinks import corrected_target, find_links, is_nowhere
from handleplan.problem import Range
from handleplan.report.prose import Prose
from handleplan.report.tree import Block, Heading, ListBlock, Paragraph, Quote
from tests.rules.examined import examine, sundhed

RULES = ("broken-link", "unsafe-link")


def links_printed(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    """Return text and address of each link in a paper."""
    found: list[tuple[str, str]] = []
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                found += [(run.text, run.href) for run in runs if run.href]
            case ListBlock(items=items):
                for item in items:
                    found += links_printed(item)
            case Quote(inner):
                found += links_printed(inner)
    return found


@pytest.mark.parametrize(
    ("before", "after", "safe"),
    [
        ("[x](https//a.dk)", "[x](https://a.dk)", True),
        ("[x](http:/a.dk/b)", "[x](http://a.dk/b)", True),
        ("[x](https:a.dk)", "[x](https://a.dk)", True),
        ("[x](htttps://a.dk)", "[x](https://a.dk)", True),
        ("[x](ttps://a.dk)", "[x](https://a.dk)", True),
        ("[x](https;//a.dk)", "[x](https://a.dk)", True),
        ("[x](https:\\\\a.dk)", "[x](https://a.dk)", True),
        ("[x] (https://a.dk)", "[x](https://a.dk)", True),
        ("[x](www.a.dk)", "[x](https://www.a.dk)", False),
        ("[x](https://a.dk/b c.pdf)", "[x](https://a.dk/b%20c.pdf)", False),
        ("[x](https://a.dk", "[x](https://a.dk)", False),
        ("Se [x](https://a.dk.\n\n  Mere (y).", "Se [x](https://a.dk).\n\n  Mere (y).", False),
        ("[x(https://a.dk) y", "[x](https://a.dk) y", False),
        ("(x)[https://a.dk]", "[x](https://a.dk)", False),
        ("[x]()", None, None),
        ("[x](<>)", None, None),
        ("[](https://a.dk)", None, None),
        ("[x](https://)", None, None),
        ("[x](mailto:)", None, None),
        ("[x](se bilag)", None, None),
    ],
)
def test_broken_links(before: str, after: str | None, safe: bool | None, tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed(f"purpose: |\n  {before}\n"), *RULES)
    assert [one.rule for one in found.problems] == ["broken-link"]
    assert found.safe == [safe]
    assert found.places == [(8, 3 + before.index(min("([", key=lambda sign: before.find(sign) % 99)))]
    assert found.mended == sundhed(f"purpose: |\n  {after or before}\n")
    if after:
        assert examine(tmp_path, found.mended, *RULES).problems == ()
        assert len(links_printed(Prose(after.replace("\n  ", "\n"), block=True).blocks)) == 1


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[x](file:///C:/a.doc) [y](bilag/a.pdf)", ["file:///C:/a.doc", "bilag/a.pdf"]),
        ("[x](javascript:alert(1)) [y](data:text/html,x)", ["javascript:alert(1)", "data:text/html,x"]),
        ("[x](#afsnit) [y](../a.md) [z](C:\\a.doc)", ["#afsnit", "../a.md", "C:\\a.doc"]),
        ("<ftp://a.dk/x> og [y](tel:+4512345678)", ["ftp://a.dk/x", "tel:+4512345678"]),
        ("[1]: bilag.pdf", ["bilag.pdf"]),
    ],
)
def test_addresses_that_become_no_link(text: str, targets: list[str], tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed(f"purpose: |\n  {text}\n"), *RULES)
    assert [(one.rule, one.values["target"]) for one in found.problems] == [
        ("unsafe-link", one) for one in targets
    ]
    assert found.found == targets
    assert links_printed(Prose(text, block=True).blocks) == []


def test_a_mail_address_gets_its_beginning(tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed("purpose: Skriv til [os](info@a.dk).\n"), *RULES)
    assert (found.safe, found.mended) == ([True], sundhed("purpose: Skriv til [os](mailto:info@a.dk).\n"))


@pytest.mark.parametrize(
    "text",
    [
        "[aftalen](https://a.dk), [a (b)](http://a.dk/b_(c)), <https://a.dk>, [os](mailto:a@b.dk)",
        '[x](<https://a.dk/b c>) [y]( https://a.dk "z z" ) [z](HTTPS://A.dk)',
        "[![x](a.png)](https://a.dk) og [`[y]`](https://a.dk)",
        "`[x](y)` \\[x](y) ![x](a.png)",
        "som der står [i aftalen] (side 3), [1](https://a.dk) og (se https://a.dk)",
        "[jf. aftalen (https://a.dk) og mere]",
        "[x][1] og mere\n\n  [1]: https://a.dk",
        "[x][] og a](b",
    ],
)
def test_sound_links_and_other_brackets(text: str, tmp_path: Path) -> None:
    assert examine(tmp_path, sundhed(f"purpose: |\n  {text}\n"), *RULES).problems == ()


def test_links_in_quotes_and_titles(tmp_path: Path) -> None:
    text = (
        'purpose: "[x](https://a.dk \\"y\\") og [z](b)"\n'
        "focus_areas:\n  - title: '[x](b)'\n    text: '[x](b)'\n"
    )
    assert examine(tmp_path, sundhed(text), *RULES).places == [(7, 42), (10, 16)]


PIECES = st.sampled_from(
    ["[", "]", "(", ")", "](", "[a](", "[x](https://a.dk)", "[y](b)", "https://a.dk", "b", " ", '"c"', "!", "mailto:a@b.dk", "*"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_found_sound_is_what_papers_link(text: str) -> None:
    sound = {
        link.target
        for link in find_links(text, Range(0, len(text)))
        if link.fault is None
        and not is_nowhere(link.target)
        and link.target.startswith(("https:", "mailto:"))
    }
    printed = {unquote(address) for _, address in links_printed(Prose(text).blocks)}
    assert sound == printed


@pytest.mark.parametrize(
    ("target", "corrected"),
    [
        ("https://a.dk", None), ("HTTP://a.dk", None), ("http:///a.dk", "http://a.dk"), ("http//a.dk", "http://a.dk"),
        ("WWW.a.dk", "https://WWW.a.dk"), ("tp/a", "http://a"), ("ftp://a.dk", None), ("hthe", None), ("https:", None),
    ],
)  # fmt: skip
def test_slips_in_addresses(target: str, corrected: str | None) -> None:
    assert corrected_target(target) == corrected


@pytest.mark.parametrize(
    ("text", "says_nothing"),
    [
        ("her", True), ("Klik her!", True), ("**Læs mere …**", True), ("click\n  here", True), ("https://a.dk", True),
        ("www.a.dk/b", True), ("her i aftalen", False), ("Aftalen", False), ("a.dk", False), ("Herning", False),
    ],
)  # fmt: skip
def test_texts_of_links(text: str, says_nothing: bool, tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed(f"purpose: |\n  Se [{text}](https://a.dk).\n"), "meaningless-link-text")
    assert found.places == ([(8, 7)] if says_nothing else [])
