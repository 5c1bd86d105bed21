"""Family 0, structure: keys and items that do not stand where, or as, they belong."""

from handleplan.rule import rule


@rule(
    "HP036",
    "error",
    fixable="safe",
    da="Et punkt på en liste begynder med en almindelig bindestreg og et mellemrum, ikke med “{character}”.",
    en="A list item begins with a plain hyphen and a space, not with “{character}”.",
)
def not_a_dash() -> None:
    """Word makes long dashes and bullets of hyphens; YAML knows a list by the plain hyphen alone.

    Dansk: Word laver bindestreger om til tankestreger og prikker; YAML kender kun en liste på den almindelige
    bindestreg.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
          – id: m2
        # ^ HP036
            text: Synlighed
          – id: m3
            text: Netværk

    Bad (2022/sundhed.yaml):
        goals:
          • Lighed i sundhed
        # ^ HP036
          • Synlighed

    Good (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed
          - Synlighed
    """


@rule(
    "HP037",
    "error",
    fixable="unsafe",
    da="Her mangler en bindestreg: med “{key}” begynder en ny post på listen “{list}” (linje {line}).",
    en="A hyphen is missing here: “{key}” begins a new entry of the list “{list}” (line {line}).",
)
def missing_dash() -> None:
    """Every entry of a list begins with a dash; without it the line belongs to the entry above, and does not fit there.

    Dansk: Hver post på en liste begynder med en bindestreg; uden den hører linjen til posten ovenover og passer ikke.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
          id: m2
        # ^ HP037
            text: Synlighed

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
          - id: m2
            text: Synlighed
    """


@rule(
    "HP038",
    "error",
    fixable="unsafe",
    da="“{first}” og “{second}” står på samme linje. Skriv hver nøgle på sin egen linje.",
    en="“{first}” and “{second}” stand on one line. Write each key on a line of its own.",
)
def several_keys_on_a_line() -> None:
    """A line holds one key with its value; the keys of an entry stand below each other.

    Dansk: En linje har én nøgle med sin værdi; en posts nøgler står under hinanden.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1 text: Lighed i sundhed
        #          ^ HP038

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
    """


@rule(
    "HP039",
    "error",
    da="“{key}” hører til under “{above}” i linje {line}. Ryk linjen to mellemrum ind.",
    en="“{key}” belongs below “{above}” in line {line}. Indent the line by two spaces.",
)
def key_beside_its_parent() -> None:
    """What belongs to a key stands further in than the key itself.

    Dansk: Det, der hører til en nøgle, er rykket længere ind end nøglen selv.

    Bad (2022/sundhed.yaml):
        stages:
        proposed: 2022-01-10
        # <- HP039
        agreed: 2022-02-01
        # <- HP039

    Good (2022/sundhed.yaml):
        stages:
          proposed: 2022-01-10
          agreed: 2022-02-01
    """


@rule(
    "HP040",
    "error",
    da="“{key}” skrives på én linje, ikke som en liste med et punkt på hver linje.",
    en="“{key}” is written on one line, not as a list with an item on each.",
)
def list_for_a_line() -> None:
    """Quarters and other short values stand beside their key, separated by commas.

    Dansk: Kvartaler og andre korte værdier står ved siden af deres nøgle, adskilt af komma.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters:
        #   ^ HP040
              - Q1
              - Q3

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters: Q1, Q3
    """


@rule(
    "HP041",
    "error",
    da="En plan har ingen “{key}”. Hvor langt arbejdet er nået, skrives i statusfilen, for eksempel {example}.",
    en="A plan has no “{key}”. How far the work has come is written in the status file, for example {example}.",
)
def progress_in_plan() -> None:
    """An agreed plan is stable: what happens during the year goes into the status reports.

    Dansk: En aftalt plan ligger fast; det, der sker i løbet af året, skrives i statusrapporterne.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            status: done
        #   ^ HP041

    Good (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: done
    """


@rule(
    "HP050",
    "error",
    fixable="unsafe",
    da="Nøglen “{key}” er delt over to linjer. Saml den på én.",
    en="The key “{key}” is divided over two lines. Bring it together on one.",
)
def key_on_two_lines() -> None:
    """A key stands on one line with its colon; a line break inside makes two words of it.

    Dansk: En nøgle står på én linje med sit kolon; et linjeskift midt i gør den til to ord.

    Bad (2022/sundhed.yaml):
        visi
        # <- HP050
        on: Lighed i sundhed

    Good (2022/sundhed.yaml):
        vision: Lighed i sundhed
    """
