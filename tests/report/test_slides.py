import sys

import pytest

from handleplan.failure import Failure
from handleplan.report.kinds import build_picture
from handleplan.report.slides import render_picture
from tests.report.year import material_of


@pytest.mark.parametrize("kind", ["wheel", "timeline"])
def test_svg_needs_nothing_from_elsewhere(kind: str) -> None:
    svg = render_picture(build_picture(kind, material_of()), "svg", "#0b5563").decode()
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert svg == render_picture(build_picture(kind, material_of()), "svg", "#0b5563").decode()


@pytest.mark.parametrize("kind", ["wheel", "timeline"])
def test_png(kind: str) -> None:
    pytest.importorskip("resvg_py")
    png = render_picture(build_picture(kind, material_of()), "png", None)
    assert png.startswith(b"\x89PNG")
    width = int.from_bytes(png[16:20])
    assert width > 1000


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(Failure) as caught:
        render_picture(build_picture("wheel", material_of()), "png", None)
    assert caught.value.key == "no-resvg"
