"""Typst, which sets PDF: the fonts it is given, the characters they lack, and templates that are broken.

What it sets is handed over as files in memory; it reads none of the machine's but fonts.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from handleplan.failure import Failure

if TYPE_CHECKING:
    import typst

FONT = "IBM Plex Sans"
TEMPLATE_SUFFIX = ".typ"
# Accessible PDF, ISO 14289-1: typst refuses to write what does not keep to it.
STANDARD = "ua-1"
# What typst says of a text that no font has characters for
_UNKNOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_PLACE = re.compile(r"┌─ (?P<name>.+?):(?P<line>[0-9]+):[0-9]+$", re.MULTILINE)
_REPLACEMENT = "\ufffd"
# A replaced character may have kept another from being looked at.
_ATTEMPTS = 5


def typeset(main: str, files: Mapping[str, bytes], data: str, own_templates: Path | None) -> bytes:
    """Set a document as PDF.

    The fonts are those of the extra and of typst itself, so that every machine sets the same; only a text that they
    have no characters for is set with the machine's own, and what these lack too is replaced by U+FFFD.

    Args:
        main: the name of the file to begin with.
        files: files by the names that they read each other under.
        data: the name of the file with texts, in which characters may be replaced.
        own_templates: the workspace's folder of templates, to tell its mistakes from ours.

    Raises:
        Failure: ``no-typst``: the extra is not installed; ``template`` with ``path`` and ``line``: a template of the
            workspace is broken.
    """
    try:
        import fontpkg_ibm_plex_sans  # noqa: F401 - its files are looked up below
        from typst import TypstError
    except ImportError:
        raise Failure("no-typst") from None
    begun = {"main": files[main], **files}
    system = False
    for _ in range(_ATTEMPTS):
        try:
            return _compile(begun, system=system)
        except TypstError as error:
            unknown = set(map(_unescape, _UNKNOWN.findall(error.diagnostic)))
            if not unknown:
                raise _failure(error, own_templates) or error from error
            if system:
                begun[data] = _replace(begun[data], unknown)
            system = True
    return _compile(begun, system=system)


def _compile(files: Mapping[str, bytes], *, system: bool) -> bytes:
    import typst

    found = typst.compile(
        dict(files),  # type: ignore[type-var] # the stubs forget that files in memory are taken
        format="pdf",
        font_paths=_fonts(system=system),
        ignore_system_fonts=True,
        pdf_standards=[STANDARD],
        timestamp=0,
    )
    return bytes(found)


@cache
def _fonts(*, system: bool) -> "typst.Fonts":
    import fontpkg_ibm_plex_sans
    import typst

    return typst.Fonts(include_system_fonts=system, font_paths=[str(fontpkg_ibm_plex_sans.ROOT / "files")])


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def _replace(content: bytes, texts: set[str]) -> bytes:
    """Replace every character of some texts; in JSON a character beyond ASCII stands as it is."""
    table = {ord(char): _REPLACEMENT for text in texts for char in text if not char.isascii()}
    return content.decode().translate(table).encode()


def _failure(error: "typst.TypstError", own_templates: Path | None) -> Failure | None:
    """Say where a template of the workspace is broken; ``None`` where the fault is ours."""
    for place in _PLACE.finditer("\n".join((error.diagnostic, *error.trace))):
        path = own_templates / place["name"] if own_templates else None
        if path is not None and path.is_file():
            return Failure("template", path=path, line=int(place["line"]), reason=error.message)
    return None
