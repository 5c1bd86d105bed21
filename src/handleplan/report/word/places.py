"""The places in a Word template where a paper's own words go: ``{{title}}`` in its text, above or below its pages.

Word parts a text into runs as it likes, so a place may begin in one and end in another.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

CONTENT, LOGO = "content", "logo"
WORDS = (
    LOGO, "organisation", "title", "kind", "mark", "head", "case_number", "day", "year", "word_page", "word_of", CONTENT
)  # fmt: skip
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


def words_in(text: str) -> list[str]:
    """List the words that a text has places for."""
    return _PLACE.findall(text)


def own_text(paragraph: Any) -> str:
    """Return the text of a paragraph, without that of text boxes in it."""
    return "".join(one.text or "" for one in _texts(paragraph))


def fill_places(paragraphs: Iterable[Any], words: Mapping[str, str], logo: Any) -> None:
    """Fill the places in paragraphs; a paragraph that says nothing then is dropped.

    Args:
        paragraphs: the paragraphs.
        words: what each word says.
        logo: makes the run of the logo, ``None`` where there is none.
    """
    for paragraph in list(paragraphs):
        found = words_in(own_text(paragraph))
        if not found:
            continue
        picture = logo() if LOGO in found else None
        _fill(paragraph, words)
        if picture is not None:
            _put_first(paragraph, picture)
        elif not own_text(paragraph).strip() and _may_go(paragraph):
            paragraph.getparent().remove(paragraph)


def _fill(paragraph: Any, words: Mapping[str, str]) -> None:
    """Fill one place after the other, from the last on, so that the others stay where they are."""
    for match in reversed(list(_PLACE.finditer(own_text(paragraph)))):
        told = words.get(match[1], "")
        begin = 0
        for one in _texts(paragraph):
            text = one.text or ""
            first, last = max(match.start() - begin, 0), min(match.end() - begin, len(text))
            begin += len(text)
            if first >= last:
                continue
            one.text = text[:first] + told + text[last:]
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            told = ""


def _texts(paragraph: Any) -> list[Any]:
    return [one for one in paragraph.iter(f"{W}t") if next(one.iterancestors(f"{W}p"), None) is paragraph]


def _put_first(paragraph: Any, run: Any) -> None:
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else 1, run)


def _may_go(paragraph: Any) -> bool:
    """Tell whether nothing but a place stood in a paragraph, and others remain where there has to be one."""
    around = paragraph.getparent()
    enough = around.tag in (f"{W}body", f"{W}hdr", f"{W}ftr") and len(around.findall(f"{W}p")) > 1
    names = ("drawing", "pict", "object", "sectPr", "fldChar", "fldSimple")
    return enough and not any(True for name in names for _ in paragraph.iter(f"{W}{name}"))
