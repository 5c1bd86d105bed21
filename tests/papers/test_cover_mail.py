"""The mail that goes with a meeting's papers."""

import re
from collections.abc import Callable

import pytest

from handleplan.formats.harmless import CONTROL
from handleplan.locale import Language, Texts
from handleplan.papers.bundle import pieces_for
from handleplan.papers.cover_mail import write_mail
from handleplan.papers.lacking import lacking
from handleplan.papers.occasion import find_occasion
from tests.papers.office import material, occasion_of
from tests.report.samples import HOSTILE_CONFIG, HOSTILE_PLAN, plan_of
from tests.report.year import JUNE, hostile_material


def mail(word: str, language: Language = "da") -> str:
    found, occasion = material()._replace(texts=Texts(language)), occasion_of(word)
    return write_mail(found, occasion, pieces_for(found, occasion))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_mail_as_it_is_sent(language: Language, golden: Callable[[str, str], None]) -> None:
    golden(f"mail-{language}.txt", mail("january-meeting", language))


def test_what_is_missing_is_for_the_one_who_sends_it() -> None:
    found, occasion = material(), occasion_of("june-meeting")
    missing = lacking(found, occasion)
    assert missing
    assert not [lack for lack in missing if lack.text in mail("june-meeting")]


def test_papers_without_a_meeting_are_not_those_of_one() -> None:
    assert "Her er papirerne til handleplanen for 2022." in mail("draft")


def test_after_the_meeting_it_says_thanks() -> None:
    found, occasion = material(JUNE), occasion_of("january-meeting")
    text = write_mail(found, occasion, pieces_for(found, occasion))
    assert "Tak for mødet." in text
    assert "- Beslutningsreferat 2022 – Møde- januar – 2022-01-25\n" in text


def test_hostile_words_stay_on_their_lines() -> None:
    found = hostile_material(HOSTILE_CONFIG, plan_of(HOSTILE_PLAN))
    occasion = find_occasion(HOSTILE_CONFIG, {2022: {"x": found.data.meetings[0]}}, "a", JUNE)
    text = write_mail(found, occasion, pieces_for(found, occasion))
    plain_mail = write_mail(material(), occasion_of("january-meeting"), ())
    assert len(text.split("\n")) == len(plain_mail.split("\n")) + len(pieces_for(found, occasion))
    assert not re.search(rf"(?!\n)[{CONTROL}]", text)
