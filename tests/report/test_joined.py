import re

import pytest

from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.report.formats import render
from handleplan.report.joined import join, join_paper
from handleplan.report.prose import Prose
from handleplan.report.prose_data import plain_data
from handleplan.report.prose_html import inline_html
from handleplan.report.view import CycleStep
from tests.report.pdf_reading import text_of_pdf
from tests.report.samples import RICH, paper_of, plan_of
from tests.report.year import KINDS, paper_of_kind


@pytest.mark.parametrize(
    ("language", "text", "joined"),
    [
        ("da", "I dag, 12. januar 2022", "I dag, 12.~januar~2022"),
        ("da", "til 15. juni", "til 15.~juni"),
        ("da", "5.–12. januar 2022", "5.–12.~januar~2022"),
        ("da", "15. november 2021 – 10. januar 2022", "15.~november~2021~– 10.~januar~2022"),
        ("da", "i maj 2022 og MAJ 22", "i maj~2022 og MAJ 22"),
        ("da", "Nr. 2022 januarmøder, 3 majere", "Nr. 2022 januarmøder, 3 majere"),
        ("da", "Sundhed – handleplan 2022 – 2025", "Sundhed~– handleplan 2022~– 2025"),
        ("da", "Aftalt · 25. januar 2022 · Nyt", "Aftalt~· 25.~januar~2022~· Nyt"),
        ("da", "– først", "– først"),
        ("en", "10 January 2022", "10~January~2022"),
        ("en", "may 5 have 10 Mayors", "may 5 have 10 Mayors"),
        ("en", "10 januar 2022", "10 januar 2022"),
    ],
)
def test_dates_and_separators_hold_together(language: Language, text: str, joined: str) -> None:
    assert join(text, language) == joined.replace("~", "\u00a0")
    assert join(join(text, language), language) == join(text, language)


def test_a_paper_is_the_same_but_for_its_spaces() -> None:
    paper = paper_of_kind("status")
    joined = join_paper(paper)
    assert joined != paper
    assert repr(joined).replace("\\xa0", " ") == repr(paper).replace("\\xa0", " ")


def test_prose_keeps_its_dashes_with_the_word_before_them_and_code_as_it_is() -> None:
    prose = Prose("Fra 2022 – 2025, *nu* · så `a – b`")
    assert inline_html(prose) == "Fra 2022~– 2025, <em>nu</em>~· så <code>a – b</code>".replace("~", "\u00a0")
    texts = [run["text"] for run in plain_data(prose)["blocks"][0]["runs"]]
    assert "".join(texts) == "Fra 2022~– 2025, nu~· så a – b".replace("~", "\u00a0")
    assert inline_html(Prose("2022 – 2025")) == "2022\u00a0– 2025"


def test_prose_is_left_in_the_view_and_days_in_a_narrow_column() -> None:
    paper = paper_of(plan_of(RICH, background="Fra 10. januar 2022 – nu"))
    assert join_paper(paper).plans[0].sections[0].text == paper.plans[0].sections[0].text
    step = CycleStep("a", "15. november 2021 – 10. januar 2022", None, "Trin – 1. juni")
    cover = (paper.plans[0].sections[0]._replace(steps=(step,)),)
    joined = join_paper(paper._replace(cover=cover)).cover
    assert joined
    assert joined[0].steps[0] == CycleStep(
        "a", "15. november 2021\u00a0– 10. januar 2022", None, "Trin\u00a0– 1.\u00a0juni"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_only_set_pages_have_spaces_that_join(kind: str, language: Language) -> None:
    paper, texts = paper_of_kind(kind, language), Texts(language)
    html = re.sub(r"<style>.*?</style>", "", render(paper, "html", texts), flags=re.DOTALL)
    assert re.search(r"\d\.?\u00a0[A-Za-z]+\u00a0\d{4}", html)
    assert re.search(r"\d\.?\u00a0[A-Za-z]+\u00a0\d{4}", text_of_pdf(render(paper, "pdf", texts)))
    assert not re.search(
        r" [·–] |\d\.? (?:januar|January) 2022", re.sub(r'<span class="when">[^<]*', "", html)
    )
    for format_name in ("markdown", "json"):
        assert not re.search(r"(?:januar|January)\u00a0", str(render(paper, format_name, texts)))
