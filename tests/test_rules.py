"""Every rule's metadata, and its examples: each Bad block gives what it marks, each Good block nothing."""

import re
import string
from pathlib import Path

import pytest

import handleplan.linter
from handleplan.explanation import Example, Explanation, explain_rule
from handleplan.fixer import Fixed, fix_files
from handleplan.locale.da import LABELS as DANISH_LABELS
from handleplan.locale.en import LABELS as ENGLISH_LABELS
from handleplan.rule import RULES, Rule, find_rules
from handleplan.rules import MODULES
from handleplan.selection import select
from tests.workspaces import BASE, CONFIG, REPORTED, completed, findings, places, plan, write

EXPLAINED = [(rule, explain_rule(rule.doc)) for rule in RULES.values()]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{'good' if example.good else 'bad'}-{number}")
    for rule, explanation in EXPLAINED
    for number, example in enumerate(explanation.examples)
]
BAD = [
    pytest.param(example, id=f"{rule.code}-{number}")
    for rule, explanation in EXPLAINED
    for number, example in enumerate(explanation.examples)
    if not example.good
]
# These keep a file from being read, as most of family 0 do, so that nothing else in it can be found.
FOUND_ALONE = {"misplaced-file", "misnamed-file"}
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)


@each_rule
def test_danish_endings_stand_behind_a_typographic_apostrophe(rule: Rule) -> None:
    for text in (rule.da, explain_rule(rule.doc).why_da):
        assert not re.search(r"\w'\w", text)


def continues(*references: str) -> str:
    """Return the end of a plan: an action that continues others."""
    return "actions:\n  - text: x\n    continues:\n" + "".join(f"      - {one}\n" for one in references)


def put(example: Example, folder: Path) -> int:
    """Write a workspace with the files of an example; return how many lines were put before its own."""
    text, before = completed(example.path, example.text)
    beside = {other.path: completed(other.path, other.text)[0] for other in example.beside}
    plans = {**BASE, "2022/sundhed.yaml": REPORTED} if "/status/" in example.path else BASE
    write(folder, {**plans, **beside, example.path: text.encode(example.encoding)})
    return before


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples(rule: Rule, example: Example, tmp_path: Path) -> None:
    before = put(example, tmp_path)
    found = [one for one in findings(tmp_path) if one.path == example.path]
    expected = [(mark.code, mark.line + before, mark.column) for mark in example.marks]
    marked = {rule.code, *(mark.code for mark in example.marks)}
    found = [one for one in found if one.severity != "advice" or one.code in marked]
    assert sorted(places(found)) == sorted(expected)
    if not example.good:
        assert rule.code in {mark.code for mark in example.marks}


def mended(example: Example, folder: Path) -> list[Fixed]:
    """Mend the file of an example, guesses included."""
    put(example, folder)
    (selection,) = select([folder], None, folder, lambda _: "da")
    return list(fix_files(selection.linter, selection.places, unsafe=True))


@pytest.mark.parametrize("example", BAD)
def test_fixes_leave_nothing_that_could_be_fixed(example: Example, tmp_path: Path) -> None:
    for one in mended(example, tmp_path):
        for problem in (found.problem for found in one.mended):
            assert problem.fix is not None
            assert RULES[problem.rule].fixable in ("safe" if problem.fix.safe else "unsafe", "safe")
        assert not any(left.problem.fix for left in one.left.problems)


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES.values() if rule.fixable], ids=lambda rule: rule.name
)
def test_what_is_said_to_be_fixable_is_fixed_in_some_example(rule: Rule, tmp_path: Path) -> None:
    bad = [example for example in explain_rule(rule.doc).examples if not example.good]
    done = [one for number, example in enumerate(bad) for one in mended(example, tmp_path / str(number))]
    assert rule.name in {found.problem.rule for one in done for found in one.mended}


