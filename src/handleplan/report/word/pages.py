"""The pages of a Word document: a template's own text around the paper's, and what runs above and below each stretch."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from handleplan.report.word.places import W, fill_places
from handleplan.report.word.template import Template

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Logo = Callable[[Any], Any]


def fill_template(template: Template, content: str, words: Sequence[Mapping[str, str]], logo: Logo) -> None:
    """Put a paper's text into a template, and its words where the template has places for them.

    Args:
        template: the template.
        content: paragraphs and tables in one element; each empty ``sectPr`` in them ends a stretch of pages.
        words: what the words say on each stretch; the template's text has those of the first.
        logo: makes the run of the logo for a part of the document, ``None`` where there is none.
    """
    from docx.oxml import parse_xml

    own = list(template.body.iter(f"{W}p"))
    main = template.document.part
    for element in parse_xml(content):
        template.place.addprevious(element)
    template.body.remove(template.place)
    own.remove(template.place)
    fill_places(own, words[0], lambda: logo(main))
    pages = _Pages(template, logo)
    ends = [one for one in template.body.iter(f"{W}sectPr") if len(one) == 0]
    for number, end in enumerate(ends):
        end.getparent().replace(end, pages.stretch(words[number], first=number == 0))
    last = template.body.sectPr
    template.body.replace(last, pages.stretch(words[-1], first=not ends))


class _Pages:
    """Makes stretches of pages that look alike, each with its own words above and below."""

    def __init__(self, template: Template, logo: Logo) -> None:
        self._main = template.document.part
        self._logo = logo
        self._properties = deepcopy(template.body.sectPr)
        self._unfilled = {
            key: deepcopy(self._main.related_parts[key].element)
            for key in self._properties.xpath("w:headerReference/@r:id | w:footerReference/@r:id")
        }

    def stretch(self, words: Mapping[str, str], *, first: bool) -> Any:
        """Make the properties of a stretch; only the first has a first page of another kind."""
        made = deepcopy(self._properties)
        if not first:
            for element in made.xpath(
                "w:titlePg | *[self::w:headerReference or self::w:footerReference][@w:type='first']"
            ):
                made.remove(element)
        for reference in made.xpath("w:headerReference | w:footerReference"):
            key = reference.get(f"{{{_R}}}id")
            part = self._main.related_parts[key] if first else self._copy(key)
            fill_places(part.element.iter(f"{W}p"), words, lambda part=part: self._logo(part))
            if not first:
                kind = reference.tag.removeprefix(W).removesuffix("Reference")
                reference.set(f"{{{_R}}}id", self._main.relate_to(part, f"{_R}/{kind}"))
        return made

    def _copy(self, key: str) -> Any:
        """Copy what stands above or below pages, as it was before it was filled in, with all it refers to."""
        source = self._main.related_parts[key]
        kind = source.partname.rpartition("/")[2].rstrip("0123456789.xml") or "header"
        name = self._main.package.next_partname(f"/word/{kind}%d.xml")
        copy = type(source)(name, source.content_type, deepcopy(self._unfilled[key]), self._main.package)
        for own, relation in source.rels.items():
            target = relation.target_ref if relation.is_external else relation.target_part
            copy.rels.add_relationship(relation.reltype, target, own, relation.is_external)
        return copy
