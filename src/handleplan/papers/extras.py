"""The formats that meetings want and what each takes: whether its addition is installed is seen without loading it."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import NamedTuple


class Extra(NamedTuple):
    """An extra of handleplan, and the modules it brings."""

    name: str
    modules: tuple[str, ...]


# What sets a format
NEEDED: Mapping[str, Extra] = {
    "pdf": Extra("pdf", ("typst", "fontpkg_ibm_plex_sans")),
    "docx": Extra("word", ("docx", "resvg_py", "fontpkg_ibm_plex_sans")),
    "png": Extra("png", ("resvg_py", "fontpkg_ibm_plex_sans")),
}
WANTED = ("pdf", "docx")
FALLBACK = "html"


def usual_formats() -> tuple[str, ...]:
    """Return the formats papers get where none is asked for: PDF and Word as far as they can be made, else HTML."""
    return tuple(filter(_is_there, WANTED)) or (FALLBACK,)


def slide_formats() -> tuple[str, ...]:
    """Return the formats pictures get: SVG, and PNG where it can be made."""
    return ("svg", "png") if _is_there("png") else ("svg",)


def missing_extras(asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats that would be there after an installation, in the order of the table.

    Args:
        asked: the formats of papers that were asked for; where there are some the others are not missed.
    """
    wanted = (*(() if asked else WANTED), "png")
    return tuple(name for name in wanted if not _is_there(name))


def _is_there(name: str) -> bool:
    return all(find_spec(module) for module in NEEDED[name].modules)