@pytest.mark.parametrize(
    "explanation", [explanation for _, explanation in EXPLAINED], ids=[rule.name for rule, _ in EXPLAINED]
)
def test_explanations_are_whole(explanation: Explanation) -> None:
    assert explanation.why_en.endswith(".")
    assert explanation.why_da.endswith(".")
    bad = [example for example in explanation.examples if not example.good]
    assert bool(bad) != explanation.no_example.endswith(".")
    assert not any(other.marks for example in explanation.examples for other in example.beside)


@pytest.mark.parametrize(
    ("rule", "explanation"),
    [
        pytest.param(rule, explanation, id=rule.name)
        for rule, explanation in EXPLAINED
        if rule.family != "HP0" and rule.name not in FOUND_ALONE and not explanation.no_example
    ],
)
def test_some_bad_example_holds_two_findings(rule: Rule, explanation: Explanation) -> None:
    """Of a place that is wrong by a line or a column, one finding alone does not tell."""
    assert max(len(example.marks) for example in explanation.examples) > 1, rule.code


@each_rule
def test_both_languages_fill_in_the_same_values(rule: Rule) -> None:
    assert placeholders(rule.da) == placeholders(rule.en)
    assert rule.da.strip() == rule.da != rule.en == rule.en.strip()
    assert rule.da.endswith((".", "?"))
    assert rule.en.endswith((".", "?"))


@each_rule
def test_names_say_what_is_wrong(rule: Rule) -> None:
    assert not re.match(r"(check|use|avoid|prefer|require|missing-or)-", rule.name)
    assert not re.match(r"no-(?!t-)", rule.name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


def test_codes_are_unique_and_belong_to_their_module() -> None:
    codes = [rule.code for rule in RULES.values()]
    assert len(set(codes)) == len(codes)
    for rule in RULES.values():
        assert re.fullmatch(r"HP[0-9]{3}", rule.code)


@each_rule
def test_a_rule_is_found_by_code_name_and_family(rule: Rule) -> None:
    assert find_rules(rule.code) == find_rules(rule.name) == (rule,)
    assert rule in find_rules(rule.family)


def test_unknown_words_name_no_rule() -> None:
    assert find_rules("HP") == find_rules("") == find_rules("HP9") == ()


def test_modules_hold_the_rules_of_their_family_in_order() -> None:
    shipped = Path(handleplan.rules.__file__).parent.glob("[!_]*.py")
    assert sorted(path.stem for path in shipped) == sorted(MODULES)
    for module, digit in MODULES.items():
        source = Path(handleplan.rules.__file__).with_name(f"{module}.py").read_text(encoding="utf-8")
        codes = re.findall(r'^    "(HP[0-9]{3})",$', source, re.MULTILINE)
        assert codes == sorted(codes)
        assert {code[2] for code in codes} == {str(digit)}


def test_labels_of_both_languages_are_the_same_words() -> None:
    assert DANISH_LABELS.keys() == ENGLISH_LABELS.keys()


REPORT = "theme: sundhed\nyear: 2022\n"
MEETING = "step: june-meeting\ndate: 2031-06-20\nthemes:\n  - sundhed\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # a year that no agreement covers has neither themes nor steps to choose from
        ({"2031/trafik.yaml": plan("trafik", 2031)}, [("HP302", 2)]),
        ({"2031/meetings/june-meeting.yaml": MEETING + "  - trafik\n"}, []),
        (
            {"2031/status/2031-06/trafik.yaml": "theme: trafik\nyear: 2031\ndate: 2031-06-14\nmeeting: x\n"},
            [],
        ),
        # rounds run from January of the year to the January after it
        ({"2022/status/2022-01/sundhed.yaml": REPORT + "date: 2022-01-01\n"}, []),
        ({"2022/status/2023-01/sundhed.yaml": REPORT + "date: 2023-01-31\n"}, []),
        ({"2022/status/2023-02/sundhed.yaml": REPORT + "date: 2023-02-01\n"}, [("HP214", 3)]),
        ({"2022/status/2021-12/sundhed.yaml": REPORT + "date: 2022-06-14\n"}, [("HP214", 3)]),
        (
            {"2022/status/2031-05/sundhed.yaml": "theme: sundhed\nyear: 2031\ndate: 2031-06-14\n"},
            [("HP209", 2)],
        ),
        # continues: the year of the file or of its folder, whichever is later, is not earlier
        ({"2022/kultur.yaml": plan("kultur") + continues("2022/m1", "2023/sundhed.m1")}, [("HP215", 10), ("HP215", 11)]),
        ({"2022/kultur.yaml": plan("kultur", 2023) + continues("2022/m1")}, [("HP209", 2)]),
        # a plan whose file has the wrong ending is there all the same
        (
            {"2021/kultur.yml": plan("kultur", 2021), "2022/kultur.yaml": plan("kultur") + continues("2021/m1")},
            [("HP212", 1)],
        ),
        # an agreement whose years are reversed covers nobody knows what
        (
            {"handleplan.yaml": CONFIG.replace("2025\n    themes", "2019\n    themes"), "2023/kultur.yaml": plan("kultur", 2023)},
            [("HP604", 9)],
        ),
        ({"2023/kultur.yaml": plan("kultur", 2023) + continues("2022/m1")}, []),
    ],
)  # fmt: skip
def test_one_finding_per_cause(
    files: dict[str, str], expected: list[tuple[str, int]], tmp_path: Path
) -> None:
    write(tmp_path, {**BASE, **files})
    found = [one for one in findings(tmp_path) if one.severity != "advice"]
    assert [(one.code, one.line) for one in found if one.path in files] == expected


