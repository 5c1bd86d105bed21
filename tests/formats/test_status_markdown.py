"""The status as Markdown: whole pages in both languages, and texts that stay texts."""

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from handleplan.formats.status_markdown import render
from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.owed import owed_by
from handleplan.status import Around, YearData, build_status
from tests.years import CONFIG, YEAR, day, meeting, plan, status


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "on", "detailed"), [("june", "2022-06-15", False), ("november", "2022-11-15", True)]
)
def test_whole_pages(
    name: str, on: str, language: Language, golden: Callable[[str, str], None], *, detailed: bool
) -> None:
    years = (YEAR, YearData(2023)) if detailed else (YEAR,)
    found = status(on, *years, around=Around(planned=(2022,)))
    golden(f"status-{name}.{language}.md", render(found, Texts(language), detailed=detailed))


def test_what_is_owed_and_missing_alone() -> None:
    found = status("2022-06-15")
    text = render(found, Texts("da"), owed=owed_by(CONFIG, found, "AB"), ahead=True)
    assert "## Anne Berg (AB)\n" in text
    assert "`handleplan status --mine CDEU`" in text
    assert "<br>`handleplan set sundhed.h1 --status STATUS --round 2022-06`" in text
    assert "## Handleplan 2022" not in text


def test_tables_have_as_many_cells_as_columns() -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(
        render(status("2022-06-15"), Texts("da"), detailed=True)
    )
    assert html.count("<table>") == 4
    for table in html.split("<table>")[1:]:
        rows = [
            row.count("</td>") or row.count("</th>") for row in table.split("</table>")[0].split("<tr>")[1:]
        ]
        assert len(set(rows)) == 1


def test_texts_stay_texts() -> None:
    hostile = "<b>x</b> | # a `b` \x1b[2J\n::error::"
    plans = {"sundhed": plan("sundhed", actions=[{"text": hostile, "owner": hostile, "quarters": "Q1"}])}
    decisions = [{"text": hostile, "owner": hostile}]
    data = YearData(2022, plans, (), (meeting("ukendt", "2022-02-01", decisions=decisions),))
    text = render(build_status(CONFIG, [data], day("2022-06-15")), Texts("da"), detailed=True)
    assert "<b>" not in text.replace(r"\<b>", "")
    assert "\x1b" not in text
    assert not any(line.startswith("::") for line in text.splitlines())
