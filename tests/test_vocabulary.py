"""The words of a run: each is looked at once, and files are told of those they hold themselves."""

import pytest

import handleplan.vocabulary
from handleplan.source import read_source
from handleplan.vocabulary import Vocabulary, Watch


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], Watch]:
    """A watch for words with an exclamation mark, and the words it has been asked about."""
    monkeypatch.setattr(handleplan.vocabulary, "WATCHES", [])
    words: list[str] = []

    def notable(word: str) -> bool:
        words.append(word)
        return "!" in word

    return words, Watch(notable)


def test_a_word_is_looked_at_once(asked: tuple[list[str], Watch]) -> None:
    words, watch = asked
    vocabulary = Vocabulary()
    first, second = read_source(b"a: Nu! og #1\n"), read_source(b"b: og #1 Nu! Nej!\n")
    assert vocabulary.among(watch, first) == {"Nu!"}
    assert vocabulary.among(watch, second) == {"Nu!", "Nej!"}
    assert vocabulary.among(watch, first) == {"Nu!"}
    assert sorted(words) == ["#1", "Nej!", "Nu!"]


def test_what_is_forgotten_is_looked_at_again(
    asked: tuple[list[str], Watch], monkeypatch: pytest.MonkeyPatch
) -> None:
    words, watch = asked
    monkeypatch.setattr(handleplan.vocabulary, "_MOST", 3)
    vocabulary = Vocabulary()
    first, second = read_source(b"a: Nu!\n"), read_source(b"b: og nej!\n")
    found = [vocabulary.among(watch, source) for source in (first, second, first)]
    assert found == [{"Nu!"}, {"nej!"}, {"Nu!"}]
    assert words.count("Nu!") == 2


@pytest.mark.parametrize("word", ["og", "Region", "Århus,", "klima:"])
def test_plain_words_are_not_asked_about(word: str, asked: tuple[list[str], Watch]) -> None:
    words, watch = asked
    assert Vocabulary().among(watch, read_source(f"{word} EU".encode())) == set()
    assert words == ["EU"]


@pytest.mark.parametrize("word", ["EU", "a-", "xx", "Xx.", "1", "ψυχή", "A\u030arhus", "e\u00ada", "<b>"])
def test_every_other_word_is(word: str, asked: tuple[list[str], Watch]) -> None:
    words, watch = asked
    Vocabulary().among(watch, read_source(f"{word} og".encode()))
    assert words == [word]
