"""Family 6, suppressions: comments that silence a rule at one place, and say why."""

from handleplan.rule import rule


@rule(
    "HP620",
    "warning",
    fixable="safe",
    da="Her er intet, som “{name}” har at udsætte på. Slet kommentaren, eller den del af den.",
    en="There is nothing here that “{name}” objects to. Delete the comment, or this part of it.",
)
def unused_suppression() -> None:
    """A comment that silences nothing hides the next mistake; errors that keep a file from being read stay loud.

    Dansk: En kommentar, der ikke dæmper noget, skjuler den næste fejl. Fejl, der gør, at filen ikke kan bruges, kan
    ikke dæmpes.

    Bad (2022/sundhed.yaml):
        title: Sundhed i 2022  # handleplan: ignore[unknown-owner] Vi venter på svar
        #                                           ^ HP620
        # handleplan: ignore[HP202, duplicate-id] Ordnes i januar
        #                    ^ HP620
        #                           ^ HP620
        vision: Lighed

    Good (2022/sundhed.yaml):
        actions:
          # handleplan: ignore[unknown-owner] Hospitalet bliver part i næste aftale
          - id: h1
            text: Synlighed
            owner: Hospitalet
    """


@rule(
    "HP621",
    "warning",
    da="Skriv efter klammen, hvorfor reglen ikke skal gælde her.",
    en="Say after the bracket why the rule is not to apply here.",
)
def suppression_without_reason() -> None:
    """Whoever reads the plan next year wants to know whether the reason still holds.

    Dansk: Den, der læser planen næste år, vil vide, om grunden stadig gælder.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            owner: Hospitalet  # handleplan: ignore[HP203]
        #                      ^ HP621
          - id: h2
            text: Netværk
            owner: Kommunen  # handleplan: ignore[unknown-owner]:
        #                    ^ HP621

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            owner: Hospitalet  # handleplan: ignore[HP203] bliver part i næste aftale
    """


@rule(
    "HP622",
    "warning",
    da="Kommentaren kan ikke forstås. Skriv den sådan: # handleplan: ignore[regel] og så grunden.",
    en="The comment is not understood. Write it like this: # handleplan: ignore[rule] and then the reason.",
)
def unreadable_suppression() -> None:
    """A comment to handleplan has one form; in any other it would be passed over without a word.

    Dansk: En kommentar til handleplan har én form; skrevet anderledes ville den ikke have nogen virkning.

    Bad (2022/sundhed.yaml):
        title: Sundhed  # handleplan: ignore HP203, den er god nok
        #               ^ HP622
        vision: Lighed  # handleplan: ignore[] fordi
        #               ^ HP622

    Good (2022/sundhed.yaml):
        title: Sundhed  # handleplanen for 2022
    """
