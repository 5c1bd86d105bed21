"""Family 6, suppressions: comments that silence a rule at one place; `suppress` finds what is wrong with them."""

from handleplan.rule import rule


@rule(
    "HP620",
    "warning",
    on=("file",),
    checked_elsewhere=True,
    fixable="safe",
    da="“{name}” har ingen indvendinger her, så kommentaren gør ingen nytte. Slet den, eller slet navnet i den.",
    en="“{name}” has no objections here, so the comment is of no use. Delete it, or delete the name in it.",
)
def unused_suppression() -> None:
    """A comment that silences nothing would hide the next mistake.

    Dansk: En kommentar, der ikke dæmper noget, ville skjule den næste fejl.

    Bad (2022/sundhed.yaml):
        title: Sundhed  # handleplan: ignore[unknown-owner] Vi venter på svar
        #                                    ^ HP620
        # handleplan: ignore[HP202, duplicate-id] Ordnes i januar
        #                    ^ HP620
        #                           ^ HP620
        vision: Lighed

    Good (2022/sundhed.yaml):
        actions:
          # handleplan: ignore[unknown-owner] Hospitalet bliver part i 2026
          - id: h1
            text: Synlighed
            owner: Hospitalet
    """


@rule(
    "HP621",
    "warning",
    on=("file",),
    checked_elsewhere=True,
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
            owner: Hospitalet  # handleplan: ignore[HP203] bliver part i 2026
    """


@rule(
    "HP622",
    "warning",
    on=("file",),
    checked_elsewhere=True,
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


@rule(
    "HP623",
    "warning",
    on=("file",),
    checked_elsewhere=True,
    da="“{name}” kan ikke dæmpes med en kommentar: den fortæller, at filen ikke kan bruges, som den er.",
    en="“{name}” cannot be silenced by a comment: it says that the file cannot be used as it is.",
)
def suppression_in_vain() -> None:
    """What keeps a file from being read and printed has to be mended, whatever the reason for it.

    Dansk: Det, der forhindrer, at en fil kan læses og trykkes, skal rettes, hvad grunden end er.

    Bad (2022/sundhed.yaml):
        # handleplan: ignore[HP101] vi kalder det sådan
        #                    ^ HP623
        vison: Lighed
        # <- HP101

    Good (2022/sundhed.yaml):
        vision: Lighed
    """
