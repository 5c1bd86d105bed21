"""The elements of WordprocessingML that papers are made of, as text; whatever is printed is escaped here.

The order of what stands inside an element is that of ECMA-376, part 1; Word refuses another.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from html import escape
from typing import NamedTuple

# The names of the styles that papers are dressed in, as Word writes them into files in any language
STYLES = (
    "title", "subtitle", *(f"heading {level}" for level in range(1, 7)), "toc heading", "toc 1", "list bullet",
    "list number", "list continue", "quote", "caption", "hyperlink", "handleplan mark", "handleplan facts",
    "handleplan heading", "handleplan code", "handleplan rule", "handleplan picture", "handleplan cell", "handleplan more",
    "handleplan label", "handleplan quarters", "handleplan id", "handleplan code text", "handleplan table",
)  # fmt: skip
# What XML cannot hold at all: https://www.w3.org/TR/xml/#charsets
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECES = re.compile("([\n\t])")
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
# English Metric Units in a twentieth of a point
EMU = 635
# Step of indentation of lists, in twentieths of a point
STEP = 357


class Image(NamedTuple):
    """A picture as a file, what it says, and its size on the page in twentieths of a point."""

    content: bytes
    alternative: str
    width: float
    height: float


class Supplies:
    """What a document's text refers to and has to be put into its package: addresses, pictures, lists that count anew.

    Args:
        styles: the ids of the template's styles by their names in small letters.
        bullets: the id of the numbering that bullets have.
        first_list: the first id that is free for a list that counts.
        used: the numbers that elements of the template have.
    """

    def __init__(
        self, styles: Mapping[str, str], bullets: int, first_list: int, used: Collection[int] = ()
    ) -> None:
        self.styles = styles
        self.bullets = bullets
        self.links: dict[str, str] = {}
        self.images: dict[str, Image] = {}
        self.starts: dict[int, tuple[int, int]] = {}
        self.bookmarks: dict[str, int] = {}
        self._first_list = first_list
        self._used = used
        self._ids = 0

    def style(self, name: str) -> str:
        """Return the id of a style."""
        return escape(self.styles[name])

    def link(self, address: str) -> str:
        """Return the id under which an address is referred to."""
        return self.links.setdefault(address, f"hpLink{len(self.links) + 1}")

    def image(self, image: Image) -> str:
        """Return the id under which a picture is referred to."""
        key = f"hpImage{len(self.images) + 1}"
        self.images[key] = image
        return key

    def counted(self, start: int, level: int) -> int:
        """Return the id of a list that counts from ``start`` at a level."""
        number = self._first_list + len(self.starts)
        self.starts[number] = (start, level)
        return number

    def next_id(self) -> int:
        """Return a number that no other element of the document has."""
        self._ids += 1
        while self._ids in self._used:
            self._ids += 1
        return self._ids


def clean(text: str) -> str:
    """Replace what XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def escape_xml(text: str) -> str:
    """Escape a text, for an attribute too."""
    return escape(clean(text))


def run(
    text: str, supplies: Supplies, style: str = "", *, strong: bool = False, emphasis: bool = False
) -> str:
    """Set a stretch of text of one look; line feeds in it are line breaks, tabs are tabs."""
    look = f'<w:rStyle w:val="{supplies.style(style)}"/>' if style else ""
    look += "<w:b/><w:bCs/>" if strong else ""
    look += "<w:i/><w:iCs/>" if emphasis else ""
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    parts = "".join(
        marks.get(piece) or f'<w:t xml:space="preserve">{escape_xml(piece)}</w:t>'
        for piece in _PIECES.split(text)
        if piece
    )
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}{parts}</w:r>" if parts else ""


def paragraph(content: str, supplies: Supplies, style: str = "", *, look: str = "", layout: str = "") -> str:
    """Set a paragraph.

    Args:
        content: runs and what may stand between them.
        supplies: the document's.
        style: the name of its style.
        look: properties from ``keepNext`` to ``numPr``, in their order.
        layout: properties from ``spacing`` on.
    """
    named = f'<w:pStyle w:val="{supplies.style(style)}"/>' if style else ""
    properties = f"<w:pPr>{named}{look}{layout}</w:pPr>" if named or look or layout else ""
    return f"<w:p>{properties}{content}</w:p>"


def indented(twentieths: int) -> str:
    """Indent a paragraph, for ``layout``; none at all stays as its style says."""
    return f'<w:ind w:left="{twentieths}"/>' if twentieths else ""


def list_place(number: int, level: int) -> str:
    """Place a paragraph in a list, for ``look``."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def external_link(content: str, address: str, supplies: Supplies) -> str:
    """Make runs a link to an address."""
    return f'<w:hyperlink r:id="{supplies.link(address)}" w:history="1">{content}</w:hyperlink>'


def internal_link(content: str, name: str) -> str:
    """Make runs a link to a bookmark."""
    return f'<w:hyperlink w:anchor="{escape(name)}" w:history="1">{content}</w:hyperlink>'


def bookmarked(content: str, name: str, supplies: Supplies) -> str:
    """Put a bookmark around runs or paragraphs; a name is given once, to the first who asks."""
    if name in supplies.bookmarks:
        return content
    number = supplies.bookmarks[name] = supplies.next_id()
    start = f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def controlled(content: str, tag: str, supplies: Supplies) -> str:
    """Put a content control around runs or paragraphs; around nothing there is none."""
    if not content:
        return ""
    told = escape_xml(tag)
    properties = f'<w:alias w:val="{told}"/><w:tag w:val="{told}"/><w:id w:val="{supplies.next_id()}"/>'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def drawing(image: Image, supplies: Supplies, name: str) -> str:
    """Set a picture into the line, with what it says to those who do not see it."""
    return picture_run(image, supplies.image(image), supplies.next_id(), name)


def picture_run(image: Image, key: str, number: int, name: str, names: str = "") -> str:
    """Write the run of a picture.

    Args:
        image: the picture.
        key: the id under which its file is referred to.
        number: a number that no other element of the document has.
        name: what Word calls it.
        names: the namespaces, where the run stands alone.
    """
    width, height = (max(1, round(length * EMU)) for length in (image.width, image.height))
    told = f'id="{number}" name="{escape_xml(name)}" descr="{escape_xml(image.alternative)}"'
    box = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    return (
        f'<w:r {names}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr {told}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr {told}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>{box}<a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def field(instruction: str) -> tuple[str, str]:
    """Return what stands before and after the result of a field.

    It is not marked as old: Word would ask everybody who opens the document whether to update it.
    """
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        f' {escape(instruction)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    return begin, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def joined(parts: Iterable[str], between: str) -> str:
    """Join runs that say something."""
    return between.join(filter(None, parts))
