"""What papers are printed with: colours at the border, abbreviations in every kind of file, a logo in any spelling."""

from pathlib import Path

import pytest

from handleplan.problem import Fix, SetValue
from tests.workspaces import BASE, CONFIG, findings, plan, problems, write

GLOSSARY = CONFIG + "glossary:\n  KIC: Knowledge and Innovation Communities\n"


@pytest.mark.parametrize(
    ("colour", "right"), [("#767676", None), ("#777777", "#747474"), ("#FFFFFF", "#737373")]
)
def test_faint_colours(colour: str, right: str | None, tmp_path: Path) -> None:
    config = f'{CONFIG}organisation:\n  name: Kontoret\n  colour: "{colour}"\n'
    write(tmp_path, {**BASE, "handleplan.yaml": config})
    fixes = [one.fix for one in problems(tmp_path, "handleplan.yaml")]
    assert fixes == ([Fix((SetValue(("organisation", "colour"), right),), safe=False)] if right else [])


@pytest.mark.parametrize(("colour", "contrast"), [("#777777", "4.4"), ("#ffffff", "1"), ("#ff0000", "3.9")])
def test_a_contrast_is_not_rounded_up_to_what_would_do(colour: str, contrast: str, tmp_path: Path) -> None:
    config = f'{CONFIG}organisation:\n  name: Kontoret\n  colour: "{colour}"\n'
    write(tmp_path, {**BASE, "handleplan.yaml": config})
    (found,) = findings(tmp_path)
    assert f"kontrasten er {contrast}," in found.message


@pytest.mark.parametrize(
    ("path", "text", "used"),
    [
        ("2022/kultur.yaml", plan("kultur") + "vision: Et KIC i Midtjylland\n", True),
        ("2022/kultur.yaml", plan("kultur") + "vision: KIC’en i Midtjylland\n", True),
        ("2022/kultur.yaml", plan("kultur") + "vision: To KICs i Midtjylland\n", False),
        ("2022/kultur.yaml", plan("kultur") + "vision: kic\n", False),
        ("2022/index.yaml", "year: 2022\nintroduction: KIC\n", True),
        ("2022/meetings/x.yaml", "step: june-meeting\ndate: 2022-06-20\nplace: KIC\n", True),
        ("2022/status/2022-06/sundhed.yaml", "theme: sundhed\nyear: 2022\ndate: 2022-06-14\nsummary: KIC\n", True),
        ("2022/kultur.yaml", "KIC: [", True),
        ("2022/kultur.yaml", "vision: KIC æøå\n".encode("cp1252"), True),
        ("handleplan.yaml", GLOSSARY.replace("month: juni", "month: juni\n        text: KIC mødes"), True),
    ],
)  # fmt: skip
def test_where_an_abbreviation_may_be_used(path: str, text: str | bytes, used: bool, tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "handleplan.yaml": GLOSSARY, path: text})
    found = [(one.name, one.location) for one in findings(tmp_path, "handleplan.yaml")]
    assert found == ([] if used else [("unused-glossary-entry", "glossary.KIC")])


def test_before_there_are_plans_nothing_is_unused(tmp_path: Path) -> None:
    write(tmp_path, {"handleplan.yaml": GLOSSARY})
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("logo", "found"),
    [
        ("logo.svg", False),
        ("billeder/logo.svg", False),
        ("billeder\\logo.svg", False),
        ("logo.png", True),
        ("billeder", True),
    ],
)
def test_logos(logo: str, found: bool, tmp_path: Path) -> None:
    config = f"{CONFIG}organisation:\n  name: Kontoret\n  logo: {logo}\n"
    write(tmp_path, {**BASE, "handleplan.yaml": config, "logo.svg": "<svg/>", "billeder/logo.svg": "<svg/>"})
    assert [one.name for one in findings(tmp_path)] == ["logo-not-found"] * found
