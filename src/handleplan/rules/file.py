"""Family 0, the file: what keeps a file from being read, or makes it read as something its author did not mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from handleplan.problem import Range
from handleplan.rule import Found, rule
from handleplan.source.quoting import quoted

if TYPE_CHECKING:
    from handleplan.context import File


@rule(
    "HP001",
    "error",
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
    da="Filen er større end {limit} MB og bliver ikke læst. Er den lagt her ved en fejl?",
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
    "HP005",
    "error",
    da="Her står et tabulatortegn. YAML rykker kun ind med mellemrum: erstat det med mellemrum.",
    en="Here is a tab. YAML indents with spaces only: replace it with spaces.",
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
    on=("file",),
    da="Linjen er rykket {spaces} mellemrum ind og passer ikke til linjerne omkring den. Prøv med {right} mellemrum.",
    en="The line is indented by {spaces} spaces and does not fit the lines around it. Try {right} spaces.",
)
def wrong_indentation(file: File[Any]) -> Iterator[Found]:
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
    source = file.source
    for item in source.dashed_items():
        start = source.position(item.start)
        first = source.line(start.line)[: start.column - 1].rfind("-")
        for match in re.finditer(r"[\r\n]( +)- ", source.text[slice(*item)]):
            offset, spaces = item.start + match.start(1), len(match[1])
            if first % 2 and not spaces % 2:  # two spaces a level: the first item is to blame
                line_start = item.start - start.column + 1
                yield Found(Range(line_start, line_start + first), {"spaces": first, "right": spaces})
                break
            yield Found(Range(offset, offset + spaces), {"spaces": spaces, "right": first})


@rule(
    "HP007",
    "error",
    da="Kolon efterfulgt af mellemrum gør ordene foran til en nøgle. Sæt teksten i anførselstegn.",
    en="A colon and a space make a key of the words before it. Put the text in quotes.",
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
    "HP008",
    "error",
    da="Der mangler et mellemrum efter kolon.",
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
    "HP009",
    "error",
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
    "HP011",
    "error",
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
    "HP012",
    "error",
    da="En tekst kan ikke begynde med {character}, for det tegn betyder noget særligt i YAML. Sæt teksten i anførselstegn.",
    en="A text cannot begin with {character}, which means something special in YAML. Put the text in quotes.",
)
def special_character() -> None:
    r"""The characters ``@``, `````, ``%``, ``*``, ``&``, ``!``, ``{``, ``[``, ``|`` and ``>`` have a meaning at the start.

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
    da="Mellemrum og # begynder en kommentar, så “{lost}” er ikke med i teksten. Sæt teksten i anførselstegn.",
    en="A space and # begin a comment, so “{lost}” is not part of the text. Put the text in quotes.",
)
def comment_in_text(file: File[Any]) -> Iterator[Found]:
    """A ``#`` after a space begins a comment, and what follows is lost without a word.

    A comment with a space after the ``#`` is taken for a comment.

    Dansk: Et # efter et mellemrum begynder en kommentar, og resten af linjen går tabt. En rigtig kommentar har et
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
        if scalar.style is None and (match := comment.match(text, scalar.range.end)):
            line = file.source.line(file.source.position(match.start()).line)
            lost = text[match.start() :].splitlines()[0].strip()
            kept = text[slice(*scalar.range)]
            whole = f"{kept} {lost}".strip()
            corrected = line.replace(whole, quoted(whole)).strip()
            hint = {"corrected": corrected} if corrected != line.strip() else {}
            yield Found(Range(match.end() - 1, match.end()), {"lost": lost, **hint})


@rule(
    "HP015",
    "error",
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
    "HP016",
    "error",
    da="I dobbelte anførselstegn betyder \\ noget særligt. Skriv \\\\, eller brug enkelte anførselstegn.",
    en="In double quotes a \\ means something special. Write \\\\, or use single quotes.",
)
def backslash_in_quotes() -> None:
    r"""In double quotes a backslash begins a code for another character.

    Dansk: I dobbelte anførselstegn begynder en omvendt skråstreg en kode for et andet tegn.

    Bad (2022/sundhed.yaml):
        title: "Sundhed \og digitalisering"
        #               ^ HP016

    Good (2022/sundhed.yaml):
        title: 'Sundhed \og digitalisering'
    """


@rule(
    "HP017",
    "error",
    da="Nøglen “{key}” står der allerede, i linje {first}. Saml det under én af dem.",
    en="The key “{key}” is already there, on line {first}. Bring the two together under one.",
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

    Dansk: En linje med tre streger begynder et nyt dokument, og alt efter den ville blive overset.

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
    da="Her er der over {limit} niveauer inde i hinanden. Så dybt går ingen handleplan.",
    en="Here are more than {limit} levels inside each other. No plan goes that deep.",
)
def nested_too_deeply() -> None:
    """A plan has a handful of levels; more than a hundred are a slip or an attempt to exhaust the reader.

    Dansk: En handleplan har en håndfuld niveauer; over hundrede er en fejl.

    No example: it would be a line of more than a hundred brackets.
    """


@rule(
    "HP022",
    "error",
    da="Her står et mærke fra en sammenfletning i git, der ikke er løst. Vælg den rigtige tekst, og slet mærkerne.",
    en="Here is a mark of a git merge that was not resolved. Choose the right text, and delete the marks.",
)
def merge_conflict() -> None:
    """When two people changed the same line, git writes both into the file and lets a human choose.

    Dansk: Når to har ændret samme linje, skriver git begge dele i filen og lader et menneske vælge.

    Bad (2022/sundhed.yaml):
        <<<<<<< HEAD
        # <- HP022
        title: Sundhed i 2022
        =======
        title: Sundhed 2022
        >>>>>>> min-gren
    """


@rule(
    "HP023",
    "error",
    da="Her står en liste eller klamme, hvor der skal stå en nøgle. Er det tekst, så sæt den i anførselstegn.",
    en="Here is a list or bracket where a key belongs. If it is text, put it in quotes.",
)
def key_not_text() -> None:
    """A key is a word; YAML would take whole lists for one.

    Dansk: En nøgle er et ord; YAML ville tage hele lister som nøgle.

    Bad (2022/sundhed.yaml):
        [Sundhed, 2022]: Lighed
        # <- HP023
    """


@rule(
    "HP024",
    "error",
    da="Filen kan ikke læses herfra ({detail}). Se efter en slåfejl her eller i linjen ovenover.",
    en="The file cannot be read from here on ({detail}). Look for a slip here or on the line above.",
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
    "HP025",
    "error",
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
    "HP026",
    "error",
    da="“{name}” er ikke en almindelig fil. I en handleplans mappe hører kun filer og undermapper med de kendte navne hjemme.",
    en="“{name}” is no ordinary file. A plan's folder holds files and the known folders only.",
)
def not_a_file() -> None:
    """A folder, a pipe or a broken link whose name ends in .yaml looks like a plan and cannot be read.

    Dansk: En mappe eller et brudt link med navn på .yaml ligner en handleplan, men kan ikke læses.

    No example: the rule looks at what a name stands for, not at a text.
    """


@rule(
    "HP027",
    "error",
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
    da="Der mangler et kolon efter “{key}”.",
    en="A colon is missing after “{key}”.",
)
def key_without_colon() -> None:
    """A key ends with a colon; without it the line is a text that belongs nowhere.

    Dansk: En nøgle slutter med et kolon; uden det er linjen en tekst, der ikke hører til noget sted.

    Bad (2022/sundhed.yaml):
        goals:
          - id m1
        #   ^ HP028
            text: Lighed i sundhed
        vision Lighed for alle

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
    on=("plan", "report"),
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

    Good (2022/sundhed.yaml):
        background: |
          Vi samarbejder om to spor: data og kræft.
        purpose: Lighed i sundhed
    """
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
