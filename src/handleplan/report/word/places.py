"""The places in a Word template where a paper's own words go: ``{{title}}`` in its text, above or below its pages.

Word parts a text into runs as it likes, so a place may begin in one and end in another, and may capitalise it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from handleplan.failure import Failure
from handleplan.report.word.elements import clean
from handleplan.report.word.xml import W
from handleplan.spelling import nearest

CONTENT, LOGO = "content", "logo"
WORDS = (
    LOGO, "organisation", "title", "kind", "mark", "head", "case_number", "day", "year", "word_page", "word_of", CONTENT
)  # fmt: skip
_PLACE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
# What a paragraph of the text may hold beside words, and is kept for
_KEPT = (
    "drawing",
    "pict",
    "object",
    "sectPr",
    "br",
    "bookmarkStart",
    "bookmarkEnd",
    "pageBreakBefore",
    "fldChar",
)


def find_place(body: Any, path: Path) -> Any:
    """Find the paragraph that the content takes the place of.

    Raises:
        Failure: ``docx-place``: there is not just one, or anything else stands in it.
    """
    found = [one for one in body.iter(f"{W}p") if CONTENT in _words_in(own_text(one))]
    is_alone = (
        len(found) == 1
        and found[0].getparent() is body
        and _PLACE.fullmatch(own_text(found[0]).strip())
        and not any(True for name in ("drawing", "pict", "object") for _ in found[0].iter(f"{W}{name}"))
    )
    if not is_alone:
        raise Failure("docx-place", path=path)
    return found[0]


def refuse_unknown_places(roots: Iterable[Any], path: Path) -> None:
    """Refuse a place for a word that there is not.

    Raises:
        Failure: ``docx-word``.
    """
    for root in roots:
        for one in root.iter(f"{W}p"):
            unknown = next((word for word in _words_in(own_text(one)) if word not in WORDS), None)
            if unknown is not None:
                near = nearest(unknown, WORDS) or ""
                raise Failure("docx-word", path=path, word=unknown, nearest=near, expected=WORDS)


def own_text(paragraph: Any) -> str:
    """Return the text of a paragraph, without that of text boxes in it."""
    return "".join(one.text or "" for one in _texts(paragraph))


def fill_places(
    paragraphs: Iterable[Any], words: Mapping[str, str], logo: Callable[[], Any] | None = None
) -> None:
    """Fill the places in paragraphs; a paragraph of the text that says nothing then is dropped.

    Args:
        paragraphs: the paragraphs.
        words: what each word says.
        logo: makes the run of the logo, ``None`` where there is none.
    """
    for paragraph in list(paragraphs):
        found = _words_in(own_text(paragraph))
        if not found:
            continue
        picture = logo() if logo and LOGO in found else None
        _fill(paragraph, words)
        if picture is not None:
            _put_first(paragraph, picture)
        elif not own_text(paragraph).strip() and _may_go(paragraph):
            paragraph.getparent().remove(paragraph)


def _words_in(text: str) -> list[str]:
    return [word.lower() for word in _PLACE.findall(text)]


def _fill(paragraph: Any, words: Mapping[str, str]) -> None:
    """Fill one place after the other, from the last on, so that the others stay where they are."""
    for match in reversed(list(_PLACE.finditer(own_text(paragraph)))):
        told = clean(words.get(match[1].lower(), ""))
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
    """Tell whether nothing but places stood in a paragraph of the text, between others: tables need one after them."""
    beside = (paragraph.getprevious(), paragraph.getnext())
    return (
        paragraph.getparent().tag == f"{W}body"
        and not any(one is not None and one.tag == f"{W}tbl" for one in beside)
        and not any(True for name in _KEPT for _ in paragraph.iter(f"{W}{name}"))
    )