@pytest.mark.parametrize(
    ("name", "theme", "found"),
    [
        ("Sundhed", "sundhed", ["HP208"]),
        ("sund", "sundhed", ["HP208"]),
        ("sunhed", "sundhed", ["HP208"]),
        ("Groen-Omstilling", "groen-omstilling", ["HP208"]),
        ("Grøn omstilling", "Grøn omstilling", ["HP208"]),
        ("trafik", "trafik", ["HP205", "HP601"]),
    ],
)
def test_a_theme_whose_file_has_another_spelling_is_not_without_a_plan(
    name: str, theme: str, found: list[str], tmp_path: Path
) -> None:
    missing = "groen-omstilling" if name.startswith("G") else "sundhed"
    files = {path: text for path, text in BASE.items() if path != f"2022/{missing}.yaml"}
    write(tmp_path, {**files, f"2022/{name}.yaml": plan(theme)})
    assert sorted(one.code for one in findings(tmp_path)) == found


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("unserved-gaol", "Mente du “unserved-goal”?"),
        ("hp301", "Mente du “HP301”?"),
        ("HP3O1", "Mente du “HP301”?"),
        ("hp3", "Mente du “HP3”?"),
        ("HP30x", ""),
        ("HP", ""),
        ("alt", ""),
    ],
)
def test_the_nearest_rule(word: str, hint: str, tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "handleplan.yaml": f"{CONFIG}lint:\n  ignore:\n    - {word}\n"})
    assert [one.message for one in findings(tmp_path)] == [f"Reglen “{word}” kendes ikke. {hint}".rstrip()]


def test_where_an_activity_is_said_to_continue_from(tmp_path: Path) -> None:
    text = plan("kultur") + continues("2021/h9", "2021/sundhed.m9", "2021/trafik.m1")
    write(tmp_path, {**BASE, "2022/kultur.yaml": text, "2021/sundhed.yaml": plan("sundhed", 2021)})
    assert [one.message for one in findings(tmp_path) if one.code == "HP207"] == [
        "Der er ingen post med id’et “h9” i 2021/kultur.yaml.",
        "Der er ingen post med id’et “m9” i 2021/sundhed.yaml. Mente du “2021/sundhed.m1”?",
        "Der er ingen post med id’et “m1” i 2021/trafik.yaml.",
    ]


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
