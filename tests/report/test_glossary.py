from tests.report.samples import PLAIN_AREAS, config_of, paper_of, plan_of


def glossary(text: str, **config: object) -> list[tuple[str, str]]:
    paper = paper_of(plan_of(PLAIN_AREAS, background=text), config=config_of(**config))
    return [(term.short, term.meaning) for term in paper.glossary]


def test_what_occurs_is_listed_in_order() -> None:
    assert glossary("RU’s arbejde i EU-regi") == [
        ("EU", "Den Europæiske Union"),
        ("RU", "Regional Udvikling"),
    ]


def test_whole_words_in_their_own_spelling_count() -> None:
    assert glossary("EUropa, NEU, eu, EU4Health") == []
    assert [short for short, _ in glossary("(EU), KIC’en/RM")] == ["EU", "KIC", "RM"]


def test_addresses_are_not_printed_and_do_not_count() -> None:
    assert glossary("[siden](https://example.org/EU)") == []
    assert [short for short, _ in glossary("**E**U")] == ["EU"]


def test_the_longer_abbreviation_wins() -> None:
    assert glossary("DK-EU", glossary={"EU": "a", "DK-EU": "b"}) == [("DK-EU", "b")]


def test_danish_letters_come_last() -> None:
    order = [short for short, _ in glossary("Å Z Ø A Æ", glossary=dict.fromkeys("ÅZØAÆ", "x"))]
    assert order == ["A", "Z", "Æ", "Ø", "Å"]


def test_nothing_to_explain() -> None:
    assert glossary("EU", glossary={}, parties=[]) == []
