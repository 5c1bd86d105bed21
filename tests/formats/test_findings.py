"""The table of formats: what holds for all of them, and whole pages of each."""

import re
from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan import __version__
from handleplan.formats.findings import FORMATS, Name, Run, format_of
from handleplan.formats.harmless import CONTROL, holds_command
from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.problem import SEVERITIES, Severity
from tests.formats.findings_samples import SAMPLES, finding

each_format = pytest.mark.parametrize("name", FORMATS)
# What the formats for build services print on purpose.
OWN_COMMAND = re.compile(r"^(?:::(?:error|warning|notice) |##vso\[task\.logissue )")


def printed(name: Name, language: Language = "da") -> str:
    return "".join(FORMATS[name].render(Run(SAMPLES, 3, Texts(language), 100)))


def test_the_table_holds_every_name() -> None:
    assert get_args(Name) == tuple(FORMATS)


@each_format
@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_pages(name: Name, language: Language, golden: Callable[[str, str], None]) -> None:
    ending = (FORMATS[name].suffixes or (".txt",))[0]
    golden(f"findings-{name}.{language}{ending}", printed(name, language).replace(__version__, "VERSION"))


@each_format
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_a_text_breaks_out(name: Name, language: Language) -> None:
    holds_nothing_but_our_own_commands(printed(name, language))


@each_format
@given(st.text(), st.text(), st.text(min_size=1), st.sampled_from(SEVERITIES))
def test_nothing_in_any_text_breaks_out(
    name: Name, sentence: str, correction: str, path: str, severity: Severity
) -> None:
    one = finding(
        "HP101", "unknown-key", severity, (1, 1, 1, 2),
        sentence=sentence, correction=correction, path=path, location=sentence, excerpt=correction,
    )  # fmt: skip
    text = "".join(FORMATS[name].render(Run((one,), 1, Texts("da"), 100)))
    holds_nothing_but_our_own_commands(text)
    if name in ("github", "azure"):
        assert text.count("\n") == 1


def holds_nothing_but_our_own_commands(text: str) -> None:
    assert not re.search(f"(?!\n)[{CONTROL}]", text)
    for line in text.splitlines():
        assert not holds_command(OWN_COMMAND.sub("", line))


@each_format
def test_every_format_ends_with_its_last_line(name: Name) -> None:
    assert printed(name).endswith("\n")
    nothing = "".join(FORMATS[name].render(Run((), 3, Texts("da"), 100)))
    assert nothing == "" or nothing.endswith("\n")


@each_format
def test_files_of_a_format_begin_as_the_table_says(name: Name) -> None:
    assert printed(name).startswith(FORMATS[name].beginning)
    assert "".join(FORMATS[name].render(Run((), 3, Texts("en"), 100))).startswith(FORMATS[name].beginning)


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("a.json", "json"), ("A.JSON", "json"), ("a.sarif", "sarif"), ("a.sarif.json", "sarif"), ("a.txt", "text"),
        ("a.yaml", None), ("a", None), ("json", None), ("", None),
    ],
)  # fmt: skip
def test_the_format_that_a_files_name_asks_for(file_name: str, name: Name | None) -> None:
    assert format_of(file_name) == name
