"""Reading Word documents back: their parts, what they show, and what Word would refuse; templates of an office's own."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from openxml_audit import FileFormat, OpenXmlValidator

from handleplan.locale import Language, Texts
from handleplan.report.environment import shipped_templates
from handleplan.report.formats import render
from handleplan.report.view import Paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAIN, STYLES = "word/document.xml", "word/styles.xml"


def set_paper(paper: Paper, language: Language = "da", own: Path | None = None, **labels: Any) -> bytes:
    return render(paper, "docx", Texts(language, **labels), own)


def names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.namelist()


def read(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def part(content: bytes, name: str = MAIN) -> ET.Element:
    return ET.fromstring(read(content, name))  # noqa: S314 - our own file


def relations(content: bytes, name: str = MAIN) -> dict[str, str]:
    """Return what a part refers to: targets by ids."""
    folder, _, file = name.rpartition("/")
    root = part(content, f"{folder}/_rels/{file}.rels")
    return {one.attrib["Id"]: one.attrib["Target"] for one in root}


def values(content: bytes, tag: str, attribute: str = "val", name: str = MAIN) -> list[str]:
    return [one.attrib[f"{W}{attribute}"] for one in part(content, name).iter(f"{W}{tag}")]


def text_of_element(element: ET.Element) -> str:
    """What an element says: line breaks and tabs are white space."""
    out = []
    for one in element.iter():
        if one.tag == f"{W}t":
            out.append(one.text or "")
        elif one.tag in (f"{W}p", f"{W}br", f"{W}tab"):
            out.append(" ")
    return "".join(out)


def shown(content: bytes) -> str:
    """What the text says; a picture without a table beside it has one in words."""
    return text_of_element(part(content))


def alternatives(content: bytes) -> str:
    return " ".join(one.get("descr", "") for one in part(content).iter() if one.tag.endswith("}docPr"))


def headings(content: bytes, *styles: str) -> list[str]:
    """List the texts of the paragraphs of some styles."""
    found = ((one, one.find(f"{W}pPr/{W}pStyle")) for one in part(content).iter(f"{W}p"))
    return [
        text_of_element(one).strip()
        for one, style in found
        if style is not None and style.attrib[f"{W}val"] in styles
    ]


def around(content: bytes) -> list[dict[str, str]]:
    """List for each stretch of pages what runs above and below: ``header``, ``footer`` and those of a first page."""
    targets = relations(content)
    found = []
    for section in part(content).iter(f"{W}sectPr"):
        stretch = {}
        for one in section:
            if one.tag in (f"{W}headerReference", f"{W}footerReference"):
                kind = one.tag.removeprefix(W).removesuffix("Reference")
                first = "first " if one.attrib[f"{W}type"] == "first" else ""
                stretch[first + kind] = text_of_element(
                    part(content, f"word/{targets[one.attrib[f'{R}id']]}")
                )
        found.append(stretch)
    return found


def changed(folder: Path, *changes: tuple[str, str, str], without: str = "$none") -> Path:
    """Lay a template of an office's own into a folder: parts of the shipped one with texts replaced, some left out."""
    folder.mkdir()
    with (
        zipfile.ZipFile(shipped_templates() / "paper.docx") as source,
        zipfile.ZipFile(folder / "paper.docx", "w") as target,
    ):
        for name in source.namelist():
            text = source.read(name).decode()
            for place, old, new in changes:
                if place == name:
                    assert old in text, old
                    text = text.replace(old, new)
            if not re.search(without, name):
                target.writestr(name, text)
    return folder


def validator(folder: Path) -> Callable[[bytes], list[str]]:
    """Make what says what Word itself would refuse, by the rules of Microsoft's Open XML SDK."""
    rules = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)

    def validate(content: bytes) -> list[str]:
        path = folder / "validated.docx"
        path.write_bytes(content)
        return [error.description for error in rules.validate(str(path)).errors]

    return validate
