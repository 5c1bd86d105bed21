import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from handleplan.report.commonmark import read_block
from handleplan.report.prose import Prose, one_line, plain
from handleplan.report.prose_markdown import block_markdown, heading_markdown, inline_markdown
from handleplan.report.runs_markdown import escape_markdown
from handleplan.report.tree import Block, Code, Heading, ListBlock, Paragraph, Quote, Rule, Run
from tests.report.texts import HOSTILE, TEXTS, obeyed

# Raw HTML on, and the dialect of terminals and code hosts beside plain CommonMark: whatever reads the paper
PARSERS = (MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"]))

ITEM = ["list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close"]


def kinds(tokens: Sequence[Token]) -> list[str]:
    return [token.type for token in tokens]


def inner_kinds(tokens: Sequence[Token]) -> set[str]:
    return {child.type for token in tokens for child in token.children or ()}


def shown(tokens: Sequence[Token]) -> str:
    return squeezed("".join(child.content for token in tokens for child in token.children or ()))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def characters(runs: tuple[Run, ...]) -> list[tuple[str, Run]]:
    """Every visible character with its style, however the runs were cut; code that holds a command is none."""
    return [
        (char, Run("", run.strong, run.emphasis, run.code and not obeyed(f"`{run.text}"), run.href))
        for run in runs
        for char in run.text
        if not char.isspace()
    ]


def outline(blocks: tuple[Block, ...]) -> Iterator[object]:
    """What a tree says, apart from white space and how tightly lists are set."""
    for block in blocks:
        match block:
            case Paragraph(runs):
                yield "p", characters(runs)
            case Heading(depth, runs):
                yield "h", depth, characters(runs)
            case ListBlock(start, _, items):
                yield "list", start, [list(outline(item)) for item in items]
            case Quote(inner):
                yield "quote", list(outline(inner))
            case Code(text) if obeyed(text):
                for part in re.split(r"\n(?:\s*\n)+", text):
                    yield "p", characters((Run(part),))
            case Code(text):
                yield "code", [line.rstrip() for line in text.split("\n")]
            case Rule():
                yield "rule"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("2022. Evt. møde", r"2022\. Evt. møde"),
        ("- punkt", r"\- punkt"),
        ("-punkt og 3-4", "-punkt og 3-4"),
        ("CDEU’s (14,6 mia.) – ”x”!", "CDEU’s (14,6 mia.) – ”x”!"),
        ("R&D, A & B &amp; \\&amp;", r"R&D, A & B & \&amp;"),
        ("a*b*c", "a*b*c"),
        ("**x** *a*b", "**x** _a_&#98;"),
        ("Ny![x](https://e.org)", "Nyx"),
        ("Ny\\![x](https://e.org)", r"Ny\![x](https://e.org)"),
        ("<https://e.org/a_b>", "<https://e.org/a_b>"),
        ("`a`` b`", "`a`` b`"),
    ],
)
def test_inline_texts(text: str, markdown: str) -> None:
    assert inline_markdown(Prose(text)) == markdown


@given(TEXTS)
def test_an_inline_text_is_nothing_but_its_words(text: str) -> None:
    prose = Prose(text)
    markdown = inline_markdown(prose)
    assert "\n" not in markdown
    for parser in PARSERS:
        tokens = parser.parse(markdown)
        assert kinds(tokens) in ([], ["paragraph_open", "inline", "paragraph_close"])
        assert not inner_kinds(tokens) & {"html_inline", "image", "s_open"}
        assert shown(tokens) == squeezed(prose.visible)


@given(TEXTS)
def test_an_inline_text_keeps_its_styles_and_links(text: str) -> None:
    prose = Prose(text)
    assert list(outline(read_block(inline_markdown(prose)))) == list(outline(prose.blocks))


@given(TEXTS, TEXTS)
@example("```", "~~~")
@example("<!--", "-->")
def test_inline_texts_do_not_touch_their_neighbours(one: str, other: str) -> None:
    first, second = (inline_markdown(Prose(text)) for text in (one, other))
    document = f"- Q1: {first}\\\n  Ansvarlig: {second}\n- {second}\n- {first}\n\n{first} \n\n**A:**\n"
    tokens = PARSERS[0].parse(document)
    assert kinds(tokens)[:16] == ["bullet_list_open", *ITEM * 3] or not (first and second)
    assert kinds(tokens)[-3:] == ["paragraph_open", "inline", "paragraph_close"]
    assert tokens[-2].content == "**A:**"
    assert not inner_kinds(tokens) & {"html_inline", "image"}


