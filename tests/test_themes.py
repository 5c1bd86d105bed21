"""A theme under all the names that people give it."""

import pytest

from handleplan.model.config import Theme
from handleplan.themes import find_theme, normalise

THEMES = [
    Theme(slug="kultur", name="Kultur"),
    Theme(slug="groen-omstilling", name="Grøn omstilling"),
    Theme(slug="sundhed", name="Sundhed"),
    Theme(slug="kunst", name="Kunst"),
    Theme(slug="sund", name="Sund aldring"),
]


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("kultur", "kultur"),
        ("KULTUR", "kultur"),
        ("Grøn omstilling", "groen-omstilling"),
        ("grøn-omstilling", "groen-omstilling"),
        ("GROEN-OMSTILLING", "groen-omstilling"),
        ("groen_omstilling", "groen-omstilling"),
        (" grøn ", "groen-omstilling"),
        ("gr", "groen-omstilling"),
        ("kul", "kultur"),
        ("ku", None),
        ("sund", "sund"),
        ("sundhed", "sundhed"),
        ("sun", None),
        ("Sund aldring", "sund"),
        ("", None),
        ("trafik", None),
        ("omstilling", None),
    ],
)
def test_find_theme(word: str, slug: str | None) -> None:
    found = find_theme(word, THEMES)
    assert (found.slug if found else None) == slug


def test_normalise() -> None:
    assert normalise("Æblegrød på ÅEN") == "aeblegroed-paa-aaen"
