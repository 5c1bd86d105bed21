import re
from base64 import b64decode

import pytest

from handleplan.failure import Failure
from handleplan.locale import LANGUAGES, Texts
from handleplan.report.logo import LARGEST, logo_address, logo_file, svg_shape
from handleplan.report.raster import pixel_size

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{0}>{1}</svg>'


def cleaned(content: str, attributes: str = "") -> str:
    kind, _, data = logo_address("logo.svg", SVG.format(attributes, content).encode()).partition(",")
    assert kind == "data:image/svg+xml;base64"
    return b64decode(data).decode()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x20\0\0\0\x10rest", "png"),
        (b"\xff\xd8\xff\xe0\0\x04JF\xff\xff\xc0\0\x0b\x08\0\x10\0\x20rest", "jpeg"),
        (b"\xff\xd8\xff\xdb\0\x04\0\0\xff\x01\xff\xc2\0\x0b\x08\0\x10\0\x20rest", "jpeg"),
    ],
)
def test_pictures_of_points_stay_as_they_are(content: bytes, kind: str) -> None:
    begin, _, data = logo_address("logo", content).partition(",")
    assert begin == f"data:image/{kind};base64"
    assert b64decode(data) == content
    assert pixel_size(content) == (32, 16)


def test_drawing_stays() -> None:
    text = '<defs><linearGradient id="g"/></defs><path d="M0 0" fill="url(#g)" style="stroke:#000"/><use href="#g"/>'
    found = cleaned(text)
    for part in ('d="M0 0"', 'fill="url(#g)"', 'style="stroke:#000"', 'href="#g"', "linearGradient"):
        assert part in found


@pytest.mark.parametrize(
    "content",
    [
        "<script>pwn()</script>",
        "<g><script href='x'/></g>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>pwn</p></foreignObject>",
        "<path onload='pwn()'/>",
        "<image href='https://pwn'/>",
        "<use xlink:href='https://pwn#a'/>",
        "<a href='javascript:pwn()'><path/></a>",
        "<path fill='url(https://pwn)'/>",
        "<path style=\"fill:url('https://pwn')\"/>",
        "<style>@import 'pwn';</style>",
        "<style>a{background:URL( pwn)}</style>",
        "<animate attributeName='href' to='pwn'/>",
        "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>pwn()</x:script>",
        "<!-- pwn -->",
    ],
)
def test_what_is_active_or_from_elsewhere_goes(content: str) -> None:
    assert "pwn" not in cleaned(content)
    assert "pwn" not in cleaned("<path/>", " onload='pwn()'")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "logo"),
        (b"GIF89a", "logo"),
        (b"<svg", "logo"),
        (b"\x89PNG\r\n\x1a\nrest", "logo-without-size"),
        (b"\xff\xd8\xff\xdb\0\x04\0\0\xff\xc4\0\x0b\x08\0\x10\0\x20rest", "logo-without-size"),
        (SVG.format(' width="0mm" height="10"', "").encode(), "logo-without-size"),
        (SVG.format(' width="-3"', "").encode(), "logo-without-size"),
        (b"<html/>", "logo"),
        (b"\x00\xff", "logo"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "logo-entities"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE svg [<!ENTITY a "b">]><svg/>'.encode("utf-16"), "logo-entities"),
        (b'<?xml version="1.0" encoding="nonsense"?><svg/>', "logo"),
        (b"x" * (LARGEST + 1), "logo-too-large"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_a_sentence(content: bytes, key: str) -> None:
    with pytest.raises(Failure) as caught:
        logo_address("billeder/logo.svg", content)
    assert caught.value.key == key
    for language in LANGUAGES:
        told = Texts(language).message(f"failure.{key}", **caught.value.values)
        assert "billeder/logo.svg" in told
        assert re.search(r"\w\.$", told)


@pytest.mark.parametrize(
    ("attributes", "shape"),
    [
        (' width="30" height="10"', (30, 10)),
        (' width="30mm" height="10mm"', (30, 10)),
        (' width="100%" height="1" viewBox="0 0 3.5,7"', (3.5, 7)),
        (' width="100%"', (1, 1)),
        (' viewBox="0 0 0 7" width="2" height="4"', (2, 4)),
        (' viewBox="junk"', (1, 1)),
    ],
)
def test_the_shape_of_a_drawing(attributes: str, shape: tuple[float, float]) -> None:
    assert svg_shape(SVG.format(attributes, "").encode()) == shape


def test_an_address_gives_its_file_back() -> None:
    content = SVG.format(' width="3" height="1"', "").encode()
    found = logo_file(logo_address("logo.svg", content))
    assert found is not None
    assert (found.kind, svg_shape(found.content)) == ("svg", (3, 1))
    assert logo_file(None) is None
