"""A docstring taken apart: paragraphs, examples, and the marks in them."""

from handleplan.explanation import Example, Explanation, Mark, explain_rule

DOC = """Two lines of why,
    in one paragraph.

    And a second one.

    Dansk: Hvorfor, over
    to linjer.

    Bad (2022/sundhed.yaml):
        title: x
        # <- HP101
        goals:

          - id: M1
        #   ^ HP102
        #       ^ HP120
            text: To # tegn
        →x

    Bad (2022/kultur.yaml, saved as cp1252):
        # ^ HP004

    Good (handleplan.yaml):
        format: 1
    """
SHOWN = "title: x\ngoals:\n\n  - id: M1\n    text: To # tegn\n→x\n"


def test_every_part() -> None:
    assert explain_rule(DOC) == Explanation(
        why_en="Two lines of why, in one paragraph.\n\nAnd a second one.",
        why_da="Hvorfor, over to linjer.",
        examples=(
            Example(
                path="2022/sundhed.yaml",
                encoding="utf-8",
                good=False,
                shown=SHOWN,
                marks=(Mark("HP101", 1, 1), Mark("HP102", 4, 5), Mark("HP120", 4, 9)),
            ),
            Example("2022/kultur.yaml", "cp1252", good=False, shown="", marks=(Mark("HP004", 1, 1),)),
            Example("handleplan.yaml", "utf-8", good=True, shown="format: 1\n", marks=()),
        ),
        no_example="",
    )


def test_what_cannot_be_typed_stands_in_the_file() -> None:
    example, *_ = explain_rule(DOC).examples
    assert example.text == SHOWN.replace("→", "\t")
    (bell,) = explain_rule("Why.\n\nBad (x.yaml):\n    a␇b").examples
    assert (bell.shown, bell.text) == ("a␇b\n", "a\x07b\n")


def test_a_rule_without_examples_says_why() -> None:
    found = explain_rule("Why.\n\n    Dansk: Hvorfor.\n\n    No example: it is too large.\n    ")
    assert found == Explanation("Why.", "Hvorfor.", (), "it is too large.")


def test_text_after_an_example_is_a_paragraph_again() -> None:
    found = explain_rule("Why.\n\n    Good (x.yaml):\n        a: b\n\n    More.\n    ")
    assert found.why_en == "Why.\n\nMore."
    assert [example.shown for example in found.examples] == ["a: b\n"]


def test_files_beside_an_example_belong_to_it() -> None:
    doc = "Why.\n\nBad (a.yaml):\n    a: b\n\nBeside (b.yaml):\n    c: d\n\nBeside (c.yaml):\n    e: f\n\nGood (a.yaml):\n    a: b\n"
    bad, good = explain_rule(doc).examples
    assert [(one.path, one.text) for one in bad.beside] == [("b.yaml", "c: d\n"), ("c.yaml", "e: f\n")]
    assert good.beside == ()
