"""The pages of a Word document: a template's own text around the paper's, and what runs above and below each stretch."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import partial
from typing import Any

from handleplan.report.word.places import fill_places
from handleplan.report.word.template import Template
from handleplan.report.word.xml import W

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
# Makes the run of the logo for a part of the document, ``None`` where there is none
Logo = Callable[[Any], Any]


def fill_template(
    template: Template,
    content: str,
    words: Sequence[Mapping[str, str]],
    logo: Logo,
    next_id: Callable[[], int],
) -> None:
    """Put a paper's text into a template, and its words where the template has places for them.

    Args:
        template: the template.
        content: paragraphs and tables in one element; each empty ``sectPr`` in them ends a stretch of pages.
        words: what the words say on each stretch; the template's text has those of the first.
        logo: makes the run of the logo for a part of the document, ``None`` where there is none.
        next_id: gives numbers that no other element has.
    """
    from docx.oxml import parse_xml

    own = [one for one in template.body.iter(f"{W}p") if one is not template.place]
    main = template.document.part
    pages = _Pages(template, next_id)
    elements = list(parse_xml(content))
    for element in elements:
        template.place.addprevious(element)
    _clear(template.place, template.section)
    fill_places(own, words[0], partial(logo, main))
    for part in pages.parts:
        fill_places(part.element.iter(f"{W}p"), words[0], partial(logo, part))
    ends = [end for element in elements for end in element.iter(f"{W}sectPr") if not len(end)]
    for number, end in enumerate(ends):
        end.getparent().replace(end, pages.stretch(words[number], logo, first=number == 0))
    if ends:
        last = pages.stretch(words[-1], logo, first=False)
        template.section.getparent().replace(template.section, last)


def _clear(place: Any, section: Any) -> None:
    """Take away the paragraph of the content; where its section ends in it, only what it says."""
    if section not in place.iter():
        place.getparent().remove(place)
        return
    for child in list(place):
        if child.tag != f"{W}pPr":
            place.remove(child)


class _Pages:
    """Makes stretches of pages that look alike, each with its own words above and below."""

    def __init__(self, template: Template, next_id: Callable[[], int]) -> None:
        self._main = template.document.part
        self._next_id = next_id
        self._properties = deepcopy(template.section)
        for reference in _inherited(template):
            self._properties.insert(0, deepcopy(reference))
        keys = (reference.get(f"{{{_R}}}id") for reference in self._properties.iter(*_REFERENCES))
        self._unfilled = {key: deepcopy(self._main.related_parts[key].element) for key in keys}
        self.parts = [
            relation.target_part
            for relation in self._main.rels.values()
            if relation.reltype.endswith(("/header", "/footer"))
        ]

    def stretch(self, words: Mapping[str, str], logo: Logo, *, first: bool) -> Any:
        """Make the properties of a stretch; only the first has a first page of another kind, and may count from a number."""
        made = deepcopy(self._properties)
        if first:
            return made
        for element in made.xpath("w:titlePg | w:type | *[@w:type='first' and @r:id]"):
            made.remove(element)
        for number in made.iter(f"{W}pgNumType"):
            number.attrib.pop(f"{W}start", None)
        for reference in made.iter(*_REFERENCES):
            part = self._copy(reference.get(f"{{{_R}}}id"))
            fill_places(part.element.iter(f"{W}p"), words, partial(logo, part))
            kind = reference.tag.removeprefix(W).removesuffix("Reference")
            reference.set(f"{{{_R}}}id", self._main.relate_to(part, f"{_R}/{kind}"))
        return made

    def _copy(self, key: str) -> Any:
        """Copy what stands above or below pages, as it was before it was filled in, with all it refers to."""
        source = self._main.related_parts[key]
        kind = source.partname.rpartition("/")[2].rstrip("0123456789.xml") or "header"
        name = self._main.package.next_partname(f"/word/{kind}%d.xml")
        element = deepcopy(self._unfilled[key])
        self._number_anew(element)
        copy = type(source)(name, source.content_type, element, self._main.package)
        for own, relation in source.rels.items():
            target = relation.target_ref if relation.is_external else relation.target_part
            copy.rels.add_relationship(relation.reltype, target, own, relation.is_external)
        return copy

    def _number_anew(self, root: Any) -> None:
        """Give pictures and content controls numbers of their own; a bookmark's name must not be given twice."""
        for element in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            element.getparent().remove(element)
        for element in root.iter():
            if isinstance(element.tag, str) and element.tag.endswith("}docPr"):
                element.set("id", str(self._next_id()))
            elif element.tag == f"{W}id":
                element.set(f"{W}val", str(self._next_id()))


def _inherited(template: Template) -> list[Any]:
    """Return the heads and feet that the template's section has from those before it, since it names none itself."""
    sections = list(template.body.iter(f"{W}sectPr"))
    before = sections[: sections.index(template.section)]
    seen = {_kind(reference) for reference in template.section.iter(*_REFERENCES)}
    found = []
    for section in reversed(before):
        for reference in section.iter(*_REFERENCES):
            if _kind(reference) not in seen:
                seen.add(_kind(reference))
                found.append(reference)
    return found


def _kind(reference: Any) -> tuple[str, str]:
    return reference.tag, reference.get(f"{W}type") or "default"
