"""The Word template of papers: whether it is fit for one, its styles, its pages, its colour and its language."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from handleplan.failure import Failure
from handleplan.report.word.adoption import adopt, list_number, styles_by_name
from handleplan.report.word.elements import Supplies
from handleplan.report.word.places import find_place, refuse_unknown_places
from handleplan.report.word.xml import W, twips

if TYPE_CHECKING:
    from docx.document import Document

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# On a page that has to hold everything: the share that type keeps up to the size of the text, in half points, and
# beyond it, and the share of the space around paragraphs
_SMALLER, _FLATTER, _TEXT, _CLOSER = 0.85, 0.35, 22, 0.4
_LANGUAGES = {"da": "da-DK", "en": "en-GB"}
# A page that says nothing of its size is A4, with margins of 2 cm, in twentieths of a point
_PAGE = {"w": 11906, "h": 16838}
_MARGIN = 1134
# The room between the shipped template's margins: its right tabs stand there, and stay at the margin when that moves
SHIPPED_WIDTH = 9184
SHIPPED_MARGINS = {"top": 1588, "right": 1361, "bottom": 1418, "left": 1361}
# What reviewers leave in a document, with their names
_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "commentRangeStart", "commentReference")


class Template:
    """A template that is being filled in; what it lacks of styles and lists it gets from the shipped one.

    Raises:
        Failure: ``docx…`` with ``path``: it is no Word document, is under review, or has not one place for the content.
    """

    def __init__(self, path: Path, shipped: Path) -> None:
        self.path = path
        self.document = _open(path)
        self.body: Any = self.document.element.body
        self.place = find_place(self.body, path)
        refuse_unknown_places((self.body, *self.around()), path)
        self._refuse_review()
        if path != shipped:
            adopt(self.document, _open(shipped))
        self.section: Any = _section_of(self.body, self.place)
        self._keep_tabs_at_the_margin(SHIPPED_WIDTH)

    def supplies(self) -> Supplies:
        """Return what the text of a paper is written with; its numbers are none that the template has."""
        numbers = [twips(one.get(f"{W}numId")) for one in self._numbering().findall(f"{W}num")]
        bullets = list_number(self.document, "list bullet")
        return Supplies(styles_by_name(self.document), bullets, max(numbers, default=0) + 1, self._used_ids())

    @property
    def width(self) -> int:
        """The room for a line, in twentieths of a point."""
        room = self._page("w") - self._margin("left") - self._margin("right") - self._margin("gutter", 0)
        columns = self.section.find(f"{W}cols")
        number = max(1, twips(columns.get(f"{W}num"), 1)) if columns is not None else 1
        between = twips(columns.get(f"{W}space"), 720) * (number - 1) if columns is not None else 0
        return max(1, (room - between) // number)

    @property
    def height(self) -> int:
        """The room between head and foot of a page, in twentieths of a point."""
        return max(1, self._page("h") - abs(self._margin("top")) - abs(self._margin("bottom")))

    @property
    def accent(self) -> str | None:
        """The template's own colour, ``#rrggbb``: the first accent of its theme."""
        for _, theme in self._themes():
            for colour in theme.iter(f"{_A}accent1"):
                for value in colour.iter(f"{_A}srgbClr"):
                    return f"#{value.get('val')}"
        return None

    def tighten(self, margin: int) -> None:
        """Make type, the space around paragraphs and the shipped margins smaller, for a paper that has to fit on one page."""
        for name in ("sz", "szCs"):
            for element in self._styles_element().iter(f"{W}{name}"):
                size = element.get(f"{W}val") or ""
                if size.isdecimal():
                    element.set(f"{W}val", str(_smaller(int(size))))
        for element in self._styles_element().iter(f"{W}spacing"):
            for side in ("before", "after"):
                if element.get(f"{W}{side}"):
                    element.set(f"{W}{side}", str(round(twips(element.get(f"{W}{side}")) * _CLOSER)))
        before = self.width
        margins = self.section.find(f"{W}pgMar")
        for side, shipped in SHIPPED_MARGINS.items() if margins is not None else ():
            if self._margin(side) == shipped:  # what an office has chosen leaves room for its letterhead
                margins.set(f"{W}{side}", str(margin))
        self._keep_tabs_at_the_margin(before)

    def colour(self, accent: str) -> None:
        """Make a colour, ``#rrggbb``, the first accent of the theme, and what is printed in it have it."""
        value = accent.removeprefix("#").upper()
        for part, theme in self._themes():
            _colour_theme(part, theme, value)
        for root in (self._styles_element(), self.document.element, *self.around()):
            for element in root.iter():
                if element.get(f"{W}themeColor") == "accent1" and not _is_shaded(element, ""):
                    element.set(f"{W}val" if element.tag.endswith("}color") else f"{W}color", value)
                if element.get(f"{W}themeFill") == "accent1" and not _is_shaded(element, "Fill"):
                    element.set(f"{W}fill", value)

    def language(self, language: str) -> str:
        """Say what language all text is in, and return it as Word writes it: ``da-DK``."""
        tag = _LANGUAGES.get(language, language)
        usual = self._styles_element().xpath("w:docDefaults/w:rPrDefault/w:rPr")
        if usual and usual[0].find(f"{W}lang") is None:
            usual[0].append(usual[0].makeelement(f"{W}lang", {f"{W}val": tag}))
        for root in (self._styles_element(), self.document.settings.element, self.body, *self.around()):
            for name in ("lang", "themeFontLang"):
                for element in root.iter(f"{W}{name}"):
                    element.set(f"{W}val", tag)
        return tag

    def count_from(self, starts: dict[int, tuple[int, int]]) -> None:
        """Make the lists that count anew: by their ids the first number and the level."""
        from docx.oxml import parse_xml

        numbering = self._numbering()
        usual = list_number(self.document, "list number")
        (kind,) = numbering.xpath(f'w:num[@w:numId="{usual}"]/w:abstractNumId/@w:val')
        last = numbering.find(f"{W}numIdMacAtCleanup")  # Word wants it after all lists
        for number, (start, level) in starts.items():
            counted = parse_xml(
                f'<w:num xmlns:w="{W.strip("{}")}" w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
            if last is None:
                numbering.append(counted)
            else:
                last.addprevious(counted)

    def around(self) -> Iterator[Any]:
        """Yield what stands above and below the pages."""
        for relation in self.document.part.rels.values():
            if relation.reltype.endswith(("/header", "/footer")):
                yield relation.target_part.element

    def _styles_element(self) -> Any:
        return self.document.styles.element

    def _numbering(self) -> Any:
        return self.document.part.numbering_part.element

    def _page(self, side: str) -> int:
        size = self.section.find(f"{W}pgSz")
        return twips(size.get(f"{W}{side}"), _PAGE[side]) if size is not None else _PAGE[side]

    def _margin(self, side: str, usual: int = _MARGIN) -> int:
        margins = self.section.find(f"{W}pgMar")
        return twips(margins.get(f"{W}{side}"), usual) if margins is not None else usual

    def _keep_tabs_at_the_margin(self, before: int) -> None:
        """Move what is set right at the right margin where that has moved, and what stood beyond it now."""
        width = self.width
        for root in (self._styles_element(), self.body, *self.around()):
            for tab in root.iter(f"{W}tab"):
                place = twips(tab.get(f"{W}pos"))
                if tab.get(f"{W}val") in ("right", "end") and (place == before or place > width):
                    tab.set(f"{W}pos", str(width))

    def _themes(self) -> Iterator[tuple[Any, Any]]:
        """Yield the parts with themes, which python-docx leaves as bytes, and what is in them.

        Raises:
            Failure: ``docx-none``: a theme cannot be read.
        """
        from docx.oxml import parse_xml

        for relation in self.document.part.rels.values():
            if relation.reltype.endswith("/theme") and not relation.is_external:
                try:
                    theme = parse_xml(relation.target_part.blob)
                except SyntaxError as error:
                    raise Failure("docx-none", path=self.path) from error
                yield relation.target_part, theme

    def _refuse_review(self) -> None:
        """Refuse a template with comments or tracked changes: they would stand in every paper, with names.

        Raises:
            Failure: ``docx-review``.
        """
        for root in (self.body, *self.around()):
            if next(root.iter(*(f"{W}{name}" for name in _REVISIONS)), None) is not None:
                raise Failure("docx-review", path=self.path)

    def _used_ids(self) -> frozenset[int]:
        """Return the numbers of all bookmarks, pictures and content controls of the template."""
        found = (
            value
            for root in (self.body, *self.around())
            for element in root.iter()
            for value in _ids_of(element)
        )
        return frozenset(int(value) for value in found if re.fullmatch(r"-?[0-9]+", value))


def _ids_of(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    if element.tag.endswith(("}docPr", "}cNvPr")):
        yield element.get("id", "")
    elif element.tag == f"{W}bookmarkStart":
        yield element.get(f"{W}id", "")
    elif element.tag == f"{W}id":
        yield element.get(f"{W}val", "")


def _smaller(size: int) -> int:
    return max(2, round(_SMALLER * min(size, _TEXT) + _FLATTER * max(size - _TEXT, 0)))


def _is_shaded(element: Any, kind: str) -> bool:
    """Tell whether a colour is a lighter or darker one of the theme's, which Word reckons itself."""
    return any(element.get(f"{W}theme{kind}{change}") for change in ("Tint", "Shade"))


def _open(path: Path) -> "Document":
    """Open a template.

    Raises:
        Failure: ``docx`` with ``path`` and ``reason``: it cannot be read; ``docx-none``: it is no Word document.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        opened = Document(BytesIO(path.read_bytes()))
        _ = opened.settings, opened.styles  # each is read when it is asked for
    except OSError as error:
        raise Failure("docx", path=path, reason=error.strerror or str(error)) from error
    except (BadZipFile, OpcError, KeyError, ValueError, SyntaxError, AttributeError) as error:
        raise Failure("docx-none", path=path) from error
    return opened


def _section_of(body: Any, place: Any) -> Any:
    """Return the properties of the pages that a paragraph of the text stands on; Word keeps them at a section's end."""
    for element in (place, *place.itersiblings()):
        found = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if found is not None:
            return found
    return body.get_or_add_sectPr()


def _colour_theme(part: Any, theme: Any, value: str) -> None:
    """Set the first accent and the colour of links in a theme."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    for name in ("accent1", "hlink"):
        for slot in theme.iter(f"{_A}{name}"):
            for colour in list(slot):
                slot.remove(colour)
            slot.append(parse_xml(f'<a:srgbClr xmlns:a="{_A.strip("{}")}" val="{value}"/>'))
    part._blob = serialize_part_xml(theme)  # noqa: SLF001 - there is no other way to change a part it does not know
