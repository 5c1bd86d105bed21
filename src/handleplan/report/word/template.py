"""The Word template of papers: whether it is fit for one, its styles, its colour and its language."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from handleplan.failure import Failure
from handleplan.report.word.elements import STYLES, Supplies
from handleplan.report.word.places import CONTENT, WORDS, W, own_text, words_in
from handleplan.spelling import nearest

if TYPE_CHECKING:
    from docx.document import Document

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# On a page that has to hold everything: the share that type keeps up to the size of the text, in half points, and
# beyond it, and the share of the space around paragraphs
_SMALLER, _FLATTER, _TEXT, _CLOSER = 0.85, 0.35, 22, 0.4
_LANGUAGES = {"da": "da-DK", "en": "en-GB"}


class Template:
    """A template that is being filled in.

    Raises:
        Failure: ``docx…`` with ``path``: it is no Word document, lacks styles, or has not one place for the content.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.document = _open(path)
        self.body: Any = self.document.element.body
        self.styles = {
            style.find(f"{W}name").get(f"{W}val").lower(): style.get(f"{W}styleId")
            for style in self._styles_element().findall(f"{W}style")
        }
        missing = [name for name in STYLES if name not in self.styles]
        if missing:
            raise Failure("docx-styles", path=path, missing=", ".join(missing))
        self.place = self._find_place()
        self._refuse_unknown_words()

    def supplies(self) -> Supplies:
        """Return what the text of a paper is written with."""
        numbers = [int(one.get(f"{W}numId")) for one in self._numbering().findall(f"{W}num")]
        return Supplies(self.styles, self._number_of("list bullet"), max(numbers, default=0) + 1)

    @property
    def width(self) -> int:
        """The room between the margins, in twentieths of a point."""
        return self._room("w", "left", "right")

    @property
    def height(self) -> int:
        """The room between head and foot of a page, in twentieths of a point."""
        return self._room("h", "top", "bottom")

    def tighten(self, margin: int) -> None:
        """Make type, the space around paragraphs and the margins smaller, for a paper that has to fit on one page."""
        for name in ("sz", "szCs"):
            for element in self._styles_element().iter(f"{W}{name}"):
                size = int(element.get(f"{W}val"))
                element.set(
                    f"{W}val", str(round(_SMALLER * min(size, _TEXT) + _FLATTER * max(size - _TEXT, 0)))
                )
        for element in self._styles_element().iter(f"{W}spacing"):
            for side in ("before", "after"):
                value = element.get(f"{W}{side}")
                if value:
                    element.set(f"{W}{side}", str(round(int(value) * _CLOSER)))
        before = self.width
        margins = self.body.sectPr.find(f"{W}pgMar")
        for side in ("top", "right", "bottom", "left"):
            margins.set(f"{W}{side}", str(min(margin, int(margins.get(f"{W}{side}")))))
        for root in (self._styles_element(), self.body, *self._around()):
            for tab in root.iter(f"{W}tab"):
                if tab.get(f"{W}pos") == str(before):  # what stands at the right margin goes on doing so
                    tab.set(f"{W}pos", str(self.width))

    def colour(self, accent: str) -> None:
        """Make a colour, ``#rrggbb``, the first accent of the theme, and what is printed in it have it."""
        value = accent.removeprefix("#").upper()
        for relation in self.document.part.rels.values():
            if relation.reltype.endswith("/theme") and not relation.is_external:
                _colour_theme(relation.target_part, value)
        for root in (self._styles_element(), self.document.element, *self._around()):
            for element in root.iter():
                if element.get(f"{W}themeColor") == "accent1":
                    element.set(f"{W}val" if element.tag.endswith("}color") else f"{W}color", value)
                if element.get(f"{W}themeFill") == "accent1":
                    element.set(f"{W}fill", value)

    def language(self, language: str) -> str:
        """Say what language the texts are in, and return it as Word writes it: ``da-DK``."""
        tag = _LANGUAGES.get(language, language)
        for root in (self._styles_element(), self.document.settings.element):
            for name in ("lang", "themeFontLang"):
                for element in root.iter(f"{W}{name}"):
                    element.set(f"{W}val", tag)
        return tag

    def _styles_element(self) -> Any:
        return self.document.styles.element

    def _numbering(self) -> Any:
        return self.document.part.numbering_part.element

    def _number_of(self, style: str) -> int:
        """Return the numbering of a list's style.

        Raises:
            Failure: ``docx-styles``: the style has none.
        """
        found = self._styles_element().xpath(
            f'w:style[@w:styleId="{self.styles[style]}"]/w:pPr/w:numPr/w:numId/@w:val'
        )
        if not found:
            raise Failure("docx-styles", path=self.path, missing=style)
        return int(found[0])

    def count_from(self, starts: dict[int, tuple[int, int]]) -> None:
        """Make the lists that count anew: by their ids the first number and the level."""
        from docx.oxml import parse_xml

        numbering = self._numbering()
        usual = self._number_of("list number")
        (kind,) = numbering.xpath(f'w:num[@w:numId="{usual}"]/w:abstractNumId/@w:val')
        namespace = W.strip("{}")
        last = numbering.find(f"{W}numIdMacAtCleanup")  # Word wants it after all lists
        for number, (start, level) in starts.items():
            counted = parse_xml(
                f'<w:num xmlns:w="{namespace}" w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
            if last is None:
                numbering.append(counted)
            else:
                last.addprevious(counted)

    def _room(self, size: str, *sides: str) -> int:
        page, margins = (self.body.sectPr.find(f"{W}{name}") for name in ("pgSz", "pgMar"))
        taken = sum(abs(int(margins.get(f"{W}{side}"))) for side in sides)
        return int(page.get(f"{W}{size}")) - taken

    def _find_place(self) -> Any:
        """Find the paragraph that the content takes the place of.

        Raises:
            Failure: ``docx-place``: there is not just one.
        """
        found = [one for one in self.body.iter(f"{W}p") if CONTENT in words_in(own_text(one))]
        if len(found) != 1 or found[0].getparent() is not self.body:
            raise Failure("docx-place", path=self.path)
        return found[0]

    def _refuse_unknown_words(self) -> None:
        """Refuse a place for a word that there is not.

        Raises:
            Failure: ``docx-word``.
        """
        for root in (self.body, *self._around()):
            for one in root.iter(f"{W}p"):
                unknown = next((word for word in words_in(own_text(one)) if word not in WORDS), None)
                if unknown:
                    near = nearest(unknown, WORDS) or ""
                    raise Failure("docx-word", path=self.path, word=unknown, nearest=near, expected=WORDS)

    def _around(self) -> Iterator[Any]:
        """Yield what stands above and below the pages."""
        for relation in self.document.part.rels.values():
            if relation.reltype.endswith(("/header", "/footer")):
                yield relation.target_part.element


def _open(path: Path) -> "Document":
    """Open a template.

    Raises:
        Failure: ``docx`` with ``path`` and ``reason``: it cannot be read, or is no Word document.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        opened = Document(BytesIO(path.read_bytes()))
        _ = opened.settings, opened.styles, opened.part.numbering_part  # each is read when it is asked for
    except OSError as error:
        raise Failure("docx", path=path, reason=error.strerror or str(error)) from error
    except (
        BadZipFile,
        OpcError,
        KeyError,
        ValueError,
        SyntaxError,
        AttributeError,
        NotImplementedError,
    ) as error:
        reason = str(error).partition("\n")[0] or type(error).__name__
        raise Failure("docx", path=path, reason=reason) from error
    if opened.element.body.sectPr is None:
        raise Failure("docx", path=path, reason="w:sectPr?")
    return opened


def _colour_theme(part: Any, value: str) -> None:
    """Set the first accent and the colour of links in the theme, a part that python-docx leaves as bytes."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    theme = parse_xml(part.blob)
    for name in ("accent1", "hlink"):
        for slot in theme.iter(f"{_A}{name}"):
            for colour in list(slot):
                slot.remove(colour)
            slot.append(parse_xml(f'<a:srgbClr xmlns:a="{_A.strip("{}")}" val="{value}"/>'))
    part._blob = serialize_part_xml(theme)  # noqa: SLF001 - there is no other way to change a part it does not know
