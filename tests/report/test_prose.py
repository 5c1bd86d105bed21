from unittest.mock import Mock

import pytest
from hypothesis import example, given

from handleplan.formats.terminal import neutralise
from handleplan.report import commonmark
from handleplan.report.prose import Prose, clean, plain
from handleplan.report.tree import Code, Heading, ListBlock, Paragraph, Quote, Rule, Run
from tests.report.texts import SIMPLE_TEXTS, TEXTS


def test_bullets_do_not_go_through_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commonmark, "_parser", lambda: pytest.fail("parsed"))
    item = [(Paragraph((Run(text),)),) for text in ("en lang linje", "to")]
    assert Prose("Fokus på:\n- en lang\n  linje\n- to\n\nSlut", block=True).blocks == (
        Paragraph((Run("Fokus på:"),)),
        ListBlock(None, tight=True, items=tuple(item)),
        Paragraph((Run("Slut"),)),
    )


@pytest.mark.parametrize("block", [False, True])
def test_text_without_markup_does_not_go_through_the_parser(
    monkeypatch: pytest.MonkeyPatch, *, block: bool
) -> None:
    monkeypatch.setattr(commonmark, "_parser", lambda: pytest.fail("parsed"))
    text = "CDEU’s ledelse (14,6 mia. EUR) – ”hub” 2021-2027, bl.a.\n1 linje til: ja / nej!"
    assert Prose(text, block=block).visible == text.replace("\n", " ")


@given(TEXTS | SIMPLE_TEXTS)
@example("a\n- b\n  c\n- d\n\ne\n\n- f")
@example("- a\n\n- b")
@example("- a\n\n  b")
@example("- a\nb")
def test_short_cut_gives_what_the_parser_gives(text: str) -> None:
    for block, read in ((True, commonmark.read_block), (False, commonmark.read_inline)):
        prose = Prose(text, block=block)
        assert prose.blocks == read(prose.source)


@given(TEXTS)
def test_inline_prose_is_at_most_one_paragraph(text: str) -> None:
    blocks = Prose(text).blocks
    assert len(blocks) <= 1
    assert all(isinstance(block, Paragraph) for block in blocks)


@given(TEXTS)
def test_nothing_unprintable_is_left(text: str) -> None:
    for shown in (Prose(text, block=True).visible, Prose(text).visible, plain(text)):
        shown.encode()
        assert neutralise(shown.replace("\n", " ").replace("#", "").replace(":", "")).count("\ufffd") == (
            shown.count("\ufffd")
        )


def test_a_text_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Mock(wraps=commonmark.read_block)
    monkeypatch.setattr(commonmark, "read_block", read)
    prose = Prose("*et*\n\n- to", block=True)
    assert prose.blocks is prose.blocks
    assert prose.visible == "et\nto"
    read.assert_called_once()


def test_blocks_of_all_kinds() -> None:
    source = "Titel\n=====\n\n### Under\n\n- a\n  - b\n\n2) c\n\n> d\n\n```\ne\n```\n\n***\n"
    assert Prose(source, block=True).blocks == (
        Heading(1, (Run("Titel"),)),
        Heading(2, (Run("Under"),)),
        ListBlock(
            None, True, ((Paragraph((Run("a"),)), ListBlock(None, True, ((Paragraph((Run("b"),)),),))),)
        ),
        ListBlock(2, True, ((Paragraph((Run("c"),)),),)),
        Quote((Paragraph((Run("d"),)),)),
        Code("e"),
        Rule(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("**fed _og_** *k*", (Run("fed ", strong=True), Run("og", strong=True, emphasis=True), Run(" "), Run("k", emphasis=True))),
        ("[a](https://e.org)", (Run("a", href="https://e.org"),)),
        ("[a](mailto:a@e.org)", (Run("a", href="mailto:a@e.org"),)),
        ("[a](javascript:x)[b](data:,x)[c](ftp://x)[d](/e)", (Run("abcd"),)),
        ("![et *billede*](https://e.org/x.png)", (Run("et billede"),)),
        ("`a`b", (Run("a", code=True), Run("b"))),
        ("<b>x</b>", (Run("<b>x</b>"),)),
    ],
)  # fmt: skip
def test_runs(source: str, runs: tuple[Run, ...]) -> None:
    assert Prose(source).blocks == (Paragraph(runs),)


def test_text_nested_too_deep_is_shown_as_it_is() -> None:
    source = ">" * 200 + " dybt\n\nog *mere*"
    assert Prose(source, block=True).visible == ">" * 200 + " dybt\nog *mere*"


def test_clean_leaves_danish_text_alone() -> None:
    text = "”Æblegrød” – RM’s 14,6 mia.\u00a0EUR…\n\tOg: «x»"
    assert clean(text) is text


def test_plain_is_one_line() -> None:
    assert plain(" a\r\n b\u2028c\td ") == "a b c d"
