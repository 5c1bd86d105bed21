"""Texts that try to break out of their format, strategies that make more of them, and what obeys them."""

import re

from hypothesis import strategies as st

HOSTILE = (
    "2022. Evt. møde",
    "- punkt",
    "+ plus",
    "# overskrift",
    "> citat",
    "***",
    "---",
    "===",
    "```",
    "~~~ ruby",
    "<script>alert(1)</script>",
    "<!-- kommentar -->",
    "</p></section></main>",
    "&lt;b&gt; &amp; &copy; &#27;[31m",
    "[tekst](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[tekst](https://example.org/a_b_(c)?x=1&copy=2 'titel')",
    "![billede *af* noget](https://example.org/x.png)",
    "[x]: https://example.org",
    "[EU]: Unionen",
    "a | b\n--- | ---",
    "ord\n===",
    "ord\n---",
    "    kode",
    "\tkode",
    "slut\\",
    "slut  \nnæste",
    "slut\\\nnæste",
    "**fed*kursiv**",
    "*a*b*c* **d**_e_",
    "CDEU's `kode` og ``ko`de``",
    '«citat»**"fed"**ord',
    "]]> ]]&gt;",
    "{{ 7 * 7 }} {% raw %}",
    "$x^2$ :smile: @navn #12",
    "\u202eomvendt\u202c \x1b[31mrød\x1b[0m \x00\uffff",
    "\u00a0fast\u00a0mellemrum\u00a0",
    "עברית og العربية",
    "1" * 300,
    "mærker \u061c\u200e\u200f\u2066 og \u009b31m \x1b]0;titel\x07 \ufdd0",
    "::error file=x::boom",
    " \u200b::error::x  \n ::set-output name=a::b\\\n\u00a0::warning::c",
    "##[error]x og ##vso[task.setvariable variable=a]b, ###[x] ##teamcity[x]",
    "##[error](https://e.org) og ##vso[*x*](https://e.org)",
    "`##[error]a` `&`  `##[#35;]` og `::x`",
    "```\n::error::a\n  ::b::\n\n    ##[c]\n```",
    "- a\n\n      ##vso[x]y\n  1. ::error::z",
    ":",
)

# Labels that a workspace may give, to be laid over every one there is
HOSTILE_LABEL = "\x1b[31mX\n\n# Pwn\x1b]0;hi\x07 ::error::x\n##[error]y <b> \u202ez"


def obeyed(text: str) -> list[str]:
    """List the lines of a text that a build service would obey, and the characters that a terminal would."""
    lines = [
        line
        for line in re.split(r"[\r\n]", text)
        if re.sub(r"^[\s\u200b\ufeff]+", "", line).startswith("::") or re.search(r"##\w*\[", line)
    ]
    return lines + re.findall(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", text
    )


FRAGMENTS = st.sampled_from(
    (
        *HOSTILE,
        *"*_`[]()<>!&#-+=~|\\.:;\"' \t\n",
        *("**", "__", "``", "](", "\n\n", "1.", "1)", "  \n", "\\\n"),
        *("ord", "æøå", "EU", "2022", "a", "é", "\u00a0", "“", "$", "\ud800"),
        *("&amp;", "&#42;", "&nbsp;", "&#10;", "https://e.org"),
        *("::", "##", "##[", "vso[", "`##[", "\n\n    ", "\n::"),
    )
)
TEXTS = st.lists(FRAGMENTS | st.text(max_size=5), max_size=12).map("".join)

LINES = st.sampled_from(
    (
        "ord",
        "- ord",
        "  ord",
        " ord",
        "   ord og mere",
        "-ord",
        "- ",
        "-",
        "",
        "  ",
        "- - ord",
        "1. x",
        "    x",
        "\u00a0",
    )
)
# Plain lines and bullets, as most texts of plans are made of
SIMPLE_TEXTS = st.lists(LINES, max_size=8).map("\n".join)
