"""Findings in words: long lists of names are cut short, in both languages."""

import pytest

from handleplan.diagnostic import diagnose
from handleplan.locale import Language, Texts
from handleplan.problem import Place, Problem, Several
from handleplan.source import Source


@pytest.mark.parametrize(
    ("language", "count", "shown"),
    [
        ("da", 1, "for h1."),
        ("da", 7, "for h1, h2, h3, h4, h5, h6, h7."),
        ("da", 8, "for h1, h2, h3, h4, h5, h6 og 2 til."),
        ("en", 8, "for h1, h2, h3, h4, h5, h6 and 2 more."),
        ("en", 100, "for h1, h2, h3, h4, h5, h6 and 94 more."),
    ],
)
def test_several_names(language: Language, count: int, shown: str) -> None:
    names = Several(f"h{number}" for number in range(1, count + 1))
    problem = Problem("activity-without-owner", Place(), {"activities": names})
    assert shown in diagnose(problem, Source(""), "x.yaml", "advice", Texts(language)).message
