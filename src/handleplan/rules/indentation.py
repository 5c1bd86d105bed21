"""Family 0, lines: indentation, dashes and colons, which say what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from handleplan.problem import Range
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from handleplan.context import File


@rule(
    "HP005",
    "error",
    fixable="safe",
    da="Her står et tabulatortegn, hvor YAML kun godtager mellemrum. Erstat det med mellemrum.",
    en="Here is a tab where YAML takes spaces only. Replace it with spaces.",
)
def tab_indentation() -> None:
    """A tab may look like spaces in the editor, but YAML does not say how many it stands for.

    Dansk: Et tabulatortegn kan ligne mellemrum, men YAML ved ikke, hvor mange det svarer til.

    Bad (2022/sundhed.yaml):
        goals:
        →- id: m1
        # <- HP005
        →  text: Lighed i sundhed

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
    """


@rule(
    "HP006",
    "error",
    fixable="unsafe",
    da="Linjen er rykket {spaces} mellemrum ind og passer ikke til linjerne omkring den. Prøv med {right} mellemrum.",
    en="The line is indented by {spaces} spaces and does not fit the lines around it. Try {right} spaces.",
)
def wrong_indentation() -> None:
    """Indentation says what belongs together: all keys of one entry stand exactly below each other.

    An item that stands further in than the one above it becomes part of its text.

    Dansk: Indrykningen viser, hvad der hører sammen: alle nøgler i samme post står præcis under hinanden. Et punkt,
    der er rykket længere ind end punktet ovenover, bliver en del af dets tekst.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
           text: Lighed i sundhed
        # <- HP006

    Bad (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed
            - Synlighed
        # <- HP006
             - Netværk
        # <- HP006

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
    """


@rule(
    "HP008",
    "error",
    fixable="safe",
    da="Der mangler et mellemrum efter kolonet.",
    en="A space is missing after the colon.",
)
def colon_without_space() -> None:
    """Without the space after it a colon belongs to the word, and the line has no key.

    Dansk: Uden mellemrum efter kolonet hører det til ordet, og linjen har ingen nøgle.

    Bad (2022/sundhed.yaml):
        title:Sundhed i 2022
        #    ^ HP008
        date: 2022-01-10

    Good (2022/sundhed.yaml):
        title: Sundhed i 2022
    """


@rule(
    "HP011",
    "error",
    fixable="safe",
    da="Der mangler et mellemrum efter stregen, så linjen er ikke et punkt på en liste.",
    en="A space is missing after the dash, so the line is no item of a list.",
)
def dash_without_space() -> None:
    """A list item begins with a dash and a space; without the space the dash is part of the word.

    Dansk: Et punkt på en liste begynder med en streg og et mellemrum; uden mellemrum hører stregen til ordet.

    Bad (2022/sundhed.yaml):
        goals:
          -id: m1
        # ^ HP011
           text: Lighed i sundhed

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
    """


@rule(
    "HP015",
    "error",
    fixable="unsafe",
    da="Linjen har ingen nøgle og er ikke rykket langt nok ind til at høre til teksten ovenover. Ryk den ind.",
    en="The line has no key and is not indented enough to belong to the text above. Indent it.",
)
def line_without_key() -> None:
    """A text over several lines stays one text as long as every line stands further in than its key.

    Dansk: En tekst over flere linjer er én tekst, så længe alle linjer er rykket længere ind end dens nøgle.

    Bad (2022/sundhed.yaml):
        background: |
          Vi samarbejder om
        sundhed for alle.
        # <- HP015
        vision: Lighed

    Good (2022/sundhed.yaml):
        background: |
          Vi samarbejder om
          sundhed for alle.
    """


@rule(
    "HP025",
    "error",
    fixable="safe",
    da="En liste begynder på linjen under sin nøgle. Flyt punktet ned på næste linje.",
    en="A list begins on the line below its key. Move the item down to the next line.",
)
def list_beside_key() -> None:
    """A dash right after the key and its colon cannot be read as the beginning of a list.

    Dansk: En streg lige efter nøglen kan ikke læses som begyndelsen på en liste.

    Bad (2022/sundhed.yaml):
        goals: - Lighed i sundhed
        #      ^ HP025

    Good (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed
    """


@rule(
    "HP027",
    "error",
    fixable="unsafe",
    da="Her begynder en liste eller nøgler med {character}, men {closing} mangler.",
    en="A list or keys begin here with {character}, but {closing} is missing.",
)
def unclosed_bracket() -> None:
    """The short form of a list or of keys begins and ends with a bracket; without the end YAML reads on and on.

    Dansk: Den korte form af en liste eller af nøgler begynder og slutter med en klamme; uden slutningen læser YAML
    bare videre. Har listen hvert punkt på sin egen linje, er der ingen klammer at glemme.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            goals: [m1, m2
        #          ^ HP027

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            partners:
              - Baggrundsgruppen
    """


@rule(
    "HP028",
    "error",
    fixable="unsafe",
    da="Der mangler et kolon efter “{key}”.",
    en="A colon is missing after “{key}”.",
)
def key_without_colon() -> None:
    """A key ends with a colon; without it the line is a text that belongs nowhere.

    Dansk: En nøgle slutter med et kolon; uden det er linjen en tekst, der ikke hører til nogen steder.

    Bad (2022/sundhed.yaml):
        goals:
          - id m1
        #   ^ HP028
            text: Lighed i sundhed

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
    """


# Compiled where it is needed: few block texts have a colon.
_KEY_LINE = r"^( +)(?:- )?([a-z_]+):(?=[ \r\n]|$)"


@rule(
    "HP029",
    "warning",
    on=("plan", "report", "index"),
    da="“{key}” er rykket så langt ind, at linjen er en del af teksten ovenover. Ryk den ud til de andre nøgler.",
    en="“{key}” is indented so far that the line is part of the text above. Move it out to the other keys.",
)
def key_in_text(file: File[Any]) -> Iterator[Found]:
    """All lines below a ``|`` or ``>`` that stand further in than its key are text, whatever they look like.

    Dansk: Alle linjer efter | eller >, der er rykket længere ind end nøglen, er tekst, også når de ligner en nøgle.

    Bad (2022/sundhed.yaml):
        background: |
          Vi samarbejder om sundhed.
          purpose: Lighed i sundhed
        # <- HP029
        actions:
          - id: h1
            text: >-
              Synlighed i Europa
              quarters: Q1
        # <- HP029

    Bad (2022/index.yaml):
        introduction: |
          Handleplanerne udmønter aftalen.
          dialogue_model: To møder om året
        # <- HP029

    Good (2022/sundhed.yaml):
        background: |
          Vi samarbejder om to spor: data og kræft.
        purpose: Lighed i sundhed
    """
    if not file.source.has_block_text_with(":"):
        return
    text = file.source.text
    for block in file.source.blocks():
        if text.find(":", *block) < 0:
            continue
        for match in re.compile(_KEY_LINE, re.MULTILINE).finditer(text, *block):
            if match[2] in _keys_of(file):  # what follows it in the same text belongs to it
                yield Found(Range(*match.span(1)), {"key": match[2]})
                break


def _keys_of(file: File[Any]) -> frozenset[str]:
    from handleplan.model.keys import all_keys

    model: Any = type(file.model)
    return all_keys(model)
