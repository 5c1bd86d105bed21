"""An organisation's logo as a ``data:`` address, and back: PNG and JPEG as they are, SVG without anything but drawing in it."""

import re
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, NamedTuple

from handleplan.failure import Failure
from handleplan.report.raster import JPEG, PNG, pixel_size

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST = 1_000_000
_SVG = "http://www.w3.org/2000/svg"
# What an SVG may run or bring in from elsewhere: https://www.w3.org/TR/SVG2/conform.html#secure-static-mode
_ACTIVE = {
    "script", "foreignObject", "iframe", "audio", "video", "handler", "listener", "animate", "animateMotion",
    "animateTransform", "set", "image", "a", "feImage",
}  # fmt: skip
_ADDRESS = re.compile(r"data:image/(?P<kind>png|jpeg|svg)[^,]*,(?P<content>.*)", re.DOTALL)
_NOTHING = re.compile(r"\s*(?:-.*|[0.]+(?:[a-z]+|%)?)\s*")
_ELSEWHERE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression\(|javascript:", re.IGNORECASE)


class LogoFile(NamedTuple):
    """A logo's file; ``kind`` is ``png``, ``jpeg`` or ``svg``."""

    kind: str
    content: bytes


def logo_file(address: str | None) -> LogoFile | None:
    """Return the file that an address made by ``logo_address`` holds; ``None`` where there is no address."""
    found = _ADDRESS.fullmatch(address) if address else None
    return LogoFile(found["kind"], b64decode(found["content"])) if found else None


def logo_address(path: str, content: bytes) -> str:
    """Make the address of a logo out of its file's content, whatever its name says.

    Raises:
        Failure: ``logo``, ``logo-too-large``, ``logo-without-size`` or ``logo-entities``, each with ``path``.
    """
    if len(content) > LARGEST:
        raise Failure("logo-too-large", path=path, megabytes=LARGEST // 1_000_000)
    for kind, begin in (("png", PNG), ("jpeg", JPEG)):
        if content.startswith(begin):
            try:
                pixel_size(content)
            except ValueError as error:
                raise Failure("logo-without-size", path=path) from error
            return _address(f"image/{kind}", content)
    return _address("image/svg+xml", _clean_svg(path, content))


def svg_shape(content: bytes) -> tuple[float, float]:
    """Return width and height of a drawing to each other, in any unit; a square's where it does not tell."""
    import xml.etree.ElementTree as ET

    root = ET.fromstring(content)  # noqa: S314 - it has been cleaned
    view = re.findall(r"[-+.\deE]+", root.get("viewBox", ""))
    sides = [_positive(value) for value in view[2:4]]
    if None in sides or len(sides) < 2:  # noqa: PLR2004 - width and height
        sides = [_positive(re.sub(r"[a-z%]+$", "", root.get(name, ""))) for name in ("width", "height")]
    width, height = sides
    return (width, height) if width and height else (1.0, 1.0)


def _positive(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if 0 < number < float("inf") else None


def _address(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _clean_svg(path: str, content: bytes) -> bytes:
    """Write an SVG anew without what is active or comes from elsewhere.

    Entities are refused before anything is parsed: they are the one thing in XML that can grow.
    """
    import xml.etree.ElementTree as ET

    if b"<!ENTITY" in content.replace(b"\0", b"").upper():  # in UTF-16 too
        raise Failure("logo-entities", path=path)
    try:
        root = ET.fromstring(content)  # noqa: S314 - without entities nothing expands
    except (ET.ParseError, ValueError, LookupError):
        raise Failure("logo", path=path) from None
    if root.tag != f"{{{_SVG}}}svg":
        raise Failure("logo", path=path)
    if any(_NOTHING.fullmatch(root.get(side, "")) for side in ("width", "height")):
        raise Failure("logo-without-size", path=path)
    ET.register_namespace("", _SVG)
    _clean(root)
    cleaned: bytes = ET.tostring(root, encoding="utf-8")
    return cleaned


def _clean(element: "Element") -> None:
    for name, value in tuple(element.attrib.items()):
        bare = name.rpartition("}")[2].casefold()
        elsewhere = bare == "href" and not value.strip().startswith("#")
        if bare.startswith("on") or elsewhere or _ELSEWHERE.search(value):
            del element.attrib[name]
    if element.text and _ELSEWHERE.search(element.text):
        element.text = ""
    for child in tuple(element):
        namespace, _, bare = str(child.tag).rpartition("}")
        if bare in _ACTIVE or namespace != f"{{{_SVG}":
            element.remove(child)
        else:
            _clean(child)
