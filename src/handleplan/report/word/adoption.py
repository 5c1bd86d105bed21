"""What a Word template lacks of styles and lists it gets from the shipped one, so that any letterhead will do."""

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from handleplan.report.word.elements import STYLES
from handleplan.report.word.xml import W, twips

if TYPE_CHECKING:
    from docx.document import Document

_NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
LISTS = ("list bullet", "list number")


def adopt(document: "Document", shipped: "Document") -> None:
    """Give a document the styles of papers that it lacks, and numbering where its lists have none."""
    styles = document.styles.element
    theirs = {_name(style): style for style in shipped.styles.element.findall(f"{W}style")}
    for name in STYLES:
        _adopt_style(styles, theirs, name)
    _add_numbering_part(document)
    for name in LISTS:
        if not list_number(document, name):
            _set_number(styles, name, _adopt_list(document, shipped, list_number(shipped, name)))


def styles_by_name(document: "Document") -> dict[str, str]:
    """Return the ids of a document's styles by their names in small letters, as Word writes them in any language."""
    found = document.styles.element.findall(f"{W}style")
    return {_name(style): style.get(f"{W}styleId") for style in found if style.get(f"{W}styleId")}


def list_number(document: "Document", name: str) -> int:
    """Return the id of the numbering that a list's style has; 0 where it has none."""
    style = _find(document.styles.element, name)
    number = style.find(f"{W}pPr/{W}numPr/{W}numId") if style is not None else None
    wanted = twips(number.get(f"{W}val")) if number is not None else 0
    return wanted if _kind_of(document.part.numbering_part.element, wanted) is not None else 0


def _name(style: Any) -> str:
    name = style.find(f"{W}name")
    return (name.get(f"{W}val") or "").lower() if name is not None else ""


def _find(styles: Any, name: str) -> Any:
    return next((style for style in styles.findall(f"{W}style") if _name(style) == name), None)


def _adopt_style(styles: Any, theirs: dict[str, Any], name: str) -> str:
    """Take over a style and what it is based on, unless there is one of that name and kind; return its id."""
    source = theirs[name]
    kind = source.get(f"{W}type")
    own = _find(styles, name)
    if own is not None and own.get(f"{W}styleId") and own.get(f"{W}type") == kind:
        return str(own.get(f"{W}styleId"))
    if own is not None:
        styles.remove(own)  # one of another kind, or that nothing can refer to
    adopted = deepcopy(source)
    names = {style.get(f"{W}styleId"): _name(style) for style in theirs.values()}
    for reference in list(adopted.iter(f"{W}basedOn", f"{W}next", f"{W}link")):
        other = names[reference.get(f"{W}val")]
        if other == name:
            continue
        usual = styles.xpath(f'w:style[@w:type="{kind}" and @w:default="1"]/@w:styleId')
        is_usual = theirs[other].get(f"{W}default") == "1"
        if is_usual and not usual:
            adopted.remove(reference)
        else:
            reference.set(f"{W}val", usual[0] if is_usual else _adopt_style(styles, theirs, other))
    used = set(styles.xpath("w:style/@w:styleId"))
    key = adopted.get(f"{W}styleId")
    while key in used:
        key = f"{key}Hp"
    adopted.set(f"{W}styleId", key)
    styles.append(adopted)
    return str(key)


def _add_numbering_part(document: "Document") -> None:
    from docx.opc.packuri import PackURI
    from docx.oxml import parse_xml
    from docx.parts.numbering import NumberingPart

    part = document.part
    if any(relation.reltype == _RELATION for relation in part.rels.values()):
        return
    empty = parse_xml(f'<w:numbering xmlns:w="{W.strip("{}")}"/>')
    made = NumberingPart(PackURI("/word/numbering.xml"), _NUMBERING, empty, part.package)
    part.relate_to(made, _RELATION)


def _kind_of(numbering: Any, number: int) -> Any:
    """Return the definition behind a list's numbering, ``None`` where there is none."""
    kinds = numbering.xpath(f'w:num[@w:numId="{number}"]/w:abstractNumId/@w:val') if number > 0 else ()
    return (
        next(iter(numbering.xpath(f'w:abstractNum[@w:abstractNumId="{kinds[0]}"]')), None) if kinds else None
    )


def _adopt_list(document: "Document", shipped: "Document", number: int) -> int:
    """Take over a numbering, and return its id."""
    from docx.oxml import parse_xml

    numbering = document.part.numbering_part.element
    definition = deepcopy(_kind_of(shipped.part.numbering_part.element, number))
    kind = 1 + max(map(twips, numbering.xpath("w:abstractNum/@w:abstractNumId")), default=0)
    taken = 1 + max(map(twips, numbering.xpath("w:num/@w:numId")), default=0)
    definition.set(f"{W}abstractNumId", str(kind))
    first = numbering.find(f"{W}num")  # all definitions come before all lists
    last = numbering.find(f"{W}numIdMacAtCleanup")
    _put(numbering, definition, first if first is not None else last)
    lists = f'<w:num xmlns:w="{W.strip("{}")}" w:numId="{taken}"><w:abstractNumId w:val="{kind}"/></w:num>'
    _put(numbering, parse_xml(lists), last)
    return taken


def _put(numbering: Any, element: Any, before: Any) -> None:
    if before is None:
        numbering.append(element)
    else:
        before.addprevious(element)


def _set_number(styles: Any, name: str, number: int) -> None:
    properties = _find(styles, name).get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().set(f"{W}val", str(number))
