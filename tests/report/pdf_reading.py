"""What a PDF says and how it is built, read by libraries that had no part in writing it."""

import io
import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object, Pdf

# What shows text: https://pdfa.org/resource/iso-32000-2/, 9.4.3
_SHOWS = {"Tj", "TJ", "'", '"'}
# A hyphen that a line's end brought in, as pdfium tells it
_HYPHEN = re.compile(r"\x02\s*")


class Node(NamedTuple):
    """An element of a PDF's structure: its role, and the marked content right in it, as page and number."""

    role: str
    depth: int
    alternative: str | None
    attributes: dict[str, str]
    content: tuple[tuple[int, int], ...]
    element: Object


def open_pdf(content: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(content))


def nodes(pdf: Pdf) -> list[Node]:
    """List the elements of the structure in reading order."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return list(_walk(pdf.Root.StructTreeRoot.K, 0, pages))


def _walk(item: Object, depth: int, pages: dict[tuple[int, int], int]) -> Iterator[Node]:
    if isinstance(item, Array):
        for one in item:
            yield from _walk(one, depth, pages)
        return
    if not isinstance(item, Dictionary) or "/S" not in item:
        return
    kids = item.get("/K", Array())
    listed = list(kids) if isinstance(kids, Array) else [kids]
    content = tuple(_content(item, kid, pages) for kid in listed if _is_content(kid))
    alternative = str(item.Alt) if "/Alt" in item else None
    yield Node(str(item.S)[1:], depth, alternative, _attributes(item), content, item)
    for kid in listed:
        yield from _walk(kid, depth + 1, pages)


def _is_content(kid: Any) -> bool:
    return not isinstance(kid, Object) or (isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR")


def _content(item: Object, kid: Any, pages: dict[tuple[int, int], int]) -> tuple[int, int]:
    page, number = (kid.get("/Pg"), kid.MCID) if isinstance(kid, Dictionary) else (None, kid)
    return pages[(page or item.Pg).objgen], int(number)


def _attributes(item: Object) -> dict[str, str]:
    given = item.get("/A", Array())
    each = list(given) if isinstance(given, Array) else [given]
    return {str(key): str(value) for one in each for key, value in one.items()}


def text_of_pdf(content: bytes, without: Collection[str] = ()) -> str:
    """Return the text of a PDF in the order of its pages, hyphenated words whole.

    Artifacts (running heads, decoration) are no content; neither is what stands right in elements of the roles
    ``without``.
    """
    with open_pdf(content) as pdf:
        left_out = {place for node in nodes(pdf) if node.role in without for place in node.content}
        for number, page in enumerate(pdf.pages):
            page.Contents = pdf.make_stream(_stripped(page, number, left_out))
        stripped = io.BytesIO()
        pdf.save(stripped)
    document = pypdfium2.PdfDocument(stripped.getvalue())
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return _HYPHEN.sub("", "\n".join(pages)).replace("\u200b", "")


def _stripped(page: pikepdf.Page, number: int, left_out: set[tuple[int, int]]) -> bytes:
    """Write a page's content anew without showing what is left out; all else stays, or places would move."""
    kept = []
    hidden: list[bool] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if name == "BDC" else None
            mcid = properties.get("/MCID") if isinstance(properties, Dictionary) else None
            gone = operands[0] == "/Artifact" or (mcid is not None and (number, int(mcid)) in left_out)
            hidden.append(gone)
        elif name == "EMC":
            hidden.pop()
        if name in _SHOWS and any(hidden):
            continue
        kept.append(instruction)
    return pikepdf.unparse_content_stream(kept)


def bookmarks(pdf: Pdf) -> list[tuple[int, str]]:
    """List the bookmarks: depth and title."""
    with pdf.open_outline() as outline:
        return list(_bookmarks(outline.root, 0))


def _bookmarks(items: Collection[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield depth, item.title
        yield from _bookmarks(item.children, depth + 1)
