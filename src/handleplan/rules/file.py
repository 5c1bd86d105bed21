"""Family 0, the file as a whole: encoding, size, and what YAML offers beyond plain trees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from handleplan.problem import Range
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from handleplan.context import File

# Words that no text begins a line with.
_CONFLICT = frozenset({"<<<<<<<", ">>>>>>>", "|||||||"})


@rule(
    "HP001",
    "error",
    fixable="safe",
    da="Filen er ikke gemt som UTF-8: her står en byte, {byte}, der ikke kan læses. Gem den igen med kodningen UTF-8.",
    en="The file is not saved as UTF-8: here is a byte, {byte}, that cannot be read. Save it again with the encoding UTF-8.",
)
def not_utf_8() -> None:
    """Letters such as æ, ø and å are stored differently in older encodings; read as UTF-8 they are lost.

    Dansk: Bogstaver som æ, ø og å gemmes anderledes i ældre kodninger, og så går de tabt. Vælg UTF-8, når du gemmer.

    Bad (2022/sundhed.yaml, saved as cp1252):
        title: Sundhed på tværs
        #               ^ HP001
    """


@rule(
    "HP002",
    "error",
    da="Her står et usynligt styretegn ({code}), som ikke må være i filen. Slet det.",
    en="Here is an invisible control character ({code}) that must not be in the file. Delete it.",
)
def control_character() -> None:
    """Control characters come along when text is copied from other programs, and no reader of YAML accepts them.

    Dansk: Styretegn følger med, når tekst kopieres fra andre programmer. De kan ikke ses, men filen kan ikke læses.

    Bad (2022/sundhed.yaml):
        title: Sund␇hed
        #          ^ HP002
    """


@rule(
    "HP003",
    "error",
    da="Filen er større end {limit} MB og bliver ikke læst. Er den havnet her ved en fejl?",
    en="The file is larger than {limit} MB and is not read. Did it end up here by mistake?",
)
def file_too_large() -> None:
    """A plan is a few pages of text; a file of this size is something else.

    Dansk: En handleplan er nogle få siders tekst; en fil af den størrelse er noget andet.

    No example: it would have to be larger than 5 MB.
    """


@rule(
    "HP004",
    "error",
    da="Filen er tom. Skriv indholdet, eller slet filen.",
    en="The file is empty. Write what belongs there, or delete the file.",
)
def empty_file() -> None:
    """An empty file looks like a plan in the folder and is none.

    Dansk: En tom fil ligner en handleplan i mappen, men er det ikke.

    Bad (2022/index.yaml):
        # ^ HP004
    """


@rule(
    "HP017",
    "error",
    da="Nøglen “{key}” står der allerede, i linje {first}. Saml indholdet under den ene.",
    en="The key “{key}” is already there, on line {first}. Bring the content together under one of them.",
)
def duplicate_key() -> None:
    """Of two equal keys only one counts, and the other one's text would be lost.

    Dansk: Af to ens nøgler tæller kun den ene, og teksten under den anden ville gå tabt.

    Bad (2022/sundhed.yaml):
        title: Sundhed i 2022
        date: 2022-01-10
        title: Sundhed
        # <- HP017
        date: 2022-01-11
        # <- HP017

    Good (2022/sundhed.yaml):
        title: Sundhed i 2022
        date: 2022-01-10
    """


@rule(
    "HP018",
    "error",
    da="“{name}” er en henvisning i YAML, og dem bruger handleplaner ikke. Er det tekst, så sæt teksten i anførselstegn.",
    en="“{name}” is a reference in YAML, which plans do not use. If it is text, put the text in quotes.",
)
def anchor() -> None:
    """Anchors and aliases let one part of a file stand for another; in a plan everything is said where it stands.

    Dansk: Ankre og henvisninger lader ét sted i filen stå for et andet; i en handleplan står alt, hvor det hører til.

    Bad (2022/sundhed.yaml):
        goals:
          - &maal Lighed i sundhed
        #   ^ HP018
          - *maal
        #   ^ HP018

    Good (2022/sundhed.yaml):
        goals:
          - "& lighed i sundhed"
    """


@rule(
    "HP019",
    "error",
    da="“{name}” er en typeangivelse i YAML, og dem bruger handleplaner ikke. Er det tekst, så sæt teksten i anførselstegn.",
    en="“{name}” is a tag in YAML, which plans do not use. If it is text, put the text in quotes.",
)
def tag() -> None:
    """A word that begins with ``!`` sets a type in YAML and vanishes from the text.

    Dansk: Et ord, der begynder med !, angiver en type i YAML og forsvinder fra teksten.

    Bad (2022/sundhed.yaml):
        title: !vigtigt Sundhed
        #      ^ HP019
        vision: !!str Lighed
        #       ^ HP019

    Good (2022/sundhed.yaml):
        title: "!vigtigt Sundhed"
    """


@rule(
    "HP020",
    "error",
    da="Her begynder et nyt dokument i samme fil. Læg det i en fil for sig, eller slet linjen.",
    en="Here a new document begins in the same file. Move it to a file of its own, or delete the line.",
)
def several_documents() -> None:
    """A line of three dashes begins a new YAML document, and everything after it would be ignored.

    Dansk: En linje med tre streger indleder et nyt dokument, og alt efter den ville blive overset.

    Bad (2022/sundhed.yaml):
        title: Sundhed i 2022
        goals:
          - Lighed i sundhed
        ---
        # <- HP020
        title: Sundhed i 2023
    """


@rule(
    "HP021",
    "error",
    da="Her er mere end {limit} niveauer inden i hinanden. Så dybt går ingen handleplan.",
    en="Here are more than {limit} levels inside each other. No plan goes that deep.",
)
def nested_too_deeply() -> None:
    """A plan has a handful of levels; more than a hundred are a slip.

    Dansk: En handleplan har en håndfuld niveauer; over hundrede er en fejl.

    No example: it would be a line of more than a hundred brackets.
    """


@rule(
    "HP022",
    "error",
    on=("file",),
    da="Her står et mærke fra en sammenfletning i git, der ikke er løst. Vælg den rigtige tekst, og slet mærkerne.",
    en="Here is a mark of a git merge that was not resolved. Choose the right text, and delete the marks.",
)
def merge_conflict(file: File[Any]) -> Iterator[Found]:
    """When two people changed the same line, git writes both versions into the file and leaves the choice to you.

    Inside quotes the marks leave a file that can be read.

    Dansk: Når to har ændret den samme linje, skriver git begge udgaver i filen og overlader valget til jer. Inden i
    anførselstegn kan filen læses alligevel.

    Bad (2022/sundhed.yaml):
        <<<<<<< HEAD
        # <- HP022
        title: Sundhed i 2022
        =======
        title: Sundhed 2022
        >>>>>>> min-gren
    """
    if file.source.distinct_words.isdisjoint(_CONFLICT):
        return
    first = re.compile(r"^(?:<{7}|\|{7}|>{7})(?= )", re.MULTILINE).search(file.source.text)
    if first:
        yield Found(Range(*first.span()), {})


@rule(
    "HP023",
    "error",
    da="Her står en liste eller en klamme, hvor der skal stå en nøgle. Er det tekst, så sæt den i anførselstegn.",
    en="Here is a list or a bracket where a key belongs. If it is text, put it in quotes.",
)
def key_not_text() -> None:
    """A key is a word. A list or a bracket in its place is most often a text that lacks its quotes.

    Dansk: En nøgle er et ord. En liste eller en klamme på dens plads er som regel en tekst, der mangler anførselstegn.

    Bad (2022/sundhed.yaml):
        [Sundhed, 2022]: Lighed
        # <- HP023
    """


@rule(
    "HP024",
    "error",
    da="Herfra og frem kan filen ikke læses. Se efter en slåfejl her eller i linjen ovenover.",
    en="The file cannot be read from here on. Look for a slip here or on the line above.",
)
def unreadable_yaml() -> None:
    """What remains when none of the usual slips explains why the file is no YAML.

    Dansk: Det, der er tilbage, når ingen af de sædvanlige slåfejl forklarer, hvorfor filen ikke kan læses.

    Bad (2022/sundhed.yaml):
        title: Sundhed i 2022
        : Lighed i sundhed
        # <- HP024
    """


@rule(
    "HP026",
    "error",
    da="“{name}” er ikke en almindelig fil. I mappen med handleplaner hører kun filer og undermapper med de kendte navne hjemme.",
    en="“{name}” is no ordinary file. The folder of the plans holds files and the known folders only.",
)
def not_a_file() -> None:
    """A folder, a pipe or a broken link whose name ends in .yaml looks like a plan and cannot be read.

    Dansk: En mappe eller et brudt link, hvis navn ender på .yaml, ligner en handleplan, men kan ikke læses.

    No example: the rule looks at what a name stands for, not at a text.
    """
