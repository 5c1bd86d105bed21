import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from handleplan.locale import Texts
from handleplan.model.config import Step
from handleplan.report.bars import ORDER, make_bars
from handleplan.report.kinds import build_picture
from handleplan.report.measure import width_of
from handleplan.report.pictures import draw, draw_inline
from handleplan.report.pictures.patterns import define
from handleplan.report.pictures.slide import STATUS_COLOURS, render_slide
from handleplan.report.pictures.svg import number
from handleplan.report.pictures.wheel import draw_wheel
from handleplan.report.prose import plain
from handleplan.report.view import Picture, Timeline, Wheel
from handleplan.report.wheel import make_wheel
from tests.report.samples import HOSTILE_CONFIG, HOSTILE_PLAN, plan_of
from tests.report.texts import HOSTILE
from tests.report.year import JUNE, hostile_material, material_of

TEXTS = Texts("da")


def pictures() -> list[Picture]:
    bars = make_bars([("Sundhed", list(ORDER)), ("Kultur", [])], TEXTS, anchor="x")
    return [build_picture("wheel", material_of()), build_picture("timeline", material_of()), bars]


def hostile() -> list[Picture]:
    work = [{"text": text, "quarters": "Q1, Q3"} for text in HOSTILE]
    material = hostile_material(HOSTILE_CONFIG, plan_of(HOSTILE_PLAN, actions=work))
    bars = make_bars([(plain(text), ["done"]) for text in HOSTILE], TEXTS, anchor="x")
    return [build_picture("wheel", material), build_picture("timeline", material), bars]


@pytest.mark.parametrize("picture", [*pictures(), *hostile()], ids=lambda picture: picture.kind)
def test_pictures_are_xml_with_title_and_description(picture: Picture) -> None:
    drawn = re.findall(r"(?s)<svg.*?</svg>", draw_inline(picture))
    for svg in (*drawn, render_slide(picture, "#0b5563")):
        root = ET.fromstring(svg)  # noqa: S314 - our own
        assert root.get("role") == "img"
        named = (root.get("aria-labelledby") or "").split()
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert set(named) <= set(ids)
        assert len(ids) == len(set(ids))
        assert all((element.text or "").strip() for element in list(root)[:2])


@pytest.mark.parametrize("picture", [*pictures(), *hostile()], ids=lambda picture: picture.kind)
def test_nothing_is_drawn_outside_the_ground(picture: Picture) -> None:
    for svg in re.findall(r"(?s)<svg.*?</svg>", draw_inline(picture)):
        root = ET.fromstring(svg)  # noqa: S314 - our own
        _, _, width, height = map(float, (root.get("viewBox") or "").split())
        for element in root.iter():
            x, y = float(element.get("x", 0)), float(element.get("y", 0))
            if element.tag == "text":
                style = (element.get("class") or "").split()
                size = width_of(element.text or "", 12 if "s" in style else 14)
                left = x - size / 2 if "m" in style else x - size if "e" in style else x
                assert left >= -1
                assert left + size <= width + 1 or size > width
            elif element.tag == "rect":
                assert x + float(element.get("width", 0)) <= width + 1
            assert -1 <= y <= height


def test_each_status_has_a_pattern_of_its_own_and_words() -> None:
    patterns = {status: define("a", 1, [status]).replace(status, "") for status in ORDER}
    marks = [re.sub(r"\w+-", "", pattern) for pattern in patterns.values()]
    # solid, and none on a dashed outline, are the two without marks
    assert len(set(marks)) == len(ORDER) - 1
    assert set(ORDER) == set(STATUS_COLOURS)
    svg = render_slide(make_bars([("Sundhed", list(ORDER))], TEXTS, anchor="x"), None)
    assert all(TEXTS.label(status) in svg for status in ORDER)
    assert "stroke-dasharray" in svg


def test_a_picture_in_a_document_leaves_title_and_margin_to_it() -> None:
    picture = build_picture("wheel", material_of())
    alone = ET.fromstring(render_slide(picture, None))  # noqa: S314 - our own
    inside = ET.fromstring(render_slide(picture, None, titled=False))  # noqa: S314 - our own
    texts = [
        [element.text for element in root.iter() if element.tag.endswith("}text")] for root in (alone, inside)
    ]
    assert texts[0] == [picture.title, *texts[1]]
    assert float(inside.get("width", 0)) < float(alone.get("width", 0))


def test_the_wheel_gives_steps_of_the_same_days_different_circles() -> None:
    steps = [Step.model_validate({"id": f"s{n}", "month": "1", "title": "T"}) for n in range(4)]
    drawing = draw_wheel(_wheel(steps), 700)
    radii = {match for element in drawing.elements for match in re.findall(r"A([\d.]+) ", element)}
    assert len(radii) == 4


@pytest.mark.parametrize(
    ("step", "first", "last"),
    [
        ({"month": "november", "of": "previous-year"}, -2, -1),
        ({"month": "januar"}, 0, 1),
        ({"month": "december"}, 11, 12),
        ({"from": "12-16", "until": "01-15"}, 11 + 15 / 31, 12 + 15 / 31),
        ({"from": "02-29", "until": "02-29"}, 2, 2 + 1 / 31),
        ({"from": "01-01", "until": "12-31"}, 0, 12),
    ],
)
def test_days_on_the_circle(step: dict[str, str], first: float, last: float) -> None:
    (found,) = _wheel([Step.model_validate({"id": "s", "title": "T", **step})]).steps
    assert (found.first, found.last) == pytest.approx((first, last))


@pytest.mark.parametrize(("day", "hand"), [(date(2022, 1, 1), 0), (date(2022, 7, 1), 6), (JUNE, 5 + 19 / 30)])
def test_the_hand_points_at_the_day(day: date, hand: float) -> None:
    data = make_wheel([Step.model_validate({"id": "s", "month": "1"})], 2022, TEXTS, day).data
    assert isinstance(data, Wheel)
    assert data.hand == pytest.approx(hand)


def _wheel(steps: list[Step]) -> Wheel:
    data = make_wheel(steps, 2022, TEXTS).data
    assert isinstance(data, Wheel)
    return data


@pytest.mark.parametrize(
    ("value", "written"), [(0.0, "0"), (-0.0, "0"), (-0.04, "0"), (12, "12"), (12.25, "12.2"), (-3.5, "-3.5")]
)
def test_a_length_is_written_to_a_tenth(value: float, written: str) -> None:
    assert number(value) == written


def test_group_titles_stay_in_the_labels_column() -> None:
    picture = build_picture("timeline", material_of())
    assert isinstance(picture.data, Timeline)
    title = "Kultur – KIC – (Knowledge and Innovation Communities) – herunder en aftale om bidrag til udbytte"
    groups = tuple(group._replace(title=title) for group in picture.data.groups)
    for width in (700, 330):
        drawing = draw(picture._replace(data=picture.data._replace(groups=groups)), width)
        titles = re.findall(r'<text x="0" [^>]*class="b c">([^<]*)<', "".join(drawing.elements))
        room = width * 0.52 if width > 500 else width
        assert len(titles) > len(groups)
        assert " ".join(titles[: len(titles) // len(groups)]) == title
        assert all(width_of(line, 14, bold=True) <= room for line in titles)
