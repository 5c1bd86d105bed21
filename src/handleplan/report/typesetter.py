"""Typst, which sets PDF: the fonts it is given, the characters they lack, and templates that are broken.

What it sets is handed over as files in memory; of the machine it reads fonts and the folder of templates.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from handleplan.failure import Failure
from handleplan.report.environment import shipped_templates

if TYPE_CHECKING:
    import typst

FONT = "IBM Plex Sans"
TEMPLATE_SUFFIX = ".typ"
# Accessible PDF, ISO 14289-1: typst refuses to write what does not keep to it.
STANDARD = "ua-1"
# The name under which typst looks for the file to begin with
_MAIN = "main"
# What typst says of a text that no font has characters for
_UNKNOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_PLACE = re.compile(r"┌─ (?P<name>.+?):(?P<line>[0-9]+):[0-9]+$", re.MULTILINE)
_REPLACEMENT = "\ufffd"
# A replaced character may have kept another from being looked at.
_ATTEMPTS = 5


def typeset(
    main: str, files: Mapping[str, bytes], data: Collection[str], own_templates: Path | None
) -> bytes:
    """Set a document as PDF.

    The fonts are those of the extra and of typst itself, so that every machine sets the same; only a text that they
    have no characters for is set with the machine's own, and what these lack too is replaced by U+FFFD.

    Args:
        main: the name of the file to begin with.
        files: files by the names that they read each other under.
        data: the names of the files with texts, in which characters may be replaced.
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
    begun = {name if name != main else _MAIN: content for name, content in files.items()}
    system = False
    for _ in range(_ATTEMPTS):
        try:
            return _compile(begun, own_templates, system=system)
        except TypstError as error:
            unknown = _unknown(error)
            if not unknown:
                raise _failure(error, main, own_templates) or error from error
            if system:
                lacking = _lacking(unknown) or unknown
                begun |= {name: _replace(begun[name], lacking) for name in data}
            system = True
    return _compile(begun, own_templates, system=system)


def _compile(files: Mapping[str, bytes], own_templates: Path | None, *, system: bool) -> bytes:
    """Set a document; what is in none of the files is looked for in the folder of templates, and nowhere else."""
    import typst

    found: bytes = typst.compile(  # type: ignore[call-overload] # the stubs leave files in memory out
        dict(files),
        format="pdf",
        root=str(own_templates if own_templates and own_templates.is_dir() else shipped_templates()),
        font_paths=_fonts(system=system),
        ignore_system_fonts=True,
        pdf_standards=[STANDARD],
        timestamp=0,
    )
    return found


@cache
def _fonts(*, system: bool) -> "typst.Fonts":
    import fontpkg_ibm_plex_sans
    import typst

    return typst.Fonts(include_system_fonts=system, font_paths=[str(fontpkg_ibm_plex_sans.ROOT / "files")])


def _unknown(error: "typst.TypstError") -> set[str]:
    """Return the characters of texts that could not be displayed; ASCII every font has."""
    texts = (
        _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) for text in _UNKNOWN.findall(error.diagnostic)
    )
    return {char for text in texts for char in text if not char.isascii()}


def _lacking(characters: set[str]) -> set[str]:
    """Return those of some characters that no font has, each tried alone: in a picture one takes the next down with it."""
    from typst import TypstError

    tries = "".join(f'#"\\u{{{ord(char):x}}}"\n\n' for char in sorted(characters))
    document = f'#set document(title: "-")\n#set text(font: "{FONT}")\n{tries}'
    try:
        _compile({_MAIN: document.encode()}, None, system=True)
    except TypstError as error:
        return _unknown(error)
    return set()


def _replace(content: bytes, characters: set[str]) -> bytes:
    """Replace some characters; in JSON and SVG one beyond ASCII stands as it is."""
    return content.decode().translate({ord(char): _REPLACEMENT for char in characters}).encode()


def _failure(error: "typst.TypstError", main: str, own_templates: Path | None) -> Failure | None:
    """Say where a template of the workspace is broken; ``None`` where the fault is ours."""
    if own_templates is None:
        return None
    own = {
        path.relative_to(own_templates).as_posix(): path
        for path in own_templates.rglob(f"*{TEMPLATE_SUFFIX}")
    }
    for place in _PLACE.finditer(error.diagnostic):
        name = f"/{place['name']}".replace("\\", "/")  # from wherever the process is
        if name.endswith(f"/{_MAIN}"):
            name = name.removesuffix(_MAIN) + main
        path = next((path for own_name, path in own.items() if name.endswith(f"/{own_name}")), None)
        if path is not None:
            return Failure("template", path=path, line=int(place["line"]), reason=error.message)
    return None
