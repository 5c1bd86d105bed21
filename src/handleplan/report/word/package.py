"""The file of a Word document: its text's addresses and pictures, its properties, and always the same bytes."""

import io
import zipfile
from typing import TYPE_CHECKING, Any

from handleplan.report.word.elements import Supplies
from handleplan.report.word.images import Media

if TYPE_CHECKING:
    from docx.document import Document

    from handleplan.report.view import Paper

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# As early as a zip file can say
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
# What a file tells of the machine and the moment it was made on
_TOLD = (
    "author", "category", "comments", "content_status", "identifier", "keywords", "last_modified_by", "subject", "version"
)  # fmt: skip


def supply(part: Any, supplies: Supplies, media: Media) -> None:
    """Put what a text refers to into the package."""
    for address, key in supplies.links.items():
        part.rels.add_relationship(f"{_RELATIONS}/hyperlink", address, key, is_external=True)
    for key, image in supplies.images.items():
        part.rels.add_relationship(f"{_RELATIONS}/image", media.part_of(image.content), key)


def describe(document: "Document", paper: "Paper", language: str) -> None:
    """Say what the document is: its dates are the paper's, nothing tells when or where the file was made."""
    _drop_other_properties(document)
    properties = document.core_properties
    for name in _TOLD:
        setattr(properties, name, "")
    properties.title = paper.title[:255]
    properties.language = language
    if paper.organisation:
        properties.author = properties.last_modified_by = paper.organisation.name[:255]
    properties.revision = 1
    element = properties._element  # noqa: SLF001 - python-docx has no way to take a date away
    for one in list(element):
        if one.tag.rpartition("}")[2] in ("created", "modified", "lastPrinted"):
            element.remove(one)
    day = paper.day or (paper.stage.day if paper.stage else None)
    if day:
        from datetime import datetime

        properties.created = properties.modified = datetime(day.date.year, day.date.month, day.date.day)  # noqa: DTZ001 - a day, and no moment


def _drop_other_properties(document: "Document") -> None:
    """Drop what the template's program tells of its own work, and a picture of its first page.

    LibreOffice relates the usual properties in another way than Word, which would make them two.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE

    relations = document.part.package.rels
    for key, relation in list(relations.items()):
        is_core = not relation.is_external and relation.target_part.partname == "/docProps/core.xml"
        is_foreign = is_core and relation.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES
        if is_foreign or relation.reltype.endswith(("/extended-properties", "/thumbnail")):
            del relations[key]


def packed(document: "Document") -> bytes:
    """Return the file; the same document gives the same bytes."""
    saved, whole = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.compress_type = _UNIX, zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return whole.getvalue()