@given(TEXTS)
def test_plain_texts_show_as_they_are(text: str) -> None:
    title = plain(text)
    if not title:
        return
    for parser in PARSERS:
        for level in (1, 4):
            heading = parser.parse(heading_markdown(title, level) + "\n")
            assert kinds(heading) == ["heading_open", "inline", "heading_close"]
            assert heading[0].tag == f"h{level}"
            assert shown(heading) == squeezed(title)
            assert inner_kinds(heading) == {"text"}
        bold = parser.parse(f"- **{escape_markdown(title)}** – x\n")
        assert kinds(bold)[1:6] == ITEM
        assert shown(bold) == squeezed(title) + "–x"
        assert inner_kinds(bold) == {"text", "strong_open", "strong_close"}


@given(TEXTS)
def test_a_block_text_is_read_back_as_it_was_meant(text: str) -> None:
    prose = Prose(text, block=True)
    markdown = block_markdown(prose, 1)
    assert list(outline(read_block(markdown))) == list(outline(prose.blocks))
    for parser in PARSERS:
        tokens = parser.parse(markdown)
        assert "html_block" not in kinds(tokens)
        assert not inner_kinds(tokens) & {"html_inline", "image"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_block_text_does_not_touch_its_neighbours(text: str) -> None:
    markdown = block_markdown(Prose(text, block=True), 3, "Målsætning:")
    tokens = PARSERS[0].parse(f"## Før\n\n{markdown}\n\n**Aktiviteter:**\n\n- Q1: x\n")
    assert kinds(tokens)[:3] == ["heading_open", "inline", "heading_close"]
    assert kinds(tokens)[-10:] == [
        "paragraph_open",
        "inline",
        "paragraph_close",
        "bullet_list_open",
        *ITEM,
        "bullet_list_close",
    ]
    assert not {token.tag for token in tokens if token.type == "heading_open"} & {"h1"}


def test_block_texts_are_set_anew() -> None:
    source = "Titel\n===\n\n* a\n* b\n\n+ c\n\n5. d\n6. e\n\n> f\ng\n\n    kode\n\n~~~\nuafsluttet"
    assert block_markdown(Prose(source, block=True), 3) == (
        "### Titel\n\n- a\n- b\n\n* c\n\n5. d\n6. e\n\n> f g\n\n```\nkode\n```\n\n```\nuafsluttet\n```"
    )


def test_a_lead_stands_before_what_is_no_paragraph() -> None:
    assert block_markdown(Prose("a\n\nb", block=True), 3, "M:") == "**M:** a\n\nb"
    assert block_markdown(Prose("- a", block=True), 3, "M:") == "**M:**\n\n- a"


@given(TEXTS)
@example("##[error](https://e.org)")
@example("a\\\n::error::b")
@example("> - ```\n  ::error::a")
@example("    x\n     ::error::a\n")
def test_no_line_is_obeyed_by_a_build(text: str) -> None:
    prose = Prose(text, block=True)
    for markdown in (
        inline_markdown(Prose(text)),
        block_markdown(prose, 3),
        block_markdown(prose, 3, plain(text)),
        heading_markdown(plain(text), 2),
        escape_markdown(one_line(text)),
    ):
        assert not obeyed(markdown)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("::error file=x::boom", r"\::error file=x::boom"),
        ("a\n::error::b", "a ::error::b"),
        ("a\\\n::error::b", "a\\\n\\::error::b"),
        ("##[error]x ##vso[y]", r"\##\[error\]x ##vso\[y\]"),
        ("a ##[error](https://e.org)", r"a #\#[error](https://e.org)"),
        ("`##[error]x` og `::y`", r"\##\[error\]x og `::y`"),
        ("```\n::error::a\n\n    b\n```", "\\::error::a\n\nb"),
        ("C++ a::b", "C++ a::b"),
    ],
)
def test_commands_are_broken_unseen(text: str, markdown: str) -> None:
    assert block_markdown(Prose(text, block=True), 3) == markdown
