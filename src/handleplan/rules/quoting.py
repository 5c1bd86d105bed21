"""Family 0, texts: what makes YAML read a sentence as something its author did not mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from handleplan.problem import Range
from handleplan.rule import Found, rule
from handleplan.rules.pasted import is_word
from handleplan.source.quoting import quoted

if TYPE_CHECKING:
    from handleplan.context import File


@rule(
    "HP007",
    "error",
    fixable="safe",
    da="Et kolon efterfulgt af et mellemrum eller sidst på linjen gør ordene foran til en nøgle. Sæt teksten i anførselstegn.",
    en="A colon before a space or at the end of the line makes a key of the words before it. Put the text in quotes.",
)
def colon_in_text() -> None:
    """YAML reads ``Fokus: data`` as a key with a value, also in the middle of a sentence; quotes keep it a text.

    Dansk: YAML læser “Fokus: data” som en nøgle med en værdi, også midt i en sætning. Anførselstegn gør det til tekst.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            text: To spor: data og kræft
        #                ^ HP007
          - id: m2
            text: Fokus på data

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: "To spor: data og kræft"
    """


@rule(
    "HP009",
    "error",
    fixable="unsafe",
    da="Anførselstegnet {character} bliver ikke lukket, så resten af filen bliver læst som tekst.",
    en="The quote {character} is never closed, so the rest of the file is read as text.",
)
def unclosed_quote() -> None:
    """A text that begins with a quote goes on until the same quote comes again, over as many lines as it takes.

    Dansk: En tekst, der begynder med et anførselstegn, fortsætter til det samme tegn kommer igen.

    Bad (2022/sundhed.yaml):
        title: "Sundhed i 2022
        #      ^ HP009
        date: 2022-01-10

    Good (2022/sundhed.yaml):
        title: "Sundhed i 2022"
        date: 2022-01-10
    """


@rule(
    "HP010",
    "error",
    fixable="safe",
    da="Teksten slutter ved dette anførselstegn, men der står mere bagefter. Sæt den anden slags anførselstegn om hele teksten.",
    en="The text ends at this quote, but more follows. Put the other kind of quotes around the whole text.",
)
def quote_in_text() -> None:
    """A text that begins with a quote ends with the next one; what follows cannot be read.

    Dansk: En tekst, der begynder med et anførselstegn, slutter ved det næste; resten kan ikke læses.

    Bad (2022/sundhed.yaml):
        title: "Sundhed" for alle
        #              ^ HP010

    Good (2022/sundhed.yaml):
        title: '"Sundhed" for alle'
    """


@rule(
    "HP012",
    "error",
    fixable="safe",
    da="En tekst kan ikke begynde med “{character}”, for det tegn betyder noget særligt i YAML. Sæt teksten i anførselstegn.",
    en="A text cannot begin with “{character}”, which means something special in YAML. Put the text in quotes.",
)
def special_character() -> None:
    r"""Some characters mean something of their own at the start of a text; in quotes they are just characters.

    They are ``@``, `````, ``%``, ``*``, ``&``, ``!``, ``{``, ``[``, ``|`` and ``>``.

    Dansk: Tegn som @, %, *, &, !, { og [ betyder noget særligt først i en tekst; i anførselstegn er de bare tegn.

    Bad (2022/sundhed.yaml):
        title: @sundhed i 2022
        #      ^ HP012

    Good (2022/sundhed.yaml):
        title: "@sundhed i 2022"
    """


@rule(
    "HP013",
    "error",
    da="Inde i {{ }} skiller et komma nøglerne ad, så “{text}” bliver læst som en ny nøgle. Skriv posten på flere linjer, eller sæt teksten i anførselstegn.",
    en="Inside {{ }} a comma separates keys, so “{text}” is read as a new key. Write the entry on several lines, or put the text in quotes.",
)
def comma_in_flow_text() -> None:
    """In the short form with braces a comma in a sentence ends the text, and the rest of it is lost.

    Dansk: I den korte form med tuborgklammer slutter et komma teksten, og resten af sætningen går tabt.

    Bad (2022/sundhed.yaml):
        goals:
          - {id: m1, text: Synlighed, herunder AI}
        #                             ^ HP013
          - {id: m2, text: Lighed, især på tværs}
        #                          ^ HP013

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Synlighed, herunder AI
    """


# Begins with the sign, not with the space before it, to be found fast.
_HASH_AFTER_SPACE = r"#(?<=[ \t]#)(?=[^\s#!])"
_HASH = r"[ \t]+#(?=[^\s#!])"


@rule(
    "HP014",
    "warning",
    on=("file",),
    da="Et mellemrum og et # indleder en kommentar, så “{lost}” er ikke med i teksten. Sæt teksten i anførselstegn.",
    en="A space and a # begin a comment, so “{lost}” is not part of the text. Put the text in quotes.",
)
def comment_in_text(file: File[Any]) -> Iterator[Found]:
    """A ``#`` after a space begins a comment, and what follows is lost without a word.

    A comment with a space after the ``#`` is taken for a comment.

    Dansk: Et # efter et mellemrum indleder en kommentar, og resten af linjen går tabt. En rigtig kommentar har et
    mellemrum efter #.

    Bad (2022/sundhed.yaml):
        title: Sundhed og #EU i 2022
        #                 ^ HP014
        goals:
          - Vi følger #digitalsundhed
        #             ^ HP014

    Good (2022/sundhed.yaml):
        title: "Sundhed og #EU i 2022"
        date: 2022-01-10  # den trykte dato
    """
    text = file.source.text
    if "#" not in text or not re.search(_HASH_AFTER_SPACE, text):
        return
    comment = re.compile(_HASH)
    for scalar in file.source.scalars():
        match = comment.match(text, scalar.range.end) if scalar.style is None else None
        nothing_left = scalar.range.start == scalar.range.end
        if match and (nothing_left or not is_word(scalar.path)):  # beside a word a comment is meant
            line = file.source.line(file.source.position(match.start()).line)
            lost = text[match.start() :].splitlines()[0].strip()
            kept = text[slice(*scalar.range)]
            whole = f"{kept} {lost}".strip()
            corrected = line.replace(whole, quoted(whole)).strip()
            hint = {"corrected": corrected} if corrected != line.strip() else {}
            yield Found(Range(match.end() - 1, match.end()), {"lost": lost, **hint})


@rule(
    "HP016",
    "error",
    fixable="safe",
    da="I dobbelte anførselstegn betyder \\ noget særligt. Skriv \\\\, eller brug enkelte anførselstegn.",
    en="In double quotes a \\ means something special. Write \\\\, or use single quotes.",
)
def backslash_in_quotes() -> None:
    r"""In double quotes a backslash begins a code for another character.

    Dansk: I dobbelte anførselstegn indleder en omvendt skråstreg en kode for et andet tegn.

    Bad (2022/sundhed.yaml):
        title: "Sundhed \og digitalisering"
        #               ^ HP016

    Good (2022/sundhed.yaml):
        title: 'Sundhed \og digitalisering'
    """


@rule(
    "HP033",
    "error",
    fixable="unsafe",
    da="Teksten er begyndt lige efter {character}. Flyt den ned på næste linje, rykket ind, eller skriv den uden {character}.",
    en="The text begins right after {character}. Move it down to the next line, indented, or write it without {character}.",
)
def text_beside_sign() -> None:
    """After ``|`` or ``>-`` the text begins on the next line; nothing else may stand beside the sign.

    Dansk: Efter | eller >- begynder teksten på næste linje; ved siden af tegnet må der ikke stå andet.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            text: >- Lighed i sundhed
        #            ^ HP033
              for alle

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: >-
              Lighed i sundhed
              for alle
    """


@rule(
    "HP034",
    "error",
    fixable="safe",
    da="Et komma sidst på linjen hører ikke til i YAML. Slet det.",
    en="A comma at the end of the line has no place in YAML. Delete it.",
)
def comma_at_line_end() -> None:
    """In YAML the line's end separates keys; commas do so only in other formats.

    Dansk: I YAML skiller linjeskiftet nøglerne ad; kommaer bruges kun i andre formater.

    Bad (2022/sundhed.yaml):
        "title": "Sundhed i 2022",
        #                        ^ HP034

    Good (2022/sundhed.yaml):
        title: "Sundhed i 2022"
    """


@rule(
    "HP035",
    "error",
    fixable="unsafe",
    da="Teksten under “{key}” har et kolon, der gør ordene foran til en nøgle. Skriv “{key}: |” i linje {below}, så læses det hele som tekst.",
    en="The text below “{key}” has a colon, which makes a key of the words before it. Write “{key}: |” in line {below}, and all of it is read as text.",
)
def text_without_bar() -> None:
    """A text that begins on the line below its key needs a ``|`` after the key, or its colons make keys of words.

    Dansk: En tekst, der begynder på linjen under sin nøgle, skal have et | efter nøglen; ellers gør et kolon ordene
    foran til en nøgle.

    Bad (2022/sundhed.yaml):
        purpose:
          Kort sagt: CDEU og RM samarbejder
        #          ^ HP035
          om sundhed for alle.

    Bad (2022/sundhed.yaml):
        purpose:
          Kort sagt: CDEU og RM samarbejder.
        # ^ HP035

    Good (2022/sundhed.yaml):
        purpose: |
          Kort sagt: CDEU og RM samarbejder
          om sundhed for alle.
    """
